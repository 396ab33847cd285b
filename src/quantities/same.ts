import { currencyParts } from '../languages/und/currencies.js';
import { absolute, add, compare, type Decimal, multiply, subtract } from '../model/decimal.js';
import type { Quantity } from '../model/quantity.js';
import { isDuration, near, relateUnits, toCelsius } from './dimension.js';
import { datesAgree, dayOnly, yearOnly } from './edtf.js';

/**
 * How near two figures are to saying the same. `equal`: the same value in any form. `variant`: a form that a translator may
 * rightly choose (half for 50 %, 16 km for 10 miles, a counter for none). `undefined`: not the same.
 */
export type Sameness = 'equal' | 'variant' | undefined;

/** Kinds that are plain counts in one language and something more in the other: "second place" and 2위, "three times" and 3배. */
const countable: ReadonlySet<Quantity['kind']> = new Set([
  'number',
  'ordinal',
  'multiplier',
  'duration',
  'measure',
  'fraction',
]);

/** How much "about" allows: 약 2,000 for 1,987, never 1,987 for "about 2,000". */
const aboutSlack: Decimal = '0.05';

/** Compares a figure with its translation by value, kind and unit, whatever their spelling. Bounds, signs and directions are compared apart. */
export function same(a: Quantity, b: Quantity): Sameness {
  if (a.vague || b.vague) return vague(a, b);
  if (a.min !== undefined || b.min !== undefined) return range(a, b);
  if (a.kind === 'date' || b.kind === 'date') return date(a, b);
  if (a.kind === 'time' || b.kind === 'time') return time(a, b);
  if (a.kind === 'ratio' && b.kind === 'ratio') return String(a.terms) === String(b.terms) ? 'equal' : undefined;
  return plain(a, b, a.value ?? '0', b.value ?? '0');
}

function vague(a: Quantity, b: Quantity): Sameness {
  if (a.vague && b.vague) {
    if (a.magnitude !== b.magnitude) return undefined;
    if (a.unit === b.unit) return 'equal';
    // "dozens of residents" are no 수십 년: what is counted in one text is time in the other.
    return isDuration(a) !== isDuration(b) && a.kind !== b.kind && a.kind !== 'measure' ? undefined : 'variant';
  }
  const [one, other] = a.vague ? [a, b] : [b, a];
  // "a few thousand" as 3,000 is no translation; "hundreds" as 100여 is.
  return other.approximate === 'about' && other.value === one.magnitude ? 'variant' : undefined;
}

function range(a: Quantity, b: Quantity): Sameness {
  if (a.min === undefined || b.min === undefined || a.max === undefined || b.max === undefined) {
    const [wide, point] = a.min !== undefined ? [a, b] : [b, a];
    // "in her 20s" is 20 to 29; a reader that sees a count of 20 there means the same.
    // Temperatures "in the 90s" are 90도대, or 90도 where a translator says it shortly.
    if (isDecade(wide) && (point.unit === 'degree' || point.unit === 'celsius' || point.unit === 'fahrenheit'))
      return point.value === wide.min || (point.unit === 'celsius' && isWithin(point, wide)) ? 'variant' : undefined;
    // "In the low 30s" of an approval rating is 30%대 초반.
    if (isDecade(wide) && wide.kind === 'number' && point.kind === 'percent' && point.value === wide.min)
      return 'variant';
    // Ages from 18 to 29 are no decade, and 18 alone says half of them.
    const tens = isDecade(wide) || wide.max === '19';
    if (wide.unit === 'year-person' && tens && point.kind !== 'percent' && point.value === wide.min) return 'variant';
    // "0-100 km/h in 3.2 seconds" is how cars are measured: 시속 100km까지.
    if (wide.min === '0' && wide.unit?.endsWith('-per-hour')) return same(end(wide, wide.max ?? ''), point);
    // 이달 1~20일 are "the first 20 days" of the month.
    if (wide.kind === 'date' && point.kind === 'duration' && point.unit === 'day')
      return /-01$/.test(wide.min ?? '') && Number(wide.max?.slice(-2)) === Number(point.value) ? 'variant' : undefined;
    // 3-1 read as a range on one side and as a result on the other.
    return point.kind === 'ratio' && String(point.terms) === String([wide.min, wide.max]) ? 'equal' : undefined;
  }
  // 10대 are teenagers.
  if (a.unit === 'year-person' && b.unit === 'year-person' && a.max === '19' && b.max === '19') return 'variant';
  const ends: Sameness[] = [same(end(a, a.min), end(b, b.min)), same(end(a, a.max), end(b, b.max))];
  if (ends.some((one) => one === undefined)) return undefined;
  return ends.every((one) => one === 'equal') ? 'equal' : 'variant';
}

