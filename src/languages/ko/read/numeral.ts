import { add, type Decimal, decimal, divide, shift } from '../../../model/decimal.js';
import { digitOf, readDigits } from '../../und/digits.js';
import {
  largeScales,
  nativeModifiers,
  nativeNouns,
  nativeRanges,
  nativeTens,
  sinoDigits,
  smallScales,
  twentyModifier,
} from './numerals.js';
import { isHangul, longest, skipSpace } from './text.js';

/** A number as read, before what it counts is known. */
export interface Numeral {
  readonly value: Decimal;
  readonly end: number;
  readonly script: 'digits' | 'sino' | 'native';
  readonly precision?: number;
  /** Digits as written, for years, codes and ranges. */
  readonly whole?: string;
  readonly grouped?: boolean;
  /** The largest unit in it (만 is 4), 0 for none: `3~5조` scales the 3, `3만~5만` does not. */
  readonly scale: number;
  /** Two neighbours: 서너. */
  readonly upper?: Decimal;
  readonly fraction?: readonly [numerator: Decimal, denominator: Decimal];
  readonly vague?: Decimal;
  /** 30여: the hedge is inside the figure. */
  readonly about?: true;
  /** It needs a counter after it: 한, 두, a single Sino-Korean syllable. */
  readonly needsCounter?: true;
  /** A numeral of one syllable that begins many words, which asks for a strict neighbour on the right. */
  readonly weak?: true;
}

/** The number that begins with a digit at `at`: 3, 1,234.5, 3천5백만, 22억 5천만, 1조 2,000억. */
export function readDigitNumeral(text: string, at: number): Numeral {
  const run = readDigits(text, at);
  const first = scaled(text, run.value, run.end);
  if (first.scale === 0) {
    return {
      value: run.value,
      end: run.end,
      script: 'digits',
      precision: run.precision,
      whole: run.whole,
      grouped: run.grouped,
      scale: 0,
    };
  }
  return { ...first, script: 'digits', ...(run.precision > 0 ? { precision: run.precision } : {}) };
}

/** Follows a number with 천, 백, 만, 억 … and the groups below them. */
function scaled(
  text: string,
  value: Decimal,
  start: number,
): { value: Decimal; end: number; scale: number; about?: true } {
  let total: Decimal = '0';
  let section: Decimal = '0';
  let pending: Decimal | undefined = value;
  let end = start;
  let at = beforeScale(text, start);
  let lastLarge = 24;
  let lastSmall = 4;
  let top = 0;
  let about: true | undefined;
  for (let groups = 0; groups < 24; groups++) {
    const small = smallScales.get(text[at] ?? '');
    const large = largeScales.get(text[at] ?? '');
    if (small !== undefined && small < lastSmall && scaleStands(text, at)) {
      section = add(section, shift(pending ?? '1', small));
      pending = undefined;
      lastSmall = small;
      top = Math.max(top, small);
      end = ++at;
    } else if (
      large !== undefined &&
      large < lastLarge &&
      (pending !== undefined || section !== '0') &&
      scaleStands(text, at)
    ) {
      if (pending !== undefined) section = add(section, pending);
      total = add(total, shift(section, large));
      section = '0';
      pending = undefined;
      lastLarge = large;
      lastSmall = 4;
      top = Math.max(top, large);
      end = ++at;
      if (text[at] === '여' && /^여\s?(?:[가-힣a-zA-Z%$]|$)/.test(text.slice(at, at + 3))) {
        about = true;
        end = at + 1;
        break;
      }
    } else break;
    // The next group: digits or Sino-Korean numerals, after at most one space where a large unit came before.
    const next: number = lastSmall === 4 ? skipSpace(text, at) : at;
    const code = text.charCodeAt(next);
    if (largeScales.has(text[at] ?? '') && lastSmall < 4) continue;
    const grouped = lastSmall < 4 && lastSmall > 0 ? spacedGroup.exec(text.slice(at, at + 12)) : null;
    const smaller = lastSmall < 4 ? spacedSmall.exec(text.slice(at, at + 3)) : null;
    if (grouped?.[1] !== undefined && grouped[1].replace(',', '').length <= lastSmall) {
      // 4천 820만: digits below the small unit share the large one that follows.
      pending = decimal(grouped[1].replace(',', ''));
      at = beforeScale(text, at + grouped[0].length);
    } else if (smaller?.[1] !== undefined && (smallScales.get(smaller[2] ?? '') ?? 9) < lastSmall) {
      // 4천 2백만: each unit apart.
      pending = smaller[1];
      at += 2;
    } else if (digitOf(code) >= 0) {
      const run = readDigits(text, next);
      // "3만 2026년": four digits before 년 are a date; a group is no longer than its unit allows.
      const room = lastSmall < 4 ? lastSmall : lastLarge;
      const whole = run.value.replace(/\..*/, '');
      const unit = text[beforeScale(text, run.end)] ?? '';
      if (
        whole.length > room ||
        /^(?:년|월)/.test(text.slice(run.end)) ||
        (next > at && run.grouped === false && run.precision > 0)
      )
        break;
      if (next > at && !follows(text, run.end, unit)) break;
      pending = run.value;
      at = beforeScale(text, run.end);
      end = run.end;
      // What follows a large unit without a unit of its own ends the number: 37만 5,000.
      if (!smallScales.has(text[at] ?? '') && !largeScales.has(text[at] ?? '')) break;
    } else if (isHangul(code) && (next === at || lastSmall === 4)) {
      const digit = sinoDigits.get(text[next] ?? '');
      const scale = text[next + (digit === undefined ? 0 : 1)] ?? '';
      const bare = digit === undefined && smallScales.has(scale) && next === at;
      if (!((digit !== undefined && (smallScales.has(scale) || largeScales.has(scale)) && next === at) || bare)) break;
      pending = digit === undefined ? '1' : String(digit);
      at = digit === undefined ? next : next + 1;
    } else if (next > at && (smallScales.has(text[next] ?? '') || largeScales.has(text[next] ?? ''))) {
      at = next;
    } else break;
  }
  if (pending !== undefined && end > start) section = add(section, pending);
  return { value: end === start ? value : add(total, section), end, scale: top, ...(about ? { about } : {}) };
}

