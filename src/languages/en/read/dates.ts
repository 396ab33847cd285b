import { ambiguousMonths, months, weekdays } from './lexicon/calendar.js';
import { ordinals, smallNumbers, tensNumbers } from './lexicon/numerals.js';
import { type Token, tokenAt } from './tokens.js';

/** A date as read: EDTF, and where it ends. */
export interface ReadDate {
  readonly value?: string;
  readonly min?: string;
  readonly max?: string;
  readonly unit?: 'fiscal';
  readonly part?: 'early' | 'mid' | 'late';
  readonly weekday?: number;
  readonly soft?: true;
  readonly next: number;
}

const two = (n: number | string) => String(n).padStart(2, '0');
const hyphens = new Set(['-', '‐', '‑', '–', '—', '~']);
const isHyphen = (token: Token) => hyphens.has(token.text);

/** Days of each month, leap years allowed. */
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isDay = (day: number, month: number) => day >= 1 && day <= (lengths[month - 1] ?? 0);

function dayOf(token: Token): number | undefined {
  return token.kind === 'number' && token.precision === 0 && !token.grouped && /^\d{1,2}$/.test(token.whole)
    ? Number(token.value)
    : undefined;
}

/** A year written with four digits and nothing else: 1000–2999. */
export function yearOf(token: Token): number | undefined {
  return token.kind === 'number' && token.precision === 0 && !token.grouped && /^[12]\d{3}$/.test(token.whole)
    ? Number(token.value)
    : undefined;
}

function monthOf(token: Token): number | undefined {
  return token.kind === 'word' && /^[A-Z]/.test(token.text)
    ? months.get(token.lower)
    : token.kind === 'word' && !ambiguousMonths.has(token.lower)
      ? months.get(token.lower)
      : undefined;
}

/** "Sept." and "Oct ." of tokenized text, but not the full stop after "in July." or "in May.". */
function abbreviated(name: Token): boolean {
  return name.text.length <= 4 && !/^(?:may|june|july)$/.test(name.lower);
}

const endsText = (tokens: readonly Token[], at: number) => tokenAt(tokens, at + 1).start < 0;

const ordinalSuffix = /^(?:st|nd|rd|th)$/;

/** `5`, `5th`, `fifth`: the day and the token after it. */
function dayAt(tokens: readonly Token[], i: number): readonly [number, number] | undefined {
  const day = dayOf(tokenAt(tokens, i));
  if (day !== undefined) {
    const suffix = tokenAt(tokens, i + 1);
    return suffix.glued && ordinalSuffix.test(suffix.lower) ? [day, i + 2] : [day, i + 1];
  }
  const word = ordinals.get(tokenAt(tokens, i).lower);
  if (word !== undefined && word <= 20) return [word, i + 1];
  const ten = tensNumbers.get(tokenAt(tokens, i).lower);
  if (ten !== undefined && ten <= 30 && isHyphen(tokenAt(tokens, i + 1))) {
    const unit = ordinals.get(tokenAt(tokens, i + 2).lower);
    if (unit !== undefined && unit < 10) return [ten + unit, i + 3];
  }
  return undefined;
}

/** An optional year after a day or month: `, 2026`, ` 2026`, ` of 2026`, `, of 2026`. */
function yearAfter(tokens: readonly Token[], i: number): readonly [number, number] | undefined {
  let at = i;
  if (tokenAt(tokens, at).text === ',') at++;
  if (tokenAt(tokens, at).lower === 'of' || (tokenAt(tokens, at).lower === 'in' && at === i)) at++;
  const year = yearOf(tokenAt(tokens, at));
  if (
    year === undefined ||
    (tokenAt(tokens, at + 1).glued && /^[%x°]$|^(?:km|m|s)$/.test(tokenAt(tokens, at + 1).text))
  )
    return undefined;
  return [year, at + 1];
}

