import { add, type Decimal, divide, multiply } from '../../../model/decimal.js';
import { hyphen } from './cardinal.js';
import { fractionAt } from './fraction.js';
import { subunits } from './lexicon/money.js';
import { unitFamilies } from './lexicon/units.js';
import { readMeasure } from './measure.js';
import { readNumeral } from './numeral.js';
import { type Measure, measured, type Numeral } from './phrase.js';
import { type Token, tokenAt } from './tokens.js';

/** A measure said in several parts, as one value in its smallest unit. */
export interface Compound {
  readonly value: Decimal;
  readonly unit: string | undefined;
  readonly next: number;
  /** Whether any part was written in digits. */
  readonly digits: boolean;
}

const familyOf = (unit: string) => unitFamilies.find((family) => family[unit] !== undefined);

/** Where the next part begins: "7 feet, 10 inches", "2 hours and 5 minutes", "5 ft. 2 in.", "6-foot-2-inch". */
function joint(tokens: readonly Token[], at: number): number {
  let next = at;
  // "5 lb. 3 oz.": after a short form.
  if (tokenAt(tokens, next).text === '.' && tokenAt(tokens, next).glued && tokenAt(tokens, next - 1).text.length <= 3)
    next++;
  if (tokenAt(tokens, next).text === ',' || hyphen(tokens, next)) next++;
  if (tokenAt(tokens, next).lower === 'and') next++;
  return next;
}

/** Short forms that say a smaller unit only after a larger one: 6 ft 2 in, 2h 30m, 2 yd 7'. */
const shorthand: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  foot: { in: 'inch', '"': 'inch', '”': 'inch', '″': 'inch' },
  yard: { "'": 'foot', '’': 'foot', '′': 'foot' },
  hour: { m: 'minute' },
  minute: { s: 'second' },
};

function shortAfter(tokens: readonly Token[], at: number, before: string): Measure | undefined {
  const short = tokenAt(tokens, at);
  const unit = shorthand[before]?.[short.text];
  if (unit === undefined || (short.kind === 'sign' && !short.glued)) return undefined;
  const kind = before === 'foot' || before === 'yard' ? 'measure' : 'duration';
  return measured(kind, unit, at + 1);
}

const compared =
  /^(?:more|less|longer|shorter|faster|slower|earlier|later|ahead|behind|older|younger|taller|above|below)$/;

/** "7 feet 10 inches" → 94 inches; "2 years and 3 months" → 27 months; "an hour and 45 minutes" → 105 minutes. */
export function unitsTogether(
  tokens: readonly Token[],
  value: Decimal,
  unit: string,
  next: number,
): Compound | undefined {
  const family = familyOf(unit);
  if (family === undefined) return undefined;
  let sum = value;
  let smallest = unit;
  let end = next;
  let digits = false;
  // "83.7 years, 6 months more than in 2022": only whole parts are followed by smaller ones.
  for (let parts = 0; parts < 4 && !sum.includes('.'); parts++) {
    const numeral = readNumeral(tokens, joint(tokens, end));
    if (numeral === undefined || numeral.ordinal || numeral.vague !== undefined) break;
    const measure = shortAfter(tokens, numeral.next, smallest) ?? readMeasure(tokens, numeral.next);
    const size = measure?.unit === undefined ? undefined : family[measure.unit];
    if (measure?.unit === undefined || size === undefined || size >= family[smallest]!) break;
    // "in 3 hours, 20 minutes faster than ever": what is compared is no part.
    if (tokenAt(tokens, end).text === ',' && compared.test(tokenAt(tokens, measure.next).lower)) break;
    const ratio = String(family[smallest]! / size);
    sum = add(multiply(sum, ratio), numeral.value);
    smallest = measure.unit;
    end = measure.next;
    digits ||= numeral.digits;
  }
  if (end === next) return bareTail(tokens, value, unit, next);
  return { value: sum, unit: smallest, next: end, digits };
}

/** "1 hour thirty", "2 hours and ten": minutes left unsaid, where nothing else is counted. */
function bareTail(tokens: readonly Token[], value: Decimal, unit: string, next: number): Compound | undefined {
  if (unit === 'foot') return bareInches(tokens, value, next);
  if (unit !== 'hour') return undefined;
  const tail = tailAt(tokens, next);
  if (tail === undefined || Number(tail.value) >= 60) return undefined;
  return { value: add(multiply(value, '60'), tail.value), unit: 'minute', next: tail.next, digits: tail.digits };
}

