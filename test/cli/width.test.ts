import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTable } from '../../src/cli/table.js';
import { clip, displayWidth, pad } from '../../src/cli/width.js';

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['한국어', 6],
    ['한a', 3],
    ['e\u0301', 1],
    ['\u001b[31mred\u001b[39m', 3],
    ['全角！', 6],
    ['', 0],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('clip and pad', () => {
  it('never exceed and never fall short of the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '한', '字', ' ') }),
        fc.integer({ min: 1, max: 20 }),
        (text, width) => {
          expect(displayWidth(clip(text, width))).toBeLessThanOrEqual(width);
          expect(displayWidth(pad(text, width, 'end'))).toBe(Math.max(width, displayWidth(text)));
        },
      ),
    );
  });
});

describe('formatTable', () => {
  it('lines Korean up with Latin', () => {
    const table = formatTable(
      [
        { title: '단위', align: 'right' },
        { title: 'file', align: 'left' },
      ],
      [
        ['7', 'a.md'],
        ['1234567', 'b.md'],
      ],
    );
    expect(table.split('\n')).toEqual(['   단위  file', '      7  a.md', '1234567  b.md']);
  });
});
