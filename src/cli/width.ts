/**
 * How many terminal columns a text takes: East Asian wide characters take two (UAX #11, classes W and F; the ranges are
 * those of Hangul, kana, ideographs, full-width forms and emoji), combining marks and terminal styles take none.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(styles, '')) width += zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** `text` cut to `columns`, with an ellipsis where something was cut. */
export function clip(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let width = 0;
  let out = '';
  for (const character of text) {
    width += displayWidth(character);
    if (width > columns - 1) break;
    out += character;
  }
  return `${out}…`;
}

/** `text` filled with spaces to `columns`. */
export function pad(text: string, columns: number, side: 'start' | 'end'): string {
  const fill = ' '.repeat(Math.max(0, columns - displayWidth(text)));
  return side === 'start' ? fill + text : text + fill;
}

// biome-ignore lint/complexity/useRegexLiterals: the escape character reads better in a string
const styles = new RegExp('\u001b\\[[0-9;]*m', 'g');
const zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]$/u;
