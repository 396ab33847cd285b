import { unitsOf } from '../../und/code-units.js';
import { type Digits, dashNear, dayBefore, isDay, lasting, plain, type ReadDate, two } from './calendar-parts.js';

/** Customs reports the trade of the first 10 and 20 days of each month, and headlines leave the month out: 1~20일 수출. */
const reported = /^\s(?:수출|수입|무역|통관|일평균|누적)/;

/** 이달 1∼20일, 지난달 11~20일: days of a month that is not named, and no 1 to 20 days. */
export function daysAlone(text: string, first: Digits): ReadDate | undefined {
  if (first.n < 1 || first.whole.length > 2 || !dashNear(text, first.end)) return undefined;
  const match = /^일?\s?[~∼～\-–]\s?(\d{1,2})일/.exec(text.slice(first.end, first.end + 8));
  const last = Number(match?.[1]);
  if (match === null || last <= first.n || last > 31) return undefined;
  const start = first.end - first.whole.length;
  const end = first.end + match[0].length;
  const after = text.slice(end, end + 6);
  const monthly = dayBefore.test(text.slice(Math.max(0, start - 6), start)) && !lasting.test(after);
  if (!monthly && !(first.n === 1 && reported.test(after))) return undefined;
  return { min: `XXXX-XX-${two(first.n)}`, max: `XXXX-XX-${two(last)}`, end };
}

/** 7·8월, 10·11·12월, 7, 8월, 3·4분기: months and quarters whose last alone says what they are. */
export function listed(text: string, first: Digits): ReadDate | undefined {
  if (first.n < 1 || first.n > 12 || first.whole.length > 2 || !lists.has(text.charCodeAt(first.end))) return undefined;
  const match = /^((?:[·ㆍ‧]|,\s?)\d{1,2}){1,4}(월(?![드급세트요])|분기)/.exec(text.slice(first.end, first.end + 16));
  if (match === null) return undefined;
  if (match[2] === '월') return { value: `XXXX-${two(first.n)}`, end: first.end };
  return first.n <= 4 ? { value: `XXXX-Q${first.n}`, end: first.end } : undefined;
}

const lists = unitsOf('·ㆍ‧,');

/** What is called after the day that it happened on. */
const events =
  /^\s?(?:전쟁|전란|동란|사변|운동|항쟁|혁명|의거|쿠데타|군사\s?(?:정변|반란)|사태|사건|참사|테러|학살|비상계엄|계엄|내란|민주화|민주\s?항쟁|광복|독립|만세|선언|합의|공동선언|남북|정상|대책|부동산|공급\s?대책|총선|대선|지방선거|보궐선거|재보선|지진|대지진|절(?=[을은이의에\s]|$)|도로)/;
const knownEvents = new Set([
  '3·1',
  '4·3',
  '4·19',
  '5·16',
  '5·18',
  '6·10',
  '6·25',
  '6·29',
  '8·15',
  '9·11',
  '10·26',
  '12·3',
  '12·12',
]);

/** 6·25전쟁, 5·18 민주화운동, 12·3 비상계엄, "6·25 때": an event by month and day; 1·2위, 7·8월 and 2·3호선 count. */
export function event(text: string, month: Digits): ReadDate | undefined {
  const dot = text[month.end];
  if ((dot !== '·' && dot !== 'ㆍ' && dot !== '‧') || month.n < 1 || month.n > 12) return undefined;
  const day = plain(text, month.end + 1);
  if (day === undefined || day.whole.length > 2 || !isDay(day.n, month.n)) return undefined;
  const after = text.slice(day.end, day.end + 8);
  const known = knownEvents.has(`${month.n}·${day.n}`) && /^(?:$|[\s,.)’”'"]|[은는이가을를의에과와])/.test(after);
  if (!known && !events.test(after)) return undefined;
  return { value: `XXXX-${two(month.n)}-${two(day.n)}`, soft: true, end: day.end };
}
