import { currencyAliases, currencyCodes, currencySigns, signPrefixes } from '../../und/currencies.js';
import { months, weekdays } from './lexicon/calendar.js';
import { currencyAdjectives, currencyMarks, leadingNouns, lowerCodes } from './lexicon/money.js';
import {
  fractionWords,
  groups,
  multipliers,
  ordinals,
  scales,
  smallNumbers,
  tensNumbers,
  vagueNouns,
  vagueQuantifiers,
} from './lexicon/numerals.js';
import { type Token, tokenAt, vulgarFractions } from './tokens.js';

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

const signs = new Map<string, number>();
for (const sign of ["'", '’', '‘']) signs.set(sign, begins.date);
for (const table of [currencySigns, vulgarFractions]) for (const sign of table.keys()) signs.set(sign, begins.figure);
for (const sign of ['-', '−', '－', '△', '▽', '+', '▲', '▼', '.']) signs.set(sign, begins.figure);

const everything = begins.date | begins.time | begins.figure | begins.name;

/** What may begin at token `i`. */
export function startsAt(tokens: readonly Token[], i: number): number {
  const token = tokenAt(tokens, i);
  if (token.kind === 'number') return everything;
  if (token.kind === 'sign') return signs.get(token.text) ?? 0;
  let bits = words.get(token.lower) ?? 0;
  const next = tokenAt(tokens, i + 1);
  // A word next to a number, or tied to one by a sign, may be a name (COVID-19, iOS 18) or a currency (NT$5).
  if (next.kind === 'number' || (next.glued && tokenAt(tokens, i + 2).glued)) bits |= begins.name | begins.figure;
  return bits === 0 && token.lower.endsWith('fold') ? begins.figure : bits;
}
