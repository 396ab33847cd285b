import { add, type Decimal, decimal, shift } from '../../../model/decimal.js';
import { counters } from './counters.js';
import { native } from './native.js';
import { type Numeral, numeralOf } from './numeral.js';
import { scalePower, sinoDigit } from './numerals.js';
import { isHangul, longest, skipSpaces } from './text.js';

/** How many characters of a numeral are read: 구천구백구십구조 … is 40 with its spaces, and nobody writes more in words. */
const longestNumeral = 60;

/** Words that begin with a unit, after which a numeral has ended before it: 일조각 is 일 and 조각, 이백신 no number. */
const words =
  /^(?:조(?:각|사|직|건|합|립|선|국|치|기|약|정|언|롱)|억(?:울|제|압|지|류|양|눌|새|척)|만(?:기|료|화|족|약|행|끽|류|발|찬|년필|에\s하나)|천(?:연|막|국|문|체|안|재|둥)|백(?:신|화|색|제|악|성|분율|일몽|일해)|십(?:자|계))/;

/**
 * A Sino-Korean numeral that begins at `at`: 삼천오백, 이십오, 십이억, 이십이억 오천만, 삼점일사, and with native units at
 * its end 십하나, 삼백스물두. A single digit or unit needs a counter (삼 년, 백 명, 만 원), since most are other words.
 */
export function sino(text: string, at: number): Numeral | undefined {
  const first = text.charCodeAt(at);
  if (sinoDigit(first) < 0 && scalePower(first) === 0) return undefined;
  const state: State = {
    total: '0',
    section: 0,
    digit: undefined,
    end: at,
    smallest: 4,
    largest: 24,
    parts: 0,
    units: 0,
    top: 0,
    spaced: false,
  };
  for (let i = at; i < at + longestNumeral && i >= 0; ) i = take(text, at, i, state);
  const { total, section, digit, end, parts, units, top } = state;
  if (parts === 0 || state.refused || text.slice(at, end) === '만일') return undefined;
  // 구경, 이해, 오해: 경 and 해 after one digit are counted in full or are words.
  if (parts === 2 && units === 1 && top >= 16 && !/^\s?(?:원|달러|번째|분의)/.test(text.slice(end, end + 4)))
    return undefined;
  const value = add(total, String(section + (digit ?? 0)));
  if (parts > 1 || digit !== undefined) {
    const point = decimals(text, end, value);
    if (point !== undefined) return numeralOf(point.value, point.end, 'sino', top);
  }
  const mixed = units > 0 && digit === undefined ? nativeUnits(text, end) : undefined;
  if (mixed !== undefined) return numeralOf(add(value, mixed.value), mixed.end, 'sino', top, mixed.needsCounter);
  // 구조, 이만, 오만, 사경: a digit and a large unit are a word unless something is counted.
  const wordLike = parts === 2 && units === 1 && top >= 4 && total !== '0';
  const short = parts === 1 || units === 0;
  const numeral = numeralOf(value, end, 'sino', top, wordLike || short);
  numeral.weak = short;
  // 이십이: twenty-two, or twenty and a particle; 이십일: twenty-one, or twenty days.
  if (units === 0 || !/[^\s][이일]/.test(text.slice(end - 2, end)) || (digit !== 1 && digit !== 2)) return numeral;
  const without = numeralOf(add(total, String(section)), end - 1, 'sino', top, parts === 2);
  without.weak = parts === 2;
  numeral.without = without;
  return numeral;
}

interface State {
  total: Decimal;
  section: number;
  digit: number | undefined;
  end: number;
  /** The last unit below 만 in this section, and the last one from 만 on: units only go down. */
  smallest: number;
  largest: number;
  parts: number;
  units: number;
  top: number;
  /** Whether units below 만 stood apart: 삼백 삼십 일. */
  spaced: boolean;
  refused?: true;
}

