import { add, type Decimal, decimal, divide, multiply, shift } from '../../../model/decimal.js';
import { unitsOf } from '../../und/code-units.js';
import { digitOf, readDigits } from '../../und/digits.js';
import type { Building } from '../../und/placed.js';
import { type Numeral, numeralOf } from './numeral.js';
import { scalePower, sinoDigit } from './numerals.js';
import { isHangul, longest, skipSpace, wordsOf } from './text.js';

/** The number that begins with a digit at `at`: 3, 1,234.5, 3천5백만, 22억 5천만, 1조 2,000억. */
export function readDigitNumeral(text: string, at: number): Numeral {
  const run = readDigits(text, at);
  const power = scientific(text, run.value, run.end);
  if (power !== undefined) return numeralOf(power.value, power.end, 'digits', 0);
  const numeral = scaled(text, run.value, run.end);
  numeral.precision = run.precision;
  if (numeral.scale > 0) return numeral;
  numeral.whole = run.whole;
  numeral.grouped = run.grouped;
  return numeral;
}

/** 1e-5, 1.2e6, 10^18, 2.5^-1. The exponent is kept small, so that the digits stay few. */
function scientific(text: string, base: Decimal, at: number): { value: Decimal; end: number } | undefined {
  const mark = text[at];
  if ((mark !== '^' && mark !== 'e' && mark !== 'E') || base.length > 20) return undefined;
  const match = /^.([+\-−]{0,2})(\d{1,2})(?![\w.^])/.exec(text.slice(at, at + 7));
  if (match?.[2] === undefined || Number(match[2]) > 40) return undefined;
  const n = Number(match[2]);
  const end = at + match[0].length;
  const below = match[1]!.replaceAll('+', '').length === 1;
  if (mark !== '^') return { value: shift(base, below ? -n : n), end };
  let value: Decimal = '1';
  for (let k = 0; k < n; k++) value = multiply(value, base);
  if (!below) return { value, end };
  return value === '0' ? undefined : { value: divide('1', value), end };
}

/** Follows a number with 천, 백, 만, 억 … and the groups below them. */
export function scaled(text: string, value: Decimal, start: number): Building<Numeral> {
  let total: Decimal = '0';
  let section: Decimal = '0';
  let pending: Decimal | undefined = value;
  let end = start;
  let at = beforeScale(text, start);
  let lastLarge = 24;
  let lastSmall = 4;
  let top = 0;
  let about = false;
  for (let groups = 0; groups < 24; groups++) {
    const power = scalePower(text.charCodeAt(at));
    // Most numbers in digits have no such unit at all.
    if (power === 0) break;
    if (power < 4) {
      if (power >= lastSmall || !scaleStands(text, at)) break;
      section = add(section, shift(pending ?? '1', power));
      pending = undefined;
      lastSmall = power;
      top = Math.max(top, power);
      end = ++at;
    } else {
      if (power >= lastLarge || (pending === undefined && section === '0') || !scaleStands(text, at)) break;
      if (pending !== undefined) section = add(section, pending);
      total = add(total, shift(section, power));
      section = '0';
      pending = undefined;
      lastLarge = power;
      lastSmall = 4;
      top = Math.max(top, power);
      end = ++at;
      // 1만조: ten thousand times 조.
      const above = scalePower(text.charCodeAt(at));
      if (above > power && total === shift(value, power) && scaleStands(text, at)) {
        total = shift(total, above);
        top = Math.max(top, above);
        lastLarge = above;
        end = ++at;
      }
      if (text[at] === '여' && /^여\s?(?:[가-힣a-zA-Z%$]|$)/.test(text.slice(at, at + 3))) {
        about = true;
        end = at + 1;
        break;
      }
    }
    // The next group: digits or Sino-Korean numerals, after at most one space where a large unit came before.
    const next: number = lastSmall === 4 ? skipSpace(text, at) : at;
    const code = text.charCodeAt(next);
    const apart = lastSmall < 4 && isPlainSpace(code);
    if (lastSmall < 4 && scalePower(code) >= 4) continue;
    // 6천 만원
    if (apart && spacedScale.test(text.slice(at, at + 5))) {
      at++;
      continue;
    }
    const grouped = apart ? spacedGroup.exec(text.slice(at, at + 12)) : null;
    const smaller = apart ? spacedSmall.exec(text.slice(at, at + 3)) : null;
    if (grouped?.[1] !== undefined && grouped[1].replace(',', '').length <= lastSmall) {
      // 4천 820만: digits below the small unit share the large one that follows.
      pending = decimal(grouped[1].replace(',', ''));
      end = at + grouped[0].length;
      at = beforeScale(text, end);
    } else if (smaller?.[1] !== undefined && scalePower(smaller[2]!.charCodeAt(0)) < lastSmall) {
      // 4천 2백만: each unit apart.
      pending = smaller[1];
      at += 2;
    } else if (digitOf(code) >= 0) {
      const run = readDigits(text, next);
      // "3만 2026년": four digits before 년 are a date; a group is no longer than its unit allows.
      const room = lastSmall < 4 ? lastSmall : lastLarge;
      const point = run.value.indexOf('.');
      if (
        (point < 0 ? run.value.length : point) > room ||
        text[run.end] === '년' ||
        text[run.end] === '월' ||
        (next > at && run.grouped === false && run.precision > 0)
      )
        break;
      const unit = beforeScale(text, run.end);
      if (next > at && !follows(text, run.end, unit)) break;
      pending = run.value;
      at = unit;
      end = run.end;
      // What follows a large unit without a unit of its own ends the number: 37만 5,000.
      if (scalePower(text.charCodeAt(at)) === 0) break;
    } else if (isHangul(code) && (next === at || lastSmall === 4)) {
      const digit = sinoDigit(code);
      const unit = digit < 0 ? next : next + 1;
      const power = scalePower(text.charCodeAt(unit));
      if (next !== at || power === 0 || (digit < 0 && power >= 4)) break;
      pending = digit < 0 ? '1' : String(digit);
      at = unit;
    } else if (next > at && scalePower(code) > 0) {
      at = next;
    } else break;
  }
  if (pending !== undefined && end > start) section = add(section, pending);
  const numeral = numeralOf(end === start ? value : add(total, section), end, 'digits', top);
  numeral.about = about;
  return numeral;
}

