import { absolute, type Decimal } from '../../../model/decimal.js';
import type { Quantity } from '../../../model/quantity.js';
import type { FigureStyle, RenderContext } from '../../pack.js';
import { grouped, inBasisPoints, isShared, scaledBy, scaleOf, withPlus } from '../../und/amount.js';
import { inSaidUnit } from '../../und/durations.js';
import { symbolOf } from '../../und/symbols.js';
import { date, dateRange, time } from './dates.js';
import { endsInMyriad, myriadNumber } from './number.js';
import { counters, currencies, durations, hedges, units, vagueDigits } from './words.js';

/** A quantity in Korean: 250억 달러, 12~18개월, 40%, 2027년 1분기. */
export function render(quantity: Quantity, { place, style = {}, hedged }: RenderContext): string {
  const cell = place === 'cell';
  const text = cell && isShared(quantity) ? quantity.text : withPlus(write(quantity, style, cell), quantity, cell);
  return hedged === true ? hedge(text, quantity) : text;
}

/** 약 250억 달러, 5명 이상. */
function hedge(text: string, { approximate }: Quantity): string {
  const [before, after] = approximate === undefined ? ['', ''] : hedges[approximate];
  return before + text + after;
}

/** A quantity in full, with its bound: 약 250억 달러, 5명 이상. */
export function describe(quantity: Quantity): string {
  // 달러 alone is the American one, in a message as in the news.
  return hedge(write(quantity, {}), quantity);
}

const letters: ReadonlyMap<number, string> = new Map([
  [12, 'T'],
  [9, 'B'],
  [6, 'M'],
]);

function write(quantity: Quantity, style: FigureStyle, cell = false): string {
  const { kind, min, max, value = '0', terms, unit } = quantity;
  const joint = style.range ?? '~';
  if (quantity.vague) return vaguely(quantity);
  switch (kind) {
    case 'date':
      return min !== undefined && max !== undefined ? dateRange(min, max, quantity, joint) : date(value, quantity);
    case 'time':
      return min !== undefined && max !== undefined
        ? `${time(min, quantity)}${joint}${time(max, quantity)}`
        : time(value, quantity);
    case 'ratio':
      return (terms ?? [value]).join(quantity.text.includes(':') ? ':' : ' 대 ');
    case 'fraction':
      return fraction(quantity);
    case 'ordinal':
      return min !== undefined && max !== undefined
        ? `${min}${joint}${max}번째`
        : ordinal(value, quantity.hardness === 'soft');
    case 'money':
      return money(quantity, style);
    case 'percent':
      return withUnit(
        amount(quantity, { ...style, magnitude: 'digits' }),
        style.percent === 'word' ? '퍼센트' : '%',
        false,
      );
    case 'percentage-point':
      if (inBasisPoints(quantity)) return `${amount(scaledBy(quantity, 2), { ...style, magnitude: 'digits' })}bp`;
      return `${amount(quantity, { ...style, magnitude: 'digits' })}%포인트`;
    case 'multiplier':
      return `${amount(quantity, style)}배`;
    case 'duration':
      return duration(quantity, style);
    case 'measure':
      return measure(quantity, style, cell);
    default:
      return withUnit(
        amount(quantity, style),
        unit === undefined ? '' : (counters.get(unit) ?? ''),
        style.counterSpace === true,
      );
  }
}

