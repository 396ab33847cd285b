import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/languages/en/index.js';
import { ko } from '../../src/languages/ko/index.js';
import { compareFigures } from '../../src/quantities/compare.js';
import { repairFigure } from '../../src/quantities/repair.js';
import { same } from '../../src/quantities/same.js';
import { kinds, quantityOf } from '../languages/quantities.js';

interface Case {
  readonly from?: 'ko';
  readonly en: string;
  readonly ko: string;
  readonly fixed: string;
}
const cases = JSON.parse(readFileSync(new URL('repair.json', import.meta.url), 'utf8')) as readonly Case[];

describe('repairFigure', () => {
  test.each(cases)('$fixed', ({ from, en: english, ko: korean, fixed }) => {
    const [a, b] = from === 'ko' ? [ko, en] : [en, ko];
    const [source, target] = from === 'ko' ? [korean, english] : [english, korean];
    const [found] = compareFigures(
      { ...a.figures.read(source), text: source },
      { ...b.figures.read(target), text: target },
    );
    if (found === undefined || !('source' in found) || !('target' in found) || !('kind' in found.source))
      throw new Error('expected a changed figure');
    const fix = repairFigure(target, found.target as never, found.source, a, b);
    if (fix === undefined) throw new Error('expected a fix');
    expect(target.slice(0, fix.start) + fix.text + target.slice(fix.end)).toBe(fixed);
  });

  test('there is none where the figure is right and the word beside it is wrong', () => {
    const [right, wrong] = [en.figures.read('Sales fell 3.2%.'), ko.figures.read('매출이 3.2% 늘었다.')];
    expect(repairFigure('매출이 3.2% 늘었다.', wrong.quantities[0]!, right.quantities[0]!, en, ko)).toBeUndefined();
  });

  test('a fix reads back as the right figure, whatever was wrong', () => {
    const all = fc.oneof(...Object.values(kinds));
    fc.assert(
      fc.property(all, all, (right, wrong) => {
        const form = ko.figures.render(quantityOf(wrong), { place: 'prose' });
        const text = `값은 ${form}으로 나타났다.`;
        const [read] = ko.figures.read(text).quantities;
        fc.pre(read !== undefined);
        const quantity = quantityOf(right);
        const fix = repairFigure(text, read!, quantity, en, ko);
        if (fix === undefined) return;
        const mended = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
        expect(mended.startsWith(text.slice(0, fix.start))).toBe(true);
        expect(ko.figures.read(mended).quantities.some((one) => same(one, quantity) !== undefined)).toBe(true);
      }),
    );
  });
});
