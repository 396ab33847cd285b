import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../../src/languages/en/index.js';
import type { FigureStyle } from '../../../src/languages/pack.js';
import type { Quantity } from '../../../src/model/quantity.js';
import { same } from '../../../src/quantities/same.js';
import { kinds, quantityOf } from '../quantities.js';

/** A quantity and its forms: in running text, in a table cell, and where it begins a sentence. */
interface Case {
  readonly is: Parameters<typeof quantityOf>[0];
  readonly style?: FigureStyle;
  readonly prose: string;
  readonly cell: string;
  readonly opening: string;
}

const cases = JSON.parse(readFileSync(new URL('render.json', import.meta.url), 'utf8')) as Case[];
const { render, read } = en.figures;

describe('forms', () => {
  test.each(cases)('$prose, $opening', ({ is, style = {}, prose, cell, opening }) => {
    const quantity = quantityOf(is);
    expect(render(quantity, { place: 'prose', style })).toBe(prose);
    expect(render(quantity, { place: 'cell', style })).toBe(cell);
    expect(render(quantity, { place: 'prose', style, begins: true })).toBe(opening);
  });

  test('a cell or a heading is no sentence', () => {
    const forty = quantityOf({ kind: 'percent', value: '40' });
    for (const place of ['cell', 'heading'] as const) expect(render(forty, { place, begins: true })).toBe('40%');
  });

  test('a hedge opens the sentence in place of the figure', () => {
    const about: Quantity = { ...quantityOf({ kind: 'percent', value: '40' }), approximate: 'about' };
    expect(render(about, { place: 'prose', begins: true, hedged: true })).toBe('About 40%');
  });
});

describe('what opens a sentence reads back, as do shortened months', () => {
  test.each(Object.keys(kinds))('%s', (kind) => {
    fc.assert(
      fc.property(kinds[kind]!, fc.constantFrom<FigureStyle>({}, { month: 'short' }), (fields, style) => {
        const quantity = quantityOf(fields);
        const text = render(quantity, { place: 'prose', begins: true, style });
        const found = read(text).quantities;
        expect(found, text).toHaveLength(1);
        expect(same(quantity, found[0]!), text).toBeDefined();
        expect(text).toBe(text[0]!.toUpperCase() + text.slice(1));
      }),
      { numRuns: 150 },
    );
  });
});
