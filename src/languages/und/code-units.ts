const { charCodeAt } = String.prototype;

/**
 * The UTF-16 unit at an offset, NaN outside of the text. Texts come as slices, joins and names of keys, each of which the
 * compiler takes for another type: asked as `text.charCodeAt(at)`, with its method looked up again for each character, a
 * mixture of them is read five times as slowly.
 */
export function codeAt(text: string, at: number): number {
  return charCodeAt.call(text, at);
}
