import { type Decimal, decimal } from '../../model/decimal.js';
import { unitsOf } from './code-units.js';

/** A run of digits as read: its exact value, where it ends, and how many digits stood after the point. */
export interface DigitRun {
  readonly value: Decimal;
  readonly end: number;
  readonly precision: number;
  /** Digits before the point as written, without separators: a leading zero tells a code (007) from a number. */
  readonly whole: string;
  /** Whether thousands were separated. */
  readonly grouped: boolean;
}

/** The digit 0–9 of a UTF-16 unit, ASCII or full-width (U+FF10–FF19), else −1. */
export function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** Separators of thousands that may stand between groups of three: comma, full-width comma, no-break and thin spaces, apostrophes (CLDR de-CH), underscore (source code). */
const groupers = unitsOf(",，\u00a0\u202f\u2009'’_");
const points = unitsOf('.．');

function groupOfThree(text: string, at: number): boolean {
  return (
    digitOf(text.charCodeAt(at)) >= 0 &&
    digitOf(text.charCodeAt(at + 1)) >= 0 &&
    digitOf(text.charCodeAt(at + 2)) >= 0 &&
    digitOf(text.charCodeAt(at + 3)) < 0
  );
}

/** The end of `,34,567` after `12`: groups of two and a last one of three (lakhs and crores), or `at` where there are none. */
function indianEnd(text: string, at: number): number {
  let end = at;
  for (let groups = 0; groups < 6; groups++) {
    if (text.charCodeAt(end) !== 0x2c) return at;
    if (groups > 0 && groupOfThree(text, end + 1)) return text.charCodeAt(end + 4) === 0x2c ? at : end + 4;
    const pair = [1, 2].every((step) => text.charCodeAt(end + step) >= 48 && text.charCodeAt(end + step) <= 57);
    if (!pair || digitOf(text.charCodeAt(end + 3)) >= 0) return at;
    end += 3;
  }
  return at;
}

function digitsUntil(text: string, start: number): [string, number] {
  let digits = '';
  let at = start;
  let ascii = true;
  for (let d = digitOf(text.charCodeAt(at)); d >= 0; d = digitOf(text.charCodeAt(++at))) {
    if (text.charCodeAt(at) > 57) ascii = false;
  }
  if (ascii) return [text.slice(start, at), at];
  for (let i = start; i < at; i++) digits += digitOf(text.charCodeAt(i));
  return [digits, at];
}

/** 1 414 021 100: with plain spaces only two groups or more are one number; "call 555 100" is none. */
function spacedGroups(text: string, at: number): boolean {
  return groupOfThree(text, at + 1) && text.charCodeAt(at + 4) === 0x20 && groupOfThree(text, at + 5);
}

/**
 * Reads the number whose first digit stands at `start`: `1,234,567.80`, `４５`, `1 234 567` with no-break spaces,
 * `2.200.112` (two groups or more, so that `1.234` stays a decimal). One pass; each character is looked at a bounded
 * number of times.
 */
export function readDigits(text: string, start: number): DigitRun {
  if (start === last.start && text === last.text) return last.run;
  const run = readRun(text, start);
  last = { text, start, run };
  return run;
}

/** The last number read: a date, a time and an amount are tried one after the other at the same place. */
let last: { readonly text: string; readonly start: number; readonly run: DigitRun } = {
  text: '',
  start: -1,
  run: { value: '0', end: 0, precision: 0, whole: '0', grouped: false },
};

function readRun(text: string, start: number): DigitRun {
  let [whole, at] = digitsUntil(text, start);
  let grouped = false;
  if (whole.length <= 3) {
    const separator = text.charCodeAt(at);
    if (groupers.has(separator)) {
      while (text.charCodeAt(at) === separator && groupOfThree(text, at + 1)) {
        const [group, next] = digitsUntil(text, at + 1);
        whole += group;
        at = next;
        grouped = true;
      }
    } else if (separator === 0x20 && spacedGroups(text, at)) {
      while (text.charCodeAt(at) === separator && groupOfThree(text, at + 1)) {
        const [group, next] = digitsUntil(text, at + 1);
        whole += group;
        at = next;
        grouped = true;
      }
    } else if (points.has(separator) && groupOfThree(text, at + 1) && text.charCodeAt(at + 4) === separator) {
      if (groupOfThree(text, at + 5)) {
        while (text.charCodeAt(at) === separator && groupOfThree(text, at + 1)) {
          const [group, next] = digitsUntil(text, at + 1);
          whole += group;
          at = next;
        }
        grouped = true;
      }
    }
  }
  if (!grouped && whole.length <= 2 && text.charCodeAt(at) === 0x2c) {
    const end = indianEnd(text, at);
    if (end > at) {
      whole += text.slice(at, end).replaceAll(',', '');
      at = end;
      grouped = true;
    }
  }
  let fraction = '';
  if (points.has(text.charCodeAt(at)) && digitOf(text.charCodeAt(at + 1)) >= 0) {
    [fraction, at] = digitsUntil(text, at + 1);
  }
  const plain = fraction === '' && (whole.charCodeAt(0) !== 48 || whole === '0');
  const value = plain ? whole : decimal(fraction === '' ? whole : `${whole}.${fraction}`);
  return { value, end: at, precision: fraction.length, whole, grouped };
}