/** Every form of date that begins at token `i`. Tried in order; the first that fits is taken. */
export function readDate(tokens: readonly Token[], i: number): ReadDate | undefined {
  const token = tokenAt(tokens, i);
  const weekday = token.kind === 'word' && /^[A-Z]/.test(token.text) ? weekdays.get(token.lower) : undefined;
  if (weekday !== undefined) {
    let at = i + 1;
    if (tokenAt(tokens, at).text === '.') at++;
    if (tokenAt(tokens, at).text === ',') at++;
    if (tokenAt(tokens, at).lower === 'the') at++;
    const date = monthDate(tokens, at) ?? dayMonth(tokens, at) ?? numeric(tokens, at);
    return date === undefined ? undefined : { ...date, weekday };
  }
  return (
    quarter(tokens, i) ??
    fiscal(tokens, i) ??
    parts(tokens, i) ??
    monthDate(tokens, i) ??
    dayMonth(tokens, i) ??
    numeric(tokens, i) ??
    decade(tokens, i) ??
    century(tokens, i) ??
    eraYear(tokens, i) ??
    bareYear(tokens, i)
  );
}

/** April 1, 2026; April 2026; April 1; April 1–3; in May. */
function monthDate(tokens: readonly Token[], i: number): ReadDate | undefined {
  const month = monthOf(tokenAt(tokens, i));
  if (month === undefined) return undefined;
  const name = tokenAt(tokens, i);
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
  if (year !== undefined) {
    // April–June 2026 is handled by ranges of dates.
    return { value: `${year[0]}-${two(month)}`, next: year[1] };
  }
  const short = /^'|^’/.test(tokenAt(tokens, at).text) ? dayOf(tokenAt(tokens, at + 1)) : undefined;
  if (short !== undefined && tokenAt(tokens, at + 1).whole.length === 2)
    return { value: `20${two(short)}-${two(month)}`, next: at + 2 };
  if (!/^[A-Z]/.test(name.text)) return undefined;
  if (ambiguousMonths.has(name.lower)) {
    const before = tokenAt(tokens, i - 1).lower;
    if (
      !/^(?:in|of|since|until|till|by|last|next|this|early|late|mid|from|through|during|between|to|every|each|before|after)$/.test(
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
  return { value: `XXXX-${two(month)}`, next: at };
}

/** 1 April 2026; the 5th of May; 1–3 April. */
function dayMonth(tokens: readonly Token[], i: number): ReadDate | undefined {
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

/** 2026-04-01, 2026/04/01, 4/1/2026 (month first, as American English does, unless it cannot be), 4/1. */
function numeric(tokens: readonly Token[], i: number): ReadDate | undefined {
  const [a, s1, b, s2, c] = [0, 1, 2, 3, 4].map((step) => tokenAt(tokens, i + step)) as [
    Token,
    Token,
    Token,
    Token,
    Token,
  ];
  if (!s1.glued || !b.glued || (s1.text !== '-' && s1.text !== '/' && s1.text !== '.')) return undefined;
  if (a.kind !== 'number' || b.kind !== 'number' || a.precision > 0) return undefined;
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
  const last = s2.text === s1.text && s2.glued && c.glued ? yearOf(c) : undefined;
  if (first === undefined || second === undefined || last === undefined) return undefined;
  const [month, day] = first <= 12 ? [first, second] : [second, first];
  return month <= 12 && isDay(day, month) ? { value: `${last}-${two(month)}-${two(day)}`, next: i + 5 } : undefined;
}

const quarterWords = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['final', 4],
]);

/** Q3 2027, 3Q27, Q1, the first quarter of 2027, first half of 2026, H1 2026, 1H26. */
function quarter(tokens: readonly Token[], i: number): ReadDate | undefined {
  const one = tokenAt(tokens, i);
  const next = tokenAt(tokens, i + 1);
  let code: string | undefined;
  let at = i + 2;
  if (
    one.kind === 'word' &&
    /^[QH]$/.test(one.text) &&
    next.kind === 'number' &&
    next.glued &&
    /^[1-4]$/.test(next.whole)
  ) {
    code = one.text === 'Q' ? `Q${next.whole}` : Number(next.whole) < 3 ? `H${next.whole}` : undefined;
    if (tokenAt(tokens, i + 2).kind === 'word' && tokenAt(tokens, i + 2).glued) return undefined;
  } else if (
    one.kind === 'number' &&
    /^[1-4]$/.test(one.whole) &&
    one.precision === 0 &&
    next.kind === 'word' &&
    next.glued &&
    /^[QH]$/.test(next.text)
  ) {
    code = next.text === 'Q' ? `Q${one.whole}` : Number(one.whole) < 3 ? `H${one.whole}` : undefined;
  } else if (
    quarterWords.has(one.lower) ||
    (one.kind === 'number' && /^[1-4]$/.test(one.whole) && ordinalSuffix.test(next.lower))
  ) {
    const n = quarterWords.get(one.lower) ?? Number(one.whole);
    const span = one.kind === 'number' ? i + 2 : i + 1;
    const hyphen = isHyphen(tokenAt(tokens, span)) ? 1 : 0;
    const noun = tokenAt(tokens, span + hyphen).lower;
    // "the second half" of a match has no year; a quarter needs none, since nothing else is called so in the news.
    if (noun === 'quarter') code = `Q${n}`;
    else if (noun === 'half' && n <= 2) code = `H${n}`;
    at = span + hyphen + 1;
  }
  if (code === undefined) {
    // "the 1988 third quarter".
    const leading = yearOf(one);
    const rest = leading === undefined || !quarterWords.has(next.lower) ? undefined : quarter(tokens, i + 1);
    return rest?.value?.startsWith('XXXX') ? { value: `${leading}${rest.value.slice(4)}`, next: rest.next } : undefined;
  }
  const year = yearNear(tokens, at);
  const words = quarterWords.has(one.lower) || ordinalSuffix.test(next.lower);
  if (year === undefined) {
    if (code.startsWith('H')) return undefined;
    return { value: `XXXX-${code}`, ...(words ? { soft: true as const } : {}), next: at };
  }
  return { value: `${year[0]}-${code}`, ...(year[2] ? { unit: 'fiscal' as const } : {}), next: year[1] };
}

/** `2027`, `of 2027`, `'27`, `27` glued, `FY2027`, `of fiscal 2027`. */
function yearNear(tokens: readonly Token[], i: number): readonly [number, number, boolean] | undefined {
  let at = i;
  if (tokenAt(tokens, at).text === ',' || isHyphen(tokenAt(tokens, at)) || tokenAt(tokens, at).text === '/') at++;
  if (/^(?:of|in)$/.test(tokenAt(tokens, at).lower)) at++;
  if (tokenAt(tokens, at).lower === 'the' && /^(?:fiscal|financial)$/.test(tokenAt(tokens, at + 1).lower)) at++;
  let isFiscal = false;
  while (/^(?:fiscal|financial|year|fy)$/.test(tokenAt(tokens, at).lower) && at < i + 6) {
    isFiscal = true;
    at++;
  }
  const token = tokenAt(tokens, at);
  const year = yearOf(token);
  if (year !== undefined) return [year, at + 1, isFiscal];
  if (/^['’]$/.test(token.text) && /^\d\d$/.test(tokenAt(tokens, at + 1).whole))
    return [2000 + Number(tokenAt(tokens, at + 1).value), at + 2, isFiscal];
  if (token.kind === 'number' && (token.glued || isFiscal) && /^\d\d$/.test(token.whole) && token.precision === 0)
    return [2000 + Number(token.value), at + 1, isFiscal];
  return undefined;
}

function fiscal(tokens: readonly Token[], i: number): ReadDate | undefined {
  const one = tokenAt(tokens, i);
  if (one.text !== 'FY' && one.lower !== 'fiscal' && one.lower !== 'financial') return undefined;
  const year = yearNear(tokens, i);
  return year === undefined || year[1] <= i + 1 ? undefined : { value: String(year[0]), unit: 'fiscal', next: year[1] };
}

const partWords: ReadonlyMap<string, 'early' | 'mid' | 'late'> = new Map([
  ['early', 'early'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['late', 'late'],
]);

/** mid-1990s, early 2027, late April, the mid-2020s. */
function parts(tokens: readonly Token[], i: number): ReadDate | undefined {
  const part = partWords.get(tokenAt(tokens, i).lower);
  if (part === undefined) return undefined;
  let at = i + 1;
  if (isHyphen(tokenAt(tokens, at))) at++;
  if (tokenAt(tokens, at).lower === 'of') at++;
  if (tokenAt(tokens, at).lower === 'the') at++;
  const date = decade(tokens, at) ?? century(tokens, at) ?? monthDate(tokens, at) ?? bareYear(tokens, at, true);
  return date === undefined ? undefined : { ...date, part };
}

const decadeWords = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 2]),
);

/** 1990s, the '90s, the 90s, the nineties, 1800s (a century). */
function decade(tokens: readonly Token[], i: number): ReadDate | undefined {
  let at = i;
  const quoted = /^['’‘]$/.test(tokenAt(tokens, at).text);
  if (quoted) at++;
  const token = tokenAt(tokens, at);
  let after = tokenAt(tokens, at + 1);
  let extra = 0;
  if (/^['’]$/.test(after.text) && after.glued) {
    after = tokenAt(tokens, at + 2);
    extra = 1;
  }
  if (
    token.kind === 'number' &&
    after.lower === 's' &&
    after.glued &&
    after.kind === 'word' &&
    token.precision === 0 &&
    !token.grouped
  ) {
    const year = yearOf(token);
    if (year !== undefined && year % 10 === 0 && !quoted) {
      const value = year % 100 === 0 && year < 2000 ? `${year / 100}XX` : `${Math.floor(year / 10)}X`;
      return { value, next: at + 2 + extra };
    }
    const before = tokenAt(tokens, i - 1).lower;
    const century = quoted || before === 'the' || before === '-' || partWords.has(before);
    if (/^[1-9]0$/.test(token.whole) && century && !ageContext(tokens, i)) {
      return { value: `${Number(token.whole) >= 30 ? 19 : 20}${token.whole[0]}X`, next: at + 2 + extra };
    }
    return undefined;
  }
  const word = decadeWords.get(token.lower);
  if (word !== undefined && tokenAt(tokens, i - 1).lower === 'the')
    return { value: `19${word}X`, soft: true, next: at + 1 };
  return undefined;
}

/** "in her 20s", "temperatures in the 90s": not years. */
function ageContext(tokens: readonly Token[], i: number): boolean {
  const words = [1, 2, 3, 4].map((back) => tokenAt(tokens, i - back).lower);
  return words.some((word) => /^(?:his|her|their|my|your|our|temperatures?|degrees|highs?|lows?)$/.test(word));
}

/** the 19th century, 20th-century, the nineteenth century. */
function century(tokens: readonly Token[], i: number): ReadDate | undefined {
  const number = dayAt(tokens, i);
  let n: number | undefined;
  let at = i;
  if (number !== undefined && number[1] > i + (tokenAt(tokens, i).kind === 'number' ? 1 : 0)) [n, at] = number;
  else return undefined;
  if (isHyphen(tokenAt(tokens, at))) at++;
  const noun = tokenAt(tokens, at).lower;
  if ((noun !== 'century' && noun !== 'centuries') || n < 1 || n > 30) return undefined;
  const era = eraAt(tokens, at + 1);
  const sign = era?.[0] === 'before' ? '-' : '';
  return { value: `${sign}${two(n - 1)}XX`, next: era?.[1] ?? at + 1 };
}

/** BC, BCE, B.C., AD, CE after a year or century: before or after the year 1, and the token after it. */
function eraAt(tokens: readonly Token[], i: number): readonly ['before' | 'after', number] | undefined {
  const one = tokenAt(tokens, i);
  if (/^(?:BC|BCE)$/.test(one.text)) return ['before', i + 1];
  if (/^(?:AD|CE)$/.test(one.text)) return ['after', i + 1];
  if (one.text !== 'B' && one.text !== 'A') return undefined;
  const letters = `${one.text}${tokenAt(tokens, i + 2).text}`;
  if (tokenAt(tokens, i + 1).text !== '.' || !/^(?:BC|AD)$/.test(letters)) return undefined;
  const dot = tokenAt(tokens, i + 3).text === '.' && !endsText(tokens, i + 3) ? 1 : 0;
  return [letters === 'BC' ? 'before' : 'after', i + 3 + dot];
}

/** 3300 BC is the EDTF year -3299, because EDTF has a year 0; AD 500 is 0500. */
function eraYear(tokens: readonly Token[], i: number): ReadDate | undefined {
  const token = tokenAt(tokens, i);
  if (token.text === 'AD' || token.text === 'BC') {
    const year = tokenAt(tokens, i + 1);
    if (year.kind !== 'number' || year.precision > 0 || year.whole.length > 4) return undefined;
    const value = token.text === 'AD' ? Number(year.value) : 1 - Number(year.value);
    return { value: edtfYear(value), next: i + 2 };
  }
  if (token.kind !== 'number' || token.precision > 0 || token.whole.length > 4) return undefined;
  const era = eraAt(tokens, i + 1);
  if (era === undefined) return undefined;
  return { value: edtfYear(era[0] === 'before' ? 1 - Number(token.value) : Number(token.value)), next: era[1] };
}

const edtfYear = (year: number) => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;

/** Words before a bare number of four digits that make it a year. */
const yearly =
  /^(?:in|since|by|until|till|from|before|after|during|between|around|circa|year|of|early|late|mid|through|throughout|to|and|for|the|summer|winter|spring|autumn|fall|season|calendar|ending|ended|christmas|olympics|copyright|©|\(|than|as|late)$/;
/** Of those, the ones that do so for any year; the others only for years near ours. */
const surely = /^(?:in|since|until|till|during|circa|year|summer|winter|spring|autumn|early|late|mid|©)$/;

/** Plural nouns after which four digits count something: "2000 people", "1500 meters". */
function counts(token: Token): boolean {
  if (token.kind !== 'word' || /^[A-Z]/.test(token.text)) return false;
  if (
    /^(?:people|men|women|children|feet|percent|per|cent|kg|km|km2|m|miles|dollars|won|euros|pounds|yen|yuan|species|aircraft|sheep|fish|personnel|troops)$/.test(
      token.lower,
    )
  )
    return true;
  return (
    /[a-z]{2}s$/.test(token.lower) &&
    !/(?:ss|us|is|ous)$/.test(token.lower) &&
    !/^(?:was|has|is|as|its|this|sales|results|earnings|revenues|estimates|figures|elections|plans|prices|versus|does|days|series|levels|budgets|standards|talks|olympics|games|prizes|forecasts|guidelines|targets|floods|riots|protests|attacks|census)$/.test(
      token.lower,
    )
  );
}

/** 2026 by itself. `sure`: something else already says that it is a year. */
function bareYear(tokens: readonly Token[], i: number, sure = false): ReadDate | undefined {
  const token = tokenAt(tokens, i);
  const year = yearOf(token);
  if (year === undefined || token.text.length !== 4) return undefined;
  const before = tokenAt(tokens, i - 1);
  const after = tokenAt(tokens, i + 1);
  // "1,990" has been read as one number; "Reiner,1990" of careless print is a year.
  const tight = before.glued && i > 0 && token.glued;
  if (tight && (before.text === ',' ? tokenAt(tokens, i - 2).kind === 'number' : /^[.:#$€£¥₩]$/.test(before.text)))
    return undefined;
  if (
    /^[#$€£¥₩+]$/.test(before.text) ||
    /^(?:no|number|room|model|page|flight|route|line|iso|rfc|about|nearly|over|roughly|approximately)$/.test(
      before.lower,
    )
  ) {
    if (!/^(?:about|nearly|over)$/.test(before.lower) || counts(after)) return undefined;
  }
  if (after.glued && (after.kind === 'word' || /^[%°/²]$/.test(after.text)) && after.lower !== 's') return undefined;
  if (after.text === ':' && after.glued && tokenAt(tokens, i + 2).kind === 'number') return undefined;
  const recent = year >= 1900 && year < 2100;
  const range = seasonEnd(tokens, i, year);
  if (!sure) {
    if (counts(after)) return undefined;
    if (!recent && !surely.test(before.lower) && !(yearly.test(before.lower) && year >= 1400 && !counts(after))) {
      if (range === undefined || year < 1400) return undefined;
    }
    if (!recent && after.kind === 'word' && smallNumbers.has(after.lower)) return undefined;
  }
  if (range !== undefined) return { min: String(year), max: String(range[0]), next: range[1] };
  return { value: String(year), next: i + 1 };
}

/** The second half of 2025–2026, 2025–28, 2025-26. */
function seasonEnd(tokens: readonly Token[], i: number, year: number): readonly [number, number] | undefined {
  const joint = tokenAt(tokens, i + 1);
  if (!isHyphen(joint) && joint.text !== '/') return undefined;
  const end = tokenAt(tokens, i + 2);
  if (end.kind !== 'number' || end.precision > 0 || (joint.text === '/' && !end.glued)) return undefined;
  const after = tokenAt(tokens, i + 3);
  if (
    after.glued &&
    (after.kind === 'word' || after.text === '%' || (isHyphen(after) && tokenAt(tokens, i + 4).kind === 'number'))
  )
    return undefined;
  const full = yearOf(end);
  if (full !== undefined && full - year < 1000 && joint.text !== '/') return [full, i + 3];
  if (/^\d\d$/.test(end.whole) && end.glued && joint.glued) {
    const short = Math.floor(year / 100) * 100 + Number(end.value);
    if (short > year && short - year < 60) return [short, i + 3];
  }
  return undefined;
}