const isDecade = ({ min = '', max = '' }: Quantity) => /^\d0$/.test(min) && max === `${min[0]}9`;

/** Whether degrees Celsius are within a decade of Fahrenheit: "in the 90s" and 32℃. */
function isWithin({ value = '0' }: Quantity, { min = '0', max = '0' }: Quantity): boolean {
  return compare(value, toCelsius(subtract(min, '1'))) >= 0 && compare(value, toCelsius(add(max, '1'))) <= 0;
}

/** One end of a range as a figure of its own. */
export function end(quantity: Quantity, value: string): Quantity {
  const { min: _min, max: _max, ...rest } = quantity;
  return { ...rest, value };
}

function date(a: Quantity, b: Quantity): Sameness {
  const [x, y] = [a.value ?? '', b.value ?? ''];
  if (a.kind === 'date' && b.kind === 'date') {
    if (!datesAgree(x, y)) return undefined;
    if (a.weekday !== undefined && b.weekday !== undefined && a.weekday !== b.weekday) return undefined;
    return x === y ? 'equal' : 'variant';
  }
  const [when, other] = a.kind === 'date' ? [a, b] : [b, a];
  const value = other.value ?? '';
  const day = dayOnly(when.value ?? '');
  if (day !== undefined && Number(day) === Number(value) && /^(?:duration|ordinal|number)$/.test(other.kind))
    return 'variant';
  // 13세기 동안 is "during the 13th century", whatever else it may be.
  const century = /^(\d\d)XX$/.exec(when.value ?? '')?.[1];
  if (century !== undefined && other.unit === 'century')
    return Number(value) === Number(century) + 1 ? 'variant' : undefined;
  // 1983개국 is no year, whatever "1983" is.
  if (yearOnly(when.value ?? '') === value && other.kind === 'number')
    return other.unit === undefined || other.unit === 'item' ? 'variant' : undefined;
  // 1990s as 1990년대 is a date on both sides; "2000대 초" and "the 80s" may be read as counts.
  const decade = /^(\d{2,3})X{1,2}$/.exec(when.value ?? '')?.[1];
  if (decade !== undefined && other.kind !== 'percent' && other.kind !== 'money' && other.kind !== 'duration') {
    const start = decade.padEnd(4, '0');
    return value === start || value === start.slice(2) || (decade.length === 2 && value === String(Number(decade) + 1))
      ? 'variant'
      : undefined;
  }
  const quarter = /-[QH](\d)$/.exec(when.value ?? '')?.[1];
  return quarter !== undefined && (when.value ?? '').startsWith('XXXX') && quarter === value && other.kind === 'ordinal'
    ? 'variant'
    : undefined;
}

function time(a: Quantity, b: Quantity): Sameness {
  if (a.kind !== 'time' || b.kind !== 'time') {
    const [clock, other] = a.kind === 'time' ? [a, b] : [b, a];
    const [hour, minute] = (clock.value ?? '').split(':');
    // "between 9 and 10:30": the first is read as a count.
    const hours = [Number(hour), Number(hour) - 12, Number(hour) + 12].map(String);
    if (other.kind === 'ratio')
      return String(other.terms) === `${Number(hour)},${Number(minute)}` ? 'variant' : undefined;
    return other.kind === 'number' && minute === '00' && hours.includes(other.value ?? '') ? 'variant' : undefined;
  }
  if (a.value === b.value) return 'equal';
  const [x, y] = [a.value ?? '', b.value ?? ''].map(clockOf) as [Clock, Clock];
  if (x.minute !== y.minute || (x.second ?? '00') !== (y.second ?? '00')) return undefined;
  if (x.hour % 12 !== y.hour % 12) return undefined;
  return a.dayPeriod === undefined || b.dayPeriod === undefined ? 'variant' : undefined;
}

interface Clock {
  readonly hour: number;
  readonly minute: string;
  readonly second?: string;
}

function clockOf(value: string): Clock {
  const [hour = '0', minute = '00', second] = value.split(':');
  return { hour: Number(hour), minute, ...(second === undefined ? {} : { second }) };
}

