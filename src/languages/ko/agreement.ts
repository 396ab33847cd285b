import { placeholder } from '../../model/inline.js';
import type { Disagreement } from '../pack.js';
import { certainEnding } from './certain.js';
import { type Ending, endingOf } from './endings.js';
import { isVerbStem, isWhole, makesNoWord } from './nouns.js';
import { agreeing, particleAt, wordBefore } from './particles.js';

/** Where a particle may begin: after something that is not a space, up to the end of the word. */
const candidate =
  /(?:이에요|예요|이라도|이라는|이라고|이라며|이라면|라는|라고|라며|라도|라면|(?:으로|로)(?:부터|서|써|는|도)?|이나|이란|이랑|이며|이든|[과와](?:는|도|의)|[은는이가을를과와])(?![\p{L}\p{N}(/]|$)|(?:으로|로|[은는이가을를과와])$/gu;

/** Forms that also are an ending or a word of their own, or that may stand in full after a vowel (API이며): only sure when short after a consonant. */
const contractions = new Set(['라는', '라고', '라며', '예요']);
const unsure = new Set([
  '이에요',
  '이라도',
  '라도',
  '라면',
  '이라면',
  '이라는',
  '이라고',
  '이라며',
  '이나',
  '나',
  '이란',
  '란',
  '이랑',
  '이며',
  '이든',
]);

/** Longest text in which agreement is looked for, in UTF-16 units. */
const longest = 200_000;

/**
 * Particles that do not agree with the word before them, where there is no doubt: neither about the sound that the word
 * ends in, nor whether it is a noun with a particle at all (한글 맞춤법, 표준국어대사전). `readings` says how a word is read.
 */
export function disagreements(text: string, readings: (word: string) => string | undefined): Disagreement[] {
  const out: Disagreement[] = [];
  for (const { index } of text.slice(0, longest).matchAll(candidate)) {
    const form = particleAt(text, index);
    const end = index + (form?.text.length ?? 0);
    if (form === undefined || unsure.has(form.text) || /[\s(（/·]/.test(text[index - 1] ?? ' ')) continue;
    const word = wordBefore(text, index);
    const from = text.lastIndexOf(word, index - 1);
    // Code that nobody reads aloud, an address.
    if (text.slice(from, index).includes(placeholder) || text[from - 1] === '/') continue;
    const ending = endings(text, index, word, readings);
    if (word === '' || ending.length === 0) continue;
    const right = agreeing(form.pair, ending[0]!);
    if (ending.some((one) => agreeing(form.pair, one) === form.text) || right === form.text) continue;
    const last = word.at(-1)!;
    const bare = text[index - 1] === last && /[가-힣]/.test(last);
    if (bare && readings(word) === undefined && !isSlip(hangulBefore(word), form.text)) continue;
    if (/[\d]$/.test(word) && /^[가과]$/.test(form.text) && /^\d{1,2}$/.test(word)) continue;
    out.push({ start: index, end, text: form.text, right, word });
  }
  return out;
}

/** How the word before a particle may end; several where a bracket stands between, since some go by what it holds. */
function endings(text: string, at: number, word: string, readings: (word: string) => string | undefined): Ending[] {
  const own = endingsOf(word, readings);
  const before = text.slice(Math.max(0, at - 60), at);
  const inside = /[)）]/.test(before) ? /([^\s()（）]+)[)）]["'”’」』》*_\]]*$/u.exec(before)?.[1] : undefined;
  if (inside === undefined || own.length === 0) return own;
  const other = endingsOf(inside, readings);
  return other.length === 0 ? [] : [...own, ...other];
}

function endingsOf(word: string, readings: (word: string) => string | undefined): Ending[] {
  const reading = readings(word);
  if (reading !== undefined) {
    const read = endingOf(reading);
    return read === undefined ? [] : [read];
  }
  const certain = certainEnding(word);
  if (certain === undefined) return [];
  return certain.open === true ? ['consonant', 'rieul'] : [certain.ending];
}

function hangulBefore(word: string): string {
  return /[가-힣]*$/.exec(word)![0];
}

/** Whether a form behind Hangul is sure to be a particle in the wrong form. `word` ends in a sound that the form does not fit. */
function isSlip(word: string, form: string): boolean {
  const last = word.at(-1);
  if (last === undefined) return false;
  // 말라고, 살라는 are verbs.
  if (contractions.has(form)) return form === '예요' || (last.charCodeAt(0) - 0xac00) % 28 !== 8;
  switch (form) {
    case '를':
    case '와':
    case '와는':
    case '와의':
      return true;
    case '는':
      return !isVerbStem(word);
    case '은':
    case '을':
      return !isWhole(word, form);
    case '가':
    case '로':
    case '이':
    case '과':
      return makesNoWord(word, form);
    default:
      // 으로 and its kin follow no vowel; 로부터, 로써 and the rest are left alone after Hangul (경로는, 도로서).
      return form.startsWith('으로');
  }
}
