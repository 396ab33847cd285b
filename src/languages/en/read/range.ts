import { add, compare, type Decimal, multiply, shift } from '../../../model/decimal.js';
import { type Building, type Fields, unsay } from '../../und/placed.js';
import { type Amount, amountAt, fieldsOf, type Said } from './amount.js';
import { directions } from './lexicon/hedges.js';
import { applied } from './measure.js';
import { type Token, tokenAt } from './tokens.js';

export const hyphens = new Set(['-', '‐', '‑', '–', '—', '~', '～', '∼']);

/** 12-18 months, $1.2-1.5bn, 5 to 10 percent, between 5 and 10, "two or three": the lower end takes what only the upper one says. */
export function rangeAt(all: readonly Token[], start: number, low: Amount): Said | undefined {
  const joint = tokenAt(all, low.next);
  const word = joint.kind === 'sign' && hyphens.has(joint.text) ? tokenAt(all, low.next + 1).lower : joint.lower;
  const before = tokenAt(all, start - 1).lower;
  const from = upperEnd(all, low.next, before);
  if (low.numeral.ordinal === true) return placesAt(all, start, low);
  if (from === undefined || low.numeral.fraction !== undefined || low.numeral.vague !== undefined) return undefined;
  const high = amountAt(all, from, low.currency !== undefined);
  if (high === undefined || high.numeral.ordinal || high.numeral.vague !== undefined) return undefined;
  if (joint.text === '-' && !joint.glued && tokenAt(all, low.next + 1).glued && !isLens(low, high)) return undefined;
  if (word === 'or' && isOneOrTwo(low, high)) {
    return between(fieldsOf(low, low.measure, undefined), '1', '2', high.next);
  }
  if (low.currency !== undefined && high.currency !== undefined && low.currency !== high.currency) return undefined;
  // "fell 4 cents to $5.38".
  if (low.measure?.kind === 'money' && high.currency !== undefined && high.currency !== low.measure.unit)
    return undefined;
  // "rose 12% to $45B": two figures of different kinds.
  if (low.measure !== undefined && low.measure.kind !== 'money' && high.currency !== undefined) return undefined;
  if (low.currency !== undefined && high.measure !== undefined && high.measure.kind !== 'money') return undefined;
  const both = low.measure !== undefined && high.measure !== undefined;
  if (both && (low.measure.kind !== high.measure.kind || low.measure.unit !== high.measure.unit)) return undefined;
  // "from 52% to 78%" is a change between two figures, not a range; "5% to 3%" goes down.
  if (word === 'to' && before === 'from' && (both || low.currency !== undefined)) return undefined;
  const isMoney = low.currency ?? high.currency;
  if (low.measure !== undefined && high.measure === undefined && isMoney === undefined && low.measure.kind !== 'number')
    return undefined;
  const measure = high.measure ?? low.measure;
  const scale = high.numeral.scale ?? 0;
  const inherits =
    (low.numeral.scale ?? 0) === 0 &&
    scale > 1 &&
    low.numeral.digits === high.numeral.digits &&
    low.numeral.value.length <= 4;
  const first = inherits ? shift(low.value, scale) : low.value;
  const min = applied(first, measure);
  const max = applied(high.value, measure);
  if (compare(min, max) >= 0) return undefined;
  const worth = isMoney !== undefined || measure?.kind === 'money';
  const alike = !inherits && (worth || measure === undefined || (both && measure.kind !== 'percent'));
  if (word === 'to' && alike && movesTo(all, start, worth ? '2.5' : '5', min, max)) return undefined;
  // "two or three years" is a span; "5 or 10 people" is a choice.
  if (word === 'or' && (low.measure !== undefined || isMoney !== undefined || add(min, '1') !== max)) return undefined;
  const fields = fieldsOf(high, measure, isMoney);
  unsay(fields, 'numerator');
  unsay(fields, 'denominator');
  if (low.numeral.digits || high.numeral.digits) fields.hardness = 'hard';
  return between(fields, min, max, high.next);
}

