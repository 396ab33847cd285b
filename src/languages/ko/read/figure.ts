import { add, compare, type Decimal, decimal, multiply, negate, shift } from '../../../model/decimal.js';
import type { Quantity } from '../../../model/quantity.js';
import { currencyAliases, currencyCodes, currencySigns, signPrefixes } from '../../und/currencies.js';
import { digitOf } from '../../und/digits.js';
import { durationSymbols, unitSymbols } from '../../und/units.js';
import { type Counter, counters, followers } from './counters.js';
import { directionAfter, hedgeAfter, hedgeBefore } from './hedges.js';
import {
  fractionAfter,
  type Numeral,
  rateInTenths,
  readDigitNumeral,
  readHangulNumeral,
  slashFraction,
} from './numeral.js';
import { largeScales, smallScales } from './numerals.js';
import { isHangul, isLatin, skipSpace } from './text.js';

/** A counter or unit found after a number. */
interface Found {
  readonly counter: Counter;
  readonly end: number;
}

/** A number with its sign, currency and counter. */
interface Amount {
  readonly numeral: Numeral;
  readonly value: Decimal;
  readonly found: Found | undefined;
  readonly currency: string | undefined;
  readonly end: number;
}

export interface ReadFigure {
  readonly quantity: Quantity;
  /** Where to go on: after the hedge that was taken with it. */
  readonly end: number;
}

type Fields = Omit<Quantity, 'text' | 'start' | 'end'>;

const signs: ReadonlyMap<string, 1 | -1> = new Map([
  ['-', -1],
  ['−', -1],
  ['－', -1],
  ['△', -1],
  ['▽', -1],
  ['▼', -1],
  ['▲', 1],
  ['+', 1],
]);

/** The figure that begins at `at` with a digit, a sign, a currency or a numeral in Hangul. */
export function readFigure(text: string, at: number): ReadFigure | undefined {
  const place = ordinalPrefix(text, at) ?? firstOf(text, at);
  if (place !== undefined) return made(text, at, place.end, place.fields);
  const tenths = rateInTenths(text, at);
  if (tenths !== undefined)
    return made(text, at, tenths.end, { kind: 'number', value: tenths.value, hardness: 'hard' });
  const amount = amountAt(text, at);
  if (amount === undefined) return undefined;
  const ratio = ratioAt(text, amount);
  if (ratio !== undefined) return made(text, at, ratio.end, ratio.fields);
  const decade = ageDecade(text, at, amount);
  if (decade !== undefined) return made(text, at, amount.end, decade);
  const range = rangeAt(text, at, amount);
  if (range !== undefined) return range;
  const { numeral, found, currency, end } = amount;
  if (numeral.upper !== undefined) {
    const fields = fieldsOf(amount);
    const { value: _value, ...rest } = fields;
    return made(text, at, end, {
      ...rest,
      min: applied(numeral.value, found),
      max: applied(numeral.upper, found),
      hardness: 'soft',
    });
  }
  if (currency === undefined && found === undefined && numeral.script !== 'digits' && !allowedAlone(text, at, numeral))
    return undefined;
  return made(text, at, end, fieldsOf(amount));
}

function applied(value: Decimal, found: Found | undefined): Decimal {
  return found?.counter.factor === undefined ? value : multiply(value, found.counter.factor);
}

function made(text: string, start: number, end: number, fields: Fields): ReadFigure {
  const inner = fields.approximate;
  const after = hedgeAfter(text, end);
  const approximate = after?.[0] ?? inner ?? hedgeBefore(text, start);
  const directed =
    /^(?:percent|percentage-point|money|number|multiplier)$/.test(fields.kind) && fields.vague === undefined;
  const mark = text[start] ?? '';
  const arrow = mark === '▲' ? 'up' : mark === '△' || mark === '▽' || mark === '▼' ? 'down' : undefined;
  const direction = arrow ?? (directed ? directionAfter(text, end + (after?.[1] ?? 0)) : undefined);
  return {
    quantity: {
      ...fields,
      ...(approximate === undefined ? {} : { approximate }),
      ...(direction === undefined ? {} : { direction }),
      text: text.slice(start, end),
      start,
      end,
    },
    end: end + (after?.[1] ?? 0),
  };
}

