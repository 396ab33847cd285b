import {
  abbreviated,
  dayAt,
  dayOf,
  endsText,
  isDay,
  isHyphen,
  monthOf,
  type ReadDate,
  two,
  yearAfter,
  yearOf,
} from './date-parts.js';
import { ambiguousMonths, months } from './lexicon/calendar.js';
import { type Token, tokenAt } from './tokens.js';

/** April 1, 2026; April 2026; April 1; April 1–3; in May. */
export function monthDate(tokens: readonly Token[], i: number): ReadDate | undefined {
  const name = tokenAt(tokens, i);
  const month = monthOf(name) ?? (isLowered(tokens, i) ? months.get(name.lower) : undefined);
  if (month === undefined) return undefined;
  let at = i + 1;
  if (tokenAt(tokens, at).text === '.' && abbreviated(name)) at++;
  const begin = tokenAt(tokens, at).lower === 'the' ? at + 1 : at;
  const year = yearAfter(tokens, at);
  const day = dayAt(tokens, begin);
  if (day !== undefined && isDay(day[0], month) && !(year !== undefined && yearOf(tokenAt(tokens, at)) !== undefined)) {
    const [first, next] = day;
    // "May 5 people": a number of something, not a day; "March 3%".
    const after = tokenAt(tokens, next);
    if (after.text === '%' || after.text === ':' || after.lower === 'percent') return undefined;
    // "September 20s" is no day.
    if (after.lower === 's' && after.glued) return undefined;
    const joint =
      isHyphen(after) || after.lower === 'to' || after.lower === 'through' || after.lower === 'and'
        ? dayAt(tokens, next + 1)
        : undefined;
    const afterJoint = joint === undefined ? next : joint[1];
    const ranged =
      joint !== undefined &&
      joint[0] > first &&
      isDay(joint[0], month) &&
      after.lower !== 'and' &&
      !(after.lower === 'to' && monthOf(tokenAt(tokens, afterJoint)) !== undefined);
    const end = ranged ? afterJoint : next;
    const of = yearAfter(tokens, end);
    const y = of === undefined ? 'XXXX' : String(of[0]);
    const stop = of === undefined ? end : of[1];
    const form = (d: number) => `${y}-${two(month)}-${two(d)}`;
    return ranged ? { min: form(first), max: form(joint[0]), next: stop } : { value: form(first), next: stop };
  }
  const span = monthsFrom(tokens, at, month);
  if (span !== undefined) return span;
  if (year !== undefined) {
    return { value: `${year[0]}-${two(month)}`, next: year[1] };
  }
  const short = /^'|^’/.test(tokenAt(tokens, at).text) ? dayOf(tokenAt(tokens, at + 1)) : undefined;
  if (short !== undefined && tokenAt(tokens, at + 1).whole.length === 2)
    return { value: `20${two(short)}-${two(month)}`, next: at + 2 };
  if (!/^[A-Z]/.test(name.text) && !isLowered(tokens, i)) return undefined;
  // JUL is a logger, APR a rate: three capitals alone are no month.
  if (abbreviated(name) && /^[A-Z]{3,4}$/.test(name.text)) return undefined;
  // "on Nov.", "after enlisting on Sept.": the point says that it is short for a month.
  const isShort = abbreviated(name) && tokenAt(tokens, i + 1).text === '.' && tokenAt(tokens, i + 1).glued;
  if (ambiguousMonths.has(name.lower) && !(isShort && name.lower !== 'mar')) {
    // "mid-May" says by its hyphen what "in May" says.
    const before = tokenAt(tokens, isHyphen(tokenAt(tokens, i - 1)) ? i - 2 : i - 1).lower;
    if (
      !/^(?:in|of|since|until|till|by|last|next|this|early|late|mid|from|through|during|between|to|and|or|every|each|before|after)$/.test(
        before,
      )
    )
      return undefined;
    if (
      name.lower === 'march' &&
      /^(?:to|the|this|last|next|of|a)$/.test(before) &&
      /^(?:of|on|for|to|in)$/.test(tokenAt(tokens, at).lower)
    )
      return undefined;
  }
  // "on Oct." at the end of a text has lost its day: the text is cut.
  return { value: `XXXX-${two(month)}`, next: at, ...(isShort && endsText(tokens, i + 1) ? { soft: true } : {}) };
}