function plain(a: Quantity, b: Quantity, x: Decimal, y: Decimal): Sameness {
  // A written minus and a word for falling say the same; `signs` compares them apart.
  const [u, v] = [absolute(x), absolute(y)];
  if (a.kind === b.kind) {
    if (a.kind === 'money')
      return a.unit === undefined || b.unit === undefined || a.unit === b.unit ? amount(a, b, u, v) : parts(a, b, u, v);
    if (a.kind === 'measure' || a.kind === 'duration') return measured(a, b, u, v);
    if (a.kind === 'fraction')
      return a.numerator === b.numerator && a.denominator === b.denominator ? 'equal' : amount(a, b, u, v);
    return amount(a, b, u, v);
  }
  const kinds = new Set([a.kind, b.kind]);
  if (isDuration(a) && isDuration(b)) return measured(a, b, u, v);
  // 5 years old and 5년, 세.
  if (kinds.has('duration') && kinds.has('measure'))
    return ageLike(a) && ageLike(b) && compare(u, v) === 0 ? 'variant' : undefined;
  if (kinds.has('percent') && kinds.has('fraction')) {
    const [part, percent] = a.kind === 'percent' ? [v, u] : [u, v];
    return near(multiply(part, '100'), percent, '0.01') ? 'variant' : undefined;
  }
  if (kinds.has('percent') && kinds.has('multiplier')) {
    const [times, percent] = a.kind === 'percent' ? [v, u] : [u, v];
    return compare(multiply(times, '100'), percent) === 0 ? 'variant' : undefined;
  }
  // Costs that "dropped tenfold" are 10분의 1 of what they were.
  if (kinds.has('multiplier') && kinds.has('fraction')) {
    const [times, part] = a.kind === 'multiplier' ? [a, b] : [b, a];
    if (times.direction === 'down' && part.numerator === '1' && part.denominator === times.value) return 'variant';
  }
  if (kinds.has('percent') || kinds.has('percentage-point')) return undefined;
  // 파운드 and "pounds" are money or weight; which one, the words around say.
  if (kinds.has('money') && kinds.has('measure'))
    return [a.unit, b.unit].sort().join() === 'GBP,pound' && compare(u, v) === 0 ? 'variant' : undefined;
  if (kinds.has('money')) return kinds.has('number') && compare(u, v) === 0 ? 'variant' : undefined;
  // "a fifth work in farming" may be read as a place in an order.
  if (kinds.has('ordinal') && kinds.has('fraction')) {
    const [place, part] = a.kind === 'ordinal' ? [a, b] : [b, a];
    if (part.numerator === '1' && part.denominator === place.value) return 'variant';
  }
  if (isHeads(a, b) || isHeads(b, a) || isOtherTime(a, b) || isOtherTime(b, a)) return undefined;
  if (countable.has(a.kind) && countable.has(b.kind)) return amount(a, b, u, v) === undefined ? undefined : 'variant';
  return undefined;
}

/** "34 cents" and 0.34달러, 34 US cents and 34센트: a part of a currency, which may not say whose, against the currency itself. */
function parts(a: Quantity, b: Quantity, x: Decimal, y: Decimal): Sameness {
  const [part, main, few, many] = currencyParts.has(a.unit ?? '') ? [a, b, x, y] : [b, a, y, x];
  const found = currencyParts.get(part.unit ?? '');
  if (found === undefined || !found.of.has(main.unit ?? '')) return undefined;
  return compare(multiply(few, found.worth), many) === 0 ? 'variant' : undefined;
}

/** "The 100th day" is 100일째, and no 100주째. */
function isOtherTime(place: Quantity, time: Quantity): boolean {
  if (place.kind !== 'ordinal' || time.kind !== 'duration' || place.unit === undefined || time.unit === undefined)
    return false;
  return isDuration({ ...place, kind: 'duration' }) && relateUnits('1', place.unit, '1', time.unit) !== 'equal';
}

/** People, countries and houses that are counted are no time: "18 countries" and 18년. */
function isHeads(a: Quantity, b: Quantity): boolean {
  return (
    a.kind === 'number' &&
    b.kind === 'duration' &&
    /^(?:person|country|company|vehicle|building|household)$/.test(a.unit ?? '')
  );
}

function ageLike({ unit }: Quantity): boolean {
  return unit === 'year' || unit === 'year-person' || unit === 'month' || unit === 'month-person';
}

function amount(a: Quantity, b: Quantity, x: Decimal, y: Decimal): Sameness {
  if (compare(x, y) === 0) return 'equal';
  const hedged = a.approximate === 'about' || b.approximate === 'about';
  return hedged && near(x, y, aboutSlack) && isRounding(x, y) ? 'variant' : undefined;
}

/** Whether the translation has fewer digits: 2,000 for 1,987. More digits than the source has are made up. */
function isRounding(x: Decimal, y: Decimal): boolean {
  const digits = (value: Decimal) => value.replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
  return digits(y) < digits(x);
}

function measured(a: Quantity, b: Quantity, x: Decimal, y: Decimal): Sameness {
  if (a.unit === undefined || b.unit === undefined) return amount(a, b, x, y) === undefined ? undefined : 'variant';
  const relation = relateUnits(x, a.unit, y, b.unit);
  if (relation === 'equal') return a.unit === b.unit ? 'equal' : 'variant';
  if (relation === 'converted') return 'variant';
  return a.unit === b.unit ? amount(a, b, x, y) : undefined;
}
