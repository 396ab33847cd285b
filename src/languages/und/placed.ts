import type { Quantity } from '../../model/quantity.js';

/** A quantity before its place in the text is known. */
export type Fields = Omit<Quantity, 'text' | 'start' | 'end'>;

/** A quantity while it is being built. Fields are set one by one: spreading costs more than all the reading before. */
export type Building<T> = { -readonly [Field in keyof T]: T[Field] };

/** The fields of a figure, which the caller gives away, as a quantity that stands from `start` to `end`. */
export function placed(fields: Fields, text: string, start: number, end: number): Building<Quantity> {
  const quantity = fields as Building<Quantity>;
  quantity.text = text.slice(start, end);
  quantity.start = start;
  quantity.end = end;
  return quantity;
}

/** What a date or a time of day says. */
export type Dated = Pick<Quantity, 'value' | 'min' | 'max' | 'dayPeriod' | 'unit' | 'part' | 'weekday'>;

/** The fields of a date or time, as a quantity has them. */
export function datedFields(kind: 'date' | 'time', said: Dated, hardness: Quantity['hardness']): Fields {
  const { value, min, max, dayPeriod, unit, part, weekday } = said;
  const fields = { kind } as Building<Fields>;
  if (value !== undefined) fields.value = value;
  if (min !== undefined) fields.min = min;
  if (max !== undefined) fields.max = max;
  if (dayPeriod !== undefined) fields.dayPeriod = dayPeriod;
  if (unit !== undefined) fields.unit = unit;
  if (part !== undefined) fields.part = part;
  if (weekday !== undefined) fields.weekday = weekday;
  fields.hardness = hardness;
  return fields;
}
