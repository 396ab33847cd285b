const wide = /[\u1100-\u115F\u2E80-\u9FFF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFF01-\uFF60]/g;

/** How wide a text is, in Latin letters: the one measure in which a text and its translation are about as long. */
export function width(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}
