import { absolute, type Decimal, shift } from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';

/**
 * Half of the last place that a figure was written to: `$45B` says 45 billion to the nearest billion, so its half place
 * is 500 million; `92.10` is known to 0.005. Zeros at the end of whole digits count as not known, which is the lenient
 * reading ("450 people" may be 446).
 */
export function halfPlace(quantity: Quantity, value: Decimal): Decimal {
  const plain = absolute(value);
  const point = plain.indexOf('.');
  if (point >= 0) return shift('5', -Math.max(plain.length - point - 1, 0) - 1);
  // A written fraction that ended in zeros (8.00) has lost them in the value, not in `precision`.
  if (quantity.precision !== undefined && quantity.precision > 0 && plain.length < 7)
    return shift('5', -quantity.precision - 1);
  const zeros = /0*$/.exec(plain)?.[0].length ?? 0;
  return shift('5', Math.min(zeros, Math.max(plain.length - 1, 0)) - 1);
}