/** April to June 2026, March–April, Jan. through March: months that follow `month`, without days. */
function monthsFrom(tokens: readonly Token[], at: number, month: number): ReadDate | undefined {
  const joint = tokenAt(tokens, at);
  if (!isHyphen(joint) && joint.lower !== 'to' && joint.lower !== 'through') return undefined;
  const name = tokenAt(tokens, at + 1);
  const last = /^[A-Z]/.test(name.text) ? monthOf(name) : undefined;
  if (last === undefined || last <= month) return undefined;
  const next = tokenAt(tokens, at + 2).text === '.' && abbreviated(name) ? at + 3 : at + 2;
  const year = yearAfter(tokens, next);
  if (year === undefined && dayAt(tokens, next) !== undefined) return undefined;
  const y = year?.[0] ?? 'XXXX';
  return { min: `${y}-${two(month)}`, max: `${y}-${two(last)}`, next: year?.[1] ?? next };
}

/** Months that are read without a capital; may is too often no month. */
const lowered: ReadonlySet<string> = new Set(
  'january february march april june july august september october november december'.split(' '),
);

/** "in late september", "in march,": a month in text that writes no capitals, where nothing else can be meant. */
function isLowered(tokens: readonly Token[], i: number): boolean {
  const { lower } = tokenAt(tokens, i);
  if (!lowered.has(lower)) return false;
  if (!/^(?:in|late|early|since|until|by|of|last|next|this)$/.test(tokenAt(tokens, i - 1).lower)) return false;
  const after = tokenAt(tokens, i + 1);
  return (
    !/^(?:march|august)$/.test(lower) ||
    (tokenAt(tokens, i - 1).lower === 'in' && (after.start < 0 || /^[.,;)]$/.test(after.text)))
  );
}

/** 1 April 2026; the 5th of May; 1–3 April. */
export function dayMonth(tokens: readonly Token[], i: number): ReadDate | undefined {
  const day = dayAt(tokens, i);
  if (day === undefined) return undefined;
  const [first, next] = day;
  let at = next;
  let last: number | undefined;
  if (isHyphen(tokenAt(tokens, at)) || tokenAt(tokens, at).lower === 'to') {
    const other = dayAt(tokens, at + 1);
    if (other !== undefined && other[0] > first) {
      last = other[0];
      at = other[1];
    } else if (isHyphen(tokenAt(tokens, at)) && monthOf(tokenAt(tokens, at + 1)) !== undefined) at++;
  }
  // "the 5th and 6th of May": the month of the first is said with the second.
  const second = next > i + 1 && tokenAt(tokens, at).lower === 'and' ? dayAt(tokens, at + 1) : undefined;
  if (second !== undefined && second[1] > at + 2 && tokenAt(tokens, second[1]).lower === 'of') {
    const shared = monthOf(tokenAt(tokens, second[1] + 1));
    return shared === undefined || !isDay(first, shared)
      ? undefined
      : { value: `XXXX-${two(shared)}-${two(first)}`, next };
  }
  if (tokenAt(tokens, at).lower === 'of') at++;
  const name = tokenAt(tokens, at);
  const month = monthOf(name);
  if (month === undefined || !isDay(first, month) || (ambiguousMonths.has(name.lower) && !/^[A-Z]/.test(name.text)))
    return undefined;
  // "5 May Day events", "in 5 March rallies": too rare to matter; "two marches" has no capital.
  let end = at + 1;
  if (tokenAt(tokens, end).text === '.' && abbreviated(name) && !endsText(tokens, end)) end++;
  if (isHyphen(tokenAt(tokens, end)) && tokenAt(tokens, end).glued && yearOf(tokenAt(tokens, end + 1)) !== undefined)
    end++;
  const of = yearAfter(tokens, end);
  const y = of === undefined ? 'XXXX' : String(of[0]);
  const stop = of === undefined ? end : of[1];
  const form = (d: number) => `${y}-${two(month)}-${two(d)}`;
  return last === undefined || !isDay(last, month)
    ? { value: form(first), next: stop }
    : { min: form(first), max: form(last), next: stop };
}

