import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/languages/en/index.js';
import { ko } from '../../src/languages/ko/index.js';
import { renderAll, renderUnit } from '../../src/quantities/render.js';

const load = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;

describe('renderAll', () => {
  const cases = load<{ from: 'en' | 'ko'; text: string; required: string[] }[]>('render.json');
  test.each(cases)('$text', ({ from, text, required }) => {
    const [a, b] = from === 'ko' ? [ko, en] : [en, ko];
    const found = renderAll(text, a, b, { place: 'prose', from });
    expect(found.map((one) => one.required)).toEqual(required);
    for (const { quantity } of found) expect(text.slice(quantity.start, quantity.end)).toBe(quantity.text);
  });

  test('writes the hedge only where it is inside the figure', () => {
    const required = (text: string) => renderAll(text, ko, en, { place: 'prose' }).map((one) => one.required);
    expect(required('약 30명이 왔다.')).toEqual(['30']);
    expect(required('30여 명이 왔다.')[0]).toMatch(/^\D+30/);
  });
});

describe('renderUnit', () => {
  test.each(load<{ text: string; rendered: string | null }[]>('units.json'))('$text', ({ text, rendered }) => {
    const unit = { text, codes: [], terms: [] };
    expect(renderUnit(unit, en, ko, { place: 'cell', from: 'en' })?.text ?? null).toBe(rendered);
  });
});
