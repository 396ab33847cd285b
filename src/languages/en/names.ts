import type { Name, Names } from '../pack.js';
import { months, weekdays } from './read/lexicon/calendar.js';
import { isFunctionWord } from './terms.js';
import { translated } from './translated.js';

/** Peoples and languages are translated: American, Chinese, Polish. */
const people = /(?:ese|ish|ench|utch|eek|reeks?|wiss|sraeli|raqi|akistani)$/;

const written = /[\p{L}\d]+(?:['’&.-][\p{L}\d]+)*/gu;
/** The same endings as given names have: American, but Jordan, Sebastian, Ethan. */
const ambiguous = /[a-z]ans?$/;

/** What stands before a name and says nothing by itself: San Diego, De Gaulle. */
const leading = new Set(
  'al az bin da de del den der des di do dos du el ibn la las le les los mt san st ste ten ter van von'.split(' '),
);

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
    const joined = last !== undefined && text.slice(last.end, word.start) === ' ';
    // Theresa May is a person, and no modal verb.
    const said = !isFunctionWord(word.text) || (joined && months.has(word.text.toLowerCase()));
    const capital = /^\p{Lu}/u.test(word.text) && said;
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
  // Tim Cook, Lisa Su, Theresa May: two words, one of which says little by itself.
  const brief =
    parts.length === 1 && words.length === 2 && words.some((word, at) => word !== parts[0] && isBrief(word, at));
  const { start } = first;
  const { end } = run.at(-1)!;
  return [{ text: text.slice(start, end).replace(/['’]s?$/, ''), start, end, parts: brief ? words : parts }];
}

function isGiven(word: string): boolean {
  return isProper(word) && !common.test(word) && !/[-\d]/.test(word);
}

/** A name of two or three letters, or one that a month has too, behind a given name. */
function isBrief(word: string, at: number): boolean {
  const lower = word.toLowerCase();
  if (at === 1 && months.has(lower) && word.length < 5) return true;
  if (leading.has(lower)) return false;
  return /^\p{Lu}\p{Ll}{1,2}$/u.test(word) && !translated.has(lower) && !months.has(lower) && !isFunctionWord(word);
}

function isProper(word: string): boolean {
  const lower = word.toLowerCase();
  // Acronyms are translated as often as kept: UN, CEO, GDP. What is shorter is a name beside another only.
  if (word.length < 4 || word === word.toUpperCase() || /\d|n['’]t$/.test(word)) return false;
  if (translated.has(lower) || translated.has(lower.replace(/s$/, '')) || people.test(lower)) return false;
  return !months.has(lower) && !weekdays.has(lower.replace(/s$/, ''));
}
