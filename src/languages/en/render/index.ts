import { absolute, type Decimal } from '../../../model/decimal.js';
import type { Quantity } from '../../../model/quantity.js';
import type { FigureStyle, RenderContext } from '../../pack.js';
import { grouped, inBasisPoints, isShared, scaledBy, scaleOf, withPlus } from '../../und/amount.js';
import { currencyParts } from '../../und/currencies.js';
import { symbolOf } from '../../und/symbols.js';
import { date, dateRange, ordinal, time } from './dates.js';
import { spelled, spelledPlace } from './spell.js';
import { counterNouns, currencies, hedgeSigns, hedges, scaleWords, unitNouns, vague } from './words.js';

const powers = [...scaleWords.keys()];

/** A quantity in English: $25 billion, 12-18 months, 40%, Q1 2027. A cell takes signs and symbols, a sentence words. */
export function render(quantity: Quantity, context: RenderContext): string {
  const text = hedgedForm(quantity, context);
  return context.begins && context.place === 'prose' ? text[0]!.toUpperCase() + text.slice(1) : text;
}

function hedgedForm(quantity: Quantity, { place, style = {}, hedged, begins }: RenderContext): string {
  const cell = place === 'cell';
  const isHedged = hedged === true && quantity.approximate !== undefined;
  const opening = begins && place === 'prose' && !isHedged ? inWords(quantity) : undefined;
  const text =
    opening ?? (cell && isShared(quantity) ? quantity.text : withPlus(write(quantity, style, cell), quantity, cell));
  if (hedged !== true || quantity.approximate === undefined) return text;
  // ">-3%" cannot be told from an arrow.
  return (cell && !text.startsWith('-') ? hedgeSigns : hedges)[quantity.approximate] + text;
}

/** How a sentence begins with a quantity, or a figure right before its noun: Forty percent, Twelve-year-old. */
export function opening(quantity: Quantity): string | undefined {
  const { text, kind } = quantity;
  // Before a word of its own only the number is spelled: "25 billion dollars", "12-year-old", "10 a.m.".
  const alone = /^(\d{1,3}(?:,\d{3})*|\d+)(?=$|[ -]\p{L}{3})/u.exec(text);
  const written =
    alone === null || kind === 'date' || kind === 'time'
      ? inWords(quantity)
      : rejoined(spelled(alone[0].replaceAll(',', '')), text.slice(alone[0].length));
  return written === undefined ? undefined : written[0]!.toUpperCase() + written.slice(1);
}

function rejoined(number: string | undefined, rest: string): string | undefined {
  return number === undefined ? undefined : number + rest;
}

/**
 * A figure that begins a sentence, in words, as the AP Stylebook has it: "Twenty-five billion dollars", "Forty percent",
 * "Twelve to 18 months". `undefined` for years and other dates, which may begin one, and for what words would not make plainer.
 */
function inWords(quantity: Quantity): string | undefined {
  const { kind, value, min, max, unit = '', vague: isVague } = quantity;
  const first = value ?? min;
  if (isVague || first === undefined) return undefined;
  const number = spelled(first);
  const noun = nounOf(kind, unit);
  if (number === undefined || noun === undefined) return undefined;
  const one = isOne(quantity) ? noun[0] : noun[1];
  if (value !== undefined) return one === '' ? number : `${number} ${one}`;
  // Both ends of a range count in the same thousands, or the first would be taken for less.
  if (max === undefined || first.length > 3 || max.length > 3) return undefined;
  return `${number} to ${max}${noun[1] === '' ? '' : ` ${noun[1]}`}`;
}

/** What a number in words is followed by, for one and for many; `undefined` for kinds that are not said so. */
function nounOf(kind: Quantity['kind'], unit: string): readonly [string, string] | undefined {
  switch (kind) {
    case 'number':
      return ['', ''];
    case 'percent':
      return ['percent', 'percent'];
    case 'percentage-point':
      return ['percentage point', 'percentage points'];
    case 'money': {
      const names = currencies.get(unit);
      // "Two to 3 won" is about winning too.
      return names === undefined ? undefined : unit === 'KRW' ? [names[3], names[3]] : [names[1], names[2]];
    }
    case 'measure':
    case 'duration':
      return unitNouns.get(unit) ?? plural(unit);
    default:
      return undefined;
  }
}

/** A quantity in full, with its bound: "about 25 billion US dollars". */
export function describe(quantity: Quantity): string {
  const { approximate, kind, unit } = quantity;
  const hedge = approximate === undefined ? '' : hedges[approximate];
  const full = kind === 'money' && !quantity.vague ? (currencies.get(unit ?? '')?.[3] ?? unit ?? '') : undefined;
  const text =
    full === undefined
      ? write(quantity, { percent: 'word' }, false, true)
      : `${amount({ ...quantity, kind: 'number' }, {}, false)} ${full}`;
  return hedge + text;
}

