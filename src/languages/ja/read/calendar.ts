import type { Quantity } from '../../../model/quantity.js';
import { weekdays } from '../words.js';
import { type Numeral, readNumeral } from './numeral.js';

/** A figure without its hedge, and where it ends. */
export type Found = Omit<Quantity, 'text' | 'start' | 'end' | 'approximate'> & { readonly end: number };

const two = (value: string) => value.padStart(2, '0');
const isWhole = ({ value }: Numeral, least: number, most: number) =>
  /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;

/** A number from `at` on that stands before `after`. */
function before(text: string, at: number, after: string): Numeral | undefined {
  const numeral = readNumeral(text, at);
  return numeral !== undefined && text.startsWith(after, numeral.end) ? numeral : undefined;
}

const halves: ReadonlyMap<string, string> = new Map([
  ['上半期', 'H1'],
  ['下半期', 'H2'],
  ['上期', 'H1'],
  ['下期', 'H2'],
]);

const parts: readonly (readonly [string, 'early' | 'mid' | 'late'])[] = [
  ['初頭', 'early'],
  ['前半', 'early'],
  ['初め', 'early'],
  ['半ば', 'mid'],
  ['中頃', 'mid'],
  ['後半', 'late'],
  ['終わり', 'late'],
  ['末', 'late'],
];

/** 前半, 半ば, 末 behind a date. */
function parted(text: string, found: Found): Found {
  const part = parts.find(([word]) => text.startsWith(word, found.end));
  return part === undefined ? found : { ...found, part: part[1], end: found.end + part[0].length };
}

/** 第1四半期, 1〜3 are not: a quarter of the year that is given. */
function quarter(text: string, at: number): { readonly value: string; readonly end: number } | undefined {
  const from = text[at] === '第' ? at + 1 : at;
  const numeral = before(text, from, '四半期');
  return numeral && isWhole(numeral, 1, 4) ? { value: `Q${numeral.value}`, end: numeral.end + 3 } : undefined;
}

/** A date of which `first`, at `first.end`, is the first number: 2026年4月1日(水), 1990年代, 19世紀, 4月1日. */
export function readDate(text: string, first: Numeral): Found | undefined {
  const date = (value: string, end: number, more: object = {}): Found => ({
    kind: 'date',
    value,
    hardness: 'hard',
    end,
    ...more,
  });
  const { end } = first;
  if (text.startsWith('世紀', end) && isWhole(first, 1, 30)) {
    return parted(text, date(`${two(String(Number(first.value) - 1))}XX`, end + 2));
  }
  if (text.startsWith('年代', end) && isWhole(first, 10, 2990) && first.value.endsWith('0')) {
    const full = first.value.length === 4 ? first.value : `${Number(first.value) < 30 ? 20 : 19}${first.value}`;
    return full.length === 4 ? parted(text, date(`${full.slice(0, 3)}X`, end + 2)) : undefined;
  }
  if (text[end] === '年' && isWhole(first, 1000, 2999) && !text.startsWith('年間', end)) {
    if (text[end + 1] === '度') return date(first.value, end + 2, { unit: 'fiscal' });
    const half = [...halves].find(([word]) => text.startsWith(word, end + 1));
    if (half !== undefined) return date(`${first.value}-${half[1]}`, end + 1 + half[0].length);
    const q = quarter(text, end + 1);
    if (q !== undefined) return date(`${first.value}-${q.value}`, q.end);
    const month = before(text, end + 1, '月');
    if (month !== undefined && isWhole(month, 1, 12)) return monthDate(text, first.value, month, date);
    return parted(text, date(first.value, end + 1));
  }
  if (text[end] === '月' && isWhole(first, 1, 12)) return monthDate(text, 'XXXX', first, date);
  if (text[end] === '日' && isWhole(first, 1, 31) && text[end + 1] !== '間' && !first.bare) {
    return date(`XXXX-XX-${two(first.value)}`, end + 1);
  }
  return undefined;
}

function monthDate(
  text: string,
  year: string,
  month: Numeral,
  date: (value: string, end: number, more?: object) => Found,
): Found {
  const head = `${year}-${two(month.value)}`;
  const day = before(text, month.end + 1, '日');
  if (day === undefined || !isWhole(day, 1, 31)) return parted(text, date(head, month.end + 1));
  const end = day.end + 1;
  const named = /^[(（]([月火水木金土日])(?:曜日?)?[)）]/.exec(text.slice(end, end + 6));
  return named === null
    ? date(`${head}-${two(day.value)}`, end)
    : date(`${head}-${two(day.value)}`, end + named[0].length, { weekday: weekdays.indexOf(named[1]!) + 1 });
}

/** 2026-04-01, as tables have it. */
export function readIsoDate(text: string, at: number): Found | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text.slice(at, at + 11));
  if (match === null || Number(match[2]) > 12 || Number(match[3]) > 31) return undefined;
  const value = `${match[1]}-${two(match[2]!)}-${two(match[3]!)}`;
  return { kind: 'date', value, hardness: 'hard', end: at + match[0].length };
}

/** 午後3時30分, 15時, 21:30. `half`: 午前 or 午後 stood before. */
export function readTime(text: string, hour: Numeral, half: 'am' | 'pm' | undefined): Found | undefined {
  if (!isWhole(hour, 0, 24)) return undefined;
  const time = (minute: string, end: number): Found => {
    const n = half === undefined ? Number(hour.value) : (Number(hour.value) % 12) + (half === 'pm' ? 12 : 0);
    const value = `${two(String(n))}:${two(minute)}`;
    return { kind: 'time', value, hardness: 'hard', end, ...(half === undefined ? {} : { dayPeriod: half }) };
  };
  const clock = /^:([0-5]\d)(?!\d)/.exec(text.slice(hour.end, hour.end + 4));
  if (clock !== null) return time(clock[1]!, hour.end + 3);
  if (text[hour.end] !== '時' || /^(?:時間|時代|時期|時点)/.test(text.slice(hour.end, hour.end + 2))) return undefined;
  const at = hour.end + 1;
  if (text[at] === '半') return time('30', at + 1);
  const minute = before(text, at, '分');
  return minute !== undefined && isWhole(minute, 0, 59) ? time(minute.value, minute.end + 1) : time('0', at);
}
