import type { Quantity } from '../../../model/quantity.js';
import { currencyAliases, currencyCodes } from '../../und/currencies.js';
import { unitSymbols } from '../../und/units.js';
import {
  counters,
  currencies,
  durations,
  moreCounters,
  moreCurrencies,
  moreDurations,
  moreUnits,
  unitWords,
} from '../words.js';

/** What stands right behind a number and says what it is. */
export interface Suffix extends Pick<Quantity, 'kind' | 'unit'> {
  /** Powers of ten by which the number is moved: 3割 are 30%. */
  readonly shift?: number;
  /** Whether a number in Han before it is a figure: 三人, but not 一部. */
  readonly han: boolean;
}

const of = (kind: Quantity['kind'], unit?: string, han = true): Suffix => ({
  kind,
  ...(unit === undefined ? {} : { unit }),
  han,
});

/** Counters that a Han numeral makes another word with: 一部 is "a part", 十分 "enough", 一時 "for a time", 一通り. */
const wordlike: ReadonlySet<string> = new Set('部 分 本 通 杯 床 組 頭 度 株 棟 名 羽 世代 段階 キロ ミリ'.split(' '));

const table = new Map<string, Suffix>();
const put = (words: Iterable<readonly [string, string]>, kind: Quantity['kind']) => {
  for (const [word, unit] of words) table.set(word, of(kind, unit, !wordlike.has(word)));
};
const turned = (map: ReadonlyMap<string, string>) => [...map].map(([unit, word]) => [word, unit] as const);
put(unitSymbols, 'measure');
put(moreUnits, 'measure');
put(turned(unitWords), 'measure');
put(moreDurations, 'duration');
put(turned(durations), 'duration');
put(moreCounters, 'number');
// Machines and vehicles are counted alike, and named by the first.
put(turned(counters).reverse(), 'number');
put(currencyAliases, 'money');
put(
  [...currencyCodes].map((code) => [code, code] as const),
  'money',
);
put(moreCurrencies, 'money');
put(
  [...currencies].map(([code, [name]]) => [name, code] as const),
  'money',
);
for (const sign of ['%', '％', 'パーセント']) {
  table.set(sign, of('percent'));
  table.set(`${sign}ポイント`, of('percentage-point'));
}
table.set('割', { ...of('percent'), shift: 1 });
table.set('倍', of('multiplier'));
table.set('番目', of('ordinal'));
table.set('位', of('ordinal'));

const longest = Math.max(...[...table.keys()].map((word) => word.length));

/** The longest suffix at `at`. A symbol does not end within a Latin word: 5m, but not 5medals. */
export function suffixAt(text: string, at: number): { readonly suffix: Suffix; readonly end: number } | undefined {
  // "5 km": a space may stand before Latin letters.
  const from = text[at] === ' ' && /[A-Za-zμµ°℃]/.test(text[at + 1] ?? '') ? at + 1 : at;
  for (let length = Math.min(longest, text.length - from); length > 0; length--) {
    const word = text.slice(from, from + length);
    const suffix = table.get(word);
    if (suffix === undefined) continue;
    if (/[A-Za-z]$/.test(word) && /[A-Za-z]/.test(text[from + length] ?? '')) continue;
    return { suffix, end: from + length };
  }
  return undefined;
}