function write(quantity: Quantity, style: FigureStyle, cell: boolean, full = false): string {
  const { kind, min, max, value = '0', terms, unit } = quantity;
  if (quantity.vague) return vaguely(quantity);
  switch (kind) {
    case 'date':
      return min !== undefined && max !== undefined
        ? dateRange(min, max, quantity, cell, style.month)
        : date(value, quantity, cell, style.month);
    case 'time':
      return min !== undefined && max !== undefined
        ? `${time(min, quantity)} to ${time(max, quantity)}`
        : time(value, quantity);
    case 'ratio':
      return ratio(terms ?? [value], quantity.text);
    case 'fraction':
      return fraction(quantity);
    case 'ordinal':
      if (min !== undefined && max !== undefined) return `${ordinal(Number(min))} to ${ordinal(Number(max))}`;
      // A message says 3rd, running text third.
      return (cell || full ? undefined : spelledPlace(value)) ?? (/^\d+$/.test(value) ? ordinal(Number(value)) : value);
    case 'money':
      return money(quantity, style, cell);
    case 'percent':
      return style.percent === 'word'
        ? `${amount(quantity, style, cell)} percent`
        : `${ranged(quantity, (v) => grouped(v, quantity.precision))}%`;
    case 'percentage-point':
      if (inBasisPoints(quantity) && !cell)
        return `${amount(scaledBy(quantity, 2), style, cell)} basis point${isOne(scaledBy(quantity, 2)) ? '' : 's'}`;
      return cell
        ? `${amount(quantity, style, cell)}pp`
        : `${amount(quantity, style, cell)} percentage point${isOne(quantity) ? '' : 's'}`;
    case 'multiplier':
      return `${amount(quantity, style, cell)}x`;
    case 'measure':
    case 'duration':
      return measure(quantity, style, cell);
    default:
      return counted(amount(quantity, style, cell), unit, quantity, cell || full);
  }
}

/** 3-1, 3-1-2; a colon only where the source has one and no clock could be read: 14:16 is a time. */
function ratio(terms: readonly string[], text: string): string {
  // 12.3대 1 is how many apply for one place; so is 3대 1 more often than a score.
  if (terms.length === 2 && terms[1] === '1' && /대/.test(text)) return `${grouped(terms[0]!)}-to-1`;
  const clock = terms.length === 2 && /^\d\d$/.test(terms[1] ?? '') && Number(terms[0]) < 25;
  if ((text.includes(':') && !clock) || terms.length > 2) return terms.join(':');
  // 1-12 and "1 to 12" are ranges.
  return terms.join(terms.length === 2 && Number(terms[0]) < Number(terms[1]) ? '-to-' : '-');
}

const isOne = ({ value, min }: Quantity) => min === undefined && (value === '1' || value === '-1');

/** The number of a quantity, both ends of a range: 1,234; 25 billion; 1.2-1.5 billion. */
function amount(quantity: Quantity, style: FigureStyle, cell: boolean): string {
  const { min, max, precision = 0 } = quantity;
  const long = style.magnitude ?? (cell ? 'short' : 'scaled');
  const form = (value: Decimal, digits = precision) => {
    // 10조 4,439억 is 10.4439 trillion: the thousandth of an 억 is as far as Korean goes with trillions.
    const scaled = long === 'digits' ? undefined : (scaleOf(value, powers) ?? scaleOf(value, [12], 4));
    if (scaled === undefined)
      return { number: grouped(value, value.includes('.') || digits < 7 ? shown(value, digits) : 0), scale: '' };
    const [word, letter] = scaleWords.get(scaled.power)!;
    // 1.5억 is 150 million, and no 150.0 million.
    const shownDigits = scaled.value.includes('.') ? Math.min(digits, 3) : 0;
    return { number: grouped(scaled.value, shownDigits), scale: long === 'short' ? letter : ` ${word}` };
  };
  if (min === undefined || max === undefined) {
    const { number, scale } = form(quantity.value ?? '0');
    return number + scale;
  }
  const [low, high] = [form(min), form(max)];
  const joint = style.range ?? '-';
  return low.scale === high.scale
    ? `${low.number}${joint}${high.number}${high.scale}`
    : `${low.number}${low.scale}${joint}${high.number}${high.scale}`;
}

/** Zeros after the point are shown only for a value that was not scaled (8.00, not 1.20 billion). */
function shown(value: Decimal, precision: number): number {
  return value.replace(/\..*/, '').length > 6 ? 0 : precision;
}

function ranged({ value = '0', min, max }: Quantity, form: (value: Decimal) => string): string {
  return min === undefined || max === undefined ? form(value) : `${form(min)}-${form(max)}`;
}