/** The number of a quantity, both ends of a range: 3만~5만, 12~18. */
function amount(quantity: Quantity, style: FigureStyle): string {
  const { min, max, precision = 0 } = quantity;
  const form = (value: Decimal) => {
    if (style.magnitude === 'digits') return grouped(value, value.replace(/\..*/, '').length > 6 ? 0 : precision);
    // Letters stand behind a currency's sign alone: $25B, but 250억 달러.
    if (style.magnitude === 'short' && quantity.kind === 'money' && style.currency === 'symbol') {
      const scaled = scaleOf(value, [...letters.keys()]);
      return scaled === undefined ? grouped(value, precision) : grouped(scaled.value) + letters.get(scaled.power);
    }
    return myriadNumber(value, precision);
  };
  if (min === undefined || max === undefined) return form(quantity.value ?? '0');
  const [low, high] = [form(min), form(max)];
  // 6만 9,597~6만 9,605 is hard to read: ends of several parts are written in digits. 6억 4,000만~7억 is not.
  const parted = (low.includes(' ') || high.includes(' ')) && !(endsInMyriad(low) && endsInMyriad(high));
  return parted ? `${grouped(min)}${style.range ?? '~'}${grouped(max)}` : `${low}${style.range ?? '~'}${high}`;
}

/** A number and what it counts: apart after 만, 억 and 조, together after digits. */
function withUnit(number: string, unit: string, space: boolean): string {
  if (unit === '' || unit === '%') return number + unit;
  return `${number}${space || endsInMyriad(number) ? ' ' : ''}${unit}`;
}

function money(quantity: Quantity, style: FigureStyle): string {
  const { unit = '', value = '0', min } = quantity;
  const [name, sign] = currencies.get(unit) ?? [unit, unit];
  const negative = min === undefined && value.startsWith('-');
  // Cents and pence have no sign.
  if (sign === '') return withUnit(amount(quantity, { ...style, currency: 'word' }), name, false);
  if (style.currency === 'symbol') {
    const plain = negative ? { ...quantity, value: absolute(value) } : quantity;
    return `${negative ? '-' : ''}${sign}${amount(plain, style)}`;
  }
  const number = amount(quantity, style);
  // A code without a Korean name stands apart.
  return /^[A-Z]{3}$/.test(name) ? `${number} ${name}` : withUnit(number, name, false);
}

