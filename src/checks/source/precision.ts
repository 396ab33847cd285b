import { absolute, compare, type Decimal, divide, multiply, shift, subtract } from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';

/** Zeros at the end of a plain value; negative for digits after its point. */
function trailingZeros(value: Decimal): number {
  const point = value.indexOf('.');
  if (point >= 0) return point + 1 - value.length;
  return /0*$/.exec(value)?.[0].length ?? 0;
}

/**
 * Half of the last place that a figure was written to: `$45B` says 45 billion to the nearest billion, so its half place
 * is 500 million; `92.10` is known to 0.005, `1조 6,000억` to half of 억. A figure in words is exact.
 */
export function halfPlace({ text }: Quantity, value: Decimal): Decimal {
  const numeral = /\d[\d,.]*(?=\D*$)/.exec(text)?.[0].replace(/,/g, '').replace(/\.$/, '');
  if (numeral === undefined || numeral.length > 30) return '0';
  const plain = absolute(value);
  if (plain === '0') return shift('5', -(numeral.split('.')[1]?.length ?? 0) - 1);
  // 6,000억 is 600,000,000,000: eleven zeros, three of which stand in the text, so the last place is 10^8.
  const written = /0*$/.exec(numeral.replace('.', ''))?.[0].length ?? 0;
  return shift('5', trailingZeros(plain) - written - 1);
}

/** The same for what may be a count: 48 people are no 49, while 1,200 and 600 may be rounded. */
export function slackOf(quantity: Quantity, value: Decimal): Decimal {
  const isCount = quantity.kind === 'number' && /^\d{1,3}$/.test(value) && !value.endsWith('00');
  return isCount ? '0' : halfPlace(quantity, value);
}

/** How far apart two values are, in percent of the second; 0 where that is 0. */
export function percentOff(a: Decimal, b: Decimal): Decimal {
  if (compare(b, '0') === 0) return '0';
  return multiply(divide(absolute(subtract(a, b)), absolute(b)), '100');
}
