import { describe, expect, it } from 'vitest';
import { pairUnits } from '../../src/pipeline/pairing.js';

/** Shared words over all words: enough to try the pairing with. */
function likeness(a: string, b: string): number {
  const left = new Set(a.split(' '));
  const right = new Set(b.split(' '));
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(left.size, right.size);
}

describe('pairUnits', () => {
  it('keeps what did not change, whatever is inserted before it', () => {
    expect(pairUnits(['new', 'one', 'two'], ['one', 'two'], likeness)).toEqual([undefined, 0, 1]);
  });

  it('pairs a rewritten unit with the one that stood in its place', () => {
    expect(pairUnits(['one', 'completely other', 'three'], ['one', 'two', 'three'], likeness)).toEqual([0, 1, 2]);
  });

  it('pairs by likeness where units were inserted beside a rewritten one', () => {
    const before = ['head', 'Sales rose by 5% in May', 'tail'];
    const now = ['head', 'A new paragraph stands here', 'Sales rose by 6% in May', 'tail'];
    expect(pairUnits(now, before, likeness)).toEqual([0, undefined, 1, 2]);
  });

  it('does not pair units that have little in common', () => {
    expect(pairUnits(['head', 'x y', 'z', 'tail'], ['head', 'a b', 'tail'], likeness)).toEqual([
      0,
      undefined,
      undefined,
      2,
    ]);
  });
});
