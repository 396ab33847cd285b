import { add, type Decimal, multiply, shift } from '../../../model/decimal.js';
import type { Cardinal } from './cardinal.js';
import { hyphen } from './cardinal.js';
import { ordinals, tensNumbers } from './lexicon/numerals.js';
import { type Numeral, numeralOf } from './phrase.js';
import { type Token, tokenAt } from './tokens.js';

function placeOf(value: Decimal, next: number, digits: boolean): Numeral {
  const place = numeralOf(value, next, digits);
  place.ordinal = true;
  return place;
}

/** "twenty-first", "one hundred twenty fifth", "two hundredth": an ordinal that ends a cardinal. */
export function ordinalAfter(tokens: readonly Token[], cardinal: Cardinal): Numeral | undefined {
  let at = cardinal.next;
  const dash = tokenAt(tokens, at);
  if (hyphen(tokens, at) || (dash.text === '-' && !dash.glued && cardinal.open === 'tens')) at++;
  else if (dash.lower === 'and' && (cardinal.open === 'hundred' || cardinal.open === 'scale')) at++;
  if (cardinal.value.includes('.')) return undefined;
  const value = endAt(tokens, at, cardinal);
  if (value === undefined) return undefined;
  return placeOf(value[0], value[1], cardinal.digits);
}

function endAt(tokens: readonly Token[], at: number, { open, value }: Cardinal): [Decimal, number] | undefined {
  const word = ordinals.get(tokenAt(tokens, at).lower);
  if (word !== undefined && word >= 100) return open === 'digits' ? undefined : [multiply(value, String(word)), at + 1];
  if (open === 'tens')
    return word !== undefined && word > 0 && word < 10 ? [add(value, String(word)), at + 1] : undefined;
  if (open !== 'hundred' && open !== 'scale') return undefined;
  if (word !== undefined) return [add(value, String(word)), at + 1];
  const ten = tensNumbers.get(tokenAt(tokens, at).lower);
  const unit =
    ten === undefined ? undefined : ordinals.get(tokenAt(tokens, hyphen(tokens, at + 1) ? at + 2 : at + 1).lower);
  return ten !== undefined && unit !== undefined && unit < 10
    ? [add(value, String(ten + unit)), hyphen(tokens, at + 1) ? at + 3 : at + 2]
    : undefined;
}

const timely = /^(?:a|per|each|every|split|one|half)$/;

/** "first", "third", "twentieth", "millionth"; "second" where it is no unit of time. */
export function ordinalWord(tokens: readonly Token[], i: number): Numeral | undefined {
  const word = tokenAt(tokens, i);
  const value = ordinals.get(word.lower);
  if (value === undefined) return undefined;
  if (word.lower === 'second') {
    const before = tokenAt(tokens, i - 1);
    const after = tokenAt(tokens, i + 1);
    // "a second chance" is an order, "a second", "per second" and "a second later" are time.
    if (before.kind === 'number' || (timely.test(before.lower) && !(before.lower === 'a' && ordinalNoun(after))))
      return undefined;
  }
  return placeOf(value < 1000 ? String(value) : powerOf(value), i + 1, false);
}

function ordinalNoun(token: Token): boolean {
  return (
    token.kind === 'word' &&
    !/^(?:later|ago|or|and|before|after|to|in|on|for|at|of|per|from|is|was|before)$/.test(token.lower)
  );
}

function powerOf(value: number): Decimal {
  return shift('1', String(value).length - 1);
}
