import { type Decimal, multiply, negate, shift } from '../../../model/decimal.js';
import { type Building, type Fields, fieldsFor } from '../../und/placed.js';
import { signs } from '../../und/signs.js';
import { scaleAt } from './cardinal.js';
import { applied, readMeasure } from './measure.js';
import { readCurrency } from './money.js';
import { readNumeral } from './numeral.js';
import { percentage, ratePoint } from './percent.js';
import type { Measure, Numeral } from './phrase.js';
import { isArticle, type Token, tokenAt } from './tokens.js';

/** A figure with its sign, currency and measure. */
export interface Amount {
  readonly value: Decimal;
  readonly numeral: Numeral;
  readonly measure: Measure | undefined;
  readonly currency: string | undefined;
  readonly next: number;
}

export type { Fields };

/** What a rule read: the fields of a quantity, and the token after it. */
export interface Said {
  readonly fields: Fields;
  readonly next: number;
}

/** A sign, a currency, a number and its measure from token `i`. `money`: whether the range that it ends is of money. */
export function amountAt(tokens: readonly Token[], i: number, money = false): Amount | undefined {
  let at = i;
  let negative = false;
  const sign = signAt(tokens, at);
  if (sign !== undefined) {
    negative = sign[0] < 0;
    at = sign[1];
  }
  const mark = readCurrency(tokens, at);
  if (mark !== undefined) {
    at = mark.next;
    if (sign === undefined) {
      const inside = signAt(tokens, at);
      if (inside !== undefined) {
        negative = inside[0] < 0;
        at = inside[1];
      }
    }
  }
  const loss = mark === undefined || negative ? undefined : bracketed(tokens, at);
  const numeral = loss ?? readNumeral(tokens, at, money || mark !== undefined);
  if (numeral === undefined) return undefined;
  negative ||= loss !== undefined;
  const measure = numeral.ordinal ? undefined : (readMeasure(tokens, numeral.next) ?? vagueMeasure(tokens, numeral));
  // "$25 million dollars" says its currency twice.
  const repeats =
    measure?.kind === 'money' && (measure.unit === mark?.unit || tokenAt(tokens, measure.next - 1).text.length > 3);
  // "$20 grand".
  const factor = mark !== undefined && repeats && Number(measure.factor) > 1 ? measure.factor : undefined;
  const value = factor === undefined ? numeral.value : multiply(numeral.value, factor);
  const twice = mark !== undefined && repeats && measure !== undefined ? measure.next : numeral.next;
  const own = mark === undefined ? measure : undefined;
  const partial = numeral.fraction !== undefined || numeral.mixed;
  const fractional =
    partial && measure === undefined ? (halfOf(tokens, numeral) ?? ratePoint(tokens, numeral.next)) : undefined;
  return {
    value: negative ? negate(value) : value,
    numeral: fractional === undefined ? numeral : until(numeral, fractional.next),
    measure: fractional ?? own,
    currency: mark?.unit,
    next: fractional?.next ?? (mark === undefined ? (own?.next ?? numeral.next) : twice),
  };
}

/** $(3.4) million: accounts write a loss in brackets behind the sign of the currency. */
function bracketed(tokens: readonly Token[], at: number): Numeral | undefined {
  const open = tokenAt(tokens, at);
  if (open.text !== '(' || !open.glued || tokenAt(tokens, at + 1).kind !== 'number') return undefined;
  const inside = readNumeral(tokens, at + 1, true);
  if (inside === undefined || inside.ordinal || tokenAt(tokens, inside.next).text !== ')') return undefined;
  const next = inside.next + 1;
  const scale = inside.scale === undefined ? scaleAt(tokens, next) : undefined;
  if (scale === undefined) return { ...inside, next };
  return { ...inside, value: shift(inside.value, scale.power), scale: scale.power, next: next + 1 };
}

/** A numeral that ends where its measure does. */
function until(
  { value, digits, precision, ordinal, fraction, mixed, scale, vague, whole, grouped }: Numeral,
  next: number,
): Numeral {
  return { value, next, digits, precision, ordinal, fraction, mixed, scale, vague, whole, grouped };
}

/** "hundreds of dollars", "thousands of miles": what a vague number is of. */
function vagueMeasure(tokens: readonly Token[], { vague, next }: Numeral): Measure | undefined {
  if (vague === undefined || tokenAt(tokens, next).lower !== 'of') return undefined;
  return readMeasure(tokens, next + 1);
}

