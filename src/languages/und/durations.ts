import { type Decimal, multiply } from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';

/** Durations that Korean and Japanese say in another unit: how many of which. */
const converted: ReadonlyMap<string, readonly [factor: Decimal, unit: string]> = new Map([
  ['decade', ['10', 'year']],
  ['century', ['100', 'year']],
  ['fortnight', ['2', 'week']],
]);

/** A duration in the unit that it is said in: two decades are 20 years. `undefined` where that is its own. */
export function inSaidUnit(quantity: Quantity): Quantity | undefined {
  const other = converted.get(quantity.unit ?? '');
  if (other === undefined) return undefined;
  const [factor, unit] = other;
  const { value, min, max } = quantity;
  return {
    ...quantity,
    unit,
    ...(value === undefined ? {} : { value: multiply(value, factor) }),
    ...(min === undefined ? {} : { min: multiply(min, factor) }),
    ...(max === undefined ? {} : { max: multiply(max, factor) }),
  };
}
