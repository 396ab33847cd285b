import type { Block, BlockKind } from '../model/article.js';
import type { Aligned } from './align.js';
import type { Features } from './features.js';

/** A block as these rules look at it. */
interface Item {
  readonly block: Block;
  readonly depth: number;
  readonly features: Features;
  readonly codes: readonly string[];
}

/** Kinds that hold running text. */
export const running: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'blockquote']);

/** Whether a block without a counterpart was joined to another, which grew by it: nothing is lost then. */
export function isJoined(pairs: readonly Aligned<Item>[], index: number, item: Item): boolean {
  return isLengthened(pairs, index, item) || isHeld(pairs, index, item);
}

/** Whether a neighbour's counterpart is so long that it holds this block's text too. */
function isLengthened(pairs: readonly Aligned<Item>[], index: number, item: Item): boolean {
  if (item.block.kind !== 'paragraph' && item.block.kind !== 'blockquote') return false;
  return [index - 1, index + 1].some((at) => {
    const [a, b] = pairs[at] ?? [null, null];
    if (a === null || b === null || a.block.kind !== item.block.kind) return false;
    const expected = a.features.length * 0.55;
    return b.features.length > expected + item.features.length * 0.35 && item.features.length > 0;
  });
}

/** How far a sentence moves that is joined to another block: over the nested list that it stood behind. */
const nearby = 5;

/**
 * Whether the codes of a block – an address, a name in code – came into a block near it that its counterpart has not:
 * "See [tracing](…)." became the last sentence of the paragraph before, of whatever kind that is.
 */
function isHeld(pairs: readonly Aligned<Item>[], index: number, { block, codes }: Item): boolean {
  const values = codes.filter((value) => value !== '');
  if (values.length === 0 || !running.has(block.kind)) return false;
  const count = (all: readonly string[], value: string) => all.filter((one) => one === value).length;
  return pairs.slice(Math.max(0, index - nearby), index + nearby + 1).some(([a, b]) => {
    if (a === null || b === null || !running.has(b.block.kind)) return false;
    return values.every((value) => count(b.codes, value) >= count(a.codes, value) + count(values, value));
  });
}

/** Whether only the frame of a quotation is gone: all that stood in it found its counterpart. */
export function isFrame(pairs: readonly Aligned<Item>[], index: number, { block, depth }: Item): boolean {
  if (block.kind !== 'blockquote') return false;
  let inside = 0;
  for (let at = index + 1; at < pairs.length; at++) {
    const [a, b] = pairs[at]!;
    if (a === null) continue;
    if (a.depth <= depth) break;
    if (b === null) return false;
    inside++;
  }
  return inside > 0;
}
