import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { near, relateUnits } from '../../src/quantities/dimension.js';
import { dateCovers, datesAgree } from '../../src/quantities/edtf.js';

const load = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;

describe('dates', () => {
  const cases = load<{ a: string; b: string; agree: boolean; covers: boolean }[]>('edtf.json');
  test.each(cases)('$a and $b', ({ a, b, agree, covers }) => {
    expect(datesAgree(a, b)).toBe(agree);
    expect(datesAgree(b, a)).toBe(agree);
    expect(dateCovers(a, b)).toBe(covers);
  });
});

describe('units', () => {
  const cases = load<{ a: [string, string]; b: [string, string]; relation: string }[]>('dimension.json');
  test.each(cases)('$a and $b', ({ a, b, relation }) => {
    expect(relateUnits(...a, ...b)).toBe(relation);
    expect(relateUnits(...b, ...a)).toBe(relation);
  });

  test('near is symmetric, and always holds for a value and itself', () => {
    const value = fc.integer({ min: 0, max: 1_000_000 }).map(String);
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(near(a, a, '0')).toBe(true);
        expect(near(a, b, '0.05')).toBe(near(b, a, '0.05'));
      }),
    );
  });
});
