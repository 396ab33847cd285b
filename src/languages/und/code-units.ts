const { charCodeAt } = String.prototype;

/**
 * The UTF-16 unit at an offset, which must lie inside of the text: for loops that look at every character. Texts come as
 * slices, joins and keys, each of which the compiler takes for another type: asked as `text.charCodeAt(at)`, with its
 * method looked up again for each character, a mixture of them is read five times as slowly. A single look beyond an end
 * makes all looks as slow again.
 */
export function codeAt(text: string, at: number): number {
  return charCodeAt.call(text, at);
}

/** A set of characters, asked by their UTF-16 units; NaN, which is read beyond a text, is in none. */
export interface Units {
  has(code: number): boolean;
}

/** How many sets share a table. */
const sets = 32;
let shared = new Int32Array(0x10000);
let used = 0;

/**
 * Characters as UTF-16 units. A syllable taken out of a text is a new string, which is hashed before it is looked up; its
 * unit needs one look into an array, the same for all sets, of which each has a bit.
 */
export function unitsOf(characters: Iterable<string>): Units {
  if (used > 0 && used % sets === 0) shared = new Int32Array(0x10000);
  const table = shared;
  const bit = 1 << (used++ % sets);
  for (const character of characters) table[character.charCodeAt(0)]! |= bit;
  return { has: (code) => (table[code | 0]! & bit) !== 0 };
}
