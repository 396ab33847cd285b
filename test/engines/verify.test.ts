import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protect } from '../../src/engines/protect.js';
import { verify } from '../../src/engines/verify.js';
import { languagePack } from '../../src/languages/index.js';
import { messages } from '../../src/messages/index.js';
import { fromTagged, toTagged } from '../../src/model/inline.js';
import { glossed, type Written } from './units.js';

interface Case extends Written {
  readonly case: string;
  readonly to?: string;
  readonly answer: string;
  /** The target's tagged content. */
  readonly gives?: string;
  /** Part of the feedback. */
  readonly refuses?: string;
}

const cases: readonly Case[] = JSON.parse(readFileSync(new URL('./verify.json', import.meta.url), 'utf8'));
const en = languagePack('en');
const ko = languagePack('ko');
const readers = [messages('ko'), messages('en')];

describe('verify', () => {
  it.each(cases.map((one) => [one.case, one] as const))(
    '%s',
    (_, { from = 'en', to = 'ko', answer, gives, refuses, ...written }) => {
      const result = verify(glossed({ from, ...written }), answer, languagePack(from), languagePack(to));
      if (gives === undefined) {
        expect(result).toMatchObject({ ok: false, feedback: expect.stringContaining(refuses ?? '') });
        // People are told why in their own language, every value put in.
        const said = result.ok
          ? []
          : result.reasons.flatMap((reason) => readers.map((reader) => reader.reason(reason)));
        expect(said).not.toEqual([]);
        for (const [i, text] of said.entries()) {
          expect(text).not.toMatch(/\{\{|^(?:refusals|checks|lint)\./);
          if (i % 2 === 0) expect(text).toMatch(/[가-힣]/);
        }
      } else {
        expect(result).toMatchObject({ ok: true });
        if (result.ok) expect(toTagged(result.content)).toBe(gives);
      }
    },
  );

  it('says everything that is wrong at once', () => {
    const unit = glossed({ source: 'Inference costs fall in every region.', terms: { Inference: '추론' } });
    const result = verify(unit, '비용이 모든 지역에서 40% 떨어진다. https://evil.example', en, ko);
    expect(result).toMatchObject({ ok: false });
    if (!result.ok) for (const part of ['추론', '40%', 'https://evil.example']) expect(result.feedback).toContain(part);
  });

  it('gives the codes of the source, whatever else the answer holds', () => {
    const unit = glossed({
      source: 'A <pc1>plant of <pc2>$25 billion</pc2></pc1> opened<ph3/> in 2026.',
      figures: { '$25 billion': '250억 달러' },
    });
    const piece = fc.constantFrom(
      '<pc1>',
      '</pc1>',
      '<pc2>',
      '</pc2>',
      '<ph3/>',
      '<q1>',
      '</q1>',
      '250억 달러',
      '공장이 ',
      '&lt;',
      '<',
      '3%',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const result = verify(unit, pieces.join(''), en, ko);
        if (!result.ok) return result.feedback !== '';
        const { text, codes } = result.content;
        const again = fromTagged(toTagged(result.content), unit.codes);
        return again.ok && codes.length === 3 && text.split('250억 달러').length === 2 && !text.includes('3%');
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to what it reads', () => {
    const unit = glossed({ source: 'The plant opened in spring.' });
    for (const flood of ['<pc1>', '<q1>', '&lt;', '(', 'a@', '<', ' ', '공장 ', '1,', 'http:']) {
      expect(verify(unit, flood.repeat(300_000), en, ko)).toMatchObject({ ok: false });
    }
    const long = glossed({ source: 'The plant opened in spring. '.repeat(2000) });
    for (const flood of ['<pc1>', '<q1>', '&lt;', '(', 'a@', '<', '1,', 'http:', '[', '"a']) {
      expect(verify(long, flood.repeat(20_000), en, ko)).toMatchObject({ ok: false });
    }
  }, 20_000);
});

describe('protect', () => {
  it('puts each figure into its own tags, with the form that is required', () => {
    const unit = glossed({
      source: 'Sales rose 12% to <pc1>$25 billion</pc1>.',
      figures: { '12%': '12%', '$25 billion': '250억 달러' },
    });
    const { source, quantities } = protect(unit);
    expect(source).toBe('Sales rose <q1>12%</q1> to <pc1><q2>$25 billion</q2></pc1>.');
    expect(quantities).toEqual([
      { source: '12%', required: '12%' },
      { source: '$25 billion', required: '250억 달러' },
    ]);
  });

  it.each([
    [
      'emphasis on part of a figure',
      'It cost <pc1>$25</pc1> billion.',
      '$25 billion',
      'It cost <pc1><q1>$25 billion</q1></pc1>.',
    ],
    [
      'a link that ends in a figure',
      '<pc1>It cost $25</pc1> billion.',
      '$25 billion',
      '<pc1>It cost <q1>$25 billion</q1></pc1>.',
    ],
    ['a mark inside a figure', 'It cost $25<ph1/> billion.', '$25\\ph billion', 'It cost <q1>$25 billion</q1><ph1/>.'],
  ])('widens %s', (_, source, figure, tagged) => {
    expect(protect(glossed({ source, figures: { [figure]: '250억 달러' } })).source).toBe(tagged);
  });

  it('leaves out what is only a word', () => {
    const unit = glossed({ source: 'One of the plants closed.', figures: { One: '한' } });
    const soft = {
      ...unit,
      quantities: unit.quantities.map((q) => ({ ...q, quantity: { ...q.quantity, hardness: 'soft' as const } })),
    };
    expect(protect(soft).source).toBe('One of the plants closed.');
    expect(protect(soft).quantities).toEqual([]);
  });

  it('tells each term once, and the earlier translations and the refusal as they are', () => {
    const unit = glossed({ source: 'Inference and Inference.', terms: { Inference: '추론' } });
    const near = [{ source: 'a', target: 'b', origin: 'human', state: 'final' } as const];
    const told = protect({ ...unit, terms: [...unit.terms, ...unit.terms] }, { fuzzy: near, feedback: 'no' });
    expect(told).toMatchObject({ terms: [{ source: 'Inference', required: '추론' }], fuzzy: near, feedback: 'no' });
  });
});
