import { remembering } from '../../remember.js';
import { codeAt } from '../../und/code-units.js';
import { currencyAliases, currencyCodes, signPrefixes } from '../../und/currencies.js';
import { months, weekdays } from './lexicon/calendar.js';
import { currencyAdjectives, currencyMarks, currencyNouns, leadingNouns, lowerCodes } from './lexicon/money.js';
import {
  fractionWords,
  groups,
  multipliers,
  ordinals,
  pluralScales,
  scales,
  smallNumbers,
  tensNumbers,
  vagueNouns,
  vagueQuantifiers,
} from './lexicon/numerals.js';
import { durationNouns, shortUnits, unitNouns } from './lexicon/units.js';

/** What may begin at a token, as bits. Nine words of ten begin nothing, and no rule is tried on them. */
export const begins = { date: 1, time: 2, figure: 4, name: 8 } as const;

const words = new Map<string, number>();

function may(bits: number, keys: Iterable<string>): void {
  for (const key of keys) {
    const lower = key.toLowerCase();
    words.set(lower, (words.get(lower) ?? 0) | bits);
  }
}

may(begins.date, months.keys());
may(begins.date, weekdays.keys());
may(
  begins.date,
  'q h fy fiscal financial early mid middle late final ad bc twenties thirties forties fifties sixties seventies eighties nineties'.split(
    ' ',
  ),
);
may(begins.date | begins.figure, ordinals.keys());
may(begins.date | begins.figure, tensNumbers.keys());
may(begins.time | begins.figure, smallNumbers.keys());
may(begins.time, ['noon', 'midday', 'midnight']);
may(begins.time | begins.figure, fractionWords.keys());
for (const table of [
  scales,
  multipliers,
  groups,
  vagueNouns,
  currencyAdjectives,
  currencyMarks,
  signPrefixes,
  currencyAliases,
]) {
  may(begins.figure, table.keys());
}
for (const set of [vagueQuantifiers, leadingNouns, lowerCodes, currencyCodes]) may(begins.figure, set);
may(
  begins.figure,
  'a an once single no nos point minus negative u decade teen teens teenage teenaged teenager teenagers'.split(' '),
);
may(begins.figure, ['multimillion', 'multibillion', 'multitrillion', 'multithousand']);
may(begins.figure, 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' '));

/**
 * Whether any word of the table may have these letters, by a mark for each: first and second letter (small and capital
 * letters share their last five bits), last letter and length. A mark stands for more words than those of the table, but
 * eight words of ten have none, and so need not be cut out and looked up.
 */
const marks = new Uint8Array(1 << 14);

function markOf(first: number, second: number, last: number, length: number): number {
  const letters = (first & 31) | ((second & 31) << 5) | ((last & 31) << 10) | ((length & 31) << 15);
  return Math.imul(letters, 0x9e3779b1) >>> 18;
}

for (const word of words.keys())
  marks[markOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(word.length - 1), word.length)] = 1;

/** Whether the word from `start` to `end` may be one at which something begins. */
export function mayBegin(text: string, start: number, end: number): boolean {
  const length = end - start;
  const first = codeAt(text, start);
  const second = length > 1 ? codeAt(text, start + 1) : 0;
  const last = codeAt(text, end - 1);
  // Small and capital letters with marks share nothing.
  if ((first | second | last) > 127) return true;
  // "tenfold", "TENFOLD" are in no table.
  if (length >= 4 && (last | 32) === 100 && (codeAt(text, end - 4) | 32) === 102) return true;
  return marks[markOf(first, second, last, length)] === 1;
}

/** A word with what the rules ask of it again and again, so that no table is searched for every place that it stands at. */
export interface Word {
  /** As written. */
  readonly text: string;
  readonly lower: string;
  /** What may begin at it, as bits of `begins`. */
  readonly begins: number;
  /** Whether an article before it may say one of it, or be part of its number: a mile, an hour, a third, a few. */
  readonly counted: boolean;
  /** Whether a number after a space may belong to it: iOS 18, level 4, Won 500bn; never "the 12", "in 1976". */
  readonly named: boolean;
  /** The power of ten of a scale word; plurals count, because a number stands before. */
  readonly scale: { readonly power: number } | undefined;
  /** The number below twenty, or the tens, that it says. */
  readonly small: number | undefined;
  readonly tens: number | undefined;
  /** The ISO 4217 code that it writes out: USD, RMB, usd. */
  readonly currency: string | undefined;
}

function looked(text: string): Word {
  const lower = text.toLowerCase();
  const power = scales.get(lower) ?? pluralScales.get(lower);
  const bits = words.get(lower) ?? (lower.endsWith('fold') ? begins.figure : 0);
  return {
    text,
    lower,
    begins: bits,
    counted: (bits & begins.figure) !== 0 || isCounted(text, lower),
    named: /[A-Z]/.test(text) || plainHeads.has(text),
    scale: power === undefined ? undefined : { power },
    small: smallNumbers.get(lower),
    tens: tensNumbers.get(lower),
    currency: currencyOf(text),
  };
}

/** Nouns in small letters that a number names a member of. */
export const plainHeads: ReadonlySet<string> = new Set(
  'figure table chapter section level version tier type'.split(' '),
);

const afterArticles: ReadonlySet<string> = new Set('percentage full whole few several couple pair dozen'.split(' '));

function isCounted(text: string, lower: string): boolean {
  return (
    afterArticles.has(lower) ||
    durationNouns.has(lower) ||
    unitNouns.has(lower) ||
    currencyNouns.has(lower) ||
    shortUnits.has(text)
  );
}

function currencyOf(text: string): string | undefined {
  if (text.length > 4) return undefined;
  const upper = lowerCodes.has(text) ? text.toUpperCase() : text;
  return currencyAliases.get(upper) ?? (currencyCodes.has(upper) ? upper : currencyMarks.get(upper));
}

/** Longest word that is remembered: V8 keeps the whole text of a longer piece of it. */
const longest = 12;
/** The words of some thousand sentences, and of as many before them. */
const generation = 4000;

/** A word by its letters. Texts repeat their words, and so do the texts of a site. */
export const wordOf = remembering(looked, longest, generation);

/** What stands in a word's place beside numbers and signs. */
export const noWord: Word = looked('');
