import { type Decimal, shift } from '../../../model/decimal.js';
import { unitsOf } from '../../und/code-units.js';
import { currencyAliases, currencyCodes, currencySigns, signPrefixes } from '../../und/currencies.js';
import { digitOf } from '../../und/digits.js';
import { changed, type Numeral } from './numeral.js';
import { sino } from './sino.js';
import { isHangul, isLatin, skipSpace } from './text.js';

const signs = unitsOf(currencySigns.keys());

const isCapital = (code: number) => code >= 65 && code <= 90;

/** $, US$, EUR before an amount, and where the amount begins. */
export function currencyBefore(text: string, at: number): { unit: string; end: number } | undefined {
  const char = text[at] ?? '';
  const sign = signs.has(text.charCodeAt(at)) ? currencySigns.get(char) : undefined;
  if (sign !== undefined && char !== '¢') {
    const end = skipSpace(text, at + 1);
    return /[-\d０-９]/.test(text[end] ?? '') ? { unit: sign, end } : undefined;
  }
  if (!isCapital(text.charCodeAt(at))) return undefined;
  const match = /^([A-Z]{1,3})([$¥])?\s?(?=[\d０-９])/.exec(text.slice(at, at + 6));
  if (match?.[1] === undefined || isLatin(text.charCodeAt(at - 1))) return undefined;
  if (match[2] !== undefined) {
    const unit = signPrefixes.get(match[1]);
    return unit === undefined ? undefined : { unit, end: at + match[0].length };
  }
  const code = currencyAliases.get(match[1]) ?? match[1];
  return currencyCodes.has(code) ? { unit: code, end: at + match[0].length } : undefined;
}

/** 5 USD, 10000$: the currency behind its amount. */
export function currencyAfter(text: string, at: number): { unit: string; end: number } | undefined {
  const sign = signs.has(text.charCodeAt(at)) ? currencySigns.get(text[at]!) : undefined;
  if (sign !== undefined) return /^[\d０-９]/.test(text[at + 1] ?? '') ? undefined : { unit: sign, end: at + 1 };
  if (!isCapital(text.charCodeAt(at))) return undefined;
  const code = text.slice(at, at + 3);
  return currencyCodes.has(code) && !isLatin(text.charCodeAt(at + 3)) && !/\d/.test(text[at + 3] ?? '')
    ? { unit: code, end: at + 3 }
    : undefined;
}

const powers: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9, t: 12 };

/** What comes in 4K, 8K and 24K without being thousands: pictures and gold. */
const grades =
  /^\s?(?:UHD|화질|해상도|영상|TV|모니터|디스플레이|비디오|카메라|동영상|스트리밍|금|골드|목걸이|반지|point|video)/;

/** $45B, $1.2bn in Korean text; without a currency 1.8T, 300B and 10K, capital and close to their digits. */
export function latinScale(text: string, numeral: Numeral, money: boolean): Numeral {
  if (numeral.scale > 0 || (numeral.grouped && !money)) return numeral;
  const first = text.charCodeAt(numeral.end);
  if (money ? isHangul(first) : !isLatin(first)) return numeral;
  const letters = text.slice(numeral.end, numeral.end + 9);
  const pattern = money ? /^\s?(bn|mn|tn|billion|million|trillion|[KkMBbTt])(?![A-Za-z])/ : /^([KMBT])(?![A-Za-z\d-])/;
  const match = pattern.exec(letters);
  if (match?.[1] === undefined || (match[1] === 'K' && grades.test(letters.slice(1)))) return numeral;
  const power = powers[match[1][0]!.toLowerCase()]!;
  const larger = changed(numeral, shift(numeral.value, power), numeral.end + match[0].length);
  larger.scale = power;
  return larger;
}

/** The hundredths of a currency as they follow it. */
const hundredths: ReadonlyMap<string, string> = new Map([
  ['USD', '센트'],
  ['EUR', '센트'],
  ['GBP', '펜스'],
]);

/** 64달러 45센트, 이 달러 이십삼 센트: one amount. */
export function centsAfter(text: string, at: number, unit: string): { value: Decimal; end: number } | undefined {
  const word = hundredths.get(unit);
  if (word === undefined) return undefined;
  const start = skipSpace(text, at);
  const digit = digitOf(text.charCodeAt(start)) >= 0;
  const digits = digit ? /^\d{1,2}/.exec(text.slice(start, start + 2))?.[0] : undefined;
  const numeral = digits === undefined ? sino(text, start) : { value: digits, end: start + digits.length };
  if (numeral === undefined || numeral.value.length > 2) return undefined;
  const end = skipSpace(text, numeral.end);
  return text.startsWith(word, end) ? { value: shift(numeral.value, -2), end: end + word.length } : undefined;
}
