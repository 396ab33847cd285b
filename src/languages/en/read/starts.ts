import { currencySigns } from '../../und/currencies.js';
import { type Token, tokenAt, vulgarFractions } from './tokens.js';
import { begins } from './vocabulary.js';

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
  const bits = token.begins;
  const next = tokenAt(tokens, i + 1);
  // A word next to a number, or tied to one by a sign, may be a name (COVID-19, iOS 18) or a currency (NT$5).
  if (next.kind === 'number' || (next.glued && tokenAt(tokens, i + 2).glued)) return bits | begins.name | begins.figure;
  return bits;
}
