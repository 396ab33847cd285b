import type { Building } from '../../und/placed.js';
import { smallNumbers, tensNumbers } from './lexicon/numerals.js';
import { nearRace } from './race.js';
import { type Token, tokenAt } from './tokens.js';

/** A time of day as read. */
export interface ReadTime {
  readonly value?: string;
  /** Ends of a span within one half of the day: 9–11 a.m. */
  readonly min?: string;
  readonly max?: string;
  readonly dayPeriod?: 'am' | 'pm';
  readonly unit?: string;
  readonly soft?: true;
  readonly next: number;
}

const two = (n: number) => String(n).padStart(2, '0');
const zones = new Set(
  'ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST KST JST IST AEST AEDT HKT SGT'.split(' '),
);
const wordHours = new Map([...smallNumbers].filter(([, value]) => value >= 1 && value <= 12));

/** am, pm, a.m., in the morning, at night: which half of the day, and the token after it. */
function periodAt(tokens: readonly Token[], i: number): readonly ['am' | 'pm', number] | undefined {
  const one = tokenAt(tokens, i);
  if (one.lower === 'am' || one.lower === 'pm') return [one.lower, i + 1];
  if (
    (one.lower === 'a' || one.lower === 'p') &&
    tokenAt(tokens, i + 1).text === '.' &&
    tokenAt(tokens, i + 2).lower === 'm'
  ) {
    // The full stop of "p.m." is kept out when it ends the sentence too; it belongs to neither value.
    const dot = tokenAt(tokens, i + 3).text === '.' && tokenAt(tokens, i + 3).glued ? 1 : 0;
    return [one.lower === 'a' ? 'am' : 'pm', i + 3 + dot];
  }
  if (one.lower === 'in' && tokenAt(tokens, i + 1).lower === 'the') {
    const part = tokenAt(tokens, i + 2).lower;
    if (part === 'morning') return ['am', i + 3];
    if (part === 'afternoon' || part === 'evening') return ['pm', i + 3];
  }
  if (one.lower === 'at' && tokenAt(tokens, i + 1).lower === 'night') return ['pm', i + 2];
  return undefined;
}

function finish(
  hour: number,
  minute: number,
  second: number | undefined,
  tokens: readonly Token[],
  at: number,
  soft = false,
): ReadTime {
  const period = periodAt(tokens, at);
  let next = at;
  let value = hour;
  let dayPeriod: 'am' | 'pm' | undefined;
  if (period !== undefined && hour <= 12) {
    [dayPeriod, next] = period;
    value = (hour % 12) + (dayPeriod === 'pm' ? 12 : 0);
  } else if (hour > 12) dayPeriod = hour < 24 ? 'pm' : 'am';
  else if (hour === 0) dayPeriod = 'am';
  const zone = tokenAt(tokens, next);
  const unit = zones.has(zone.text) ? zone.text : undefined;
  if (unit !== undefined) next++;
  const time: Building<ReadTime> = {
    value: `${two(value)}:${two(minute)}${second === undefined ? '' : `:${two(second)}`}`,
    next,
  };
  if (dayPeriod !== undefined) time.dayPeriod = dayPeriod;
  if (unit !== undefined) time.unit = unit;
  if (soft) time.soft = true;
  return time;
}

/** The time that begins at token `i`: 9:30 am, 9 p.m., 21:30, 9:30:15, nine o'clock, noon, midnight, half past nine. */
export function readTime(tokens: readonly Token[], i: number): ReadTime | undefined {
  const one = tokenAt(tokens, i);
  if (one.kind === 'number' && one.precision === 0 && !one.grouped && one.whole.length <= 2)
    return fromDigits(tokens, i);
  if (one.kind === 'number' && /^(?:[01]\d|2[0-3])[0-5]\d$/.test(one.text)) {
    // "0715 GMT": four digits are a time only with a zone or "hours" after them.
    const after = tokenAt(tokens, i + 1);
    const hours = after.lower === 'hours' && one.text.startsWith('0');
    if (!zones.has(after.text) && !hours) return undefined;
    return finish(Number(one.text.slice(0, 2)), Number(one.text.slice(2)), undefined, tokens, hours ? i + 2 : i + 1);
  }
  if (one.kind === 'number' && /^\d{1,2}\.[0-5]\d$/.test(one.text) && one.precision === 2) {
    // 8.30pm: only with am or pm is a point a colon.
    const [hour, minute] = one.text.split('.').map(Number) as [number, number];
    const until = spanOf(hour, tokens, i, minute);
    if (until !== undefined) return until;
    return hour <= 12 && /^(?:am|pm|a|p)$/.test(tokenAt(tokens, i + 1).lower) && periodAt(tokens, i + 1) !== undefined
      ? finish(hour, minute, undefined, tokens, i + 1)
      : undefined;
  }
  if (one.lower === 'noon' || one.lower === 'midday')
    return { value: '12:00', dayPeriod: 'pm', soft: true, next: i + 1 };
  if (one.lower === 'midnight') return { value: '00:00', dayPeriod: 'am', soft: true, next: i + 1 };
  if ((one.lower === 'half' || one.lower === 'quarter') && /^(?:past|after|to)$/.test(tokenAt(tokens, i + 1).lower)) {
    const token = tokenAt(tokens, i + 2);
    const hour =
      wordHours.get(token.lower) ??
      (token.kind === 'number' && Number(token.value) <= 12 ? Number(token.value) : undefined);
    const before = tokenAt(tokens, i + 1).lower === 'to';
    if (hour === undefined || (before && one.lower === 'half')) return undefined;
    if (before) return finish(hour === 1 ? 12 : hour - 1, 45, undefined, tokens, i + 3);
    return finish(hour, one.lower === 'half' ? 30 : 15, undefined, tokens, i + 3);
  }
  const hour = wordHours.get(one.lower);
  if (hour === undefined) return undefined;
  if (isOclock(tokenAt(tokens, i + 1))) return finish(hour, 0, undefined, tokens, i + 2);
  const spoken = spokenMinutes(tokens, i);
  if (spoken !== undefined) return finish(hour, spoken[0], undefined, tokens, spoken[1]);
  const next = tokenAt(tokens, i + 1);
  return /^(?:am|pm)$/.test(next.lower) || (/^[ap]$/.test(next.lower) && tokenAt(tokens, i + 2).text === '.')
    ? withPeriod(hour, tokens, i + 1)
    : undefined;
}

