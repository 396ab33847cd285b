import { add, type Decimal, decimal, multiply, shift } from '../../../model/decimal.js';
import { digitOf, readDigits } from '../../und/digits.js';

/** A number as it stands in a text. */
export interface Numeral {
  readonly value: Decimal;
  readonly end: number;
  readonly precision: number;
  /** Written in Han alone, with neither a digit nor 万, 億 …: 三, 二十. */
  readonly bare: boolean;
}

const digits: ReadonlyMap<string, number> = new Map([...'〇一二三四五六七八九'].map((char, index) => [char, index]));
const small: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
]);
const large: ReadonlyMap<string, number> = new Map([
  ['万', 4],
  ['億', 8],
  ['兆', 12],
  ['京', 16],
]);

/** 三千五百, 二〇二六, 十 as a number below 万; nothing where no numeral stands. */
function readHan(text: string, start: number): { value: Decimal; end: number } | undefined {
  let at = start;
  let run = '';
  let total = '0';
  let last = 4;
  for (; at < text.length; at++) {
    const char = text[at]!;
    const digit = digits.get(char);
    const power = small.get(char);
    if (digit !== undefined) run += digit;
    // 三千五百: powers fall; before one stands one digit at most.
    else if (power !== undefined && power < last && run.length <= 1) {
      total = add(total, shift(run === '' ? '1' : run, power));
      run = '';
      last = power;
    } else break;
  }
  if (at === start) return undefined;
  return { value: run === '' ? total : add(total, decimal(run)), end: at };
}

/** One part of a number, before 万 or at its end: 3500, 3千500, 三千五百. */
function readPart(text: string, at: number) {
  if (digitOf(text.charCodeAt(at)) < 0) {
    const han = readHan(text, at);
    return han && { ...han, precision: 0, han: true };
  }
  let { value, end, precision } = readDigits(text, at);
  let last = 4;
  let scaled = '0';
  let open = true;
  for (
    let power = small.get(text[end] ?? '');
    power !== undefined && power < last;
    power = small.get(text[end] ?? '')
  ) {
    scaled = add(scaled, shift(value, power));
    last = power;
    end++;
    open = digitOf(text.charCodeAt(end)) >= 0;
    if (!open) break;
    const next = readDigits(text, end);
    value = next.value;
    end = next.end;
  }
  return { value: last === 4 || open ? add(scaled, value) : scaled, end, precision, han: false };
}

/** Digits of one run; the English and the Korean reader have the same limit. */
const longestRun = 40;

/**
 * Past a run of more digits than any figure has, Arabic or Han (a hash, a blob), whose value would take longer to compare
 * than to read; `at` where none stands.
 */
export function blobEnd(text: string, at: number): number {
  const isDigit = (i: number) => digitOf(text.charCodeAt(i)) >= 0 || digits.has(text[i] ?? '');
  if (!isDigit(at) || !isDigit(at + longestRun)) return at;
  let end = at;
  while (isDigit(end)) end++;
  return end - at > longestRun ? end : at;
}

/**
 * The number that begins at `start`: 1兆8000億, 3万5千, 25億, 1,234.5, ４２００, 二十五億. Parts fall by their 万, 億 …; after a
 * part with digits after the point nothing follows.
 */
export function readNumeral(text: string, start: number): Numeral | undefined {
  let total: Decimal = '0';
  let end = start;
  let last = 20;
  let precision = 0;
  let bare = true;
  if (blobEnd(text, start) > start) return undefined;
  for (let at = start; at < text.length; ) {
    const part = readPart(text, at);
    if (part === undefined) break;
    const power = large.get(text[part.end] ?? '');
    if (power !== undefined && power >= last) break;
    if (power === undefined && last < 20 && part.value.replace(/\..*/, '').length > 4) break;
    total = add(total, power === undefined ? part.value : multiply(part.value, shift('1', power)));
    precision = part.precision;
    bare &&= part.han && power === undefined;
    end = part.end + (power === undefined ? 0 : 1);
    if (power === undefined || part.precision > 0) break;
    last = power;
    at = end;
  }
  return end === start ? undefined : { value: total, end, precision, bare };
}