/** "6-foot-2", "six-foot-two", "5 foot 10": inches left unsaid. */
function bareInches(tokens: readonly Token[], value: Decimal, next: number): Compound | undefined {
  const tied = hyphen(tokens, next);
  if (!tied && tokenAt(tokens, next - 1).lower !== 'foot') return undefined;
  const inches = readNumeral(tokens, tied ? next + 1 : next);
  if (inches === undefined || !/^(?:\d|1[01])$/.test(inches.value) || inches.ordinal || inches.scale !== undefined)
    return undefined;
  if (!tied && readMeasure(tokens, inches.next) !== undefined) return undefined;
  return { value: add(multiply(value, '12'), inches.value), unit: 'inch', next: inches.next, digits: inches.digits };
}

/** A whole number under 100 that ends its clause. */
function tailAt(tokens: readonly Token[], next: number): Numeral | undefined {
  const at = tokenAt(tokens, next).lower === 'and' ? next + 1 : next;
  const numeral = readNumeral(tokens, at);
  if (numeral === undefined || numeral.ordinal || numeral.fraction !== undefined || numeral.vague !== undefined)
    return undefined;
  if (!/^\d{1,2}$/.test(numeral.value) || numeral.scale !== undefined) return undefined;
  const after = tokenAt(tokens, numeral.next);
  const ends = after.start < 0 || (/^[.!?]$/.test(after.text) && tokenAt(tokens, numeral.next + 1).start < 0);
  return ends ? numeral : undefined;
}

/** "20 dollars 43 cents", "$20 and 43c", "15 dollars and 50.". */
export function moneyTogether(tokens: readonly Token[], value: Decimal, next: number): Compound | undefined {
  if (value.includes('.')) return undefined;
  const half = halfMore(tokens, value, '', next);
  if (half !== undefined) return half;
  const at = joint(tokens, next);
  const numeral = readNumeral(tokens, at);
  if (numeral === undefined) return undefined;
  const sub = tokenAt(tokens, numeral.next);
  const whole = /^\d{1,2}$/.test(numeral.value) && numeral.precision !== 1 && numeral.fraction === undefined;
  if (!whole || numeral.ordinal) return undefined;
  if (subunits.has(sub.lower) && (sub.lower.length > 1 || sub.glued)) {
    return {
      value: add(value, divide(numeral.value, '100')),
      unit: undefined,
      next: numeral.next + 1,
      digits: numeral.digits,
    };
  }
  const tail = tailAt(tokens, next);
  return tail === undefined
    ? undefined
    : { value: add(value, divide(tail.value, '100')), unit: undefined, next: tail.next, digits: tail.digits };
}

/** Units whose halves and quarters are said as so many of a smaller one: half an hour is 30 minutes. */
const parts: ReadonlyMap<string, string> = new Map([
  ['hour', 'minute'],
  ['minute', 'second'],
]);

/**
 * "an hour and a half", "a year and a half": the part is of the unit just said. A part of an hour or a minute that
 * is said in words becomes minutes or seconds (90 minutes), which is what it means and how other languages put it;
 * 1.5 hours stays as written.
 */
export function halfMore(tokens: readonly Token[], value: Decimal, unit: string, next: number): Compound | undefined {
  if (tokenAt(tokens, next).lower !== 'and') return undefined;
  const portion = fractionAt(tokens, next + 1);
  if (portion === undefined || !/^[24]$/.test(portion.denominator)) return undefined;
  const sure = portion.certain || /^an?$/.test(tokenAt(tokens, next + 1).lower);
  const after = tokenAt(tokens, portion.next);
  if (!sure || /^(?:of|the|a|an|his|her|their|its|dozen)$/.test(after.lower)) return undefined;
  const sum = add(value, divide(portion.numerator, portion.denominator));
  return { ...inSmaller(sum, unit), next: portion.next, digits: false };
}

/** 1.5 of an hour said in words → 90 minutes. */
export function inSmaller(value: Decimal, unit: string): { value: Decimal; unit: string } {
  const smaller = parts.get(unit);
  return smaller === undefined ? { value, unit } : { value: multiply(value, '60'), unit: smaller };
}
