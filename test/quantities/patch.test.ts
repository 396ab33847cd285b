import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/languages/en/index.js';
import { ko } from '../../src/languages/ko/index.js';
import { patchFigures } from '../../src/quantities/patch.js';

interface Case {
  readonly from?: 'ko';
  readonly before: string;
  readonly now: string;
  readonly target: string;
  readonly patched: string | null;
}
const cases = JSON.parse(readFileSync(new URL('patch.json', import.meta.url), 'utf8')) as readonly Case[];
const content = (text: string) => ({ text, codes: [] });

describe('patchFigures', () => {
  test.each(cases)('$before → $now', ({ from, before, now, target, patched }) => {
    const [a, b] = from === 'ko' ? [ko, en] : [en, ko];
    const found = patchFigures(content(before), content(now), content(target), a, b, { place: 'prose' });
    expect(found?.text ?? null).toBe(patched);
  });

  test('patched there and back is the text as it was', () => {
    const [before, now, target] = ['It costs $45.', 'It costs $60.', '값은 45달러다.'].map(content);
    const there = patchFigures(before!, now!, target!, en, ko, { place: 'prose' });
    expect(there?.text).toBe('값은 60달러다.');
    expect(patchFigures(now!, before!, there!, en, ko, { place: 'prose' })).toEqual(target);
  });
});