/** 22 억 5 천만 명: people put a space before the unit too, with the number going on or its counter following. */
const spacedScale = /^[ \u00a0](?:[십백천]?[만억조]|천)(?=$|[\s\d,.)]|[명원개달유엔위])/;

/** A space, a digit and a unit below 만: the rest of 4천 2백만. */
const spacedSmall = /^ (\d)([백십])/;

/** A space, digits and a unit from 만 on: the rest of 4천 820만. */
const spacedGroup = /^ ([\d,]{1,5})(?= ?(?:[만억조경]|달러|유로|파운드|프랑|위안|미터톤|원(?![가-힣])))/;

function beforeScale(text: string, at: number): number {
  return spacedScale.test(text.slice(at, at + 5)) ? at + 1 : at;
}

/** After a space, a plain group of digits belongs to the number only where a counter or the end follows: 37만 5,000명. */
function follows(text: string, end: number, unit: string): boolean {
  if (smallScales.has(unit) || largeScales.has(unit)) return true;
  return !/^[-~.:/]\d|^[GDK](?![A-Za-z])/.test(text.slice(end, end + 2));
}

/** Syllables after which 만, 조, 천, 백, 십 begin a word of their own: 8만 남길, 3조 원 stays a unit. */
function scaleStands(text: string, at: number): boolean {
  const rest = text.slice(at, at + 4);
  // 4천만에서, 170만을: after tens the unit stands; 8만에 may be "only 8".
  if (/^만[에을이은]/.test(rest) && /[\d십백천][십백천\d]$/.test(text.slice(Math.max(0, at - 2), at))) return true;
  if (rest.startsWith('만에서')) return true;
  // 36경 are views; 3경 원 is money.
  if (/^경(?!\s?(?:원|달러|개|명|배|\d|[천백조]))/.test(rest)) return false;
  // 천연가스, 백신, 만기, 조사, 해리, 경기, 십자
  return !/^(?:천연|천장|천막|백신|백인|백분|만기|만료|만점|만에|만을|만이|만은|만 (?:남|있|하|되|허|사용|지원|가능|제외)|조사|조직|조각|조합|해리|해 |해를|해의|해에|해동|해상|경기|경우|경로|십자)/.test(
    rest,
  );
}

/** A number in Hangul that begins at `at`, Sino-Korean or native; `undefined` where none does. */
export function readHangulNumeral(text: string, at: number): Numeral | undefined {
  return vague(text, at) ?? native(text, at) ?? unitFirst(text, at) ?? sino(text, at);
}

