import type { Degrees, LanguagePack, Zones } from '../languages/pack.js';
import type { Reading } from '../model/quantity.js';

/** A text with its figures read, as it is compared. */
export interface ReadText extends Reading {
  readonly text: string;
  /** How the text's language writes temperatures. */
  readonly degrees?: Degrees;
  /** The language's words for a clock's zone. */
  readonly zones?: Zones;
}

/** A text as it is compared: what was read in it, and what its language says of degrees and clocks. */
export function readText(text: string, { figures }: LanguagePack, reading: Reading = figures.read(text)): ReadText {
  const { degrees, zones } = figures;
  const { quantities, names } = reading;
  return { quantities, names, text, ...(degrees && { degrees }), ...(zones && { zones }) };
}
