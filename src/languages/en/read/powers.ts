import { type Decimal, divide, multiply, shift } from '../../../model/decimal.js';
import { type Numeral, numeralOf } from './phrase.js';
import { type Token, tokenAt } from './tokens.js';

/** A larger exponent is noise: no quantity has so many digits. */
const largest = 40;

const superscripts = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit): [string, number] => [sign, digit]));

/** What is raised, and where its text ends. */
interface Exponent {
  readonly value: number;
  readonly next: number;
}

/** `1e10`, `12.32e+14`, `10^6`, `2.5^-1`, `10⁶`, `6.02 × 10^23`, `3x10⁸`. */
export function powerAt(tokens: readonly Token[], i: number): Numeral | undefined {
  const base = tokenAt(tokens, i);
  const mark = tokenAt(tokens, i + 1);
  if (mark.glued && mark.lower === 'e') {
    const power = signed(tokens, i + 2);
    return power === undefined ? undefined : made(shift(base.value, power.value), power.next);
  }
  const own = exponentAt(tokens, i + 1);
  if (own !== undefined) {
    // 5² may be a power; "m2" is an area, and 1990³ a footnote's number.
    if (mark.text !== '^' && base.value !== '10') return undefined;
    const value = raised(base.value, own.value);
    return value === undefined ? undefined : made(value, own.next);
  }
  const ten = tokenAt(tokens, i + 2);
  if (ten.text !== '10' || !/^[x×·]$/.test(mark.text)) return undefined;
  const power = exponentAt(tokens, i + 3);
  return power === undefined ? undefined : made(shift(base.value, power.value), power.next);
}

const made = (value: Decimal, next: number): Numeral => numeralOf(value, next, true, 1);

/** `^6`, `^-3`, `⁶`, `⁻³`. */
function exponentAt(tokens: readonly Token[], at: number): Exponent | undefined {
  const mark = tokenAt(tokens, at);
  if (!mark.glued) return undefined;
  if (mark.text === '^') return signed(tokens, at + 1);
  const negative = mark.text === '⁻';
  let next = negative ? at + 1 : at;
  let value = 0;
  const start = next;
  for (; next - start < 2; next++) {
    const digit = superscripts.get(tokenAt(tokens, next).text);
    if (digit === undefined || !tokenAt(tokens, next).glued) break;
    value = value * 10 + digit;
  }
  return next === start || value > largest ? undefined : { value: negative ? -value : value, next };
}

/** A plain exponent with its signs: 14, +14, -1, −3. */
function signed(tokens: readonly Token[], start: number): Exponent | undefined {
  let at = start;
  let negative = false;
  for (let signs = 0; signs < 2 && /^[+\-−]$/.test(tokenAt(tokens, at).text); signs++, at++) {
    if (tokenAt(tokens, at).text !== '+') negative = !negative;
  }
  const exponent = tokenAt(tokens, at);
  if (exponent.kind !== 'number' || !exponent.glued || !/^\d{1,2}$/.test(exponent.text)) return undefined;
  const value = Number(exponent.value);
  const after = tokenAt(tokens, at + 1);
  if (value > largest || (after.glued && after.kind === 'word')) return undefined;
  return { value: negative ? -value : value, next: at + 1 };
}

function raised(base: Decimal, power: number): Decimal | undefined {
  if (base === '10') return shift('1', power);
  let value: Decimal = '1';
  // By squares: 9^40 takes eight multiplications and not forty.
  for (let bits = Math.abs(power), square = base; bits > 0; bits >>= 1) {
    if (bits & 1) value = multiply(value, square);
    if (bits > 1) square = multiply(square, square);
  }
  if (power >= 0) return value;
  return value === '0' ? undefined : divide('1', value);
}
