import { remembering } from '../../remember.js';
import { currencyAliases, currencyCodes, signPrefixes } from '../../und/currencies.js';
import { months, weekdays } from './lexicon/calendar.js';
import { currencyAdjectives, currencyMarks, leadingNouns, lowerCodes } from './lexicon/money.js';
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

/** A word with what the rules ask of it again and again, so that no table is searched for every place that it stands at. */
export interface Word {
  /** As written. */
  readonly text: string;
  readonly lower: string;
  /** What may begin at it, as bits of `begins`. */
  readonly begins: number;
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
  return {
    text,
    lower,
    begins: words.get(lower) ?? 0,
    scale: power === undefined ? undefined : { power },
    small: smallNumbers.get(lower),
    tens: tensNumbers.get(lower),
    currency: currencyOf(text),
  };
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
