import { add, compare, type Decimal, decimal, multiply, negate, shift } from '../../../model/decimal.js';
import type { Quantity } from '../../../model/quantity.js';
import { currencyAliases, currencyCodes, currencySigns, signPrefixes } from '../../und/currencies.js';
import { digitOf } from '../../und/digits.js';
import type { Amount, Fields, Found } from './amount.js';
import { counterAt, counterFrom } from './counting.js';
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
import { firstOf, ordinalPrefix } from './places.js';
import { ageDecade, ratioAt } from './ratio.js';
import { isHangul, isLatin, skipSpace } from './text.js';

export interface ReadFigure {
  readonly quantity: Quantity;
  /** Where to go on: after the hedge that was taken with it. */
  readonly end: number;
}

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
