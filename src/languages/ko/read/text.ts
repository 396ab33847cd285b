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

/** What characters are worth, small numbers, asked by their UTF-16 units; `none` for all others. */
export function valuesOf(values: ReadonlyMap<string, number>, none: number): (code: number) => number {
  const table = new Int8Array(0x10000).fill(none);
  for (const [character, value] of values) table[character.charCodeAt(0)] = value;
  return (code) => table[code | 0]!;
}

/** Words with what they mean, by their first UTF-16 unit, the longest first, so that 개월 is tried before 개. */
export type Words<T> = ReadonlyMap<number, readonly (readonly [word: string, meaning: T])[]>;

/** A table of words; of a word that comes twice the first meaning holds. */
export function wordsOf<T>(entries: Iterable<readonly [string, T]>): Words<T> {
  const meanings = new Map<string, T>();
  for (const [word, meaning] of entries) if (!meanings.has(word)) meanings.set(word, meaning);
  const byFirst = new Map<number, (readonly [string, T])[]>();
  for (const entry of meanings) {
    const first = entry[0].charCodeAt(0);
    const list = byFirst.get(first);
    if (list === undefined) byFirst.set(first, [entry]);
    else list.push(entry);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);
  return byFirst;
}

/** Whether a word, whose first character is known to stand at `at`, stands there. */
export function goesOn(text: string, at: number, word: string): boolean {
  if (at + word.length > text.length) return false;
  for (let i = 1; i < word.length; i++) if (text.charCodeAt(at + i) !== word.charCodeAt(i)) return false;
  return true;
}

/** The longest of `words` that stands at `at`: what it means, and its end. */
export function longest<T>(text: string, at: number, words: Words<T>): readonly [T, number] | undefined {
  const list = words.get(text.charCodeAt(at));
  if (list === undefined) return undefined;
  for (const entry of list) if (goesOn(text, at, entry[0])) return [entry[1], at + entry[0].length];
  return undefined;
}

/** The value of up to nine ASCII digits: `Number` looks a piece of a text up by its hash. */
export function smallNumber(digits: string): number {
  let n = 0;
  for (let at = 0; at < digits.length; at++) n = n * 10 + digits.charCodeAt(at) - 48;
  return n;
}

/** Spaces within a line, as UTF-16 units: the commonest question of all, so no expression is run for it. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x3000;
}

/** The offset after at most one space. */
export function skipSpace(text: string, at: number): number {
  return isSpace(text.charCodeAt(at)) ? at + 1 : at;
}

/** The offset after all spaces, at most four. */
export function skipSpaces(text: string, at: number): number {
  let next = at;
  while (next < at + 4 && isSpace(text.charCodeAt(next))) next++;
  return next;
}