/** Sign, currency, number and counter from `at`. */
function amountAt(text: string, start: number): Amount | undefined {
  let at = start;
  let negative = false;
  const sign = signs.get(text[at] ?? '');
  if (sign !== undefined) {
    if (!signStands(text, at)) return undefined;
    negative = sign < 0;
    at = skipSpace(text, at + 1);
    if (at > start + 1 && text[start] !== '△' && text[start] !== '▲' && text[start] !== '▼' && text[start] !== '▽')
      return undefined;
  }
  const word = /^(?:마이너스|영하)\s?/.exec(text.slice(at, at + 6));
  if (word !== null && sign === undefined) {
    negative = true;
    at += word[0].length;
  }
  const mark = currencyBefore(text, at);
  if (mark !== undefined) {
    at = mark.end;
    if (text[at] === '-' && digitOf(text.charCodeAt(at + 1)) >= 0) {
      negative = true;
      at++;
    }
  }
  if (text[at] === '.' && /[\d.]/.test(text[at - 1] ?? '')) return undefined;
  const point = text[at] === '.' && digitOf(text.charCodeAt(at + 1)) >= 0;
  const digit = point || digitOf(text.charCodeAt(at)) >= 0;
  if ((sign !== undefined || mark !== undefined) && !digit) return undefined;
  if (!digit && !isHangul(text.charCodeAt(at))) return undefined;
  const plain = point ? pointed(text, at) : digit ? readDigitNumeral(text, at) : readHangulNumeral(text, at);
  if (plain === undefined) return undefined;
  const fraction = (digit ? slashFraction(text, at) : undefined) ?? fractionAfter(text, plain);
  const scaled = mark !== undefined && digit ? latinScale(text, plain) : plain;
  const numeral = fraction ?? about(text, scaled);
  const found = fraction === undefined ? counterAt(text, numeral, mark !== undefined) : undefined;
  const own = mark !== undefined && found?.counter.kind !== 'money' ? undefined : found;
  // 시속 100km, 초속 20m: the time stands before.
  const rated = own === undefined ? undefined : speed(text, at, own);
  const extra = own === undefined ? undefined : halfMore(text, numeral, own);
  const hundredths = own?.counter.unit === 'second' ? /^\d{2}(?!\d)/.exec(text.slice(own.end, own.end + 3)) : null;
  if (hundredths !== null && digit && own !== undefined && !numeral.value.includes('.'))
    return {
      numeral,
      value: decimal(`${negative ? '-' : ''}${numeral.value}.${hundredths[0]}`),
      found: own,
      currency: undefined,
      end: own.end + 2,
    };
  const cents = own?.counter.unit === 'USD' && own.counter.factor === undefined ? centsAfter(text, own.end) : undefined;
  const value = extra?.value ?? (cents === undefined ? numeral.value : add(numeral.value, cents.value));
  return {
    numeral,
    value: negative ? negate(value) : value,
    found: rated ?? own,
    currency: mark?.unit,
    end: extra?.end ?? cents?.end ?? own?.end ?? numeral.end,
  };
}

/** .25: a number without its zero. */
function pointed(text: string, at: number): Numeral {
  const run = readDigitNumeral(text, at + 1);
  return {
    ...run,
    value: decimal(`0.${(run.whole ?? run.value).replace('.', '')}`),
    precision: (run.whole ?? run.value).length,
  };
}

/** $45B, $1.2bn in Korean text. */
function latinScale(text: string, numeral: Numeral): Numeral {
  const match = /^\s?(bn|mn|tn|billion|million|trillion|[KkMBbTt])(?![A-Za-z])/.exec(
    text.slice(numeral.end, numeral.end + 9),
  );
  if (match?.[1] === undefined || numeral.scale > 0) return numeral;
  const power = { k: 3, m: 6, b: 9, t: 12 }[match[1][0]!.toLowerCase() as 'k' | 'm' | 'b' | 't'];
  return { ...numeral, value: shift(numeral.value, power), end: numeral.end + match[0].length, scale: power };
}

/** 30여 명, 400여명: 여 stands inside the figure. */
function about(text: string, numeral: Numeral): Numeral {
  if (numeral.about || text[numeral.end] !== '여') return numeral;
  const next = skipSpace(text, numeral.end + 1);
  const counter = counterFrom(text, next, numeral);
  return counter === undefined ? numeral : { ...numeral, end: numeral.end + 1, about: true };
}

