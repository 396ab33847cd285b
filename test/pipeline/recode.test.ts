import { describe, expect, it } from 'vitest';
import { type InlineCode, toTagged } from '../../src/model/inline.js';
import { recode } from '../../src/pipeline/recode.js';

const link = (id: number, value: string, start: number, end: number): InlineCode => ({
  id,
  type: 'link',
  value,
  kind: 'pc',
  start,
  end,
  open: '[',
  close: `](${value})`,
});
const span = (id: number, value: string, start: number): InlineCode => ({
  id,
  type: 'code',
  value,
  kind: 'ph',
  start,
  end: start + 1,
  raw: `\`${value}\``,
});

describe('recode', () => {
  it('tells codes by what they hold, not by their order', () => {
    const source = [link(1, '/a', 0, 1), span(2, 'x', 2), link(3, '/b', 4, 5)];
    const target = { text: 'B \uFFFC A', codes: [link(1, '/b', 0, 1), span(2, 'x', 2), link(3, '/a', 4, 5)] };
    expect(toTagged(recode(target, source)!)).toBe('<pc3>B</pc3> <ph2/> <pc1>A</pc1>');
  });

  it("tells images in the locale's own variant by their name", () => {
    const image = (id: number, value: string, start: number): InlineCode => ({
      id,
      type: 'image',
      value,
      kind: 'ph',
      start,
      end: start + 1,
      raw: `![](${value})`,
    });
    const source = [image(1, 'a.en.svg', 0), image(2, 'b.en.svg', 2)];
    const target = { text: '\uFFFC \uFFFC', codes: [image(1, 'b.ko.svg', 0), image(2, 'a.ko.svg', 2)] };
    const result = recode(target, source)!;
    expect(toTagged(result)).toBe('<ph2/> <ph1/>');
    expect(result.codes.map(({ value }) => value)).toEqual(['b.en.svg', 'a.en.svg']);
  });

  it('takes the address of the source when that changed', () => {
    const source = [link(1, '/new', 0, 1)];
    const result = recode({ text: 'A', codes: [link(1, '/old', 0, 1)] }, source);
    expect(result?.codes[0]).toMatchObject({ id: 1, value: '/new', close: '](/new)' });
  });

  it.each([
    ['a code was dropped', []],
    ['a code was added', [link(1, '/a', 0, 1), link(2, '/b', 1, 1)]],
    ['a code is of another type', [span(1, '/a', 0)]],
  ])('gives nothing when %s', (_, codes) => {
    expect(recode({ text: '\uFFFC', codes }, [link(1, '/a', 0, 1)])).toBeUndefined();
  });
});
