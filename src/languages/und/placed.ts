import type { Quantity } from '../../model/quantity.js';

/** A quantity before its place in the text is known. */
export type Fields = Omit<Quantity, 'text' | 'start' | 'end'>;

/** A quantity while it is being built. Fields are set one by one: spreading costs more than all the reading before. */
export type Building<T> = { -readonly [Field in keyof T]: T[Field] };

/**
 * Fields to fill in. All that a quantity may have are there from the start, without a value: quantities of one shape are
 * compared five times as fast as quantities whose fields came in another order each.
 */
export function fieldsFor(kind: Quantity['kind'], hardness: Quantity['hardness']): Building<Fields> {
  const fields: Record<keyof Quantity, unknown> = {
    kind,
    value: undefined,
    min: undefined,
    max: undefined,
    unit: undefined,
    vague: undefined,
    magnitude: undefined,
    approximate: undefined,
    numerator: undefined,
    denominator: undefined,
    terms: undefined,
    dayPeriod: undefined,
    part: undefined,
    weekday: undefined,
    direction: undefined,
    hardness,
    precision: undefined,
    text: '',
    start: -1,
    end: -1,
  };
  return fields as Building<Fields>;
}

/** Takes back what was said of one number where two are read together: a range has no value of its own. */
export function unsay(fields: Fields, field: 'value' | 'precision' | 'numerator' | 'denominator'): void {
  (fields as Record<keyof Fields, unknown>)[field] = undefined;
}

/** Fields that were written out one by one, in the shape of all others. */
function shaped(fields: Fields): Building<Quantity> {
  const out = fieldsFor(fields.kind, fields.hardness) as Record<keyof Quantity, unknown>;
  out.value = fields.value;
  out.min = fields.min;
  out.max = fields.max;
  out.unit = fields.unit;
  out.vague = fields.vague;
  out.magnitude = fields.magnitude;
  out.approximate = fields.approximate;
  out.numerator = fields.numerator;
  out.denominator = fields.denominator;
  out.terms = fields.terms;
  out.dayPeriod = fields.dayPeriod;
  out.part = fields.part;
  out.weekday = fields.weekday;
  out.direction = fields.direction;
  out.precision = fields.precision;
  return out as Building<Quantity>;
}

/** The fields of a figure, which the caller gives away, as a quantity that stands from `start` to `end`. */
export function placed(fields: Fields, text: string, start: number, end: number): Building<Quantity> {
  const quantity = 'start' in fields ? (fields as Building<Quantity>) : shaped(fields);
  quantity.text = text.slice(start, end);
  quantity.start = start;
  quantity.end = end;
  return quantity;
}

/** What a date or a time of day says. */
export type Dated = Pick<Quantity, 'value' | 'min' | 'max' | 'dayPeriod' | 'unit' | 'part' | 'weekday'>;

/** The fields of a date or time, as a quantity has them. */
export function datedFields(kind: 'date' | 'time', said: Dated, hardness: Quantity['hardness']): Fields {
  const fields = fieldsFor(kind, hardness) as Record<keyof Dated, unknown>;
  fields.value = said.value;
  fields.min = said.min;
  fields.max = said.max;
  fields.dayPeriod = said.dayPeriod;
  fields.unit = said.unit;
  fields.part = said.part;
  fields.weekday = said.weekday;
  return fields as Fields;
}
