import { unitsOf } from '../../und/code-units.js';
import { digitOf, readDigits } from '../../und/digits.js';
import { smallNumber } from './text.js';

/** A date as read: EDTF, and where it ends. */
export interface ReadDate {
  readonly value?: string;
  readonly min?: string;
  readonly max?: string;
  readonly part?: 'early' | 'mid' | 'late';
  readonly weekday?: number;
  readonly unit?: 'fiscal';
  /** A translation may name it otherwise: 6·25전쟁 is the Korean War. */
  readonly soft?: true;
  readonly end: number;
}

export const two = (n: number) => String(n).padStart(2, '0');
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const isDay = (day: number, month: number) => day >= 1 && day <= (lengths[month - 1] ?? 0);
/** Words after 일, 월, 년 that make a number of them and not a date: 5일간, 3년 만에, 2년 연속. */
export const lasting =
  /^\s?(?:간|동안|만에|만\s?의|째|연속|이상|이하|이내|미만|넘|가까이|남짓|치|짜리|내내|내로|뒤|후|전|앞|앞서|가량|정도|이나|여|반|차|주기|단위|마다|에\s?한|에\s?[1-9한두세네]|씩|더|일찍|늦|안에|안팎|내에|내|이라는\s?기간|걸|소요|의\s?(?:기간|시간|유예|여유))/;

export interface Digits {
  readonly n: number;
  readonly whole: string;
  readonly end: number;
}

/** Plain digits without point or separator. */
export function plain(text: string, at: number): Digits | undefined {
  if (digitOf(text.charCodeAt(at)) < 0) return undefined;
  const run = readDigits(text, at);
  if (run.grouped || run.whole.length > 4) return undefined;
  // 2026.4.1: the point belongs to the date.
  const end = run.precision > 0 ? run.end - run.precision - 1 : run.end;
  return { n: smallNumber(run.whole), whole: run.whole, end };
}

const dashes = unitsOf('~∼～-–—');

/** Whether a dash stands at `at`, or after 년, 월 and a space. */
export function dashNear(text: string, at: number): boolean {
  return dashes.has(text.charCodeAt(at)) || dashes.has(text.charCodeAt(at + 1)) || dashes.has(text.charCodeAt(at + 2));
}

/** Words before the day of a month that is not named. */
export const dayBefore = /(?:지난|오는|이달|다음\s?달|지난달|내달|같은\s?달|이번\s?달|매달|매월)\s?$/;
