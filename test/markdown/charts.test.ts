import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { merge, parseArticle } from '../../src/markdown/index.js';

const text = readFileSync(new URL('charts/input.md', import.meta.url), 'utf8');
const parse = (source: string) => parseArticle(source, { file: 'a.md', slug: 'a', locale: 'en' });
const skeleton = (source: string) => {
  let out = '';
  let at = 0;
  for (const { range } of parse(source).units) {
    out += `${source.slice(at, range.start)}…`;
    at = range.end;
  }
  return out + source.slice(at);
};

it.each([
  ['Korean', '연도별 투자'],
  ['quotes', '“연도”와 "지출"'],
  ['brackets, bars and arrows', '지출 [억 달러] | (a) {b} --> <c>'],
  ['commas and backslashes', '가, 나 \\ 다; 라'],
  ['a figure', '45% 늘어난 시장'],
])('a label may say anything, and nothing else changes: %s', (_, label) => {
  const article = parse(text);
  for (const unit of article.units.filter(({ kind }) => kind === 'chart-label')) {
    const merged = merge(article, new Map([[unit.id, { text: label, codes: [] }]]));
    const read = parse(merged);
    expect(read.units.map(({ kind }) => kind)).toEqual(article.units.map(({ kind }) => kind));
    const at = article.units.indexOf(unit);
    const same = read.units.map((one, i) => (i === at ? one.text : one.text === article.units[i]!.text));
    expect(same[at]).toBe(label);
    expect(same.filter((one) => one === false)).toEqual([]);
    expect(skeleton(merged)).toBe(skeleton(text));
  }
});

it('leaves data, plumbing and broken charts alone', () => {
  const labels = (fence: string, ...lines: string[]) =>
    parse(['~~~', fence, '\n', lines.join('\n'), '\n~~~'].join('')).units.map((unit) => unit.text);
  expect(labels('vega-lite', '{"data": {"url": "a.csv", "values": [{"title": "x"}]}, "title": "T"')).toEqual(['T']);
  expect(labels('vega-lite', '['.repeat(5000))).toEqual([]);
  expect(labels('mermaid', 'graph TD', '%% a comment [x]', 'classDef a fill:#fff', 'click A "https://x.org"')).toEqual(
    [],
  );
  expect(labels('csv', 'a,"b ""c""",$45B,~1.8T,2026-04-01,x.csv')).toEqual(['a', 'b "c"']);
  expect(labels('json', '{"title": "T"}')).toEqual([]);
});
