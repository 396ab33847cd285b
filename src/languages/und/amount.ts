import { absolute, type Decimal, shift } from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';

/** `1234567.80` as `1,234,567.80`. `precision`: digits that stood after the point, so that 8.00 keeps its zeros. */
export function grouped(value: Decimal, precision = 0): string {
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = absolute(value).split('.');
  const digits = fraction.padEnd(Math.min(precision, 20), '0');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? '-' : ''}${separated}${digits === '' ? '' : `.${digits}`}`;
}

/** Digits after the point. */
export function places(value: Decimal): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

/**
 * The largest of `powers` by which a value can be written short without losing a digit, with at most `most` digits after the
 * point: 25000000000 is 25 × 10⁹. `undefined` where the value is smaller than all, or would need more digits.
 */
export function scaleOf(
  value: Decimal,
  powers: readonly number[],
  most = 3,
): { power: number; value: Decimal } | undefined {
  const size = absolute(value).split('.')[0]!.length;
  for (const power of powers) {
    if (size <= power) continue;
    const scaled = shift(value, -power);
    return places(scaled) <= most ? { power, value: scaled } : undefined;
  }
  return undefined;
}

/** Whether a figure's own text reads the same in every language: `92.1`, `$8.00`, `40%`, `1,024`. Scaled and worded ones do not. */
export function isShared({ text }: Quantity): boolean {
  return /^[+-]?[$€£]?\d{1,3}(?:,\d{3})?(?:\.\d+)?%?$/.test(text);
}

/** Whether points were said in hundredths: 75 basis points, 25bp. "0.75 percentage points, or 75 basis points" says both. */
export function inBasisPoints({ text }: Quantity): boolean {
  return /basis|bps?$|베이시스/i.test(text);
}

/** The same figure in a unit that is 10^`power` times smaller. */
export function scaledBy(quantity: Quantity, power: number): Quantity {
  const { value, min, max, precision = 0 } = quantity;
  return {
    ...quantity,
    ...(value === undefined ? {} : { value: shift(value, power) }),
    ...(min === undefined ? {} : { min: shift(min, power) }),
    ...(max === undefined ? {} : { max: shift(max, power) }),
    precision: Math.max(0, precision - power),
  };
}

/** A cell's plus, which a column of changes has beside its minuses: +15.2%p is +15.2pp. */
export function withPlus(written: string, { text, kind }: Quantity, cell: boolean): string {
  const changes = kind === 'percent' || kind === 'percentage-point' || kind === 'number';
  return cell && changes && /^[+＋]/.test(text) && /^\d/.test(written) ? `+${written}` : written;
}
