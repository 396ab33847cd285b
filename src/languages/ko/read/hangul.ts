import { shift } from '../../../model/decimal.js';
import { unitsOf } from '../../und/code-units.js';
import { native } from './native.js';
import { type Numeral, numeralOf } from './numeral.js';
import { scalePower, sinoRanges } from './numerals.js';
import { scaled } from './scaled.js';
import { sino } from './sino.js';
import { isHangul, longest } from './text.js';

/** A number in Hangul that begins at `at`, Sino-Korean or native; `undefined` where none does. */
export function readHangulNumeral(text: string, at: number): Numeral | undefined {
  return vague(text, at) ?? native(text, at) ?? unitFirst(text, at) ?? neighbours(text, at) ?? sino(text, at);
}

/** 이삼일, 삼사 개월, 이삼십 명, 오륙백만 원. 오륙도 is an island, 삼사분기 the third quarter. */
function neighbours(text: string, at: number): Numeral | undefined {
  const found = longest(text, at, sinoRanges);
  if (found === undefined) return undefined;
  const [pair, start] = found;
  const unit = /^[십백천]?[만억조]?/.exec(text.slice(start, start + 2))![0];
  const end = start + unit.length;
  if (/^(?:도|\s?(?:분기|국|관|각))/.test(text.slice(end, end + 3))) return undefined;
  const power = scalePower(unit.charCodeAt(0)) + scalePower(unit.charCodeAt(1));
  const [low, high] = pair.map((digit) => shift(String(digit), power));
  const numeral = numeralOf(low!, end, 'sino', power, true);
  numeral.upper = high;
  return numeral;
}

const units = unitsOf('만천백');

/** 천 4백만, 만 6천, 백20: one is understood before the unit, and digits go on. */
function unitFirst(text: string, at: number): Numeral | undefined {
  if (!units.has(text.charCodeAt(at)) || !/^[만천백] ?\d{1,3} ?[천백십만억]/.test(text.slice(at, at + 7)))
    return undefined;
  const read = scaled(text, '1', at);
  return read.scale === 0 || read.end <= at + 2 ? undefined : read;
}

/** Some, before a word of time: 수년, 수개월, 몇 시간. 수일 may be a name, 수분 moisture, 수주 an order, 몇 일 a question. */
const someOf =
  /^(?:수(?=(?:년|개월|시간)(?:간|째|동안|에|의|이|을|만|\s|전|뒤|후|씩|[.,)]|$))|몇\s?(?=(?:년|해|달|개월|주|시간|분|초)(?:간|째|동안|에|의|이|을|만|\s|전|뒤|후|씩|[.,]|$)))/;

/** 수십, 수백만, 수천억, 몇백, 몇 만, 십수, and 수년. */
function vague(text: string, at: number): Numeral | undefined {
  // 십수 년: some more than ten.
  if (text.startsWith('십수', at) && /^\s?[년명개차회번]/.test(text.slice(at + 2, at + 4))) return some(at + 2, 1);
  if (text[at] !== '수' && text[at] !== '몇') return undefined;
  const word =
    /^(?:수(?: (?=[십백천][만억조]?\s?[명개원년]))?|몇\s?)(십|백|천)?(?: (?=[만억조] ?(?:[명개원달마킬톤년대]|유로)))?(만|억|조)?/.exec(
      text.slice(at, at + 8),
    );
  // 수년간, 몇 달째: some of a time.
  const time = someOf.exec(text.slice(at, at + 8));
  if (time !== null) return some(at + time[0].length, 0);
  if (word === null || (word[1] === undefined && word[2] === undefined)) return undefined;
  const end = at + word[0].length;
  // 수백 but 수만은, 수조작, 수억 년: a lone large unit needs a counter or a space; 수천 리 is fine.
  const after = text[end] ?? '';
  const alone = word[1] === undefined;
  if (alone && isHangul(text.charCodeAt(end)) && !/[명개원달년대건곳번여의]/.test(after)) return undefined;
  if (alone && word[2] === '만' && /^만(?:에|이|은|을|\s(?:있|하))/.test(text.slice(end - 1, end + 3)))
    return undefined;
  const power = scalePower((word[1] ?? '').charCodeAt(0)) + scalePower((word[2] ?? '').charCodeAt(0));
  return some(end, power);
}

/** Some of a power of ten. */
function some(end: number, power: number): Numeral {
  const numeral = numeralOf('0', end, 'sino', power);
  numeral.vague = shift('1', power);
  return numeral;
}
