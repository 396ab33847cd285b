import type { Bearings, Degrees, LanguagePack, Spans, Zones } from '../languages/pack.js';
import type { Roles } from '../languages/roles.js';
import type { Reading } from '../model/quantity.js';

/** A text with its figures read, as it is compared. */
export interface ReadText extends Reading {
  readonly text: string;
  /** The figures are a cell's under its header, which says more than the digits that stand there: 1,204.5 under ($M). */
  readonly headed?: true;
  /** How the text's language writes temperatures. */
  readonly degrees?: Degrees;
  /** The language's words for a clock's zone. */
  readonly zones?: Zones;
  /** How the language names points of the compass beside degrees, and writes ranges. */
  readonly bearings?: Bearings;
  readonly spans?: Spans;
  /** What follows a bare figure that may be of percentage points. */
  readonly points?: RegExp;
  /** Words beside a figure that say what it is to its sentence. */
  readonly roles?: Roles;
}

/** A text as it is compared: what was read in it, and what its language says of degrees, clocks and ranges. */
export function readText(text: string, { figures }: LanguagePack, reading: Reading = figures.read(text)): ReadText {
  const { degrees, zones, bearings, spans, points, roles } = figures;
  const { quantities, names } = reading;
  const read: { -readonly [Field in keyof ReadText]: ReadText[Field] } = { quantities, names, text };
  if (degrees !== undefined) read.degrees = degrees;
  if (zones !== undefined) read.zones = zones;
  if (bearings !== undefined) read.bearings = bearings;
  if (spans !== undefined) read.spans = spans;
  if (points !== undefined) read.points = points;
  if (roles !== undefined) read.roles = roles;
  return read;
}