/** half an hour, three quarters of a mile, half a percentage point, a tenth of one percent: a part of a measure. */
function halfOf(tokens: readonly Token[], { next }: Numeral): Measure | undefined {
  const of = tokenAt(tokens, next).lower === 'of' ? 1 : 0;
  const one = tokenAt(tokens, next + of);
  const article = isArticle(one) ? 1 : 0;
  if (of + article === 0) return undefined;
  const whole = of === 1 && (one.lower === 'one' || one.text === '1') ? 1 : article;
  const percents = whole === 0 ? undefined : percentage(tokens, next + of + whole);
  if (percents !== undefined) return percents;
  const measure = readMeasure(tokens, next + of + article);
  if (measure?.unit === undefined) return undefined;
  // "half a cent", "a quarter of a pound".
  if (measure.kind === 'money') return article === 1 ? measure : undefined;
  if (measure.kind !== 'duration' && measure.kind !== 'measure') return undefined;
  // "a third of months" counts months; "quarter of hours" after a whole number does not.
  return article === 1 || measure.unit === 'hour' || measure.kind === 'measure' ? measure : undefined;
}

/** "the number of cores minus 1" takes away; "at minus 5 degrees" is below zero. */
function subtracts(tokens: readonly Token[], i: number): boolean {
  const before = tokenAt(tokens, i - 1);
  if (tokenAt(tokens, i).lower !== 'minus' || i === 0) return false;
  if (before.kind === 'number') return true;
  return (
    before.kind === 'word' &&
    !/^(?:is|was|are|were|of|to|at|be|by|reach|reached|hit|from|below|fell|about|around|nearly|and|or|between|than|under|over|with|a|the|as|in)$/.test(
      before.lower,
    )
  );
}

/** "plus or minus 2 percent" has both signs, and so none. */
function bothSigns(tokens: readonly Token[], i: number): boolean {
  return /^(?:or|and)$/.test(tokenAt(tokens, i - 1).lower) && tokenAt(tokens, i - 2).lower === 'plus';
}

function signAt(tokens: readonly Token[], i: number): readonly [1 | -1, number] | undefined {
  const token = tokenAt(tokens, i);
  const next = tokenAt(tokens, i + 1);
  const sign = token.kind === 'sign' ? signs.get(token.text) : undefined;
  if (sign !== undefined) {
    const before = tokenAt(tokens, i - 1);
    // "+/-5%" has both signs, and so none.
    if (before.text === '/' && tokenAt(tokens, i - 2).text === '+') return undefined;
    // "convert - 20 degrees": a dash apart from both sides is a minus before a temperature.
    if (!token.glued && !next.glued && next.kind === 'number' && sign < 0 && before.kind !== 'number') {
      const scale = tokenAt(tokens, i + 2);
      // A text of a dash and one large or pointed number is a cell with a loss; "- 5" may be an item of a list.
      const alone = i === 0 && scale.start < 0 && (next.grouped || next.precision > 0);
      return alone || /^(?:degrees?|deg|°|℃|℉)$/.test(scale.lower) ? [sign, i + 1] : undefined;
    }
    const free = i === 0 || !token.glued || /^[(["'“‘|:=,/~$€£¥₩]$/.test(before.text);
    const tight = next.glued || token.text === '△' || token.text === '▲' || token.text === '▼';
    return free && tight ? [sign, i + 1] : undefined;
  }
  if (
    (token.lower === 'minus' || token.lower === 'negative') &&
    !subtracts(tokens, i) &&
    !bothSigns(tokens, i) &&
    (next.kind === 'number' || readNumeral(tokens, i + 1) !== undefined)
  )
    return [-1, i + 1];
  return undefined;
}

/** Values that translations say in other words or leave out: half, one, both. */
const few: ReadonlySet<Decimal> = new Set(['0', '0.5', '1', '2', '-0', '-0.5', '-1', '-2']);

export function fieldsOf(
  { value, numeral, next }: Amount,
  measure: Measure | undefined,
  currency: string | undefined,
): Building<Fields> {
  const { vague, fraction, ordinal, digits, precision } = numeral;
  const kind =
    currency !== undefined
      ? 'money'
      : (measure?.kind ??
        (ordinal ? 'ordinal' : fraction !== undefined && next === numeral.next ? 'fraction' : 'number'));
  const unit = currency ?? measure?.unit;
  const small = few.has(value);
  const weighty = digits || kind === 'money' || kind === 'percent' || kind === 'percentage-point';
  // "a dozen" is as loose as "a couple".
  const loose = small || vague !== undefined || (numeral.scale === 1 && value.length < 3);
  const hardness = weighty || !loose ? 'hard' : 'soft';
  const fields = fieldsFor(kind, hardness);
  if (unit !== undefined) fields.unit = unit;
  if (vague !== undefined) {
    fields.vague = true;
    fields.magnitude = vague;
    return fields;
  }
  fields.value = applied(value, measure);
  if (precision !== undefined && precision > 0) fields.precision = precision;
  if (fraction !== undefined && kind === 'fraction') [fields.numerator, fields.denominator] = fraction;
  return fields;
}
