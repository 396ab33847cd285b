/** Whether a UTF-16 unit is a Hangul syllable. */
export function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

export function isLatin(code: number): boolean {
  return (
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a)
  );
}

/**
 * Characters as UTF-16 units. A syllable taken out of a text is a new string, which is hashed before it is looked up; its
 * unit need not be.
 */
export function unitsOf(characters: Iterable<string>): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

/** The longest of `words` that stands at `at`, looked up by length. */
export function longest<T>(
  text: string,
  at: number,
  words: ReadonlyMap<string, T>,
  most: number,
): readonly [T, number] | undefined {
  for (let length = Math.min(most, text.length - at); length > 0; length--) {
    const found = words.get(text.slice(at, at + length));
    if (found !== undefined) return [found, at + length];
  }
  return undefined;
}

/** Spaces within a line, as UTF-16 units: the commonest question of all, so no expression is run for it. */
function isSpaceCode(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x3000;
}

/** Whether a character is a space within a line. */
export function isSpace(char: string | undefined): boolean {
  return char !== undefined && isSpaceCode(char.charCodeAt(0));
}

/** The offset after at most one space. */
export function skipSpace(text: string, at: number): number {
  return isSpaceCode(text.charCodeAt(at)) ? at + 1 : at;
}

/** The offset after all spaces, at most four. */
export function skipSpaces(text: string, at: number): number {
  let next = at;
  while (next < at + 4 && isSpaceCode(text.charCodeAt(next))) next++;
  return next;
}
