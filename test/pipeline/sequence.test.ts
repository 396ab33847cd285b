import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaps, matchSequences } from '../../src/pipeline/sequence.js';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 30 });

describe('matchSequences', () => {
  it('matches equal entries only, rising in both sequences', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const matches = matchSequences(a, b);
        matches.forEach(([i, j], index) => {
          expect(a[i]).toBe(b[j]);
          const before = matches[index - 1];
          if (before) expect(before[0] < i && before[1] < j).toBe(true);
        });
      }),
    );
  });

  it('covers both sequences together with its gaps', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const matches = matchSequences(a, b);
        const between = gaps(matches, a.length, b.length);
        expect(matches.length + between.reduce((sum, [a0, a1]) => sum + a1 - a0, 0)).toBe(a.length);
        expect(matches.length + between.reduce((sum, [, , b0, b1]) => sum + b1 - b0, 0)).toBe(b.length);
      }),
    );
  });

  it('finds all of a sequence in itself with one entry inserted, removed or changed', () => {
    const unique = fc.uniqueArray(fc.nat(1000), { minLength: 2, maxLength: 60 }).map((list) => list.map(String));
    fc.assert(
      fc.property(unique, fc.nat(), (list, at) => {
        const place = at % list.length;
        expect(matchSequences(list, list.toSpliced(place, 0, 'new'))).toHaveLength(list.length);
        expect(matchSequences(list, list.toSpliced(place, 1))).toHaveLength(list.length - 1);
        expect(matchSequences(list, list.with(place, 'new'))).toHaveLength(list.length - 1);
      }),
    );
  });
});