function signStands(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  return (
    /[\s([“‘"'/:,|=]/.test(before) ||
    /[△▲▼▽]/.test(text[at] ?? '') ||
    (/[가-힣]/.test(before) && /[−－]/.test(text[at] ?? ''))
  );
}

function currencyBefore(text: string, at: number): { unit: string; end: number } | undefined {
  const char = text[at] ?? '';
  const sign = currencySigns.get(char);
  if (sign !== undefined && char !== '¢') {
    const end = skipSpace(text, at + 1);
    return /[-\d０-９]/.test(text[end] ?? '') ? { unit: sign, end } : undefined;
  }
  const match = /^([A-Z]{1,3})([$¥])?\s?(?=[\d０-９])/.exec(text.slice(at, at + 6));
  if (match?.[1] === undefined || isLatin(text.charCodeAt(at - 1))) return undefined;
  if (match[2] !== undefined) {
    const unit = signPrefixes.get(match[1]);
    return unit === undefined ? undefined : { unit, end: at + match[0].length };
  }
  const code = currencyAliases.get(match[1]) ?? match[1];
  return currencyCodes.has(code) ? { unit: code, end: at + match[0].length } : undefined;
}

/** The counter after a number, directly or after one space, as its script allows. */
function counterAt(text: string, numeral: Numeral, money: boolean): Found | undefined {
  const next = skipSpace(text, numeral.end);
  const found = counterFrom(text, next, numeral);
  if (money && found?.counter.kind !== 'money') return undefined;
  if (found !== undefined) return found;
  if (numeral.script !== 'digits') return undefined;
  return symbolAt(text, numeral.end) ?? (next > numeral.end ? symbolAt(text, next) : undefined);
}

function counterFrom(text: string, at: number, numeral: Numeral): Found | undefined {
  const list = counters.get(text[at] ?? '');
  if (list === undefined) return undefined;
  for (const [word, counter] of list) {
    if (!text.startsWith(word, at)) continue;
    const end = at + word.length;
    if (numeral.script === 'native' && counter.takes === 'sino') continue;
    if (
      numeral.script === 'native' &&
      rare.has(text.slice(numeral.end - 1, numeral.end)) &&
      numeral.weak &&
      !/^[달장잔섬자돈말]/.test(word)
    )
      continue;
    if (numeral.script === 'sino' && numeral.weak && !weakTakes(text, at, word, numeral)) continue;
    if (
      numeral.script === 'sino' &&
      counter.kind !== 'money' &&
      /[구사공이일오]조$/.test(text.slice(Math.max(0, numeral.end - 2), numeral.end)) &&
      numeral.value.length === 13
    )
      continue;
    if (!counterEnds(text, at, end, word, numeral)) continue;
    if (at === numeral.end && numeral.script === 'native' && nativeWords.test(text.slice(at - 1, at + 2))) continue;
    return { counter, end };
  }
  return undefined;
}

/** 석 달, 넉 장: forms that only a few counters take; elsewhere they begin words (석권). */
const rare: ReadonlySet<string> = new Set(['석', '서', '넉', '너']);
/** Counters of one syllable before which a single Sino-Korean digit is a number: 삼 년, 오분. */
const plainCounters: ReadonlySet<string> = new Set(['년', '월', '분', '초', '층', '원', '위', '등', '인', '년간']);

/** Words that begin with a unit and a counter: 백인, 만일, 만주, 십대, 천주교. */
const unitWords =
  /^(?:천만에|백년대계|만년필|만화|백방|백인(?!분)|만일|만주|만기|만점|만개|만대|만회|만석|만물|만세|천주|천장|천분|천대|백분|백조|백제|백기|백일(?:장|해|몽)|십대|십분(?:\s?(?:활용|이해|발휘)))/;

/** Words that begin with a native numeral and a counter, written as one: 세대, 세부, 열대, 두통. */
const nativeWords =
  /^(?:세대|세부|세기|세분|세통|세단|세주|세모|세트|열대|열기|열도|열병|열분|열통|열장|열편|열권|열점|열원|네모|네통|두부|두통|두기|두동|두목|두번째는?\s?한|한편|한층|한국|한동|한대|한기|한도|한때|한쪽|한숨)/;

/** Whether a numeral of one syllable counts before `word`: 이 배 (this ship), 일부, 공장, 이점 do not. */
function weakTakes(text: string, at: number, word: string, { end, value }: Numeral): boolean {
  const spaced = at > end;
  const syllable = text[end - 1] ?? '';
  if (/[십백천만]/.test(syllable)) return !unitWords.test(text.slice(end - 1, end + 3));
  if (
    spaced &&
    (syllable === '이' ||
      syllable === '일' ||
      syllable === '사' ||
      syllable === '오' ||
      syllable === '공' ||
      syllable === '영') &&
    word.length === 1 &&
    !(syllable === '일' && word === '년')
  )
    return false;
  // 이유로 is "for the reason".
  if (word.length > 1) return syllable !== '이' ? value !== '0' : !spaced && word !== '유로';
  return (
    plainCounters.has(word) &&
    (/[삼육칠팔]/.test(syllable) ||
      (syllable === '오' && /[년분초층]/.test(word)) ||
      (syllable === '일' && word === '년') ||
      (syllable === '사' && /[년층]/.test(word)))
  );
}

/** Words that begin with a counter's syllables: 대통령, 분야, 주민, 원칙, 시장, 회사, 장관, 인구. */
const otherWords =
  /^(?:대통령|대표|대학|대기업|대회|대비|대부분|대형|대륙|대선|대중|대상|분야|분석|분기|분류|분의|분위기|분포|주민|주요|주식|주장|주택|주가|주도|주인|원칙|원인|원자|원래|장관|장기|장소|장비|회사|회원|회의|회장|회담|인구|인간|인터|인공|인상|인도|개발|개인|개선|개방|개념|개별|개혁|명령|명확|번호|번역|위해|위한|위기|위험|위원|위치|점수|점차|점유|점검|종합|종목|종료|조건|조사|건강|건설|건물|권리|권한|부분|부문|부담|부터|부족|부동산|통해|통화|통신|통합|표준|표시|표현|호텔|급증|급락|급등|도시|도로|도입|도움|도쿄|초기|초과|초반|초등|차이|차량|차례로|차지|차세대|채권|채용|기업|기간|기술|기준|기자|기록|기존|기반|기관|곳곳|달성|달리|달러|방법|방식|방안|판매|판결|판단|알고|석유|동안|동일|동시|동남|동아|동부|편집|경기도|줄어|줄이|줄인|줄였|골프|골고루|잔액|등장|등록|등급|살인|살아|살펴|세계|세금|세대교체|시간대|해외|해당|해야|해서|해도|평균|평가|평화|박물|박사|밤새|매출|매년|매우|매달|인상|인하|분량|병원|병력|벌어|벌금|모든|모두|모바일|단어장|배경|배출|배터리|배당|배달|배송|배우|배포|배치|센트럴|불구|불법|프로그램|프로젝트|프로토|프로세스|프로필|프로덕션|미디어|일부|일반|일본|일정|나노초|엔진|엔비디아|엔지니어|엔드|유로파|파운드리|노트북|도메인|비트코인은|원유|원격|원하|원점|주년|인분석|미국|미터기|주자)/;

function counterEnds(text: string, at: number, end: number, word: string, numeral: Numeral): boolean {
  const code = text.charCodeAt(end);
  if (/[A-Za-z]$/.test(word) && isLatin(code)) return false;
  if (word === 'x' && (digitOf(code) >= 0 || /^\s?\d/.test(text.slice(end, end + 2)))) return false;
  const hangul = isHangul(word.charCodeAt(word.length - 1));
  if (!hangul) return true;
  const spaced = at > numeral.end;
  if (isHangul(code)) {
    const other = otherWords.exec(text.slice(at, at + 5))?.[0].length ?? 0;
    if (other > word.length) return false;
    // A syllable after a space, or after a weak numeral, needs a particle after it.
    if (word.length === 1 && (spaced || numeral.script !== 'digits') && !followers.has(text[end] ?? '')) return false;
    if (word.length === 1 && !followers.has(text[end] ?? '') && !knownTail(text, at)) return false;
  }
  // 세 대 vs 세대; "한 시" inside 적절한 시기 is kept out by the left boundary.
  return true;
}

/** A counter glued to a longer noun: 3개월, 5년간 are longer counters; 3년차, 2인승, 4기통, 5도어, 1번지. */
function knownTail(text: string, at: number): boolean {
  return /^(?:년차|년생|년물|년치|인승|인용|인조|개입|명이|일자|일차|일치|층짜|회전|회차|대째|개년|주년|주차|달치|원짜|원권|원어치|억원|종세트|석짜|평대|평형|도어|년형|시즌|석이|팀이|명꼴|개꼴|위권|분위|분짜|분할|배속|배율|건당|건꼴)/.test(
    text.slice(at, at + 4),
  );
}

/** A unit's symbol: km, MW, GB/s, ℃. Case matters; a letter must not follow. */
function symbolAt(text: string, at: number): Found | undefined {
  for (let length = Math.min(6, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length);
    const unit = unitSymbols.get(word);
    const duration = durationSymbols.get(word);
    if (unit === undefined && duration === undefined) continue;
    const after = text.charCodeAt(at + length);
    if (/[A-Za-z]$/.test(word) && (isLatin(after) || digitOf(after) >= 0)) continue;
    if (
      /^[A-Za-z]$/.test(word) &&
      /^\s?[A-Za-z]/.test(text.slice(at + length, at + length + 2)) &&
      !/^(?:m|g|W|V|L|K)$/.test(word)
    )
      continue;
    if (word === 'in' || word === 'K' || word === 'T') continue;
    return {
      counter:
        unit !== undefined
          ? { kind: 'measure', unit, takes: 'sino' }
          : { kind: 'duration', unit: duration!, takes: 'sino' },
      end: at + length,
    };
  }
  // 1.8T, 300B, 10K, 5M without a currency scale their number in technical text.
  return undefined;
}

/** 시속 100km, 초속 20m, 섭씨 30도, 화씨 90도: what stands before changes the unit. */
function speed(text: string, at: number, { counter, end }: Found): Found | undefined {
  const window = text.slice(Math.max(0, at - 8), at);
  if (counter.unit === 'degree' && /(?:화씨)\s?(?:약\s?)?$/.test(window))
    return { counter: { ...counter, unit: 'fahrenheit' }, end };
  if (
    counter.unit === 'degree' &&
    (/(?:섭씨|영하|영상|기온|온도)\S{0,2}\s?(?:약\s?|-|−)?$/.test(window) || /^씨/.test(text.slice(end)))
  )
    return { counter: { ...counter, unit: 'celsius' }, end };
  const per = /(시속|초속|분속|시간당)\s?(?:약\s?|최대\s?|최고\s?)?$/.exec(window)?.[1];
  if (per === undefined || counter.kind !== 'measure' || !/^(?:kilometer|meter|mile)$/.test(counter.unit ?? ''))
    return undefined;
  const time = per === '초속' ? 'second' : per === '분속' ? 'minute' : 'hour';
  return { counter: { ...counter, unit: `${counter.unit}-per-${time}` }, end };
}

/** 64달러 45센트 is one amount. */
function centsAfter(text: string, at: number): { value: Decimal; end: number } | undefined {
  const match = /^\s?(\d{1,2})\s?센트/.exec(text.slice(at, at + 7));
  return match?.[1] === undefined ? undefined : { value: shift(match[1], -2), end: at + match[0].length };
}

/** 2년 반, 1시간 반, 두 배 반: half a unit more. */
function halfMore(
  text: string,
  numeral: Numeral,
  { counter, end }: Found,
): { value: Decimal; end: number } | undefined {
  if (!/^(?:duration|multiplier)$/.test(counter.kind) || numeral.value.includes('.')) return undefined;
  const match = /^\s?반(?=$|[\s.,)에의이만을은간 동]|가량|정도)/.exec(text.slice(end, end + 4));
  return match === null || /^\s?반(?:도체|대|면|드시|복|영|응|발)/.test(text.slice(end, end + 4))
    ? undefined
    : { value: `${numeral.value}.5`, end: end + match[0].length };
}

function fieldsOf({ numeral, value, found, currency }: Amount): Fields {
  const kind =
    currency !== undefined
      ? 'money'
      : (found?.counter.kind ?? (numeral.fraction !== undefined ? 'fraction' : 'number'));
  const unit = currency ?? found?.counter.unit;
  const weighty = numeral.script === 'digits' || kind === 'money' || kind === 'percent' || kind === 'percentage-point';
  const small = /^-?(?:0|0\.5|1|2)$/.test(value) || numeral.fraction !== undefined;
  const alone = numeral.script === 'native' && found === undefined && currency === undefined;
  const hardness = weighty || !(small || alone || numeral.vague !== undefined) ? 'hard' : 'soft';
  const base = {
    kind,
    ...(unit === undefined ? {} : { unit }),
    hardness,
    ...(numeral.about ? { approximate: 'about' as const } : {}),
  } as const;
  if (numeral.vague !== undefined) return { ...base, vague: true, magnitude: numeral.vague };
  return {
    ...base,
    value: applied(value, found),
    ...(numeral.precision === undefined || numeral.precision === 0 ? {} : { precision: numeral.precision }),
    ...(numeral.fraction === undefined ? {} : { numerator: numeral.fraction[0], denominator: numeral.fraction[1] }),
  };
}

const joints = /^\s?(?:[~∼～\-–—]|에서|부터|내지)\s?/;

/** 12~18개월, 3만~5만 원, 70~90%, 2에서 3인치. The lower end takes the upper's scale and counter where it has none. */
function rangeAt(text: string, start: number, low: Amount): ReadFigure | undefined {
  if (low.numeral.upper !== undefined || low.numeral.vague !== undefined || low.numeral.fraction !== undefined)
    return undefined;
  const joint = joints.exec(text.slice(low.end, low.end + 6));
  if (joint === null) return undefined;
  const sign = joint[0].trim();
  const words = /[가-힣]/.test(sign);
  // 52%에서 78%로 is a change between two figures; 2에서 3인치 is a range.
  if (words && (low.found !== undefined || low.currency !== undefined)) return undefined;
  if (words && low.numeral.script !== 'digits') return undefined;
  if (sign === '-' && joint[0].length === 2) return undefined;
  // 13-21-3 is a record of games.
  if (sign === '-' && /^\d{1,3}-\d/.test(text.slice(low.end + 1, low.end + 6))) return undefined;
  const at = low.end + joint[0].length;
  if (digitOf(text.charCodeAt(at)) < 0 && currencyBefore(text, at) === undefined) {
    if (low.numeral.script === 'digits' || !isHangul(text.charCodeAt(at))) return undefined;
  }
  const high = amountAt(text, at);
  if (
    high === undefined ||
    high.numeral.vague !== undefined ||
    high.numeral.upper !== undefined ||
    high.numeral.fraction !== undefined
  )
    return undefined;
  if (low.found !== undefined && high.found === undefined && high.currency === undefined) return undefined;
  if (
    low.found !== undefined &&
    high.found !== undefined &&
    (low.found.counter.kind !== high.found.counter.kind || low.found.counter.unit !== high.found.counter.unit)
  )
    return undefined;
  if (words && high.found === undefined && high.numeral.scale === 0) return undefined;
  const scale = high.numeral.scale;
  const inherits =
    low.numeral.scale === 0 &&
    scale > 0 &&
    low.found === undefined &&
    low.numeral.value.replace(/\..*/, '').length <= 4;
  const found = high.found ?? low.found;
  const first = inherits ? shift(low.value, scaleOf(text, high.numeral.end)) : low.value;
  const min = applied(first, found);
  const max = applied(high.value, found);
  if (compare(min, max) >= 0) return undefined;
  const { value: _value, ...fields } = fieldsOf({ ...high, found, currency: low.currency ?? high.currency });
  const precision = Math.max(low.numeral.precision ?? 0, high.numeral.precision ?? 0);
  return made(text, start, high.end, {
    ...fields,
    min,
    max,
    hardness: 'hard',
    ...(precision > 0 ? { precision } : {}),
  });
}

/** The power of ten of all units after the upper end's own digits: 8 for 3~5억, 7 for 3~5천만. */
function scaleOf(text: string, end: number): number {
  const units = /([십백천]?)([만억조경]?)$/.exec(text.slice(Math.max(0, end - 2), end));
  return (smallScales.get(units?.[1] ?? '') ?? 0) + (largeScales.get(units?.[2] ?? '') ?? 0);
}

/** Nouns that come in machines: 차량 20대 counts them, 20대 여성 is an age. */
const machines =
  /(?:차|차량|버스|트럭|택시|전투기|항공기|여객기|헬기|드론|로봇|기기|서버|컴퓨터|PC|노트북|카메라|휴대폰|스마트폰|장비|기계|전차|자전거|오토바이|변압기|크레인|에어컨|냉장고|TV)(?:만|를|을|가|이|는|은|도)?\s?(?:약\s?|총\s?|모두\s?)?$/;

/** 20대, 30대: people in their twenties, from 20 to 29. */
function ageDecade(text: string, start: number, { numeral, end }: Amount): Fields | undefined {
  if (!/^[1-9]0$/.test(numeral.value) || numeral.script !== 'digits' || text.slice(numeral.end, end) !== '대')
    return undefined;
  if (machines.test(text.slice(Math.max(0, start - 14), start))) return undefined;
  if (
    !/^(?:$|\s|[,.·)~]|가|는|의|이|도|와|부터|에|들|층|초반|중반|후반|였|일|인|라|로|를|만|때)/.test(
      text.slice(end, end + 2),
    )
  )
    return undefined;
  return {
    kind: 'measure',
    min: numeral.value,
    max: String(Number(numeral.value) + 9),
    unit: 'year-person',
    hardness: 'hard',
  };
}

/** 3 대 1, 3대1, 3:1, 3-1 in results. */
function ratioAt(text: string, { numeral, found, currency }: Amount): { fields: Fields; end: number } | undefined {
  if (
    numeral.script !== 'digits' ||
    currency !== undefined ||
    numeral.scale > 0 ||
    numeral.fraction !== undefined ||
    numeral.about
  )
    return undefined;
  if (found !== undefined && !text.slice(numeral.end, found.end).includes('대')) return undefined;
  const joint = /^(?:\s?대\s?|:|\s:\s)(?=\d)/.exec(text.slice(numeral.end, numeral.end + 4)) ?? score(text, numeral);
  if (joint === null || joint === undefined) return undefined;
  const terms = [numeral.value];
  let end = numeral.end;
  for (let step = 0; step < 4; step++) {
    const part =
      joint[0].trim() === '대'
        ? /^\s?대\s?(\d{1,4}(?:\.\d+)?)/
        : joint[0].trim() === ':'
          ? /^\s?:\s?(\d{1,4}(?:\.\d+)?)/
          : /^-(\d{1,2})/;
    const match = part.exec(text.slice(end, end + 10));
    if (match?.[1] === undefined) break;
    terms.push(match[1]);
    end += match[0].length;
  }
  if (terms.length < 2 || /^[\d.%]/.test(text.slice(end, end + 1))) return undefined;
  return { fields: { kind: 'ratio', value: terms[0]!, terms, hardness: 'hard' }, end };
}

/** 3-1 beside words of contests, or falling: 3-1로 이겼다. */
function score(text: string, { end, value }: Numeral): RegExpExecArray | undefined {
  const match = /^-(\d{1,2})(?![\d\-~%]|\s?(?:개|명|년|월|일|시간|분|초|배|만|억|조|원|달러|km|kg|m))/.exec(
    text.slice(end, end + 5),
  );
  if (match?.[1] === undefined || value.length > 2 || value.includes('.')) return undefined;
  const window = text.slice(Math.max(0, end - 30), end + 30);
  return compare(value, match[1]) >= 0 ||
    /이겼|이기|꺾|승리|패배|패했|졌다|비겼|무승부|승|패|스코어|앞서|경기/.test(window)
    ? match
    : undefined;
}

/** 제2차, 제3회, 제1야당, 제10조. */
function ordinalPrefix(text: string, at: number): { fields: Fields; end: number } | undefined {
  if (text[at] !== '제' || isHangul(text.charCodeAt(at - 1))) return undefined;
  const start = skipSpace(text, at + 1);
  const digit = digitOf(text.charCodeAt(start)) >= 0;
  const numeral = digit
    ? readDigitNumeral(text, start)
    : start === at + 1
      ? /^[일이삼사오육칠팔구십]{1,3}(?=차|회|호|조|장|항|대|기|권|부|막)/.exec(text.slice(start, start + 4))
      : null;
  if (numeral === null || numeral === undefined) return undefined;
  const whole = 'value' in numeral ? numeral : readHangulNumeral(text, start);
  // 제247조 is an article of a law, 247조 a number.
  const article =
    digit && whole !== undefined && whole.scale === 12 ? /^\d{1,4}(?= ?조)/.exec(text.slice(start, start + 6)) : null;
  const read =
    article === null || whole === undefined
      ? whole
      : { ...whole, value: decimal(article[0]), end: start + article[0].length };
  if (read === undefined || read.value.includes('.')) return undefined;
  const suffix =
    /^\s?(?:차|회|호|조|장|항|대|기|위|권|부|막|절|단계|세대|편|과|번|연대|사단|군단)?/.exec(
      text.slice(read.end, read.end + 4),
    )?.[0] ?? '';
  return {
    fields: { kind: 'ordinal', value: read.value, hardness: digit ? 'hard' : 'soft' },
    end: read.end + suffix.trimEnd().length,
  };
}

const ordinalWords: ReadonlyMap<string, string> = new Map([
  ['첫째', '1'],
  ['둘째', '2'],
  ['셋째', '3'],
  ['넷째', '4'],
  ['다섯째', '5'],
  ['여섯째', '6'],
  ['일곱째', '7'],
  ['여덟째', '8'],
  ['아홉째', '9'],
  ['열째', '10'],
]);

/** 첫, 첫째, 첫 번째, 둘째, 절반, 반년, 하루 … are whole words. */
function firstOf(text: string, at: number): { fields: Fields; end: number } | undefined {
  if (isHangul(text.charCodeAt(at - 1))) return undefined;
  const first = /^첫\s?(?:번째|째|번)?/.exec(text.slice(at, at + 4));
  if (first !== null && !/^첫(?:눈|사랑|인상|머리)/.test(text.slice(at, at + 3))) {
    return { fields: { kind: 'ordinal', value: '1', hardness: 'soft' }, end: at + first[0].trimEnd().length };
  }
  for (const length of [3, 2]) {
    const value = ordinalWords.get(text.slice(at, at + length));
    if (value !== undefined) return { fields: { kind: 'ordinal', value, hardness: 'soft' }, end: at + length };
  }
  const half = /^절반/.exec(text.slice(at, at + 2));
  if (half !== null)
    return {
      fields: { kind: 'fraction', value: '0.5', numerator: '1', denominator: '2', hardness: 'soft' },
      end: at + 2,
    };
  const halfOf = /^반(년|시간|나절|세기|달)(?=$|[^가-힣]|간|이|을|은|의|에|만|동|도|가|과|쯤|여|짜|마)/.exec(
    text.slice(at, at + 5),
  );
  if (halfOf?.[1] !== undefined && halfOf[1] !== '나절') {
    const unit = { 년: 'year', 시간: 'hour', 세기: 'century', 달: 'month' }[halfOf[1] as '년' | '시간' | '세기' | '달'];
    return { fields: { kind: 'duration', value: '0.5', unit, hardness: 'soft' }, end: at + halfOf[0].length };
  }
  return undefined;
}

/** 두 노드, 세 조직: a native numeral before a noun that is its own counter. 네 is "your", and 한 "about" or "some". */
function determines(text: string, { script, value, end }: Numeral): boolean {
  if (script !== 'native' || !/^(?:[2356789])$/.test(value)) return false;
  if (
    !/^(?:두|세|다섯|여섯|일곱|여덟|아홉)$/.test(
      text.slice(Math.max(0, end - (/[두세]/.test(text[end - 1] ?? '') ? 1 : 2)), end),
    )
  )
    return false;
  return (
    /^ [가-힣A-Za-z]{2}/.test(text.slice(end, end + 3)) &&
    !/^ (?:부담|혜택|감면|회피|수입이|들)/.test(text.slice(end, end + 5))
  );
}

/** Whether a numeral in Hangul without a counter is a number: 삼천오백, 셋; never 이, 만, 열. */
function allowedAlone(text: string, at: number, numeral: Numeral): boolean {
  const after = text.slice(numeral.end, numeral.end + 1);
  if (numeral.vague !== undefined) return true;
  if (numeral.needsCounter && determines(text, numeral)) return true;
  if (numeral.needsCounter) return at === 0 && numeral.end === text.trimEnd().length;
  if (!isHangul(after.charCodeAt(0))) return numeral.script === 'native' || numeral.end - at >= 2;
  if (numeral.script === 'native') return /^(?:이|가|은|는|을|를|의|에|로|와|과|도|만|으|중|씩|뿐|부|까)/.test(after);
  if (text.startsWith('천만에', at)) return false;
  return (
    numeral.value.length >= 3 &&
    numeral.end - at >= 3 &&
    /^(?:이|가|은|는|을|를|의|에|로|와|과|도|만|으|보|부|까|여|대)/.test(after)
  );
}
