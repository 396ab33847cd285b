import type { Quantity } from '../../../model/quantity.js';
import { type Building, placed } from '../../und/placed.js';
import { arrows } from '../../und/signs.js';
import { allowedAlone } from './alone.js';
import type { Fields } from './amount.js';
import { amountAt } from './counted.js';
import { applied, fieldsOf } from './fields.js';
import { rateInTenths } from './fractions.js';
import { halfOf } from './halves.js';
import { directionAfter, hedgeAfter, hedgeBefore } from './hedges.js';
import { firstOf, ordinalPrefix } from './places.js';
import { rangeAt } from './range.js';
import { ageDecade, ageDecades, ratioAt } from './ratio.js';
import { isHangul } from './text.js';

/** A figure with the hedge around it. */
export interface ReadFigure {
  readonly quantity: Quantity;
  /** Where to go on: after the hedge that was taken with it. */
  readonly end: number;
}

/** The figure that begins at `at` with a digit, a sign, a currency or a numeral in Hangul. */
export function readFigure(text: string, at: number): ReadFigure | undefined {
  if (isHangul(text.charCodeAt(at))) {
    // "once more" counts nothing.
    if (text[at] === '한' && /^한\s?번\s?더(?![가-힣])/.test(text.slice(at, at + 6))) return undefined;
    const place = ordinalPrefix(text, at) ?? firstOf(text, at) ?? halfOf(text, at);
    if (place !== undefined) return made(text, at, place.end, place.fields);
  }
  const tenths = rateInTenths(text, at);
  if (tenths !== undefined)
    return made(text, at, tenths.end, { kind: 'number', value: tenths.value, hardness: 'hard' });
  const amount = amountAt(text, at);
  if (amount === undefined) return undefined;
  const ratio = ratioAt(text, amount);
  if (ratio !== undefined) return made(text, at, ratio.end, ratio.fields);
  const range = rangeAt(text, amount);
  if (range !== undefined) return made(text, at, range.end, ageDecades(text, at, range) ?? range.fields);
  const decade = ageDecade(text, at, amount);
  if (decade !== undefined) return made(text, at, amount.end, decade);
  const { numeral, value, found, currency, end } = amount;
  if (numeral.upper !== undefined) {
    // 사오라고 is "bring"; 한둘 needs no counter.
    if (numeral.script === 'sino' && found === undefined) return undefined;
    const fields = fieldsOf(numeral, undefined, found, currency);
    fields.min = applied(numeral.value, found);
    fields.max = applied(numeral.upper, found);
    fields.hardness = 'soft';
    return made(text, at, end, fields);
  }
  if (currency === undefined && found === undefined && numeral.script !== 'digits' && !allowedAlone(text, amount))
    return undefined;
  return made(text, at, end, fieldsOf(numeral, value, found, currency));
}

/** What follows the one of a rate. */
const perUnit = /^(?:당(?![가-힣])|에\s(?:약\s|최대\s|평균\s|무려\s)?[\d$€£¥₩])/;

/** Kinds that go up and down. */
const moving: ReadonlySet<string> = new Set(['percent', 'percentage-point', 'money', 'number', 'multiplier']);

/** The figure in its place, made of its fields, with what the words around it say of it. */
function made(text: string, start: number, end: number, fields: Fields): ReadFigure {
  const inner = fields.approximate;
  const after = hedgeAfter(text, end);
  const approximate = after?.[0] ?? inner ?? hedgeBefore(text, start);
  const directed = moving.has(fields.kind) && fields.vague === undefined;
  const arrow = arrows.get(text[start] ?? '');
  const direction = arrow ?? (directed ? directionAfter(text, end + (after?.[1] ?? 0)) : undefined);
  const said: Building<Fields> = fields;
  const one = fields.value === '1' && fields.unit !== undefined && /^(?:measure|number|duration)$/.test(fields.kind);
  // 1인당, 1km에 2달러: "per head", "a kilometer" say one without a figure.
  if (one && perUnit.test(text.slice(end, end + 12))) said.hardness = 'soft';
  if (approximate !== undefined) said.approximate = approximate;
  if (direction !== undefined) said.direction = direction;
  return { quantity: placed(said, text, start, end), end: end + (after?.[1] ?? 0) };
}
