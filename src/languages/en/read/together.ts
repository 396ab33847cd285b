import { add, compare, type Decimal, multiply, negate } from '../../../model/decimal.js';
import { currencyParts } from '../../und/currencies.js';
import { unsay } from '../../und/placed.js';
import { type Amount, fieldsOf, type Said } from './amount.js';
import { halfMore, inSmaller, moneyTogether, unitsTogether } from './compound.js';
import { measured } from './phrase.js';
import { type Token, tokenAt } from './tokens.js';

const feet: ReadonlySet<string> = new Set("'’′");

/** 5'11", 6′2″. */
export function feetAndInches(tokens: readonly Token[], i: number, amount: Amount): Said | undefined {
  const mark = tokenAt(tokens, i + 1);
  const inches = tokenAt(tokens, i + 2);
  if (tokenAt(tokens, i).kind !== 'number' || !feet.has(mark.text) || !mark.glued) return undefined;
  // 5' 2" needs both marks.
  const closed = /^["”″]$/.test(tokenAt(tokens, i + 3).text) && tokenAt(tokens, i + 3).glued;
  if (!inches.glued && !closed) return undefined;
  if (inches.kind !== 'number' || compare(inches.value, '12') >= 0 || compare(amount.value, '9') > 0) return undefined;
  const end = tokenAt(tokens, i + 3);
  const next = /^["”″]$/.test(end.text) && end.glued ? i + 4 : i + 3;
  const value = add(multiply(amount.value, '12'), inches.value);
  return { fields: { kind: 'measure', value, unit: 'inch', hardness: 'hard' }, next };
}

/** "2 degrees below zero"; "5 above zero" says no zero of its own. */
export function belowZero(tokens: readonly Token[], amount: Amount): Said | undefined {
  const { measure, next } = amount;
  const side = tokenAt(tokens, next).lower;
  if ((side !== 'below' && side !== 'above') || tokenAt(tokens, next + 1).lower !== 'zero') return undefined;
  if (measure !== undefined && !/^(?:degree|celsius|fahrenheit)$/.test(measure.unit ?? '')) return undefined;
  const fields = fieldsOf(amount, measure ?? measured('measure', 'degree', next), undefined);
  if (side === 'below' && fields.value !== undefined) fields.value = negate(fields.value);
  return { fields, next: next + 2 };
}

/** One measure or price said in parts: "5 feet 2 inches", "3 dollars 50 cents", "an hour and a half". */
export function inParts(tokens: readonly Token[], amount: Amount): Said | undefined {
  const { value, numeral, measure, currency, next } = amount;
  if (numeral.ordinal || numeral.vague !== undefined) return undefined;
  const money = currency !== undefined || measure?.kind === 'money';
  // Few amounts go on in parts, so their fields are made once one is known to.
  const whole = (sum: Decimal) => {
    const fields = fieldsOf(amount, measure, currency);
    fields.value = sum;
    unsay(fields, 'precision');
    return fields;
  };
  if (money) {
    if (numeral.scale !== undefined || measure?.factor !== undefined || currencyParts.has(measure?.unit ?? ''))
      return undefined;
    const sum = moneyTogether(tokens, value, next);
    return sum === undefined ? undefined : { fields: whole(sum.value), next: sum.next };
  }
  const unit = measure?.unit;
  if (unit === undefined || (measure?.kind !== 'duration' && measure?.kind !== 'measure')) return undefined;
  const sum = halfMore(tokens, value, unit, next) ?? unitsTogether(tokens, value, unit, next);
  if (sum !== undefined) {
    const fields = whole(sum.value);
    if (sum.unit !== undefined) fields.unit = sum.unit;
    if (sum.digits) fields.hardness = 'hard';
    return { fields, next: sum.next };
  }
  const part = numeral.mixed || numeral.fraction !== undefined;
  if (!part || measure.kind !== 'duration') return undefined;
  const small = inSmaller(value, unit);
  if (small.unit === unit) return undefined;
  const fields = whole(small.value);
  fields.unit = small.unit;
  return { fields, next };
}
