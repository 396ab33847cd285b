import type { Block } from '../model/article.js';
import type { Aligned } from './align.js';
import { type Features, proportion, sharedTokens } from './features.js';

/** A block with what its text keeps in any language. */
interface Item {
  readonly block: Block;
  readonly features: Features;
}

/** Whether a block that found no counterpart in its place is one that stands elsewhere: what the shorter holds, both hold. */
export function isMoved(a: Item, b: Item): boolean {
  return fewestTokens(a, b) >= 2 && isAlike(a, b);
}

/** Blocks and where they stand, and the one without a counterpart by which that is known. */
interface Moves<T> {
  readonly moves: readonly (readonly [T, T])[];
  readonly extra: T;
}

/** Paragraphs that each moved before the code behind them: more of them in a row is another page. */
const longest = 8;

/**
 * Where a block stands that changed places with its one neighbour: a sentence before the code that it stood behind. Two
 * blocks without a word in common are then one block all the same, if nothing says otherwise. Where what stands there was
 * taken for the counterpart of another, that one is beside it or moved the same way.
 */
export function passedNeighbour<T extends Item>(pairs: readonly Aligned<T>[], index: number): Moves<T> | undefined {
  const item = pairs[index]?.[0];
  return item == null ? undefined : (chain(pairs, index, item, -1) ?? chain(pairs, index, item, 1));
}

function chain<T extends Item>(
  pairs: readonly Aligned<T>[],
  index: number,
  item: T,
  step: 1 | -1,
  left = longest,
): Moves<T> | undefined {
  const at = (distance: number) => pairs[index + distance * step] ?? ([null, null] as const);
  const [neighbour, opposite] = at(1);
  const [other, here] = at(2);
  if (left === 0 || neighbour === null || opposite === null || neighbour.block.kind === item.block.kind)
    return undefined;
  if (here === null || !isAlike(item, here)) return undefined;
  const move = [item, here] as const;
  if (other === null) return { moves: [move], extra: here };
  if (sharedTokens(other.features, here.features) > 0) return undefined;
  const [behind, extra] = at(3);
  if (behind === null && extra !== null && isAlike(other, extra)) return { moves: [move], extra };
  const rest = chain(pairs, index + 2 * step, other, step, left - 1);
  return rest === undefined ? undefined : { ...rest, moves: [move, ...rest.moves] };
}

function isAlike(a: Item, b: Item): boolean {
  return (
    a.block.kind === b.block.kind &&
    sharedTokens(a.features, b.features) >= 0.75 * fewestTokens(a, b) &&
    proportion(a.features, b.features) > 0.7
  );
}

const fewestTokens = (a: Item, b: Item) => Math.min(a.features.tokens.length, b.features.tokens.length);
