import type { Found } from './amount.js';
import { counterOf } from './counters.js';
import type { Numeral } from './numeral.js';

/** Words of weighing around a pound that is no money, and of money around one that is. */
const weighing =
  /무게|체중|몸무게|중량|감량|살을|살이|체급|아기|신생아|근육|덤벨|바벨|역기|킬로그램|kg|온스|톤|빼기|뺐|뺀|들어 ?올|나가는|나간다|나갔|짜리 (?:상자|돌|추|개|짐|고기)/;
const paying =
  /주가|가격|비용|임금|급여|매출|벌금|예산|연봉|주급|투자|지급|지불|펜스|보너스|대출|환율|이적료|상금|기부|냈|벌었|팔렸/;

/** Words around shares of a company; 주 counts weeks elsewhere. */
const shares = /주식|지분|주당|보통주|우선주|신주|자사주|상장|발행|매수|매도|매입|매각|공모|주주|스톡옵션/;

/** What households live in; 세대 are generations elsewhere. */
const homes = /아파트|가구|단지|분양|입주|주택|오피스텔|빌라|공급|건설|규모|거주|정전|전기/;

/** What lasts, or happens a while later: 분 counts minutes here, and persons politely elsewhere. */
const lasts =
  /^\s?(?:간|동안|뒤|후|전|만에|이나|넘게|가량|정도|쯤|이내|안에|내에|남짓|마다)|^\s?[이을은]?\s?(?:걸|지나|지났|기다|남았|지각|늦|소요)/;

/** Nouns whose degrees are of heat. */
const heat = /(?:섭씨|영하|영상|기온|온도|체온|수온|실온|고온|저온|열대야)\S{0,2}\s?(?:약\s?|최고\s?|최저\s?|-|−)?$/;

/**
 * A counter as what stands around the figure means it: 화씨 90도, 시속 100km, 몸무게 60파운드, 주식 1,000주, 서른 분이 걸렸다.
 * `start` is where the figure begins with its sign. `undefined`: it counts nothing here.
 */
export function sense(text: string, start: number, numeral: Numeral, found: Found): Found | undefined {
  const { unit, kind } = found.counter;
  if (unit === 'degree') return degrees(text, start, found);
  if (unit === 'GBP' && found.counter.factor === undefined)
    return isWeight(text, start, found.end) ? as(found, 'measure', 'pound') : found;
  if (unit === 'week' && text.slice(numeral.end, found.end).trim() === '주') {
    return numeral.value.length > 3 || shares.test(text.slice(Math.max(0, start - 12), found.end + 8))
      ? as(found, 'number', 'share')
      : found;
  }
  // 101동 is a block of flats; 동 of Vietnam come in thousands.
  if (unit === 'VND' && found.counter.factor === undefined && numeral.value.replace(/\..*/, '').length < 4)
    return as(found, 'number', 'building');
  if (unit === 'generation') {
    return numeral.value.length > 2 || homes.test(text.slice(Math.max(0, start - 16), found.end + 12))
      ? as(found, 'number', 'household')
      : found;
  }
  if (unit === 'minute' && numeral.script === 'native') {
    const whole = start === 0 && found.end >= text.trimEnd().length;
    return whole || lasts.test(text.slice(found.end, found.end + 6)) ? found : as(found, 'number', 'person');
  }
  return kind === 'measure' && /^(?:kilometer|meter|mile)$/.test(unit ?? '') ? speed(text, start, found) : found;
}

function as({ counter, end }: Found, kind: Found['counter']['kind'], unit: string): Found {
  return { counter: counterOf(kind, unit, counter.takes, counter.factor), end };
}

function degrees(text: string, start: number, found: Found): Found | undefined {
  const window = text.slice(Math.max(0, start - 10), start);
  const own = text.slice(start, start + 3);
  if (/화씨\s?(?:약\s?|영하\s?|마이너스\s?|-|−)*$/.test(window)) return as(found, 'measure', 'fahrenheit');
  if (heat.test(window) || own.startsWith('영하') || /^씨/.test(text.slice(found.end, found.end + 1)))
    return as(found, 'measure', 'celsius');
  // 20과 30도 다르다: 도 is a particle where the first of two has no degrees.
  if (/\d(?:과|와)\s$/.test(window) && !/^\s?(?:사이|각도)/.test(text.slice(found.end, found.end + 4)))
    return undefined;
  return found;
}

/** 시속 100km, 초속 20m: the time stands before. */
function speed(text: string, start: number, found: Found): Found {
  if (!/[속당약대고\s]/.test(text[start - 1] ?? '')) return found;
  const per = /(시속|초속|분속|시간당|시간 당|초당|분당)\s?(?:약\s?|최대\s?|최고\s?)?$/.exec(
    text.slice(Math.max(0, start - 8), start),
  )?.[1];
  if (per === undefined) return found;
  const time = per.startsWith('초') ? 'second' : per.startsWith('분') ? 'minute' : 'hour';
  return as(found, 'measure', `${found.counter.unit}-per-${time}`);
}

/** The nearest word of weighing or paying before the figure decides, else one after it. */
function isWeight(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  const [weight, money] = [last(before, weighing), last(before, paying)];
  if (weight !== money) return weight > money;
  const after = text.slice(end, end + 10);
  return weighing.test(after) && !paying.test(after);
}

/** Where the last of `words` begins in a short text, or −1. */
function last(text: string, words: RegExp): number {
  let at = -1;
  for (const { index } of text.matchAll(new RegExp(words, 'g'))) at = index;
  return at;
}
