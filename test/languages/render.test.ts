import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/languages/en/index.js';
import { ja } from '../../src/languages/ja/index.js';
import { ko } from '../../src/languages/ko/index.js';
import type { FigureStyle } from '../../src/languages/pack.js';
import { approximations, type Quantity } from '../../src/model/quantity.js';
import { kinds, quantityOf } from './quantities.js';

/** What a quantity says, without where it stands and how it was written. */
function said({
  text: _text,
  start: _start,
  end: _end,
  hardness: _hardness,
  precision: _precision,
  ...rest
}: Quantity) {
  return rest;
}

/** In an English sentence the noun that is counted stands there already: 12명의 선수 is 12 players. */
function uncounted({ unit, ...rest }: Quantity): Quantity {
  return rest.kind === 'number' || unit === undefined ? rest : { ...rest, unit };
}

const styles: fc.Arbitrary<FigureStyle> = fc.record(
  {
    currency: fc.constantFrom('word' as const, 'symbol' as const),
    magnitude: fc.constantFrom('scaled' as const, 'short' as const, 'digits' as const),
    percent: fc.constantFrom('sign' as const, 'word' as const),
    counterSpace: fc.boolean(),
    unitSpace: fc.boolean(),
    range: fc.constantFrom('~', '-', '–'),
    month: fc.constantFrom('full' as const, 'short' as const),
  },
  { requiredKeys: [] },
);

const places = fc.constantFrom('prose' as const, 'heading' as const, 'cell' as const);

/** Kinds that a language writes in a way which says less, or which its reader takes apart. */
const beyond: Readonly<Record<string, readonly string[]>> = {
  // "Dozens of times" counts times in English.
  en: ['vague multipliers'],
  // Japanese is read for the figures of business news: no BC, seconds of a clock, zones, fiscal quarters.
  ja: [
    'years before our era',
    'decades before our era',
    'centuries before our era',
    'quarters of a fiscal year',
    'times with seconds',
    'times in a zone',
    'range of places',
    'three terms',
    'some time',
  ],
};

describe.each([en, ko, ja])('what $locale writes, $locale reads', ({ locale, figures }) => {
  const shared = Object.keys(kinds).filter((kind) => !beyond[locale]?.includes(kind));
  const kept = (quantity: Quantity) => said(locale === 'en' ? uncounted(quantity) : quantity);

  test.each(shared)('%s', (kind) => {
    fc.assert(
      fc.property(kinds[kind]!, styles, places, (fields, style, place) => {
        const quantity = quantityOf(fields);
        const text = figures.render(quantity, { place, style });
        expect(figures.read(text).quantities.map(kept), text).toEqual([kept(quantity)]);
      }),
      { numRuns: 300 },
    );
  });

  test.each(shared.filter((kind) => !kind.startsWith('time')))('%s at the beginning of a sentence', (kind) => {
    fc.assert(
      fc.property(kinds[kind]!, styles, (fields, style) => {
        const quantity = quantityOf(fields);
        const text = figures.render(quantity, { place: 'prose', style, begins: true });
        expect(figures.read(text).quantities.map(kept), text).toEqual([kept(quantity)]);
      }),
      { numRuns: 100 },
    );
  });

  const bounded = ['number', 'percent', 'percentage-point', 'money', 'measure', 'multiplier', 'duration', 'counted'];
  const bounds = fc.constantFrom(...approximations);

  test.each(bounded)('%s with its bound', (kind) => {
    fc.assert(
      fc.property(kinds[kind]!, bounds, styles, places, (fields, approximate, style, place) => {
        const quantity = { ...quantityOf(fields), approximate };
        const text = figures.render(quantity, { place, style, hedged: true });
        expect(figures.read(text).quantities.map(kept), text).toEqual([kept(quantity)]);
      }),
      { numRuns: 200 },
    );
  });
});
