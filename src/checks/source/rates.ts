import {
  absolute,
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  negate,
  round,
  shift,
  subtract,
} from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';
import { halfPlace } from './precision.js';

/** A figure with the value that is calculated with. */
export interface Known {
  readonly quantity: Quantity;
  readonly value: Decimal;
  /** Half of the last place that it is known to, where that is not the one it was written to. */
  readonly half?: Decimal;
}

const halfOf = ({ quantity, value, half }: Known): Decimal => half ?? halfPlace(quantity, value);

/** Two figures as known to the same place, the finer of the two: beside 5만6000원, 5만원 is exact to a thousand. */
export function alike(a: Known, b: Known): [Known, Known] {
  const half = compare(halfOf(a), halfOf(b)) < 0 ? halfOf(a) : halfOf(b);
  return [
    { ...a, half },
    { ...b, half },
  ];
}

/** `base^exponent` for a whole exponent, rounded to 18 digits after the point on the way. */
export function power(base: Decimal, exponent: number): Decimal {
  let out: Decimal = '1';
  for (let i = 0; i < exponent; i++) out = round(multiply(out, base), 18);
  return out;
}

/** 32 % as the factor 1.32. */
export function factor(percent: Decimal): Decimal {
  return add('1', shift(percent, -2));
}

/**
 * The yearly rate, in percent with one decimal, that turns `start` into `end` over `years`: the compound annual growth
 * rate. Found by halving, exact at the given place.
 */
export function compoundRate(start: Decimal, end: Decimal, years: number): Decimal {
  const ratio = divide(end, start);
  let low = -1000;
  let high = 100_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const grown = power(add('1', shift(String(middle), -3)), years);
    if (compare(grown, ratio) <= 0) low = middle;
    else high = middle;
  }
  // `low` is the tenth below: the nearer of the two is what a person prints.
  const half = power(add('1', shift(`${low}5`, -4)), years);
  return shift(String(compare(ratio, half) >= 0 ? low + 1 : low), -1);
}

/** Years within which a rate that does not fit is looked for: a wrong number of years is the usual slip. */
const spans = Array.from({ length: 20 }, (_, i) => i + 1);

/** The number of years, other than `years`, over which the printed rate would be right. */
export function fittingSpan(rate: Known, start: Known, end: Known, years: number): number | undefined {
  return spans.find((span) => span !== years && fits(rate, start, end, span));
}

/** Whether the printed yearly rate fits both ends, each known only to its last written place. */
export function fits(rate: Known, start: Known, end: Known, years: number): boolean {
  const slack = halfPlace(rate.quantity, rate.value);
  const low = multiply(
    subtract(start.value, halfPlace(start.quantity, start.value)),
    power(factor(subtract(rate.value, slack)), years),
  );
  const high = multiply(
    add(start.value, halfPlace(start.quantity, start.value)),
    power(factor(add(rate.value, slack)), years),
  );
  const half = halfPlace(end.quantity, end.value);
  return compare(low, add(end.value, half)) <= 0 && compare(high, subtract(end.value, half)) >= 0;
}

/** The change from `start` to `end` in percent of `start`, rounded; to one decimal where nothing is said. */
export function changePercent(start: Decimal, end: Decimal, places = 1): Decimal {
  return round(multiply(divide(subtract(end, start), absolute(start)), '100'), places);
}

/**
 * Whether a printed change, in percent, lies between what the two ends allow, each off by half a place. Some tables print
 * a fall without its sign, in red, so the sign does not count.
 */
export function isChange(rate: Known, start: Known, end: Known): boolean {
  const a = halfOf(start);
  const b = halfOf(end);
  const least = subtract(start.value, a);
  // "$0" or "1 or less" as a start has no change in percent.
  if (compare(least, '0') <= 0) return true;
  const low = changePercent(add(start.value, a), subtract(end.value, b), 6);
  const high = changePercent(least, add(end.value, b), 6);
  return [rate.value, negate(rate.value)].some((value) => within(value, rate, low, high));
}

/** Whether a printed factor ("doubled", 2.3배) lies between what the two ends allow; "3x more" may be meant as four times. */
export function isMultiple(times: Known, start: Known, end: Known, words = '0.25'): boolean {
  const a = halfOf(start);
  const b = halfOf(end);
  const least = subtract(start.value, a);
  if (compare(least, '0') <= 0) return true;
  const low = divide(subtract(end.value, b), add(start.value, a));
  const high = divide(add(end.value, b), least);
  // In words a factor is rounded: "tripled" for 2.9.
  const slack = /\d/.test(times.quantity.text) ? halfPlace(times.quantity, times.value) : words;
  return [times.value, add(times.value, '1')].some(
    (value) => compare(add(value, slack), low) >= 0 && compare(subtract(value, slack), high) <= 0,
  );
}

function within(value: Decimal, { quantity }: Known, low: Decimal, high: Decimal): boolean {
  const slack = halfPlace(quantity, value);
  return compare(add(value, slack), low) >= 0 && compare(subtract(value, slack), high) <= 0;
}
