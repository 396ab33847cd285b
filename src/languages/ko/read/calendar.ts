import { unitsOf } from '../../und/code-units.js';
import { digitOf } from '../../und/digits.js';
import { edtfYear, yearsBefore } from '../../und/eras.js';
import { type Digits, dashNear, dayBefore, isDay, lasting, plain, type ReadDate, two } from './calendar-parts.js';
import { daysAlone, event, listed } from './occasions.js';
import { isHangul, skipSpace } from './text.js';

const weekdayNames = '월화수목금토일';

/** 초, 중반, 말 …: where in a decade, year or month. */
const partWords: readonly (readonly [RegExp, 'early' | 'mid' | 'late'])[] = [
  [/^\s?(?:초반|초중반|초기|초순|초|상순)(?!(?!에|의|만|부|까|와|과|는|은|이|가|를|을)[가-힣])/, 'early'],
  [/^\s?(?:중반|중순|중엽|중기)/, 'mid'],
  [/^\s?(?:후반|말기|말엽|하순|말)(?!(?!에|의|만|부|까|와|과|는|은|이|가|를|을|쯤|께)[가-힣])/, 'late'],
];

const partFirsts = unitsOf('초상중후말하');

/** Whether plain digits are those of a year: 1000–2999. */
function isYear(whole: string): boolean {
  return whole.length === 4 && (whole[0] === '1' || whole[0] === '2');
}

