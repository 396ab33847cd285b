import { gaps, matchSequences } from '../../pipeline/sequence.js';

/** A stretch of text that two versions share, or that one of them has. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A word with the space before it, or a single sign; an inline code is never taken apart. */
const piece = /\s*(?:<\/?(?:pc|ph)\d{1,4}\/?>|&(?:amp|lt|gt);|[\p{L}\p{M}\p{N}]+|[^\s])|\s+/gu;

/** What changed from one text to another, word by word, in the order that they are read in. Near-linear in length. */
export function differences(before: string, after: string): readonly Stretch[] {
  const a = before.match(piece) ?? [];
  const b = after.match(piece) ?? [];
  const same = matchSequences(a, b);
  const stretches: Stretch[] = [];
  const add = (kind: Stretch['kind'], text: string) => {
    if (text === '') return;
    const last = stretches.at(-1);
    if (last?.kind === kind) stretches[stretches.length - 1] = { kind, text: last.text + text };
    else stretches.push({ kind, text });
  };
  let at = 0;
  for (const [a0, a1, b0, b1] of gaps(same, a.length, b.length)) {
    add('same', b.slice(at, b0).join(''));
    add('removed', a.slice(a0, a1).join(''));
    add('added', b.slice(b0, b1).join(''));
    at = b1;
  }
  add('same', b.slice(at).join(''));
  return stretches;
}