/** "at eight forty", "by seven-thirty": minutes in words after a word that says when. */
function spokenMinutes(tokens: readonly Token[], i: number): readonly [number, number] | undefined {
  if (!/^(?:at|by|until|till|before|after|around|about|since)$/.test(tokenAt(tokens, i - 1).lower)) return undefined;
  const at = /^[-‐‑]$/.test(tokenAt(tokens, i + 1).text) ? i + 2 : i + 1;
  const ten = tensNumbers.get(tokenAt(tokens, at).lower);
  const teen = smallNumbers.get(tokenAt(tokens, at).lower);
  const minutes = ten ?? (teen !== undefined && teen >= 10 ? teen : undefined);
  if (minutes === undefined || minutes > 59) return undefined;
  const unitAt = /^[-‐‑]$/.test(tokenAt(tokens, at + 1).text) ? at + 2 : at + 1;
  const unit = ten === undefined ? undefined : smallNumbers.get(tokenAt(tokens, unitAt).lower);
  const more = unit !== undefined && unit > 0 && unit < 10;
  const end = more ? unitAt + 1 : at + 1;
  const after = tokenAt(tokens, end);
  // "by five thirty-foot poles", "after two twenty people": something is counted.
  if (
    /^[-‐‑]$/.test(after.text) ||
    (after.kind === 'word' &&
      !/^(?:am|pm|a|p|in|on|at|and|or|to|when|this|that|the|he|she|they|we|it|but|sharp)$/.test(after.lower))
  )
    return undefined;
  return [minutes + (more ? unit : 0), end];
}

/** 9–11 a.m., 5-7pm: one am or pm for both ends. */
function spanOf(hour: number, tokens: readonly Token[], i: number, minute = 0): ReadTime | undefined {
  const end = tokenAt(tokens, i + 2);
  if (end.kind !== 'number' || !/^[-–—]$/.test(tokenAt(tokens, i + 1).text)) return undefined;
  const last = Number(end.value);
  if (!/^\d{1,2}$/.test(end.text) || last > 12) return undefined;
  if (periodAt(tokens, i + 3) === undefined || /^(?:in|at)$/.test(tokenAt(tokens, i + 3).lower)) return undefined;
  const { value, ...rest } = finish(last, 0, undefined, tokens, i + 3);
  const [from] = [rest.dayPeriod === 'pm' && hour < 12 && hour <= last ? hour + 12 : hour % 12];
  // "11-1 pm" begins in the morning.
  const min = `${two(hour > last && rest.dayPeriod === 'pm' ? hour : from)}:${two(minute)}`;
  return value === undefined ? undefined : { min, max: value, ...rest };
}

const isOclock = ({ lower }: Token) => lower === "o'clock" || lower === 'o’clock';

function withPeriod(hour: number, tokens: readonly Token[], at: number): ReadTime | undefined {
  return periodAt(tokens, at) === undefined ? undefined : finish(hour, 0, undefined, tokens, at);
}

function fromDigits(tokens: readonly Token[], i: number): ReadTime | undefined {
  const hour = Number(tokenAt(tokens, i).value);
  const colon = tokenAt(tokens, i + 1);
  const minute = tokenAt(tokens, i + 2);
  if (
    colon.text === ':' &&
    colon.glued &&
    minute.glued &&
    /^[0-5]\d$/.test(minute.whole) &&
    minute.precision === 0 &&
    hour <= 24
  ) {
    const more = tokenAt(tokens, i + 3);
    const second = tokenAt(tokens, i + 4);
    if (more.text === ':' && more.glued && second.glued && /^[0-5]\d$/.test(second.whole)) {
      if (nearRace(tokens, i)) return undefined;
      return finish(hour, Number(minute.value), Number(second.value), tokens, i + 5);
    }
    return finish(hour, Number(minute.value), undefined, tokens, i + 3);
  }
  if (hour < 1 || hour > 12) return undefined;
  const span = spanOf(hour, tokens, i);
  if (span !== undefined) return span;
  if (isOclock(colon)) return finish(hour, 0, undefined, tokens, i + 2);
  const period = periodAt(tokens, i + 1);
  // "3 in the morning" only where nothing else can be meant.
  if (period === undefined || colon.lower === 'in' || colon.lower === 'at') return undefined;
  return finish(hour, 0, undefined, tokens, i + 1);
}