function money(quantity: Quantity, style: FigureStyle, cell: boolean): string {
  const { unit = '', value = '0', min } = quantity;
  const names = currencies.get(unit);
  // No sign stands before cents and pence.
  if (names !== undefined && (currencyParts.has(unit) || ((style.currency === 'word' || unit === 'CNY') && !cell))) {
    const figure = amount(quantity, style, cell);
    // "won 2" and "2 won" are about winning too.
    if (unit === 'KRW' && /^-?[\d.]{1,3}(?:\D\d{1,3})?$/.test(figure)) return `${figure} ${names[3]}`;
    return `${figure} ${isOne(quantity) ? names[1] : names[2]}`;
  }
  const negative = min === undefined && value.startsWith('-');
  const plain = withCents(negative ? { ...quantity, value: absolute(value) } : quantity);
  const figure = amount(plain, style, cell);
  const sign = names?.[0] ?? `${unit} `;
  return `${negative ? '-' : ''}${sign}${figure}`;
}

/** Nobody writes $2.1: cents have two digits. */
function withCents(quantity: Quantity): Quantity {
  const ends = [quantity.value, quantity.min, quantity.max].filter((one) => one !== undefined);
  const tenths = quantity.precision === 1 || ends.some((one) => one.includes('.'));
  const plain = ends.every((one) => /^\d{1,6}(?:\.\d)?$/.test(one));
  return tenths && plain && cents.has(quantity.unit ?? '') ? { ...quantity, precision: 2 } : quantity;
}

/** Currencies of a hundred cents or pence. */
const cents: ReadonlySet<string> = new Set(['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD']);

function measure(quantity: Quantity, style: FigureStyle, cell: boolean): string {
  const { unit = '', min } = quantity;
  const figure = amount(quantity, { ...style, magnitude: style.magnitude ?? 'scaled' }, cell);
  const symbol = symbolOf.get(unit);
  // A written symbol (150MW, 2nm) is kept even in a sentence where the style does not say: technical text does not spell it out.
  const asked = style.unit === undefined ? quantity.text.endsWith(symbol ?? '') : style.unit === 'symbol';
  if (symbol !== undefined && !wordlike.has(symbol) && (cell || asked))
    return `${figure}${style.unitSpace === false || symbol === '°' ? '' : ' '}${symbol}`;
  const [one, many] = unitNouns.get(unit) ?? plural(unit);
  return `${figure} ${min === undefined && isOne(quantity) ? one : many}`;
}

/** Symbols that a reader of English takes for words: 5 in, 3 s, 2 t. */
const wordlike: ReadonlySet<string> = new Set(['in', 's', 't', 'bit', 'byte']);

/** kilometer-per-hour → kilometers per hour, square-meter → square meters. */
function plural(unit: string): readonly [string, string] {
  const [noun = unit, per] = unit.split('-per-');
  const spoken = noun.replace(/^(square|cubic)-/, '$1 ');
  const tail = per === undefined ? '' : ` per ${per}`;
  return [`${spoken}${tail}`, `${spoken}s${tail}`];
}

function counted(figure: string, unit: string | undefined, quantity: Quantity, alone: boolean): string {
  const noun = unit === undefined ? undefined : counterNouns.get(unit);
  // In a sentence the noun is there already: "12명의 선수" is "12 players".
  return noun === undefined || !alone ? figure : `${figure} ${isOne(quantity) ? noun[0] : noun[1]}`;
}

function fraction({ numerator, denominator, value = '0' }: Quantity): string {
  if (numerator === undefined || denominator === undefined) return grouped(value);
  if (numerator === '1' && denominator === '2') return 'half';
  if (!/^\d{1,2}$/.test(numerator) || !/^\d{1,3}$/.test(denominator)) return `${numerator}/${denominator}`;
  const names = new Map([
    ['3', 'third'],
    ['4', 'quarter'],
    ['5', 'fifth'],
  ]);
  const name = names.get(denominator);
  const spoken = ['zero', 'one', 'two', 'three', 'four'][Number(numerator)];
  if (name === undefined || spoken === undefined) return `${numerator}/${denominator}`;
  return numerator === '1' ? `one ${name}` : `${spoken} ${name}s`;
}

function vaguely({ magnitude = '1', kind, unit = '' }: Quantity): string {
  if (magnitude === '1' && kind === 'duration') return `several ${(unitNouns.get(unit) ?? plural(unit))[1]}`;
  const words = vague.get(magnitude.length - 1) ?? 'many';
  if (kind === 'money') return `${words} of ${currencies.get(unit)?.[2] ?? unit}`;
  if (kind === 'duration' || kind === 'measure') return `${words} of ${(unitNouns.get(unit) ?? plural(unit))[1]}`;
  if (kind === 'multiplier') return `${words} of times`;
  return words;
}
