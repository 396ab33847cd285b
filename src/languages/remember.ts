/**
 * A reader that remembers what it read last. An article's text is read to render its figures, to judge an engine's
 * answer, and by several checks; reading is pure, so it is read once. Texts above `longest` are read anew: they are rare,
 * and holding them would cost more than reading. Two generations of readings are held: the younger, and the one before it.
 */
export function remembering<T>(read: (text: string) => T, longest = 2000, generation = 2000): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return read(text);
    let reading = young.get(text);
    if (reading !== undefined) return reading;
    reading = old.get(text) ?? read(text);
    if (young.size >= generation) {
      old = young;
      young = new Map();
    }
    young.set(text, reading);
    return reading;
  };
}

/** Up to this length a text is a figure, a cell or a label, which many passages share. */
const brief = 32;

/** A reader that remembers short texts apart from passages, which would push them out: 2027년 is read in every article. */
export function rememberingApart<T>(read: (text: string) => T): (text: string) => T {
  const short = remembering(read, brief, 1000);
  const long = remembering(read);
  return (text) => (text.length <= brief ? short(text) : long(text));
}
