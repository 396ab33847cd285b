import { describe, expect, it } from 'vitest';
import { readSpec, refusal } from '../../src/checks/drawing/spec.js';
import { parseArticle } from '../../src/markdown/index.js';
import { drawCharts, drawOrTell } from '../../src/publish/charts/collect.js';
import { axisFigure } from '../../src/publish/charts/draw.js';
import { articleHtml } from '../../src/publish/html.js';

const parse = (locale: string, ...lines: string[]) =>
  parseArticle(lines.join('\n'), { file: `content/${locale}/a.md`, slug: 'a', locale });
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);

const spec = (title: string, label: string) => `{
  "title": "${title}",
  "data": {"values": [{"market": "chips", "value": 45000000000}, {"market": "power", "value": 180000000000}]},
  "usermeta": {"labels": {"chips": "${label}"}},
  "mark": "bar",
  "encoding": {
    "x": {"field": "market", "type": "nominal"},
    "y": {"field": "value", "type": "quantitative", "title": null}
  }
}`;

describe('a Vega-Lite chart', () => {
  it.each([
    ['en', 'Spending', 'Chips', '100B'],
    ['ko', '지출', '반도체', '1000억'],
  ])('is drawn in %s, with its labels and the figures of that language', async (locale, title, label, tick) => {
    const [drawing] = await drawCharts(parse(locale, '```vega-lite', spec(title, label), '```'));
    expect(drawing?.alt).toBe(title);
    const shown = texts(drawing!.svg).map((text) => text?.replaceAll(',', ''));
    expect(shown).toEqual(expect.arrayContaining([title, label, 'power', tick]));
  });

  it('stands in the page as a picture, which can run nothing', async () => {
    const article = parse(
      'en',
      'Before',
      '',
      '```vega-lite',
      spec('Spending', '<script>alert(1)</script>'),
      '```',
      '',
      'After',
    );
    const html = articleHtml(article, {
      resolve: () => undefined,
      footnotes: { title: '', back: '' },
      drawings: await drawCharts(article),
    });
    expect(html).toMatch(/<figure><img src="data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+"/);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('language-vega-lite');
    const [, encoded] = /base64,([^"]+)/.exec(html)!;
    expect(Buffer.from(encoded!, 'base64').toString()).not.toContain('<script');
  });

  it.each([
    ['url', '{"data": {"url": "https://example.org/a.csv"}, "mark": "bar"}'],
    ['url', '{"data": {"values": []}, "mark": {"type": "image", "url": "file:///etc/passwd"}}'],
    ['href', '{"data": {"values": []}, "mark": "bar", "encoding": {"href": {"field": "x"}}}'],
    ['sequence', '{"data": {"sequence": {"start": 0, "stop": 1e9}}, "mark": "bar"}'],
    ['calculate', '{"transform": [{"calculate": "range(0, 1e9)", "as": "x"}], "mark": "bar"}'],
    ['filter', '{"transform": [{"filter": "while(1)"}], "mark": "bar"}'],
    ['params', '{"params": [], "mark": "bar"}'],
    ['width', '{"width": 1e9, "mark": "bar"}'],
    ['tickCount', '{"mark": "bar", "encoding": {"x": {"axis": {"tickCount": 1e9}}}}'],
    ['bin', '{"mark": "bar", "encoding": {"x": {"bin": {"step": 1e-9}}}}'],
    ['facet', '{"facet": {}, "spec": {}}'],
  ])('is refused for %s and stays text', async (property, source) => {
    expect(refusal(readSpec(source)!)).toBe(property);
    expect(await drawCharts(parse('en', '```vega-lite', source, '```'))).toEqual([undefined]);
  });

  it('may name its data as it likes', () => {
    expect(refusal(readSpec('{"data": {"values": [{"url": "a", "filter": "b"}]}, "mark": "bar"}')!)).toBeUndefined();
  });

  it('that cannot be read stays text', async () => {
    const broken = parse('en', '```vega-lite', '{"mark"', '```', '', '```vega-lite', '{"mark": 7}', '```');
    expect(await drawCharts(broken)).toEqual([undefined, undefined]);
  });

  it('that stays text is told with its place and reason, one that Vega-Lite itself gives up included', async () => {
    const encoded = spec('Spending', 'Chips').replace(
      '"field": "market", "type": "nominal"',
      '"field": "market", "type": 7',
    );
    const { drawings, undrawn } = await drawOrTell(
      parse(
        'en',
        '```vega-lite',
        '{"mark"',
        '```',
        '',
        '```vega-lite',
        '{"params": []}',
        '```',
        '',
        '```vega-lite',
        encoded,
        '```',
      ),
    );
    expect(drawings).toEqual([undefined, undefined, undefined]);
    expect(undrawn).toEqual([
      { line: 1, column: 1, reason: 'unreadable' },
      { line: 5, column: 1, reason: 'refused', property: 'params' },
      { line: 9, column: 1, reason: 'failed' },
    ]);
  });
});

describe('a table that asks for a chart', () => {
  const table = (locale: string, directive: string) =>
    locale === 'en'
      ? parse(
          locale,
          directive,
          '',
          '| Market | 2024 | 2028 |',
          '|---|---|---|',
          '| Chips | $45B | $180B |',
          '| Power | $8B | – |',
        )
      : parse(
          locale,
          directive,
          '',
          '| 시장 | 2024년 | 2028년 |',
          '|---|---|---|',
          '| 반도체 | 450억 달러 | 1800억 달러 |',
          '| 전력 | 80억 달러 | – |',
        );

  it('is drawn from the same figures in both languages', async () => {
    const drawings = await Promise.all(
      ['en', 'ko'].map(
        async (locale) => (await drawCharts(table(locale, '<!-- diptych:chart bar x=1 y=2 -->')))[0]!.svg,
      ),
    );
    const bars = drawings.map((svg) =>
      [...svg.matchAll(/aria-roledescription="bar"[^>]*d="([^"]*)"/g)].map((m) => m[1]),
    );
    expect(bars[0]).toHaveLength(2);
    expect(bars[1]).toEqual(bars[0]);
    expect(texts(drawings[0]!)).toEqual(expect.arrayContaining(['Market', 'Chips', '2024', '$40B']));
    expect(texts(drawings[1]!)).toEqual(expect.arrayContaining(['시장', '반도체', '2024년']));
    expect(texts(drawings[1]!).some((text) => /^400억 달러$/.test(text ?? ''))).toBe(true);
  });

  it('draws several columns with a legend, and stays without one where there are no figures', async () => {
    const [several] = await drawCharts(table('en', '<!-- diptych:chart bar x=1 y=2,3 -->'));
    expect(texts(several!.svg)).toEqual(expect.arrayContaining(['2024', '2028']));
    expect(await drawCharts(table('en', '<!-- diptych:chart bar x=1 y=1 -->'))).toEqual([undefined]);
    expect(await drawCharts(table('en', '<!-- another comment -->'))).toEqual([]);
    expect(await drawCharts(parse('en', '<!-- diptych:chart bar -->', '', 'No table.'))).toEqual([undefined]);
  });
});

it.each([
  [45e9, 'money:USD', 'en', '$45B'],
  [0.1 + 0.2, '', 'en', '0.3'],
  [1e21, '', 'en', undefined],
  [40, 'percent:', 'ko', '40%'],
  [250_000_000, '', 'ko', '2억 5,000만'],
])('writes the tick %s (%s) in %s', (value, format, locale, text) => {
  const shown = axisFigure(value, format, locale);
  if (text !== undefined) expect(shown).toBe(text);
  expect(shown).not.toMatch(/e\+|NaN|undefined/);
});
