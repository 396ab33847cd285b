/**
 * Exact decimal numbers as canonical strings: `-?digits(.digits)?`, no leading zeros, no trailing zeros after the
 * point, no `-0`. Two numbers are equal exactly when their strings are. Money and measures go through these functions
 * only; binary floating point would turn 0.1 × 3 into 0.30000000000000004.
 */
export type Decimal = string;

/** `coefficient × 10^exponent`. */
interface Scaled {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const decimalPattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * The canonical form of plain ASCII digits with an optional sign, point and exponent (`"007.50"` → `"7.5"`).
 * Grouping separators must be gone already. Throws RangeError on anything else.
 */
export function decimal(text: string | number | bigint): Decimal {
  const plain = typeof text === 'string' ? text : String(text);
  if (isCanonical(plain)) return plain;
  const match = decimalPattern.exec(plain);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || whole.length + fraction.length === 0) throw new RangeError(`not a decimal number: ${plain}`);
  if (match[4] !== undefined) return shift(decimal(`${match[1]}${whole}.${fraction}`), Number(match[4]));
  return canonical(match[1] === '-', whole, fraction);
}

/** Whether a text is a number without a sign in its canonical form, as nearly all that are read are. */
function isCanonical(text: string): boolean {
  let point = -1;
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 46 && point < 0) point = at;
    else if (code < 48 || code > 57) return false;
  }
  if (point < 0) return length === 1 || text.charCodeAt(0) > 48;
  // 0.4 and 12.5, but neither 00.4, .4 nor 12.50.
  return (
    point > 0 && (point === 1 || text.charCodeAt(0) > 48) && point < length - 1 && text.charCodeAt(length - 1) > 48
  );
}

/**
 * Digits, sign and point together, up to which a double holds a number exactly, or tells it from every other: such whole
 * numbers are added and multiplied without a bigint, which costs ten times as much.
 */
const exactly = 15;

function canonical(negative: boolean, whole: string, fraction: string): Decimal {
  let from = 0;
  while (from < whole.length - 1 && whole.charCodeAt(from) === 48) from++;
  let to = fraction.length;
  while (to > 0 && fraction.charCodeAt(to - 1) === 48) to--;
  const digits = whole.length === 0 ? '0' : whole.slice(from);
  const body = to === 0 ? digits : `${digits}.${fraction.slice(0, to)}`;
  return negative && body !== '0' ? `-${body}` : body;
}

/** `value × 10^places`, by moving the point: no arithmetic, so it is exact and cheap. */
export function shift(value: Decimal, places: number): Decimal {
  if (places === 0) return value;
  if (places > 0 && !value.includes('.')) return value === '0' ? value : value + '0'.repeat(places);
  const negative = value.startsWith('-');
  const body = negative ? value.slice(1) : value;
  const point = body.indexOf('.');
  const whole = point < 0 ? body : body.slice(0, point);
  const fraction = point < 0 ? '' : body.slice(point + 1);
  if (places > 0) {
    const moved = fraction.padEnd(places, '0');
    return canonical(negative, whole + moved.slice(0, places), moved.slice(places));
  }
  const padded = whole.padStart(1 - places, '0');
  return canonical(negative, padded.slice(0, padded.length + places), padded.slice(padded.length + places) + fraction);
}

function scaled(value: Decimal): Scaled {
  const point = value.indexOf('.');
  if (point < 0) return { coefficient: BigInt(value), exponent: 0 };
  return { coefficient: BigInt(value.slice(0, point) + value.slice(point + 1)), exponent: point + 1 - value.length };
}

function unscaled(coefficient: bigint, exponent: number): Decimal {
  return shift(coefficient.toString(), exponent);
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const left = scaled(a);
  const right = scaled(b);
  const exponent = Math.min(left.exponent, right.exponent);
  return [
    left.coefficient * 10n ** BigInt(left.exponent - exponent),
    right.coefficient * 10n ** BigInt(right.exponent - exponent),
    exponent,
  ];
}

/** `a + b`, exact. */
export function add(a: Decimal, b: Decimal): Decimal {
  if (a === '0') return b;
  if (b === '0') return a;
  if (a.length <= exactly && b.length <= exactly && !a.includes('.') && !b.includes('.'))
    return String(Number(a) + Number(b));
  const [left, right, exponent] = aligned(a, b);
  return unscaled(left + right, exponent);
}

/** `a − b`, exact. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

/** `a × b`, exact. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  if (a === '1') return b;
  if (b === '1') return a;
  if (a.length + b.length <= exactly && !a.includes('.') && !b.includes('.')) return String(Number(a) * Number(b));
  const left = scaled(a);
  const right = scaled(b);
  return unscaled(left.coefficient * right.coefficient, left.exponent + right.exponent);
}

/** `a ÷ b` to `digits` significant digits, half away from zero. Throws RangeError when `b` is zero. */
export function divide(a: Decimal, b: Decimal, digits = 20): Decimal {
  const [left, right] = aligned(a, b);
  if (right === 0n) throw new RangeError(`division of ${a} by zero`);
  if (left === 0n) return '0';
  const negative = left < 0n !== right < 0n;
  const top = left < 0n ? -left : left;
  const bottom = right < 0n ? -right : right;
  const places = digits + Math.max(0, bottom.toString().length - top.toString().length);
  const quotient = (top * 10n ** BigInt(places + 1)) / bottom;
  const rounded = (quotient + 5n) / 10n;
  return unscaled(negative ? -rounded : rounded, -places);
}

/** `−value`. */
export function negate(value: Decimal): Decimal {
  if (value === '0') return value;
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

/** `|value|`. */
export function absolute(value: Decimal): Decimal {
  return value.startsWith('-') ? value.slice(1) : value;
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  if (a === b) return 0;
  if (a.length <= exactly && b.length <= exactly) return Number(a) < Number(b) ? -1 : 1;
  const [left, right] = aligned(a, b);
  return left < right ? -1 : 1;
}

/** `value` rounded to `places` digits after the point, half away from zero. */
export function round(value: Decimal, places: number): Decimal {
  const { coefficient, exponent } = scaled(value);
  if (-exponent <= places) return value;
  const unit = 10n ** BigInt(-exponent - places);
  const size = coefficient < 0n ? -coefficient : coefficient;
  const rounded = (size + unit / 2n) / unit;
  return unscaled(coefficient < 0n ? -rounded : rounded, -places);
}
