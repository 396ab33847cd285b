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