/**
 * "rose $1.20 to $82.35", "fell 350 to 42,000": how far and where to, not a range. What moves by so many stands `times`
 * higher; "raised $10 to $12 million", "cut 10 to 15 jobs" and "rose 5 to 20 percent" are ranges.
 */
function movesTo(all: readonly Token[], start: number, times: Decimal, min: Decimal, max: Decimal): boolean {
  if (compare(max, multiply(min, times)) < 0) return false;
  for (let back = 1; back <= 3; back++) {
    const { lower } = tokenAt(all, start - back);
    if (directions.has(lower) || moves.has(lower)) return true;
    if (!/^(?:by|another|a|an|about|some|nearly|almost|roughly|around|just)$/.test(lower)) return false;
  }
  return false;
}

/** Verbs of moving beside those that say which way a figure goes. */
const moves: ReadonlySet<string> = new Set(
  `added adding adds slipped slips eased eases edged retreated rallied rebounded widened narrowed swelled ballooned sank sinks
  crept shed sheds spiked rising boosted trimmed slashed recovered ticked inched`.split(/\s+/),
);

/** The fields of one end, as those of the whole range. */
function between(fields: Building<Fields>, min: Decimal, max: Decimal, next: number): Said {
  unsay(fields, 'value');
  fields.min = min;
  fields.max = max;
  return { fields, next };
}

/** "second to fourth", "between the second and the fourth", 2nd-4th: places in an order. "From first to third" is a change. */
function placesAt(all: readonly Token[], start: number, low: Amount): Said | undefined {
  const the = tokenAt(all, start - 1).lower === 'the' ? 1 : 0;
  const before = tokenAt(all, start - 1 - the).lower;
  const from = before === 'from' ? undefined : upperEnd(all, low.next, before);
  if (from === undefined || tokenAt(all, low.next).lower === 'or') return undefined;
  const high = amountAt(all, tokenAt(all, from).lower === 'the' ? from + 1 : from);
  if (high?.numeral.ordinal !== true || compare(low.value, high.value) >= 0) return undefined;
  const fields = fieldsOf(high, undefined, undefined);
  fields.hardness = 'hard';
  return between(fields, low.value, high.value, high.next);
}

/** "a 75 -300mm lens": careless print of a range; "5 -3" and "2 -10 degrees" are two figures. */
function isLens(low: Amount, high: Amount): boolean {
  if (low.measure !== undefined || low.currency !== undefined || !low.numeral.digits) return false;
  return high.measure?.kind === 'measure' && !/^(?:degree|celsius|fahrenheit)$/.test(high.measure.unit ?? '');
}

/** Where the upper end of a range begins, whose lower end stops before `at`. */
function upperEnd(all: readonly Token[], at: number, before: string): number | undefined {
  const joint = tokenAt(all, at);
  const next = tokenAt(all, at + 1);
  if (joint.kind === 'sign' && hyphens.has(joint.text)) {
    // "5-to-10-minute".
    if (joint.glued && next.lower === 'to' && hyphens.has(tokenAt(all, at + 2).text)) return at + 3;
    // "a 6- to 8-week course", "5- or 6-year-olds": the hyphen waits for the noun.
    if (joint.glued && !next.glued && (next.lower === 'to' || next.lower === 'or')) return at + 2;
    return joint.text === '-' && joint.glued && !next.glued ? undefined : at + 1;
  }
  const said = joint.lower === 'to' || joint.lower === 'or' || (joint.lower === 'and' && before === 'between');
  return said ? at + 1 : undefined;
}

/** "a year or two", "a day or two": the unit stands with the one. */
function isOneOrTwo(low: Amount, high: Amount): boolean {
  const time = low.measure?.kind === 'duration' && low.value === '1' && !low.numeral.digits;
  return (
    time && high.measure === undefined && high.currency === undefined && high.value === '2' && !high.numeral.digits
  );
}
