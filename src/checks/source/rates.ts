import { absolute, add, compare, type Decimal, divide, multiply, round, shift, subtract } from '../../model/decimal.js';
import type { Figure } from './grid.js';
import { halfPlace } from './precision.js';

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

/** Whether the printed yearly rate fits both ends, each known only to its last written place. */
export function fits(rate: Figure, start: Figure, end: Figure, years: number): boolean {
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

/** The change from `start` to `end` in percent of `start`, rounded to one decimal. */
export function changePercent(start: Decimal, end: Decimal): Decimal {
  return round(multiply(divide(subtract(end, start), absolute(start)), '100'), 1);
}
