import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolate } from '../../src/pipeline/isolate.js';

describe('isolate', () => {
  it('names exactly the items that offend alone', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (offends) => {
        const items = offends.map((bad, id) => ({ id, bad }));
        expect(isolate(items, (some) => !some.some(({ bad }) => bad))).toEqual(items.filter(({ bad }) => bad));
      }),
    );
  });

  it('names all that offend only together', () => {
    expect(isolate(['a', 'b', 'c', 'd'], (some) => !(some.includes('b') && some.includes('c')))).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('takes few trials for few offenders', () => {
    let trials = 0;
    isolate([...Array(1024).keys()], (some) => {
      trials++;
      return !some.includes(700);
    });
    expect(trials).toBeLessThan(25);
  });
});
