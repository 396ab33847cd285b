import { add, type Decimal, divide, negate, shift } from '../../../model/decimal.js';
import { digitOf } from '../../und/digits.js';
import { native } from './native.js';
import { changed, type Numeral, numeralOf } from './numeral.js';
import { readDigitNumeral } from './scaled.js';
import { sino } from './sino.js';
import { isSpace } from './text.js';

/** 1/3, 3/4: a fraction of small numbers; 24/7 and 9/11 are names. */
export function slashFraction(text: string, at: number): Numeral | undefined {
  if (text[at + 1] !== '/') return undefined;
  const match = /^([1-9])\/([2-9]|10)(?![\d/.])/.exec(text.slice(at, at + 5));
  const [, numerator, denominator] = match ?? [];
  if (numerator === undefined || denominator === undefined || Number(numerator) >= Number(denominator))
    return undefined;
  return shared(numerator, denominator, at + numerator.length + 1 + denominator.length, 'digits');
}

/** 3분의 1, 삼분의 일, 20분의 마이너스 1: the denominator has been read. */
export function fractionAfter(text: string, denominator: Numeral): Numeral | undefined {
  if (text[denominator.end] !== '분' && text[denominator.end + 1] !== '분') return undefined;
  const joint = /^\s?분의\s?(마이너스\s?|음수\s?|[-−](?=\d))?/.exec(text.slice(denominator.end, denominator.end + 10));
  if (joint === null || denominator.upper !== undefined || denominator.vague !== undefined) return undefined;
  const at = denominator.end + joint[0].length;
  const digit = digitOf(text.charCodeAt(at)) >= 0;
  const full = digit ? readDigitNumeral(text, at) : (sino(text, at) ?? native(text, at));
  const read = full === undefined ? undefined : (withoutOnly(text, at, full) ?? full);
  const numerator = read?.without !== undefined && !counts(text, read) ? read.without : read;
  if (numerator === undefined || numerator.upper !== undefined || denominator.value === '0') return undefined;
  // 이분의 일을 돕다: this person's work.
  if (/^이분의 일[을에들도]/.test(text.slice(denominator.end - 1, numerator.end + 1)) && denominator.value === '2')
    return undefined;
  const top = joint[1] === undefined ? numerator.value : negate(numerator.value);
  const script = denominator.script === 'digits' || numerator.script === 'digits' ? 'digits' : 'sino';
  return shared(top, denominator.value, numerator.end, script);
}

function shared(numerator: Decimal, denominator: Decimal, end: number, script: Numeral['script']): Numeral {
  const numeral = numeralOf(divide(numerator, denominator), end, script, 0);
  numeral.fraction = [numerator, denominator];
  return numeral;
}

/** 3분의 1만 남았다, 일조분의 일만큼: 만 is "only" after a numerator of one digit. */
function withoutOnly(text: string, at: number, numeral: Numeral): Numeral | undefined {
  if (numeral.scale !== 4 || !/^[\d일이삼사오육칠팔구]만$/.test(text.slice(at, numeral.end))) return undefined;
  const single = changed(numeral, shift(numeral.value, -4), at + 1);
  single.scale = 0;
  return single;
}

/** Whether the last syllable of a numerator is a digit: 오분의 이십이는, but 오분의 이십이다. */
function counts(text: string, { end }: Numeral): boolean {
  return text[end - 1] === '일' || /^[는가를와로]/.test(text.slice(end, end + 1));
}

/** 3과 5분의 1, 삼과 오분의 일, 2 1/4: a whole number and a fraction. */
export function mixedAfter(text: string, whole: Numeral): Numeral | undefined {
  const after = text[whole.end];
  const apart = isSpace(text.charCodeAt(whole.end)) && (text[whole.end + 2] === '/' || text[whole.end + 3] === '/');
  if (after !== '과' && after !== '와' && !apart) return undefined;
  if (whole.value.includes('.') || whole.upper !== undefined || whole.vague !== undefined || whole.scale >= 4)
    return undefined;
  const joint = /^(?:[과와]\s{0,2}|\s{1,2}(?=[1-9]\/))/.exec(text.slice(whole.end, whole.end + 4));
  if (joint === null) return undefined;
  const at = whole.end + joint[0].length;
  const digit = digitOf(text.charCodeAt(at)) >= 0;
  const denominator = digit ? readDigitNumeral(text, at) : sino(text, at);
  if (denominator === undefined) return undefined;
  const part = (digit ? slashFraction(text, at) : undefined) ?? fractionAfter(text, denominator);
  if (part === undefined || part.value.startsWith('-') || /^[1-9]\d/.test(part.value)) return undefined;
  return numeralOf(add(whole.value, part.value), part.end, whole.script, 0);
}

/** 2할6푼8리: baseball's tenths, hundredths and thousandths. */
export function rateInTenths(text: string, at: number): { value: Decimal; end: number } | undefined {
  if (text[at + 1] !== '할' && text[at + 2] !== '할') return undefined;
  const match = /^(\d{1,2})할(?:\s?(\d{1,2})푼)?(?:\s?(\d{1,2})리)?/.exec(text.slice(at, at + 16));
  if (match === null) return undefined;
  const parts = [shift(match[1]!, -1), shift(match[2] ?? '0', -2), shift(match[3] ?? '0', -3)];
  return { value: parts.reduce(add, '0'), end: at + match[0].length };
}