/** Larger units with how many smaller ones they hold, and how a text shows that both were said: 6-foot-2, 3 lb 4 oz, 2h 15m. */
const together: ReadonlyMap<string, readonly [larger: string, holds: number, said: RegExp]> = new Map([
  ['inch', ['foot', 12, /^\d+(?:\s?-?\s?(?:foot|feet|ft\b)|['′’])/i]],
  ['ounce', ['pound', 16, /^\d+\s?-?\s?(?:pounds?|lbs?\b)/i]],
  ['minute', ['hour', 60, /^\d+\s?-?\s?(?:hours?|hrs?\b|h\b)/i]],
  ['second', ['minute', 60, /^\d+\s?-?\s?(?:minutes?|mins?\b|m\b)/i]],
  ['month', ['year', 12, /^\d+\s?-?\s?(?:years?|yrs?\b)/i]],
]);

/** What a text says in two units, in two: 6피트 2인치 and no 74인치. `undefined` where one unit was said. */
function inTwo(quantity: Quantity, style: FigureStyle): string | undefined {
  const { unit = '', value, text } = quantity;
  const [larger, holds, said] = together.get(unit) ?? [];
  if (larger === undefined || holds === undefined || !said?.test(text) || value === undefined) return undefined;
  if (!/^\d{1,6}$/.test(value) || Number(value) < holds) return undefined;
  const rest = Number(value) % holds;
  const part = (of: string, count: number) =>
    write({ ...quantity, kind: quantity.kind, unit: of, value: String(count), text: '' }, style);
  const whole = part(larger, (Number(value) - rest) / holds);
  return rest === 0 ? whole : `${whole} ${part(unit, rest)}`;
}

function duration(quantity: Quantity, style: FigureStyle): string {
  const { unit = '', text } = quantity;
  // The time of a race: 2:04:43 says more than 7,483초.
  if (unit === 'second' && /^\d+(?::\d\d){1,2}(?:\.\d+)?$/.test(text)) return text;
  const said = inSaidUnit(quantity);
  if (said !== undefined) return duration(said, style);
  const two = inTwo(quantity, style);
  if (two !== undefined) return two;
  // 1,000주 are shares.
  const weeks = unit === 'week' && (quantity.value ?? quantity.max ?? '').length > 3;
  const name = weeks ? '주간' : durations.get(unit);
  return name === undefined
    ? `${amount(quantity, style)} ${unit}`
    : withUnit(amount(quantity, style), name, style.counterSpace === true);
}

function measure(quantity: Quantity, style: FigureStyle, cell: boolean): string {
  const { unit = '', min, max } = quantity;
  // In her 30s is 30대, in their 20s and 30s 20~30대.
  if (unit === 'year-person' && /^[1-9]0$/.test(min ?? '') && /^[1-9]9$/.test(max ?? ''))
    return max?.[0] === min?.[0] ? `${min}대` : `${min}${style.range ?? '~'}${max?.[0]}0대`;
  const two = inTwo(quantity, style);
  if (two !== undefined) return two;
  const number = amount(quantity, style);
  const symbol = symbolOf.get(unit);
  const name = units.get(unit);
  // A written symbol (150MW, 2nm) is kept where the style does not say: Korean papers write it too.
  const asked = style.unit === undefined ? quantity.text.endsWith(symbol ?? '') : style.unit === 'symbol';
  const fits = symbol !== undefined && !wordlike.has(symbol);
  const written = style.unit === undefined ? symbol !== undefined && asked && !imperial.has(symbol) : fits && asked;
  if (symbol !== undefined && (name === undefined || written || (cell && fits))) {
    return `${number}${style.unitSpace === true || endsInMyriad(number) ? ' ' : ''}${symbol}`;
  }
  if (unit === 'celsius') return `${number}도`;
  if (unit === 'fahrenheit') return `화씨 ${number}도`;
  if (unit === 'month-person') return `${number}개월`;
  const per = /^(.*)-per-(hour|second)$/.exec(unit);
  if (per?.[1] !== undefined) return `${per[2] === 'hour' ? '시속' : '초속'} ${number}${units.get(per[1]) ?? per[1]}`;
  return withUnit(number, name ?? unit, style.counterSpace === true);
}

/** Symbols that Korean readers do not know: 피트, 파운드. */
const imperial: ReadonlySet<string> = new Set(['ft', 'yd', 'lb', 'oz']);

/** Symbols that Korean spells out even in a table. */
const wordlike: ReadonlySet<string> = new Set([
  'in',
  'ft',
  'yd',
  'lb',
  'oz',
  'bit',
  'byte',
  '°',
  't',
  'A',
  'V',
  'hp',
  'ct',
]);

const native = ['', '첫', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];

function ordinal(value: Decimal, soft: boolean): string {
  const word = soft && /^\d{1,2}$/.test(value) ? native[Number(value)] : undefined;
  return word === undefined || word === '' ? `${value}번째` : `${word} 번째`;
}

function fraction({ numerator, denominator, value = '0' }: Quantity): string {
  if (numerator === undefined || denominator === undefined) return grouped(value);
  return numerator === '1' && denominator === '2' ? '절반' : `${denominator}분의 ${numerator}`;
}

/** 수십, 수백만, 수천억, with what they count. */
function vaguely({ magnitude = '1', kind, unit = '' }: Quantity): string {
  const power = magnitude.length - 1;
  const large = [12, 8, 4].find((step) => power >= step) ?? 0;
  const name = { 12: '조', 8: '억', 4: '만', 0: '' }[large as 0 | 4 | 8 | 12];
  // 수년, but 수십 년.
  if (power === 0 && kind === 'duration') return `수${durations.get(unit) ?? ''}`;
  const number = `수${vagueDigits[power - large] ?? ''}${name}`;
  const noun =
    kind === 'money'
      ? (currencies.get(unit)?.[0] ?? unit)
      : kind === 'duration'
        ? (durations.get(unit) ?? '')
        : kind === 'measure'
          ? (units.get(unit) ?? '')
          : (counters.get(unit) ?? '');
  if (kind === 'multiplier') return `${number} 배`;
  return noun === '' ? number : `${number} ${noun}`;
}
