import type { ReadDate } from './calendar-parts.js';
import { sino } from './sino.js';
import { longest, skipSpace, type Words, wordsOf } from './text.js';

/** Months as they are said: 유월 and 시월 lose a sound (표준어 규정 제2장 제4절). */
const months: Words<number> = wordsOf(
  '일월 이월 삼월 사월 오월 유월 칠월 팔월 구월 시월 십일월 십이월'.split(' ').map((name, i) => [name, i + 1] as const),
);

/** What a month without a day is followed by. 이월 is a carry-over, 사월 nothing else: a particle of time must follow. */
const timely = /^(?:에(?:[^가-힣]|는|도|만|서|$)|부터|까지|\s(?:초|말|중순|하순|상순)(?![가-힣]))/;

const two = (n: number) => String(n).padStart(2, '0');

/** A date in words: 칠월 이십오일, 오월 4일, 시월에, 이천이십육년 칠월. */
export function readSpelledDate(text: string, at: number): ReadDate | undefined {
  const year = spelledYear(text, at);
  if (year === undefined) return month(text, at, 'XXXX');
  const rest = month(text, skipSpace(text, year.end), year.value);
  return rest ?? year;
}

/** 이천이십육년, 천구백구십년: four digits of 1900 to 2099, with no word of lasting after. */
function spelledYear(text: string, at: number): { value: string; end: number } | undefined {
  if (!/^(?:이천|천구백)/.test(text.slice(at, at + 3))) return undefined;
  const read = sino(text, at);
  if (read === undefined || !/^(?:19|20)\d\d$/.test(read.value) || read.value === '2000') return undefined;
  const mark = skipSpace(text, read.end);
  if (text[mark] !== '년' || /^년(?:간|\s?(?:동안|만에|전|뒤|후|이상))/.test(text.slice(mark, mark + 4)))
    return undefined;
  return { value: read.value, end: mark + 1 };
}

function month(text: string, at: number, year: string): ReadDate | undefined {
  const found = longest(text, at, months);
  if (found === undefined) return undefined;
  const [n, end] = found;
  const start = skipSpace(text, end);
  const digits = /^\d{1,2}(?=일)/.exec(text.slice(start, start + 3));
  const day = digits === null ? sino(text, start) : { value: digits[0], end: start + digits[0].length };
  if (day !== undefined && /^(?:[1-9]|[12]\d|3[01])$/.test(day.value) && text[day.end] === '일') {
    return { value: `${year}-${two(n)}-${two(Number(day.value))}`, end: day.end + 1 };
  }
  return year !== 'XXXX' || timely.test(text.slice(end, end + 3)) ? { value: `${year}-${two(n)}`, end } : undefined;
}
