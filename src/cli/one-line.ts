/**
 * A text that stays on its line and says what it seems to: line ends, escape sequences of terminals and marks that turn
 * the direction of writing are shown instead of obeyed.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+\s*/g, ' ⏎ ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (mark) => `\\u{${mark.codePointAt(0)!.toString(16)}}`);
}