/** 2026-04-01, 2026/04/01, 2026.04.01, 4/1/2026, 4/1/26 (month first, as American English does, unless it cannot be). */
export function numeric(tokens: readonly Token[], i: number): ReadDate | undefined {
  const [a, s1, b] = [tokenAt(tokens, i), tokenAt(tokens, i + 1), tokenAt(tokens, i + 2)];
  if (!s1.glued || !b.glued || (s1.text !== '-' && s1.text !== '/' && s1.text !== '.')) return undefined;
  if (a.kind !== 'number' || b.kind !== 'number') return undefined;
  const [s2, c] = [tokenAt(tokens, i + 3), tokenAt(tokens, i + 4)];
  if (a.precision > 0) {
    const value = pointed(a, s1, b, s2);
    return value === undefined ? undefined : { value, next: i + 3 };
  }
  const year = yearOf(a);
  if (year !== undefined && s1.text !== '.') {
    const month = dayOf(b);
    if (month === undefined || month < 1 || month > 12 || (s1.text === '-' && b.whole.length !== 2)) return undefined;
    const day = s2.text === s1.text && s2.glued && c.glued ? dayOf(c) : undefined;
    if (day !== undefined && isDay(day, month)) return { value: `${year}-${two(month)}-${two(day)}`, next: i + 5 };
    // 2026-27 is a season; 2026-04 with a leading zero or 10–12 could be either, and a year's range needs more than the year.
    if (s1.text === '-' && Number(b.whole) > year % 100) return undefined;
    return { value: `${year}-${two(month)}`, next: i + 3 };
  }
  if (s1.text !== '/' && !(s1.text === '-' && s2.text === '-')) return undefined;
  const [first, second] = [dayOf(a), dayOf(b)];
  const ends = s2.text === s1.text && s2.glued && c.glued;
  const last = ends ? (yearOf(c) ?? (s1.text === '/' ? shortYear(c, tokenAt(tokens, i + 5)) : undefined)) : undefined;
  if (first === undefined || second === undefined || last === undefined) return undefined;
  const [month, day] = first <= 12 ? [first, second] : [second, first];
  return month <= 12 && isDay(day, month) ? { value: `${last}-${two(month)}-${two(day)}`, next: i + 5 } : undefined;
}

/** `26` of 4/1/26: this century's, or the last one's from 70 on. A further slash makes it a list (10/20/30/40). */
function shortYear(token: Token, after: Token): number | undefined {
  if (!/^\d\d$/.test(token.text) || (after.glued && (after.kind !== 'sign' || after.text === '/'))) return undefined;
  const year = Number(token.value);
  return year < 70 ? 2000 + year : 1900 + year;
}

/** 2026.04.01, of which the first point was taken for that of a decimal. A version has no zero before its digits. */
function pointed(yearMonth: Token, point: Token, day: Token, after: Token): string | undefined {
  const parts = /^([12]\d{3})\.(0[1-9]|1[0-2])$/.exec(yearMonth.text);
  if (parts === null || point.text !== '.' || !/^\d\d$/.test(day.text) || (after.glued && after.kind === 'word'))
    return undefined;
  return isDay(Number(day.value), Number(parts[2])) ? `${parts[1]}-${parts[2]}-${day.text}` : undefined;
}