/** Takes the digit or unit at `i` and returns where the next one stands, or −1 at the numeral's end. */
function take(text: string, start: number, i: number, state: State): number {
  const code = text.charCodeAt(i);
  const value = sinoDigit(code);
  const power = scalePower(code);
  // 공백, 영천, 공해: nothing is multiplied by a unit.
  if (state.digit === 0 && power > 0) state.refused = true;
  if (value >= 0) {
    if (state.digit !== undefined) {
      // 일이다, 삼백삼십일일: a copula, a particle or a counter follows; 이사회, 오육 are no numerals.
      if (text[i] !== '이' && text[i] !== '일') state.refused = true;
      return -1;
    }
    state.digit = value;
  } else if (power === 0) return -1;
  else if (power < 4) {
    if (power >= state.smallest || (i > start && words.test(text.slice(i, i + 4)))) return -1;
    state.section += (state.digit ?? 1) * 10 ** power;
    state.digit = undefined;
    state.smallest = power;
    state.units++;
    state.top = Math.max(state.top, power);
  } else {
    const empty = state.section === 0 && state.digit === undefined;
    if (power >= state.largest || (empty && state.parts > 0) || (i > start && words.test(text.slice(i, i + 4))))
      return -1;
    // 억, 조, 경 alone are words.
    if (state.parts === 0 && power > 4) return -1;
    const amount = state.section + (state.digit ?? 0);
    state.total = add(state.total, shift(String(amount === 0 ? 1 : amount), power));
    state.section = 0;
    state.digit = undefined;
    state.smallest = 4;
    state.largest = power;
    state.units++;
    state.top = Math.max(state.top, power);
  }
  state.parts++;
  state.end = i + 1;
  return value < 0 ? nextGroup(text, i + 1, state) : i + 1;
}

/** Where the numeral goes on after a unit: right there, or after one space or two where a group follows. */
function nextGroup(text: string, at: number, state: State): number {
  const next = skipSpaces(text, at);
  if (next === at) return at;
  if (next > at + 2) return -1;
  const digit = sinoDigit(text.charCodeAt(next)) < 0 ? 0 : 1;
  const power = scalePower(text.charCodeAt(next + digit));
  if (power > 0 && power < state.smallest && !words.test(text.slice(next + digit, next + digit + 4))) {
    // 이십이억 오천만, 이천 이백, 백 이십 명.
    if (state.smallest < 4) state.spaced = true;
    return next;
  }
  if (digit === 0 || isHangul(text.charCodeAt(next + 1)) || state.smallest === 4) return -1;
  // 오십 이, 이십 오 명, 삼백 삼십 일: a digit by itself; 삼십 일 alone is a month's days.
  const last = skipSpaces(text, next + 1);
  const counted = last > next + 1 && startsCounter(text, last);
  const ends = last >= text.length || /[.,!?)]/.test(text[last] ?? '');
  if (text[next] === '일' && !state.spaced && !counted) return -1;
  return counted || ends ? next : -1;
}

function startsCounter(text: string, at: number): boolean {
  return longest(text, at, counters) !== undefined;
}

const isPoint = (char: string | undefined) => char === '점' || char === '쩜';

/** 삼점일사, 일쩜이삼: the digits after the point are read one by one. */
function decimals(text: string, end: number, whole: Decimal): { value: Decimal; end: number } | undefined {
  if (!isPoint(text[end]) && !isPoint(text[end + 1])) return undefined;
  const match = /^\s?[점쩜]\s?([영공일이삼사오육칠팔구]{1,12})/.exec(text.slice(end, end + 16));
  if (match?.[1] === undefined) return undefined;
  // 이점이 있다: an advantage.
  if (whole.length === 1 && match[1] === '이' && !startsCounter(text, skipSpaces(text, end + match[0].length)))
    return undefined;
  const fraction = [...match[1]].map((char) => sinoDigit(char.charCodeAt(0))).join('');
  return { value: decimal(`${whole}.${fraction}`), end: end + match[0].length };
}

/** 십하나, 백다섯, 삼백스물두 번째. A lone syllable (백두, 백세) must be counted, and 백열등 is a lamp. */
function nativeUnits(text: string, at: number): Numeral | undefined {
  const found = native(text, at);
  if (found === undefined || found.upper !== undefined) return undefined;
  if (found.end - at === 1 && !/^\s?(?:번째|명|개|가지|마리)/.test(text.slice(found.end, found.end + 3)))
    return undefined;
  return found;
}
