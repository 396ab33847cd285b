import type { Name, Names } from '../pack.js';
import { months, weekdays } from './read/lexicon/calendar.js';
import { isFunctionWord } from './terms.js';

/** Nouns and adjectives of which other languages make names by translating them: White House, Supreme Court, National Guard. */
const translated = new Set(
  `academy act agency agreement air airport alliance ancient archive archives army art arts assembly association authority award awards
  bank battle bay big black blue board book bridge bureau cabinet campaign capitol castle cathedral center central centre chairman
  chamber championship championships chancellor chapel charter chief christmas church circuit city civil club coach coast coalition
  college command commander commission commissioner committee commons community company conference congress constitution convention
  corporation council county court cup day defence defense democracy democrat democratic democrats department director district division
  doctor duke east easter eastern economic education election embassy emperor empire energy environment exchange executive fair family
  federal federation festival film first flag force forces foreign forest foundation free fund gallery game games garden gardens general
  global god gold golden governor grand great green group guard gulf hall health high hill hills historical history holy home hospital
  hotel house human independence industry information inspector institute institution intelligence international island islands journal
  judge justice justices king kingdom labor labour lady lake law leader league liberal library lieutenant life light line little lord lords
  love lower major manager march market marshal master media medical member memorial middle military minister ministry mission mountain
  mountains movement museum music nation national nations natural navy network new news night north northeast northern northwest nuclear
  ocean office officer official old olympic olympics open opera orchestra order organisation organization palace park parliament party
  patrol peace people plan plaza police policy port post president press prime prince princess prize professor program project province
  public queen race radio railway red reform region registry renaissance representative representatives republic republican republicans
  research reserve resources review revolution right river road roman room royal rule safety saint school science sciences sea second
  secretary section security senate senator senior sergeant service services show sir site social society south southeast southern
  southwest space special square staff standard star state states station store street studies summer summit super supreme system tax
  team technology television territory test theater theatre third tower town trade treasury treaty trial tribunal trust union united
  university upper valley vice victory village wall war water way week welfare west western white wild winter women wood woods world year
  young youth zone mr mrs ms dr rev gen sen rep gov lt col sgt capt jr sr inc corp ltd co st`.split(/\s+/),
);
/** Peoples and languages are translated: American, Chinese, Polish. */
const people = /(?:ese|ish|ench|utch|eek|reeks?|wiss|sraeli|raqi|akistani)$/;

const written = /[\p{L}\d]+(?:['’&.-][\p{L}\d]+)*/gu;
/** The same endings as given names have: American, but Jordan, Sebastian, Ethan. */
const ambiguous = /[a-z]ans?$/;

/** Behind it a sentence begins, whose first word has its capital from there. */
const beginning = /(?:^|[.!?:;\n•“"‘([]\s*|[—–-] )$/;
/** Endings of common nouns and adjectives, which a name may be made of: Judiciary, Declarative, Management. */
const common =
  /(?:tion|sion|ment|ness|ance|ence|ity|ing|ive|ism|logy|ics|ship|ure|ous|ful|less|able|ible|ized|ary|ory|ial|nal|ical|based|ers)s?$/;
/** From this share of capitals on a text is set as a title, in which they say nothing. */
const title = 0.6;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Names in English: words with capitals within a sentence, without those that are translated. */
export const names: Names = {
  find(text) {
    const words = [...text.matchAll(written)].map(
      ({ 0: word, index }): Word => ({ text: word, start: index, end: index + word.length }),
    );
    const long = words.filter(({ text: word }) => /^\p{L}{4,}/u.test(word));
    const capitals = long.filter(({ text: word }) => /^\p{Lu}/u.test(word)).length;
    if (capitals > long.length * title && !/[.!?]/.test(text)) return [];
    return runs(text, words).flatMap((run) => nameOf(text, run));
  },
};

/** Words with capitals that stand together. */
function runs(text: string, words: readonly Word[]): Word[][] {
  const out: Word[][] = [];
  let last: Word | undefined;
  for (const word of words) {
    const capital = /^\p{Lu}/u.test(word.text) && !isFunctionWord(word.text);
    const joined = last !== undefined && text.slice(last.end, word.start) === ' ';
    if (capital && joined) out.at(-1)?.push(word);
    else if (capital) out.push([word]);
    last = capital ? word : undefined;
  }
  return out;
}

function nameOf(text: string, run: readonly Word[]): Name[] {
  const [first, ...rest] = run;
  if (first === undefined) return [];
  // "Ships left": only with more of them is the first word of a sentence a name ("Rubin Group said").
  const begins = beginning.test(text.slice(Math.max(0, first.start - 3), first.start));
  if (begins && rest.length === 0) return [];
  const words = run.map(({ text: word }) => word.replace(/['’]s?$/, ''));
  // Behind a given name everything is a family name: Raheem Sterling, Roy Rogers.
  const parts = words.filter(
    (word, at) =>
      isProper(word) &&
      (!common.test(word) || (at > 0 && isGiven(words[at - 1]!))) &&
      (!ambiguous.test(word) || (at + 1 < words.length && isProper(words[at + 1]!))),
  );
  if (parts.length === 0) return [];
  const { start } = first;
  const { end } = run.at(-1)!;
  return [{ text: text.slice(start, end).replace(/['’]s?$/, ''), start, end, parts }];
}

function isGiven(word: string): boolean {
  return isProper(word) && !common.test(word) && !/[-\d]/.test(word);
}

function isProper(word: string): boolean {
  const lower = word.toLowerCase();
  // Acronyms are translated as often as kept: UN, CEO, GDP.
  if (word.length < 4 || word === word.toUpperCase() || /\d/.test(word)) return false;
  if (translated.has(lower) || translated.has(lower.replace(/s$/, '')) || people.test(lower)) return false;
  return !months.has(lower) && !weekdays.has(lower.replace(/s$/, ''));
}