/** Every form of date that begins with a digit, or with a quote before one ('26년), at `at`. */
export function readDate(text: string, at: number): ReadDate | undefined {
  const quoted =
    digitOf(text.charCodeAt(at)) < 0 && /['’‘]/.test(text[at] ?? '') && digitOf(text.charCodeAt(at + 1)) >= 0;
  const start = quoted ? at + 1 : at;
  const first = plain(text, start);
  if (first === undefined) return undefined;
  const found = quoted
    ? withYear(text, { ...first, n: 2000 + first.n, whole: `20${first.whole}` }, true)
    : (numeric(text, first) ??
      monthFirst(text, first) ??
      decadeOrCentury(text, first) ??
      quarterAlone(text, first) ??
      withYear(text, first, false) ??
      monthDay(text, first, 'XXXX') ??
      listed(text, first) ??
      event(text, first) ??
      daysAlone(text, first) ??
      dayAlone(text, first));
  return found === undefined ? undefined : weekday(text, found);
}

/** 상반기, 하반기 without a year. */
export function readHalfYear(text: string, at: number): ReadDate | undefined {
  if (text[at + 1] !== '반' || text[at + 2] !== '기') return undefined;
  const first = text[at];
  const half = first === '상' || first === '전' ? 1 : first === '하' || first === '후' ? 2 : undefined;
  return half === undefined ? undefined : { value: `XXXX-H${half}`, end: at + 3 };
}

/** 2026년, 2026년 4월 1일, 2026년 1분기, 2025~2026년, 2026년도, 2026 회계연도. */
function withYear(text: string, year: Digits, quoted: boolean): ReadDate | undefined {
  const full = isYear(year.whole);
  const mark = skipSpace(text, year.end);
  if (text[mark] === '년' && eraSign(text, year) !== '') {
    // The year before 1 is 0 (ISO 8601): 기원전 300년 is -0299.
    return { value: edtfYear(1 - year.n), end: mark + 1 };
  }
  if (!full) return undefined;
  const range = yearRange(text, year);
  if (range !== undefined) return range;
  const fiscal =
    text[year.end] === '회' || text[year.end + 1] === '회'
      ? /^\s?회계\s?[연년]도/.exec(text.slice(year.end, year.end + 8))
      : null;
  if (fiscal !== null) {
    const end = year.end + fiscal[0].length;
    const part = partOfYear(text, end);
    return { value: year.whole + (part?.[0] ?? ''), unit: 'fiscal', end: part?.[1] ?? end };
  }
  if (text[mark] !== '년') {
    // A bare year: Q1 2026, (2026), 2026 FIFA, where no counter follows.
    return !quoted && bareYear(text, year) ? { value: year.whole, end: year.end } : undefined;
  }
  let end = mark + 1;
  if (year.n < 1900 && lasting.test(text.slice(end, end + 6))) return undefined;
  if (text[end] === '도' && !/^도(?:\s?움|\s?전)/.test(text.slice(end, end + 2))) end++;
  const within = partOfYear(text, end);
  if (within !== undefined) return { value: year.whole + within[0], end: within[1] };
  const next = plain(text, skipSpace(text, end));
  if (next !== undefined) {
    const month = monthDay(text, next, year.whole);
    if (month !== undefined) return month;
  }
  const part = partAt(text, end);
  if (part !== undefined) return { value: year.whole, part: part[0], end: part[1] };
  return { value: year.whole, end: end > mark + 1 ? end : mark + 1 };
}

/** A half or quarter of the year that ends at `at`, as EDTF has it, and where it ends: 상반기, 2분기. */
function partOfYear(text: string, at: number): readonly [string, number] | undefined {
  const start = skipSpace(text, at);
  const half = readHalfYear(text, start);
  if (half?.value !== undefined) return [half.value.slice(4), half.end];
  const n = plain(text, start);
  const quarter = n === undefined ? undefined : quarterOf(text, n);
  return quarter === undefined ? undefined : [`-Q${quarter[0]}`, quarter[1]];
}

/** Last characters of the words that say so. */
const eraLasts = unitsOf('전CE.');

/** A minus where 기원전 or BC stands before the number. */
function eraSign(text: string, { whole, end }: Digits): '-' | '' {
  const start = end - whole.length;
  // 기원전 약 300년: as far as the sign may stand from the number.
  let at = start - 1;
  while (at > start - 5 && !eraLasts.has(text.charCodeAt(at))) at--;
  if (at <= start - 5) return '';
  return /(?:기원\s?전|BCE?|B\.C\.)\s?(?:약\s?)?$/.test(text.slice(Math.max(0, start - 9), start)) ? '-' : '';
}

function partAt(text: string, at: number): readonly ['early' | 'mid' | 'late', number] | undefined {
  if (!partFirsts.has(text.charCodeAt(at)) && !partFirsts.has(text.charCodeAt(at + 1))) return undefined;
  for (const [pattern, part] of partWords) {
    const match = pattern.exec(text.slice(at, at + 6));
    if (match !== null) return [part, at + match[0].length];
  }
  return undefined;
}

/** 2025~2026년, 2025-26년, 2025년~2028년, 2025∼28년. */
function yearRange(text: string, year: Digits): ReadDate | undefined {
  if (!dashNear(text, year.end)) return undefined;
  const match =
    /^(년)?\s?[~∼～\-–—]\s?((?:[12]\d)?\d\d)(년(?!대)|\s?(?:시즌|회계연도)|(?![\d.,:%~\-–]|\s?[가-힣]))/.exec(
      text.slice(year.end, year.end + 14),
    );
  if (match?.[2] === undefined) return undefined;
  const short = match[2].length === 2;
  const last = short ? Number(year.whole.slice(0, 2)) * 100 + Number(match[2]) : Number(match[2]);
  if (last <= year.n || last - year.n > 1000) return undefined;
  if (short && match[3] === '') return undefined;
  const tail = match[3] ?? '';
  return {
    min: year.whole,
    max: String(last),
    end: year.end + match[0].length - (tail.startsWith('년') ? 0 : tail.length),
  };
}

/** Four digits that no counter follows, from 1900 to 2099. */
function bareYear(text: string, year: Digits): boolean {
  if (year.n < 1900 || year.n > 2099) return false;
  const before = text[year.end - 5] ?? ' ';
  const after = text.slice(year.end, year.end + 3);
  if (/[\d,.$€£¥₩#:~\-–]/.test(before)) return false;
  if (/^[\d,.:%°\-–~∼][\d]|^[%℃°xX×]|^\s?[가-힣]|^[A-Za-z]/.test(after)) {
    // "2026 월드컵", "2024 파리 올림픽": a space and a noun that is no counter.
    return /^\s(?:월드컵|올림픽|시즌|대선|총선|한국|세계|서울|아시안|파리|북중미|회계|국제|대한|제|여름|겨울|봄|가을)/.test(
      text.slice(year.end, year.end + 4),
    );
  }
  return /^(?:$|[\s)\].,’'"”!?])/.test(after) && !/^[.,]\d/.test(after);
}

/** 4월, 4월 1일, 4월 1~3일, 4~6월, 1월 초. */
function monthDay(text: string, month: Digits, year: string): ReadDate | undefined {
  if (month.n < 1 || month.n > 12 || month.whole.length > 2) return undefined;
  // 5분, 30명: what is counted is no month.
  const counts = isHangul(text.charCodeAt(month.end)) && text[month.end] !== '월';
  const range =
    counts || !dashNear(text, month.end)
      ? null
      : /^(?:월)?\s?[~∼～\-–]\s?(\d{1,2})월/.exec(text.slice(month.end, month.end + 8));
  if (range?.[1] !== undefined && Number(range[1]) <= 12 && Number(range[1]) > month.n) {
    return {
      min: `${year}-${two(month.n)}`,
      max: `${year}-${two(Number(range[1]))}`,
      end: month.end + range[0].length,
    };
  }
  const mark = skipSpace(text, month.end);
  if (text[mark] !== '월' || /^월(?:드|급|세|트|가(?!\s)|마|스트|요일|등)/.test(text.slice(mark, mark + 3)))
    return undefined;
  const end = mark + 1;
  const rest = skipSpace(text, end);
  const day = plain(text, rest);
  if (day !== undefined && day.whole.length <= 2) {
    const days = dashNear(text, day.end)
      ? /^(?:일)?\s?[~∼～\-–]\s?(\d{1,2})일/.exec(text.slice(day.end, day.end + 8))
      : null;
    if (days?.[1] !== undefined && Number(days[1]) > day.n && isDay(Number(days[1]), month.n)) {
      const form = (d: number) => `${year}-${two(month.n)}-${two(d)}`;
      return { min: form(day.n), max: form(Number(days[1])), end: day.end + days[0].length };
    }
    const dayMark = skipSpace(text, day.end);
    if (text[dayMark] === '일' && isDay(day.n, month.n)) {
      // 4월 1일, 2026년: the year may follow.
      const later = text[dayMark + 1] === ',' ? /^,\s?([12]\d{3})년/.exec(text.slice(dayMark + 1, dayMark + 9)) : null;
      const y = year === 'XXXX' && later?.[1] !== undefined ? later[1] : year;
      return { value: `${y}-${two(month.n)}-${two(day.n)}`, end: dayMark + 1 + (y === year ? 0 : later![0].length) };
    }
  }
  const part = partAt(text, end);
  const value = `${year}-${two(month.n)}`;
  return part === undefined ? { value, end } : { value, part: part[0], end: part[1] };
}

/** Words that make "5일" a day of the month: 지난 5일, 이달 5일, 5일(현지시간), 5일 오후. */
const dayAfter =
  /^(?:\s?\((?:현지|이하|한국|미국|[월화수목금토일]\))|\s(?:오전|오후|새벽|밤|저녁|아침|현지|자정|정오|[가-힣]{2,12}(?:에\s?따르면|는|은|이|가)\s)|자로|께\s|에는\s|\s?[월화수목금토일]요일)/;

/** News style: who did it, on which day, what. 의원은 25일 중간선거에 …, but 기간은 30일 입니다. */
const actor = /[가-힣](?<!기간|기한|주기|간격|일수|시간|휴가|연차)(?:은|는|이|가|께서)\s$/;
const deed = /^ (?!입니|이다|이며|이고|이었|일 |인 |안|중 )[가-힣]{2}/;

/** 5월 5일과 6일, 3월 1일, 2일: the month of the first is that of the second. */
const dayListed = /월\s?\d{1,2}일(?:과|와|\s?및|,|·)\s?$/;

/** A day of the month without its month, where the words around say that it is one. */
function dayAlone(text: string, day: Digits): ReadDate | undefined {
  if (day.n < 1 || day.n > 31 || day.whole.length > 2 || text[day.end] !== '일') return undefined;
  const start = day.end - day.whole.length;
  const after = text.slice(day.end + 1, day.end + 20);
  if (
    lasting.test(after) ||
    (isHangul(text.charCodeAt(day.end + 1)) && !/^(?:자로|께|에|의|은|은|이|부터|까지|로|과|자)/.test(after))
  )
    return undefined;
  const before = text.slice(Math.max(0, start - 6), start);
  const said =
    dayBefore.test(before) ||
    dayListed.test(text.slice(Math.max(0, start - 13), start)) ||
    dayAfter.test(after) ||
    (actor.test(before) && deed.test(after));
  return said ? { value: `XXXX-XX-${two(day.n)}`, end: day.end + 1 } : undefined;
}

/** 1분기 without a year; 3분의 1 and 30분 are none. */
function quarterAlone(text: string, n: Digits): ReadDate | undefined {
  const quarter = quarterOf(text, n);
  if (quarter === undefined) return undefined;
  // 2분기 연속, 3분기 만에 count quarters.
  return lasting.test(text.slice(quarter[1], quarter[1] + 5)) &&
    /^\s?(?:연속|만에)/.test(text.slice(quarter[1], quarter[1] + 4))
    ? undefined
    : { value: `XXXX-Q${quarter[0]}`, end: quarter[1] };
}

function quarterOf(text: string, n: Digits): readonly [number, number] | undefined {
  if (n.n < 1 || n.n > 4 || n.whole.length > 1) return undefined;
  const mark = skipSpace(text, n.end);
  return text.startsWith('분기', mark) || text.startsWith('사분기', mark) || text.startsWith('/4분기', n.end)
    ? [n.n, text.startsWith('분기', mark) ? mark + 2 : text.startsWith('사분기', mark) ? mark + 3 : n.end + 4]
    : undefined;
}

/** 1990년대, 90년대, 1990년대 중반, 19세기. */
function decadeOrCentury(text: string, n: Digits): ReadDate | undefined {
  const mark = skipSpace(text, n.end);
  if (text.startsWith('년대', mark)) {
    if (eraSign(text, n) !== '' && n.n > 0 && n.n % 10 === 0) return { ...yearsBefore(n.n), end: mark + 2 };
    const year = n.whole.length === 4 ? n.n : n.whole.length === 2 ? (n.n >= 30 ? 1900 : 2000) + n.n : undefined;
    if (year === undefined || year % 10 !== 0) return undefined;
    const value = year % 100 === 0 && year < 2000 ? `${year / 100}XX` : `${Math.floor(year / 10)}X`;
    const end = mark + 2;
    const part = partAt(text, end);
    return part === undefined ? { value, end } : { value, part: part[0], end: part[1] };
  }
  if (text.startsWith('세기', mark) && n.n >= 1 && n.n <= 30 && n.whole.length <= 2) {
    const end = mark + 2;
    // 13세기 동안 names a century; 3세기 동안 may count them.
    if (n.n > 4 && /^\s?동안/.test(text.slice(end, end + 3)))
      return { value: `${eraSign(text, n)}${two(n.n - 1)}XX`, end };
    if (/^\s?(?:동안|만에|전|넘|이상|가까이|반|에\s걸[쳐친])/.test(text.slice(end, end + 4))) return undefined;
    const part = partAt(text, end);
    return {
      value: `${eraSign(text, n)}${two(n.n - 1)}XX`,
      ...(part === undefined ? {} : { part: part[0] }),
      end: part?.[1] ?? end,
    };
  }
  return undefined;
}

const separators = unitsOf('.-/');

/** 2026-04-01, 2026.4.1., 2026. 4. 1, 2026/04/01, 2026.04. */
function numeric(text: string, year: Digits): ReadDate | undefined {
  if (!isYear(year.whole) || !separators.has(text.charCodeAt(year.end))) return undefined;
  const match = /^(?:\.\s?|-|\/)(\d{1,2})(?:(?:\.\s?|-|\/)(\d{1,2})(?!\d))?\.?(?!\d)/.exec(
    text.slice(year.end, year.end + 11),
  );
  if (match?.[1] === undefined) return undefined;
  const month = Number(match[1]);
  const separator = text[year.end]!;
  if (month < 1 || month > 12) return undefined;
  const dotted = separator === '.';
  if (match[2] === undefined) {
    // 2026.4 may be a number; 2026-04 needs both digits, 2026/04 too.
    if (match[1].length !== 2 || (dotted && (year.n < 1950 || year.n > 2100))) return undefined;
    if (separator === '-' && Number(match[1]) > year.n % 100) return undefined;
    return { value: `${year.whole}-${two(month)}`, end: year.end + 1 + match[1].length };
  }
  const day = Number(match[2]);
  if (!isDay(day, month)) return undefined;
  const length =
    match[0].endsWith('.') && dotted && !/^\s?$/.test(text.slice(year.end + match[0].length))
      ? match[0].length
      : match[0].replace(/\.$/, '').length;
  return { value: `${year.whole}-${two(month)}-${two(day)}`, end: year.end + length };
}

/** 5/17/2018, as in English; the day first where the month could be none. */
function monthFirst(text: string, first: Digits): ReadDate | undefined {
  if (text[first.end] !== '/') return undefined;
  const match = /^\/(\d{1,2})\/((?:19|20)\d\d)(?![\d/])/.exec(text.slice(first.end, first.end + 9));
  if (match?.[1] === undefined || first.whole.length > 2 || text[first.end - first.whole.length - 1] === '/')
    return undefined;
  const [month, day] = first.n > 12 ? [Number(match[1]), first.n] : [first.n, Number(match[1])];
  if (!isDay(day, month)) return undefined;
  return { value: `${match[2]}-${two(month)}-${two(day)}`, end: first.end + match[0].length };
}

const weekdayFirsts = unitsOf(`(${weekdayNames}`);

/** (수), (수요일), 수요일 after a day. */
function weekday(text: string, date: ReadDate): ReadDate {
  // A day has ten characters, as XXXX-XX-05 has.
  if (date.value === undefined || date.value.length < 10) return date;
  if (!weekdayFirsts.has(text.charCodeAt(date.end)) && !weekdayFirsts.has(text.charCodeAt(date.end + 1))) return date;
  if (!/-(?:\d\d|XX)-\d\d$/.test(date.value)) return date;
  const match = /^\s?(?:\(([월화수목금토일])(?:요일)?\)|([월화수목금토일])요일)/.exec(
    text.slice(date.end, date.end + 7),
  );
  const name = match?.[1] ?? match?.[2];
  if (match === null || name === undefined) return date;
  return { ...date, weekday: weekdayNames.indexOf(name) + 1, end: date.end + match[0].length };
}
