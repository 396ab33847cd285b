import type { Quantity } from '../../../model/quantity.js';
import { placed } from '../../und/placed.js';
import { arrows, signs } from '../../und/signs.js';
import { ageAt, inTheir30s } from './age.js';
import { type Amount, amountAt, type Fields, fieldsOf, type Said } from './amount.js';
import { articleAmount } from './article.js';
import { directionOf, hedgeAfter, hedgeAfterNoun, hedgeBefore } from './hedges.js';
import { durationNouns } from './lexicon/units.js';
import { readMeasure } from './measure.js';
import { readName } from './names.js';
import { measured } from './phrase.js';
import { raceTime } from './race.js';
import { rangeAt } from './range.js';
import { ratioAt } from './ratio.js';
import { belowZero, feetAndInches, inParts } from './together.js';
import { type Token, tokenAt } from './tokens.js';
import {
  asMany,
  halves,
  insideName,
  isParty,
  isPronoun,
  numbered,
  pointedDecade,
  roman,
  teens,
  wordMultiplier,
} from './words.js';

/** What was read: a quantity, or tokens to pass over. */
export interface ReadFigure {
  readonly quantity?: Quantity;
  readonly next: number;
}

/** The figure that begins at token `i`. */
export function readFigure(tokens: readonly Token[], i: number, text: string): ReadFigure | undefined {
  const token = tokenAt(tokens, i);
  if (token.kind === 'word') {
    const plain = wordMultiplier(tokens, i);
    if (plain !== undefined) return made(tokens, i, plain.next, text, plain.fields);
    const place =
      numbered(tokens, i) ?? roman(tokens, i) ?? teens(tokens, i) ?? pointedDecade(tokens, i) ?? asMany(tokens, i);
    if (place !== undefined) return made(tokens, i, place.next, text, place.fields);
  }
  const amount = amountAt(tokens, i) ?? articleAmount(tokens, i);
  if (amount === undefined || (amount.numeral.whole?.length ?? 0) > 40) return undefined;
  if (isPronoun(tokens, i, amount) || isParty(tokens, amount)) return { next: amount.next };
  const tens = inTheir30s(tokens, i);
  if (tens !== undefined) return made(tokens, i, tens.next, text, tens.fields);
  const height = feetAndInches(tokens, i, amount);
  if (height !== undefined) return made(tokens, i, height.next, text, height.fields);
  const race = raceTime(tokens, i);
  if (race !== undefined) return made(tokens, i, race.next, text, race.fields);
  const ratio = ratioAt(tokens, amount);
  if (ratio !== undefined) return made(tokens, i, ratio.next, text, ratio.fields);
  // 5G, 3.14.2, 24/7, +1-222-2222: digits that turn out to be a name.
  const digitsAt = signs.has(token.text) ? i + 1 : i;
  if (
    amount.measure === undefined &&
    amount.currency === undefined &&
    amount.numeral.next === digitsAt + 1 &&
    tokenAt(tokens, digitsAt).kind === 'number' &&
    readName(tokens, digitsAt) !== undefined
  ) {
    return undefined;
  }
  const { measure, currency, next } = amount;
  const said = rangeAt(tokens, i, amount) ??
    ageAt(tokens, i, amount) ??
    belowZero(tokens, amount) ??
    inParts(tokens, amount) ??
    hedgedBefore(tokens, amount) ??
    sharedPercent(tokens, i, amount) ??
    timesPlace(tokens, amount) ?? { fields: fieldsOf(amount, measure, currency), next };
  return made(tokens, i, said.next, text, said.fields);
}

const hedging = new Set(['or', 'and', 'plus', 'odd', '+', '-']);

/** "12 or more months", "5+ years", "40-odd miles": the hedge stands between the number and what it counts. */
function hedgedBefore(tokens: readonly Token[], amount: Amount): Said | undefined {
  const { measure, currency, next } = amount;
  // "5-plus", "12 or", "10+": nothing else can be a hedge.
  const joint = measure === undefined && currency === undefined ? tokenAt(tokens, next).lower : '';
  const hedge = hedging.has(joint) ? hedgeAfter(tokens, next) : undefined;
  const own = hedge === undefined ? undefined : readMeasure(tokens, hedge[1]);
  if (hedge === undefined || own === undefined || own.next === hedge[1]) return undefined;
  const fields = fieldsOf(amount, own, undefined);
  fields.approximate = hedge[0];
  return { fields, next: own.next };
}

/** Kinds that go up and down. */
const moving: ReadonlySet<string> = new Set(['percent', 'percentage-point', 'money', 'number', 'multiplier']);

/** "its 100th day", "the 14th straight monthly gain": a place in a row of days or months, which other languages count as time. */
function timesPlace(tokens: readonly Token[], amount: Amount): Said | undefined {
  if (amount.numeral.ordinal !== true) return undefined;
  const { lower } = tokenAt(tokens, amount.next);
  const row = /^(?:straight|consecutive|successive|full|whole)$/.test(lower) ? 1 : 0;
  const noun = tokenAt(tokens, amount.next + row).lower;
  const unit = durationNouns.get(noun) ?? (row === 1 ? periods.get(noun) : undefined);
  if (unit === undefined || unit === 'second' || unit === 'century' || unit === 'decade') return undefined;
  const fields = fieldsOf(amount, undefined, undefined);
  fields.unit = unit;
  return { fields, next: amount.next };
}

const periods: ReadonlyMap<string, string> = new Map([
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['yearly', 'year'],
  ['annual', 'year'],
]);

/** "to 40 percent from 70", "from 70 to 40 percent": the percent is said once. */
function sharedPercent(tokens: readonly Token[], i: number, amount: Amount): Said | undefined {
  const { measure, currency, numeral, next } = amount;
  if (
    measure !== undefined ||
    currency !== undefined ||
    !numeral.digits ||
    numeral.ordinal ||
    numeral.scale !== undefined
  )
    return undefined;
  if (tokenAt(tokens, i - 1).lower !== 'from' || numeral.fraction !== undefined) return undefined;
  const isPercent = (at: number) => /^(?:%|percent|pct)$/.test(tokenAt(tokens, at).lower);
  const before = isPercent(i - 2) && tokenAt(tokens, next).kind !== 'word';
  const after =
    tokenAt(tokens, next).lower === 'to' && tokenAt(tokens, next + 1).kind === 'number' && isPercent(next + 2);
  if (!before && !after) return undefined;
  return { fields: fieldsOf(amount, measured('percent', undefined, next), undefined), next };
}

function made(tokens: readonly Token[], i: number, next: number, text: string, fields: Fields): ReadFigure {
  const start = tokenAt(tokens, i).start;
  const end = tokenAt(tokens, next - 1).end;
  const after = hedgeAfter(tokens, next);
  const approximate = after?.[0] ?? hedgeAfterNoun(tokens, next) ?? hedgeBefore(tokens, i, fields.kind);
  const directed = moving.has(fields.kind) && fields.vague === undefined && !fields.unit?.endsWith('-person');
  const direction = directed ? directionOf(tokens, i, next, fields.kind) : undefined;
  const arrow = arrows.get(tokenAt(tokens, i).text);
  const quantity = placed(fields, text, start, end);
  if (insideName(tokens, i, fields)) quantity.hardness = 'soft';
  else if (halves(tokens, i, next, fields)) quantity.hardness = 'hard';
  if (approximate !== undefined) quantity.approximate = approximate;
  const way = arrow ?? direction;
  if (way !== undefined) quantity.direction = way;
  return { quantity, next: after?.[1] ?? next };
}
