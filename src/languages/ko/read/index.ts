import type { NumberedName, Quantity, Reading } from '../../../model/quantity.js';
import { unitsOf } from '../../und/code-units.js';
import { digitOf, readDigits } from '../../und/digits.js';
import { nameKey, opaqueSpans } from '../../und/names.js';
import { datedFields, type Fields, placed } from '../../und/placed.js';
import { readDate, readHalfYear } from './calendar.js';
import { opensTime, type ReadTime, readTime } from './clock.js';
import { readDays } from './days.js';
import { readFigure } from './figure.js';
import { mayBeName, readDigitName, readHangulName, readLatinName } from './names.js';
import { begins, mayBeDays, mayBeMonth, mayBeTime, mayCount, opens } from './openers.js';
import { readLetteredDate } from './quarters.js';
import { roman } from './romans.js';
import { readSpelledDate } from './spelled-dates.js';
import { isHangul, isLatin } from './text.js';

const quotes = unitsOf("'’‘");

/**
 * The figures and numbered names of a Korean text. Goes from left to right; each rule looks at a bounded number of
 * characters and whatever it takes is not read again, so the time is linear in the text's length.
 */
export function read(text: string): Reading {
  const quantities: Quantity[] = [];
  const names: NumberedName[] = [];
  const spans = opaqueSpans(text);
  let at = 0;
  for (const hidden of spans) {
    at = readUntil(text, at, hidden.start, quantities, names);
    // A figure may have taken all of it.
    if (at >= hidden.end) continue;
    if (hidden.name !== undefined) names.push(hidden.name);
    at = hidden.end;
  }
  readUntil(text, at, text.length, quantities, names);
  return { quantities, names };
}

/** Reads what begins from `start` on and before `stop`, and returns where it ends. */
function readUntil(text: string, start: number, stop: number, quantities: Quantity[], names: NumberedName[]): number {
  let at = start;
  while (at < stop) {
    const bits = opens(text.charCodeAt(at));
    at = bits === 0 ? at + 1 : step(text, at, bits, quantities, names);
  }
  return at;
}

/** Reads what begins at `at` and returns where to go on. */
function step(text: string, at: number, bits: number, quantities: Quantity[], names: NumberedName[]): number {
  if (bits & begins.digit) return digits(text, at, quantities, names);
  if (bits & begins.latin) return latin(text, at, quantities, names);
  if (bits & begins.sign) return signed(text, at, quantities);
  return hangul(text, at, bits, quantities, names);
}

/** A sign, a currency before its amount or a quote before a year. */
function signed(text: string, at: number, quantities: Quantity[]): number {
  if (quotes.has(text.charCodeAt(at))) {
    const date = digitOf(text.charCodeAt(at + 1)) >= 0 ? readDate(text, at) : undefined;
    if (date === undefined) return at + 1;
    return push(text, at, date.end, datedFields('date', date, 'hard'), quantities);
  }
  const figure = digitFollows(text, at) ? readFigure(text, at) : undefined;
  if (figure === undefined) return at + 1;
  quantities.push(figure.quantity);
  return figure.end;
}

/** Whether a digit stands from `from` on and before `to`. Looking beyond a text's end is slow: it is never done here. */
function digitWithin(text: string, from: number, to: number): boolean {
  const last = Math.min(text.length, to);
  for (let at = from; at < last; at++) if (digitOf(text.charCodeAt(at)) >= 0) return true;
  return false;
}

/** Whether a sign stands near enough to a digit: -5, −$5, △ 3.2, $.50. */
function digitFollows(text: string, at: number): boolean {
  return digitWithin(text, at + 1, at + 6);
}

function digits(text: string, at: number, quantities: Quantity[], names: NumberedName[]): number {
  // A run of more digits than any figure has is a blob; its value would take longer to compare than to read.
  if (digitWithin(text, at + longestRun, at + longestRun + 1)) {
    const { whole, end } = readDigits(text, at);
    if (whole.length > longestRun) return end;
  }
  const date = readDate(text, at);
  if (date !== undefined)
    return push(text, at, date.end, datedFields('date', date, date.soft ? 'soft' : 'hard'), quantities);
  const time = readTime(text, at);
  if (time !== undefined) return push(text, at, time.end, timeFields(time), quantities);
  const figure = readFigure(text, at);
  const bare =
    figure === undefined ||
    (figure.quantity.kind === 'number' && figure.quantity.unit === undefined && /^[\d.]+$/.test(figure.quantity.text));
  const name = bare ? readDigitName(text, at) : undefined;
  if (
    name !== undefined &&
    (figure === undefined || name.end > figure.quantity.end || /^0\d/.test(figure.quantity.text))
  )
    return pushName(text, at, name.end, names);
  if (figure !== undefined) {
    // 코로나19: digits glued to a Hangul word without a counter name it.
    // What has been read before is no part of the name: 서너5.
    const taken = Math.max(lastEnd(quantities), lastEnd(names));
    if (bare && taken < at && isHangul(text.charCodeAt(at - 1)) && !prefix(text, at)) {
      let start = at;
      while (start > Math.max(taken, at - 8) && isHangul(text.charCodeAt(start - 1))) start--;
      return pushName(text, start, figure.quantity.end, names);
    }
    quantities.push(figure.quantity);
    return figure.end;
  }
  return at + 1;
}