/** 천 4백만, 만 6천, 백20: one is understood before the unit, and digits go on. */
function unitFirst(text: string, at: number): Numeral | undefined {
  if (!/^[만천백] ?\d{1,3} ?[천백십만억]/.test(text.slice(at, at + 7))) return undefined;
  const read = scaled(text, '1', at);
  return read.scale === 0 || read.end <= at + 2 ? undefined : { ...read, script: 'digits' };
}

/** 수십, 수백만, 수천억, 몇백, 몇 만, 십수. */
function vague(text: string, at: number): Numeral | undefined {
  const word = /^(?:수(?: (?=[십백천][만억조]?\s?[명개원년]))?|몇\s?)(십|백|천)?(만|억|조)?/.exec(
    text.slice(at, at + 7),
  );
  if (word === null || (word[1] === undefined && word[2] === undefined)) return undefined;
  const end = at + word[0].length;
  // 수백 but 수만은, 수조작, 수억 년: a lone large unit needs a counter or a space; 수천 리 is fine.
  const after = text[end] ?? '';
  const alone = word[1] === undefined;
  if (alone && isHangul(text.charCodeAt(end)) && !/[명개원달년대건곳번여의]/.test(after)) return undefined;
  if (word[2] === '만' && /^만(?:에|이|은|을|\s(?:있|하))/.test(text.slice(end - 1, end + 3))) return undefined;
  const power = (smallScales.get(word[1] ?? '') ?? 0) + (largeScales.get(word[2] ?? '') ?? 0);
  return { value: '0', end, script: 'sino', scale: power, vague: shift('1', power) };
}

function native(text: string, at: number): Numeral | undefined {
  const range = longest(text, at, nativeRanges, 4);
  if (range !== undefined) {
    const [[low, high], end] = range;
    return { value: String(low), upper: String(high), end, script: 'native', scale: 0, needsCounter: true };
  }
  if (text.startsWith(twentyModifier, at)) {
    return { value: '20', end: at + 2, script: 'native', scale: 0, needsCounter: true };
  }
  const ten = longest(text, at, nativeTens, 2);
  // 서른 아홉: tens and units apart.
  const apart =
    ten !== undefined &&
    ten[0] > 10 &&
    /^ (?:한|두|세|네|하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)/.test(text.slice(ten[1], ten[1] + 3));
  const start = ten === undefined ? at : ten[1] + (apart ? 1 : 0);
  const unit = longest(text, start, nativeModifiers, 2);
  const noun = longest(text, start, nativeNouns, 2);
  const tens = ten === undefined ? 0 : ten[0];
  if (unit === undefined && noun === undefined) {
    // 열 명, 서른 살; 열 alone is heat.
    return ten === undefined
      ? undefined
      : { value: String(tens), end: start, script: 'native', scale: 0, needsCounter: true };
  }
  if (noun !== undefined && (unit === undefined || noun[1] >= unit[1])) {
    const both = unit !== undefined && noun[1] === unit[1];
    const value = String(tens + noun[0]);
    return { value, end: noun[1], script: 'native', scale: 0, ...(both ? { needsCounter: true as const } : {}) };
  }
  const [value, end] = unit!;
  const weak = ten === undefined && end - at === 1;
  return {
    value: String(tens + value),
    end,
    script: 'native',
    scale: 0,
    needsCounter: true,
    ...(weak ? { weak: true as const } : {}),
  };
}