/** The spaces that may stand before a unit. */
const isPlainSpace = (code: number) => code === 0x20 || code === 0xa0;

/** 22 억 5 천만 명: people put a space before the unit too, with the number going on or its counter following. */
const spacedScale = /^[ \u00a0](?:[십백천]?[만억조]|천)(?=$|[\s\d,.)]|[명원개달유엔위])/;

/** A space, a digit and a unit below 만: the rest of 4천 2백만. */
const spacedSmall = /^ (\d)([백십])/;

/** A space, digits and a unit from 만 on: the rest of 4천 820만. */
const spacedGroup = /^ ([\d,]{1,5})(?= ?(?:[만억조경]|달러|유로|파운드|프랑|위안|미터톤|원(?![가-힣])))/;

function beforeScale(text: string, at: number): number {
  if (!isPlainSpace(text.charCodeAt(at))) return at;
  return spacedScale.test(text.slice(at, at + 5)) ? at + 1 : at;
}

/** After a space, a plain group of digits belongs to the number only where a counter or the end follows: 37만 5,000명. */
function follows(text: string, end: number, unit: number): boolean {
  if (scalePower(text.charCodeAt(unit)) > 0) return true;
  return !/^[-~.:/]\d|^[GDK](?![A-Za-z])/.test(text.slice(end, end + 2));
}

/** Words that begin with a unit. */
const begun = wordsOf(
  [
    '천연 천장 천막 백신 백인 백분 만기 만료 만점 만에 만을 만이 만은 만_남 만_있 만_하 만_되 만_허 만_사용 만_지원 만_가능 만_제외',
    '조사 조직 조각 조합 해리 해_ 해를 해의 해에 해동 해상 경기 경우 경로 십자',
  ].flatMap((line) => line.split(' ').map((word) => [word.replace('_', ' '), true] as const)),
);

/** What stands before 만 where tens of it are counted, and what may follow it there. */
const tens = unitsOf('0123456789십백천');
const afterTens = unitsOf('에을이은');

/** Syllables after which 만, 조, 천, 백, 십 begin a word of their own: 8만 남길, 3조 원 stays a unit. */
function scaleStands(text: string, at: number): boolean {
  const unit = text[at];
  if (unit === '만') {
    // 4천만에서, 170만을: after tens the unit stands; 8만에 may be "only 8".
    const many = tens.has(text.charCodeAt(at - 1)) && tens.has(text.charCodeAt(at - 2));
    if ((many && afterTens.has(text.charCodeAt(at + 1))) || text.startsWith('만에서', at)) return true;
  }
  // 36경 are views; 3경 원 is money.
  if (unit === '경') {
    if (/^경(?!\s?(?:원|달러|개|명|배|\d|[천백조])|[을은이]?(?:$|[.,!?)]))/.test(text.slice(at, at + 4))) return false;
    if (text.startsWith('36', at - 2)) return false;
  }
  return longest(text, at, begun) === undefined;
}