/** Where the last of what was read ends. */
function lastEnd(found: readonly { readonly end: number }[]): number {
  return found.length === 0 ? 0 : found[found.length - 1]!.end;
}

/** Syllables that digits follow without being part of a name: 총3, 약5, 각2, 연10, 만19, 전5, 월3. */
function prefix(text: string, at: number): boolean {
  return /(?:총|약|각|연|만|전|월|주|일|매|단|고작|최대|최소|최고|는|은|이|가|을|를|의|에|로|과|와|도|서|등|및|년|제|대|당|중|천|백|억|조|십)$/.test(
    text.slice(Math.max(0, at - 2), at),
  );
}

function hangul(text: string, at: number, bits: number, quantities: Quantity[], names: NumberedName[]): number {
  const glued = at > 0 && isHangul(text.charCodeAt(at - 1));
  if (bits & begins.time && !glued && mayBeTime(text, at) && opensTime(text, at)) {
    const time = readTime(text, at);
    if (time !== undefined) return push(text, at, time.end, timeFields(time), quantities);
  }
  // After a syllable of its own (약, 총, 제) a numeral may follow without a space.
  if (glued && (!prefixes.has(text.charCodeAt(at - 1)) || isHangul(text.charCodeAt(at - 2)))) return at + 1;
  if (bits & begins.half) {
    const half = readHalfYear(text, at);
    if (half !== undefined) return push(text, at, half.end, datedFields('date', half, 'hard'), quantities);
  }
  if (bits & begins.name && mayBeName(text, at) && holdsDigit(text, at)) {
    const name = readHangulName(text, at);
    if (name !== undefined) return pushName(text, at, name.end, names);
  }
  if (bits & begins.days && mayBeDays(text, at)) {
    const days = readDays(text, at);
    if (days !== undefined) return push(text, at, days.end, days.fields, quantities);
  }
  if (bits & begins.month && mayBeMonth(text, at)) {
    const date = readSpelledDate(text, at);
    if (date !== undefined) return push(text, at, date.end, datedFields('date', date, 'hard'), quantities);
  }
  if (!(bits & begins.figure) || !mayCount(text, at)) return at + 1;
  const hour = holdsHour(text, at) ? readTime(text, at) : undefined;
  if (hour !== undefined) return push(text, at, hour.end, timeFields(hour), quantities);
  const figure = readFigure(text, at);
  if (figure === undefined) return at + 1;
  quantities.push(figure.quantity);
  return figure.end;
}

/** Digits before the point; the English reader has the same limit. */
const longestRun = 40;

const prefixes = unitsOf('약총만각매제');

/** Whether a digit stands near enough to number a name: 레벨 4, 고속도로 35. */
function holdsDigit(text: string, at: number): boolean {
  return digitWithin(text, at + 1, at + 12);
}

const hourMark = '시'.charCodeAt(0);

/** Whether 시 follows near enough for a numeral of hours: 열두 시. */
function holdsHour(text: string, at: number): boolean {
  const to = Math.min(text.length, at + 6);
  for (let i = at + 1; i < to; i++) if (text.charCodeAt(i) === hourMark) return true;
  return false;
}

function latin(text: string, at: number, quantities: Quantity[], names: NumberedName[]): number {
  const glued = at > 0 && isLatin(text.charCodeAt(at - 1));
  const quarter = glued ? undefined : readLetteredDate(text, at);
  if (quarter !== undefined) return push(text, at, quarter.end, datedFields('date', quarter, 'hard'), quantities);
  let end = at + 1;
  while (end < text.length && isLatin(text.charCodeAt(end))) end++;
  const place = end - at <= 5 && !glued ? roman(text, at) : undefined;
  if (place !== undefined) return push(text, at, place.end, place.fields, quantities);
  if (!mayNumber(text, end)) return end;
  const figure = glued ? undefined : readFigure(text, at);
  if (figure !== undefined) {
    quantities.push(figure.quantity);
    return figure.end;
  }
  const name = readLatinName(text, at);
  return name === undefined ? end : pushName(text, at, name.end, names);
}

/** Whether digits, or a currency sign, follow the letters that end at `end` closely enough to belong to them: US$5, GPT-5.5, iOS 18. */
function mayNumber(text: string, end: number): boolean {
  const last = Math.min(text.length, end + 60);
  for (let i = end; i < last; i++) {
    const code = text.charCodeAt(i);
    if (digitOf(code) >= 0 || currencyMarks.has(code)) return true;
    if (isLatin(code) || nameMarks.has(code)) continue;
    return code === 0x20 && (digitOf(text.charCodeAt(i + 1)) >= 0 || currencyMarks.has(text.charCodeAt(i + 1)));
  }
  return false;
}

const currencyMarks = unitsOf('$¥＄￥');
/** What may stand inside a name with digits. */
const nameMarks = unitsOf('-_.‐‑+&/#');

function push(text: string, start: number, end: number, fields: Fields, quantities: Quantity[]): number {
  quantities.push(placed(fields, text, start, end));
  return end;
}

function pushName(text: string, start: number, end: number, names: NumberedName[]): number {
  const written = text.slice(start, end);
  names.push({ key: nameKey(written), text: written, start, end });
  return end;
}

const timeFields = (time: ReadTime): Fields => datedFields('time', time, time.soft ? 'soft' : 'hard');
