import { type Decimal, multiply } from '../../../model/decimal.js';
import { type Building, fieldsFor } from '../../und/placed.js';
import type { Fields, Found } from './amount.js';
import type { Numeral } from './numeral.js';

/** Values that translations say in other words or leave out: half, one, both. */
const few: ReadonlySet<Decimal> = new Set(['0', '0.5', '1', '2', '-0.5', '-1', '-2']);

/** What an amount says, as the fields of a quantity. `value` is the numeral's with its sign; a range has none. */
export function fieldsOf(
  numeral: Numeral,
  value: Decimal | undefined,
  found: Found | undefined,
  currency: string | undefined,
): Building<Fields> {
  const kind =
    currency !== undefined
      ? 'money'
      : (found?.counter.kind ?? (numeral.fraction !== undefined ? 'fraction' : 'number'));
  const unit = currency ?? found?.counter.unit;
  const weighty = numeral.script === 'digits' || kind === 'money' || kind === 'percent' || kind === 'percentage-point';
  const alone = numeral.script === 'native' && found === undefined && currency === undefined;
  const soft =
    !weighty &&
    (alone || numeral.vague !== undefined || numeral.fraction !== undefined || (value !== undefined && few.has(value)));
  const hardness = soft ? 'soft' : 'hard';
  const { about, vague, precision, fraction } = numeral;
  const fields = fieldsFor(kind, hardness);
  if (unit !== undefined) fields.unit = unit;
  if (about) fields.approximate = 'about';
  if (vague !== undefined) {
    fields.vague = true;
    fields.magnitude = vague;
    return fields;
  }
  if (value !== undefined) fields.value = applied(value, found);
  if (precision !== undefined && precision > 0) fields.precision = precision;
  if (fraction !== undefined) [fields.numerator, fields.denominator] = fraction;
  return fields;
}

/** A value in the unit that its counter is a part of: 50센트 are 0.5 dollars. */
export function applied(value: Decimal, found: Found | undefined): Decimal {
  return found?.counter.factor === undefined ? value : multiply(value, found.counter.factor);
}
