/**
 * Signs that answer for a word in a table's cell, by what they say. Within a class a translator may choose another; from
 * one class to another the answer changes.
 */
const classes: readonly (readonly [string, string])[] = [
  ['yes', '✓✔✅☑🗸⭕○◯●'],
  ['no', '✗✘✕✖❌❎☒×'],
  ['none', '-–—―−‐‑'],
  ['more', '↑▲△⬆🔺'],
  ['less', '↓▼▽⬇🔻'],
];

const named = new Map(classes.flatMap(([name, signs]) => [...signs].map((sign): [string, string] => [sign, name])));

/** What a text that is nothing but signs says: the classes of its signs in order; `undefined` for any other text. */
export function signsOf(text: string): string | undefined {
  const found: string[] = [];
  for (const sign of text) {
    const name = named.get(sign);
    if (name === undefined) {
      // Variation selectors and spaces change nothing.
      if (/[\uFE0E\uFE0F\s]/.test(sign)) continue;
      return undefined;
    }
    if (found.at(-1) !== name) found.push(name);
  }
  return found.length === 0 ? undefined : found.join(' ');
}
