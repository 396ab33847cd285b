import type { NumberedName, Quantity, Reading } from '../../../model/quantity.js';
import { digitOf, readDigits } from '../../und/digits.js';
import { nameKey, opaqueSpans } from '../../und/names.js';
import { readDate, readHalfYear } from './calendar.js';
import { opensTime, readTime } from './clock.js';
import { readDays } from './days.js';
import { readFigure } from './figure.js';
import { readDigitName, readHangulName, readLatinName } from './names.js';
import { readSpelledDate } from './spelled-dates.js';
import { isHangul, isLatin } from './text.js';

/** What a syllable may begin, as bits: nine syllables of ten begin nothing, and no rule is tried on them. */
const begins = { time: 1, half: 2, name: 4, days: 8, figure: 16, month: 32 } as const;

const openers = new Map<number, number>();
for (const [bits, syllables] of [
  [begins.time, '오새아저낮점밤심정자'],
  [begins.half, '상하전후'],
  [
    begins.name,
    '레아갤윈안버파자노그표장절부별도사보예포코유나니닛이테모타클티섹챕페시에채게터루국고지팰제라젬누천기세',
  ],
  [begins.days, '하이사나닷엿여아열보'],
  [begins.month, '일이삼사오유칠팔구시십천'],
  // Numerals; 제 and 첫 of ordinals, 절반 and 반, 마이너스, 영하 and 음수.
  [begins.figure, '영공일이삼사오육륙칠팔구십백천만수몇한하두둘세셋석서네넷넉너다여아열스쉰마예흔대엳제첫절반음'],
] as const) {
  for (const syllable of syllables)
    openers.set(syllable.charCodeAt(0), (openers.get(syllable.charCodeAt(0)) ?? 0) | bits);
}
const signs = /[-.−－△▲▽▼+$＄€£￡¥￥₩￦₹'’‘]/;

/**
 * The figures and numbered names of a Korean text. Goes from left to right; each rule looks at a bounded number of
 * characters and whatever it takes is not read again, so the time is linear in the text's length.
 */
export function read(text: string): Reading {
  const quantities: Quantity[] = [];
  const names: NumberedName[] = [];
  const spans = opaqueSpans(text);
  let span = 0;
  for (let at = 0; at < text.length; ) {
    while (span < spans.length && spans[span]![1] <= at) span++;
    const hidden = spans[span];
    if (hidden !== undefined && at >= hidden[0]) {
      at = hidden[1];
      continue;
    }
    at = step(text, at, quantities, names);
  }
  return { quantities, names };
}

/** Reads what begins at `at` and returns where to go on. */
function step(text: string, at: number, quantities: Quantity[], names: NumberedName[]): number {
  const code = text.charCodeAt(at);
  if (digitOf(code) >= 0) return digits(text, at, quantities, names);
  if (isHangul(code)) return hangul(text, at, quantities, names);
  if (isLatin(code)) return latin(text, at, quantities, names);
  if (signs.test(text[at]!)) {
    const date = /['’‘]/.test(text[at]!) ? readDate(text, at) : undefined;
    if (date !== undefined)
      return push(text, at, date.end, { kind: 'date', ...without(date), hardness: 'hard' }, quantities);
    const figure = readFigure(text, at);
    if (figure !== undefined) {
      quantities.push(figure.quantity);
      return figure.end;
    }
  }
  return at + 1;
}

function digits(text: string, at: number, quantities: Quantity[], names: NumberedName[]): number {
  // A run of more digits than any figure has is a blob; its value would take longer to compare than to read.
  if (digitOf(text.charCodeAt(at + longestRun)) >= 0) {
    const { whole, end } = readDigits(text, at);
    if (whole.length > longestRun) return end;
  }
  const date = readDate(text, at);
  if (date !== undefined)
    return push(text, at, date.end, { kind: 'date', ...without(date), hardness: 'hard' }, quantities);
  const time = readTime(text, at);
  if (time !== undefined) return push(text, at, time.end, { kind: 'time', ...timeFields(time) }, quantities);
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
    const taken = Math.max(quantities[quantities.length - 1]?.end ?? 0, names[names.length - 1]?.end ?? 0);
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

/** Syllables that digits follow without being part of a name: 총3, 약5, 각2, 연10, 만19, 전5, 월3. */
function prefix(text: string, at: number): boolean {
  return /(?:총|약|각|연|만|전|월|주|일|매|단|고작|최대|최소|최고|는|은|이|가|을|를|의|에|로|과|와|도|서|등|및|년|제|대|당|중|천|백|억|조|십)$/.test(
    text.slice(Math.max(0, at - 2), at),
  );
}

function hangul(text: string, at: number, quantities: Quantity[], names: NumberedName[]): number {
  const bits = openers.get(text.charCodeAt(at)) ?? 0;
  if (bits === 0) return at + 1;
  const glued = isHangul(text.charCodeAt(at - 1));
  if (bits & begins.time && !glued && opensTime(text, at)) {
    const time = readTime(text, at);
    if (time !== undefined) return push(text, at, time.end, { kind: 'time', ...timeFields(time) }, quantities);
  }
  // After a syllable of its own (약, 총, 제) a numeral may follow without a space.
  if (glued && (!prefixes.has(text[at - 1]!) || isHangul(text.charCodeAt(at - 2)))) return at + 1;
  if (bits & begins.half) {
    const half = readHalfYear(text, at);
    if (half !== undefined)
      return push(text, at, half.end, { kind: 'date', ...without(half), hardness: 'hard' }, quantities);
  }
  if (bits & begins.name && holdsDigit(text, at)) {
    const name = readHangulName(text, at);
    if (name !== undefined) return pushName(text, at, name.end, names);
  }
  if (bits & begins.days) {
    const days = readDays(text, at);
    if (days !== undefined) return push(text, at, days.end, days.fields, quantities);
  }
  if (bits & begins.month) {
    const date = readSpelledDate(text, at);
    if (date !== undefined)
      return push(text, at, date.end, { kind: 'date', ...without(date), hardness: 'hard' }, quantities);
  }
  if (!(bits & begins.figure)) return at + 1;
  const hour = holdsHour(text, at) ? readTime(text, at) : undefined;
  if (hour !== undefined) return push(text, at, hour.end, { kind: 'time', ...timeFields(hour) }, quantities);
  const figure = readFigure(text, at);
  if (figure === undefined) return at + 1;
  quantities.push(figure.quantity);
  return figure.end;
}

/** Digits before the point; the English reader has the same limit. */
const longestRun = 40;

const prefixes: ReadonlySet<string> = new Set(['약', '총', '만', '각', '매', '제']);

/** Whether a digit stands near enough to number a name: 레벨 4, 고속도로 35. */
function holdsDigit(text: string, at: number): boolean {
  for (let i = at + 1; i < at + 12; i++) if (digitOf(text.charCodeAt(i)) >= 0) return true;
  return false;
}

/** Whether 시 follows near enough for a numeral of hours: 열두 시. */
function holdsHour(text: string, at: number): boolean {
  for (let i = at + 1; i < at + 6; i++) if (text[i] === '시') return true;
  return false;
}

function latin(text: string, at: number, quantities: Quantity[], names: NumberedName[]): number {
  const quarter = /^(?:([QH])([1-4])(?:[\s']*(?:FY)?((?:19|20)\d\d))?|FY\s?((?:19|20)?\d\d))(?![A-Za-z\d])/.exec(
    text.slice(at, at + 12),
  );
  if (quarter !== null && !isLatin(text.charCodeAt(at - 1))) {
    const end = at + quarter[0].length;
    if (quarter[4] !== undefined) {
      const year = quarter[4].length === 2 ? `20${quarter[4]}` : quarter[4];
      return push(text, at, end, { kind: 'date', value: year, unit: 'fiscal', hardness: 'hard' }, quantities);
    }
    if (quarter[1] === 'Q' || quarter[3] !== undefined) {
      return push(
        text,
        at,
        end,
        { kind: 'date', value: `${quarter[3] ?? 'XXXX'}-${quarter[1]}${quarter[2]}`, hardness: 'hard' },
        quantities,
      );
    }
  }
  const figure = readFigure(text, at);
  if (figure !== undefined) {
    quantities.push(figure.quantity);
    return figure.end;
  }
  const name = readLatinName(text, at);
  if (name !== undefined) return pushName(text, at, name.end, names);
  let end = at + 1;
  while (isLatin(text.charCodeAt(end))) end++;
  return end;
}

type Fields = Omit<Quantity, 'text' | 'start' | 'end'>;

function push(text: string, start: number, end: number, fields: Fields, quantities: Quantity[]): number {
  quantities.push({ ...fields, text: text.slice(start, end), start, end });
  return end;
}

function pushName(text: string, start: number, end: number, names: NumberedName[]): number {
  const written = text.slice(start, end);
  names.push({ key: nameKey(written), text: written, start, end });
  return end;
}

function without<T extends { end: number }>(read: T): Omit<T, 'end'> {
  const { end: _end, ...rest } = read;
  return rest;
}

function timeFields(time: { value: string; dayPeriod?: 'am' | 'pm'; soft?: true }): Omit<Fields, 'kind'> {
  const { value, dayPeriod, soft } = time;
  return { value, ...(dayPeriod === undefined ? {} : { dayPeriod }), hardness: soft ? 'soft' : 'hard' };
}
