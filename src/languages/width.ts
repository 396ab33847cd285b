/** First and last of the characters that are as wide as two Latin letters. */
const wide: readonly (readonly [number, number])[] = [
  [0xac00, 0xd7a3],
  [0x2e80, 0x9fff],
  [0x1100, 0x115f],
  [0xa960, 0xa97f],
  [0xf900, 0xfaff],
  [0xff01, 0xff60],
];

/** How wide a text is, in Latin letters: the one measure in which a text and its translation are about as long. */
export function width(text: string): number {
  let sum = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x1100 && wide.some(([first, last]) => first <= code && code <= last)) sum++;
  }
  return sum;
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
