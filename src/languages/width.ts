const wide = /[\u1100-\u115F\u2E80-\u9FFF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFF01-\uFF60]/g;

/** How wide a text is, in Latin letters: the one measure in which a text and its translation are about as long. */
export function width(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

/** How wide the same content is in a script, in Latin letters (measured on professional translations of news and web pages). */
const typical: Readonly<Record<string, number>> = { Hang: 0.88, Latn: 1 };

/** A translation's width over what is usual for its source; 1 is as long as translations are. */
export function relativeWidth(
  source: { readonly text: string; readonly scripts: readonly string[] },
  target: { readonly text: string; readonly scripts: readonly string[] },
): number {
  const factor = ({ scripts }: { readonly scripts: readonly string[] }) => typical[scripts[0] ?? ''] ?? 1;
  return width(target.text) / Math.max(1, width(source.text)) / (factor(target) / factor(source));
}
