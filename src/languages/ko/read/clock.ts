import { unitsOf } from '../../und/code-units.js';
import { digitOf, readDigits } from '../../und/digits.js';
import { zoneAfter } from '../zones.js';
import { readHangulNumeral } from './hangul.js';
import { isHangul, skipSpace, skipSpaces, smallNumber } from './text.js';

/** A time of day as read. */
export interface ReadTime {
  readonly value: string;
  readonly dayPeriod?: 'am' | 'pm';
  readonly soft?: true;
  /** The zone that is said in brackets behind. */
  readonly unit?: string;
  readonly end: number;
}

/** Words before an hour, and the half of the day that they fix. 밤 is both: 밤 11시, 밤 1시. */
const periods: ReadonlyMap<string, 'am' | 'pm' | 'night'> = new Map([
  ['오전', 'am'],
  ['오후', 'pm'],
  ['새벽', 'am'],
  ['아침', 'am'],
  ['저녁', 'pm'],
  ['낮', 'pm'],
  ['점심', 'pm'],
  ['밤', 'night'],
  ['심야', 'night'],
  ['AM', 'am'],
  ['PM', 'pm'],
  ['am', 'am'],
  ['pm', 'pm'],
]);

const periodWords: readonly string[] = [...periods.keys()];

const two = (n: number) => String(n).padStart(2, '0');
/** What follows 시 when it is an hour and not the beginning of a word (시간, 시즌, 시도) or a city. */
const afterHour =
  /^(?:$|[\s.,()[\]~∼～\-–—!?:;’'"”]|반|정각|경|쯤|께|에|부터|까지|이|가|를|을|은|는|의|로|와|과|인|였|입|이후|이전|전|후|넘|\d)/;

/** 오전 9시 30분, 오후 3시 반, 21시, 열두 시, 9:30, 정오, 자정. `at` is where the period or the hour begins. */
export function readTime(text: string, at: number): ReadTime | undefined {
  if (text.startsWith('정오', at) && standsAlone(text, at, 2))
    return { value: '12:00', dayPeriod: 'pm', soft: true, end: at + 2 };
  if (text.startsWith('자정', at) && standsAlone(text, at, 2))
    return { value: '00:00', dayPeriod: 'am', soft: true, end: at + 2 };
  const word = digitOf(text.charCodeAt(at)) >= 0 ? undefined : periodWords.find((key) => text.startsWith(key, at));
  const period = word === undefined ? undefined : periods.get(word);
  const start = word === undefined ? at : skipSpaces(text, at + word.length);
  const clock =
    colon(text, start, period !== undefined) ?? hours(text, start, period !== undefined) ?? latin(text, start);
  return clock === undefined ? undefined : finish(clock, period, text);
}

/** Whether a word that begins at `at` can open a time. */
export function opensTime(text: string, at: number): boolean {
  return /^(?:오전|오후|새벽|아침|저녁|낮|점심|밤|심야|정오|자정|AM|PM|am|pm)/.test(text.slice(at, at + 2));
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly end: number;
}

function finish(
  { hour, minute, second, end }: Clock,
  period: 'am' | 'pm' | 'night' | undefined,
  text: string,
): ReadTime {
  const tail = /^\s?(am|pm|AM|PM|a\.m\.|p\.m\.)/.exec(text.slice(end, end + 5));
  const said = period ?? (tail?.[1] === undefined ? undefined : /^a/i.test(tail[1]) ? 'am' : 'pm');
  let value = hour;
  let dayPeriod: 'am' | 'pm' | undefined;
  if (hour > 12) dayPeriod = hour < 24 ? 'pm' : 'am';
  else if (said === 'am') [dayPeriod, value] = ['am', hour % 12];
  else if (said === 'pm') {
    // 낮 11시 is before noon.
    [dayPeriod, value] = ['pm', (hour % 12) + 12];
  } else if (said === 'night') {
    const late = hour >= 6 && hour < 12;
    [dayPeriod, value] = late ? ['pm', hour + 12] : ['am', hour % 12];
  } else if (hour === 0) dayPeriod = 'am';
  const stop = end + (period === undefined && tail !== null ? tail[0].length : 0);
  const zone = text[stop] === '(' || text[stop + 1] === '(' ? zoneAfter(text, stop) : undefined;
  return {
    value: `${two(value)}:${two(minute)}${second === undefined ? '' : `:${two(second)}`}`,
    ...(dayPeriod === undefined ? {} : { dayPeriod }),
    ...(zone === undefined ? {} : { unit: zone.unit }),
    end: zone?.end ?? stop,
  };
}

/** What stands between an hour and its minutes, by itself and after 오전. */
const colons = unitsOf(':');
const points = unitsOf(':.');

/** 9:30, 21:30:15; with a period before it also 5.30. */
function colon(text: string, at: number, period: boolean): Clock | undefined {
  const marks = period ? points : colons;
  if (!marks.has(text.charCodeAt(at + 1)) && !marks.has(text.charCodeAt(at + 2))) return undefined;
  const pattern = period
    ? /^(\d{1,2})[:.]([0-5]\d)(?::([0-5]\d))?(?![\d.])/
    : /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?![\d:])/;
  const match = pattern.exec(text.slice(at, at + 9));
  if (match?.[1] === undefined || Number(match[1]) > 24) return undefined;
  const clock = { hour: Number(match[1]), minute: Number(match[2]), end: at + match[0].length };
  return match[3] === undefined ? clock : { ...clock, second: Number(match[3]) };
}

/** Whether am or pm may begin, as it does right after the digits of an hour or a space behind them. */
function mayBeHalf(text: string, at: number): boolean {
  const lower = text.charCodeAt(at) | 32;
  return lower === 97 || lower === 112;
}

/** 5am, 11 p.m.: as the source writes it. */
function latin(text: string, at: number): Clock | undefined {
  if (!mayBeHalf(text, at + 1) && !mayBeHalf(text, at + 2) && !mayBeHalf(text, at + 3)) return undefined;
  const match = /^(\d{1,2})(?=\s?(?:am|pm|AM|PM|a\.m\.|p\.m\.)(?![A-Za-z]))/.exec(text.slice(at, at + 8));
  const hour = Number(match?.[1] ?? 0);
  return match === null || hour < 1 || hour > 12 ? undefined : { hour, minute: 0, end: at + match[0].length };
}

function hours(text: string, at: number, period: boolean): Clock | undefined {
  const hour = number(text, at, 24);
  if (hour === undefined) return undefined;
  const mark = skipSpace(text, hour.end);
  if (text[mark] !== '시' || !afterHour.test(text.slice(mark + 1, mark + 3))) return undefined;
  // 한시, 세시: glued native hours need a period or a minute, since 한시적 and 세시풍속 begin so; 네 시 does not.
  if (
    hour.native &&
    mark === hour.end &&
    !period &&
    !/^\s?(?:\d|반|정각|[가-힣]{1,3}\s?분)/.test(text.slice(mark + 1, mark + 6)) &&
    hour.n < 5
  )
    return undefined;
  let end = mark + 1;
  const rest = skipSpace(text, end);
  if (/^반(?:$|[\s.,)에부까쯤경이의께으로])/.test(text.slice(rest, rest + 2)))
    return { hour: hour.n, minute: 30, end: rest + 1 };
  const minute = number(text, rest, 59);
  if (
    minute !== undefined &&
    text[skipSpace(text, minute.end)] === '분' &&
    !/^분(?:의|기|야)/.test(text.slice(skipSpace(text, minute.end), skipSpace(text, minute.end) + 2))
  ) {
    end = skipSpace(text, minute.end) + 1;
    const next = skipSpace(text, end);
    const second = number(text, next, 59);
    if (second !== undefined && text[skipSpace(text, second.end)] === '초') {
      return { hour: hour.n, minute: minute.n, second: second.n, end: skipSpace(text, second.end) + 1 };
    }
    return { hour: hour.n, minute: minute.n, end };
  }
  return { hour: hour.n, minute: 0, end };
}

function number(text: string, at: number, most: number): { n: number; end: number; native: boolean } | undefined {
  if (digitOf(text.charCodeAt(at)) >= 0) {
    const run = readDigits(text, at);
    if (run.precision > 0 || run.grouped || run.whole.length > 2) return undefined;
    const n = smallNumber(run.whole);
    return n > most ? undefined : { n, end: run.end, native: false };
  }
  if (!isHangul(text.charCodeAt(at))) return undefined;
  const read = readHangulNumeral(text, at);
  if (
    read === undefined ||
    read.vague !== undefined ||
    read.upper !== undefined ||
    !/^\d{1,2}$/.test(read.value) ||
    Number(read.value) > most ||
    // 일시, 삼시: hours up to twelve are said natively.
    (most === 24 && read.script !== 'native' && read.value.length < 2)
  )
    return undefined;
  return { n: Number(read.value), end: read.end, native: read.script === 'native' };
}

function standsAlone(text: string, at: number, length: number): boolean {
  return !isHangul(text.charCodeAt(at - 1)) && !/^(?:표|규)/.test(text.slice(at + length, at + length + 1));
}