/** 삼천오백, 이십오, 백만, 십이억; a single digit or unit only before a counter (삼 년, 백 명, 만 원). */
function sino(text: string, at: number): Numeral | undefined {
  let total: Decimal = '0';
  let section = 0;
  let digit: number | undefined;
  let end = at;
  let lastSmall = 4;
  let lastLarge = 24;
  let parts = 0;
  let units = 0;
  let top = 0;
  for (let i = at; i < at + 40; ) {
    const char = text[i] ?? '';
    const value = sinoDigits.get(char);
    const small = smallScales.get(char);
    const large = largeScales.get(char);
    if (value !== undefined && digit === undefined) {
      digit = value;
      i++;
    } else if (small !== undefined && small < lastSmall) {
      section += (digit ?? 1) * 10 ** small;
      digit = undefined;
      lastSmall = small;
      units++;
      top = Math.max(top, small);
      i++;
    } else if (large !== undefined && large < lastLarge && (section > 0 || digit !== undefined || parts === 0)) {
      if (parts === 0 && large > 4) break; // 억, 조, 경 alone are words
      const amount = section + (digit ?? 0);
      total = add(total, shift(String(amount === 0 ? 1 : amount), large));
      section = 0;
      digit = undefined;
      lastSmall = 4;
      lastLarge = large;
      units++;
      top = Math.max(top, large);
      i++;
      // 이십이억 오천만: a space may follow a large unit.
      const next = skipSpace(text, i);
      if (next > i && startsGroup(text, next)) i = next;
    } else if (value !== undefined && digit !== undefined) {
      return undefined; // 이사회, 오육 …
    } else break;
    parts++;
    end = i;
  }
  if (parts === 0) return undefined;
  while (end > at && /\s/.test(text[end - 1] ?? '')) end--;
  const value = add(total, String(section + (digit ?? 0)));
  const decimals = /^\s?점\s?([영공일이삼사오육칠팔구]{1,12})/.exec(text.slice(end, end + 16));
  if (decimals?.[1] !== undefined && (parts > 1 || digit !== undefined)) {
    const fraction = [...decimals[1]].map((char) => sinoDigits.get(char)).join('');
    return { value: decimal(`${value}.${fraction}`), end: end + decimals[0].length, script: 'sino', scale: top };
  }
  const single = parts === 1;
  // 구조, 이만, 오만, 사경: a digit and a large unit are a word unless something is counted.
  const wordLike = parts === 2 && units === 1 && top >= 4 && total !== '0';
  return {
    value,
    end,
    script: 'sino',
    scale: top,
    ...(wordLike ? { needsCounter: true as const } : {}),
    ...(single || units === 0 ? { needsCounter: true as const, weak: true as const } : {}),
  };
}

function startsGroup(text: string, at: number): boolean {
  const digit = sinoDigits.has(text[at] ?? '') ? 1 : 0;
  const scale = text[at + digit] ?? '';
  return (
    smallScales.has(scale) &&
    (digit === 1 || smallScales.has(text[at] ?? '')) &&
    !/^(?:백신|천연|천장|십자|백인)/.test(text.slice(at, at + 2))
  );
}

/** 1/3, 3/4: a fraction of small numbers; 24/7 and 9/11 are names. */
export function slashFraction(text: string, at: number): Numeral | undefined {
  const match = /^([1-9])\/([2-9]|10)(?![\d/.])/.exec(text.slice(at, at + 5));
  const [, numerator, denominator] = match ?? [];
  if (numerator === undefined || denominator === undefined || Number(numerator) >= Number(denominator))
    return undefined;
  return {
    value: divide(numerator, denominator),
    end: at + numerator.length + 1 + denominator.length,
    script: 'digits',
    scale: 0,
    fraction: [numerator, denominator],
  };
}

/** 3분의 1, 삼분의 일, 4분의 3: the denominator has been read. */
export function fractionAfter(text: string, denominator: Numeral): Numeral | undefined {
  const joint = /^\s?분의\s?/.exec(text.slice(denominator.end, denominator.end + 5));
  if (joint === null) return undefined;
  const at = denominator.end + joint[0].length;
  const numerator =
    digitOf(text.charCodeAt(at)) >= 0 ? readDigitNumeral(text, at) : (sino(text, at) ?? native(text, at));
  if (numerator === undefined || numerator.vague !== undefined || denominator.value === '0') return undefined;
  return {
    value: divide(numerator.value, denominator.value),
    end: numerator.end,
    script: denominator.script === 'digits' || numerator.script === 'digits' ? 'digits' : 'sino',
    scale: 0,
    fraction: [numerator.value, denominator.value],
  };
}

/** 2할6푼8리: baseball's tenths, hundredths and thousandths. */
export function rateInTenths(text: string, at: number): { value: Decimal; end: number } | undefined {
  const match = /^(\d{1,2})할(?:\s?(\d{1,2})푼)?(?:\s?(\d{1,2})리)?/.exec(text.slice(at, at + 16));
  if (match === null) return undefined;
  const parts = [shift(match[1]!, -1), shift(match[2] ?? '0', -2), shift(match[3] ?? '0', -3)];
  return { value: parts.reduce(add, '0'), end: at + match[0].length };
}
