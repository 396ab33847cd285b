import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cli } from '../cli/io.js';
import { project, type TestProject } from '../cli/project.js';

const english = `---
title: Power for the new plant
date: 2026-04-24
---

The plant costs $25 billion.

![The plant (../images/plant.svg)](../images/plant.svg "The plant")

<img src="../images/plant.svg" alt="The plant">

![By reference][plant] and ![another site's](https://example.com/a.png)

[plant]: ../images/plant.svg
`;
const korean = english
  .replace('Power for the new plant', '새 발전소의 전력')
  .replace('The plant costs $25 billion.', '발전소에는 250억 달러가 든다.')
  .replaceAll('The plant', '발전소')
  .replace('By reference', '참조')
  .replace("another site's", '다른 사이트')
  .replace(' and ', ' 그리고 ');
const revision = createHash('sha256').update(english).digest('hex');
const translation = (state: string, text = korean) =>
  text.replace('---\n\n', `translationOf: en/plant\nsourceRevision: ${revision}\nstate: ${state}\n---\n\n`);
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>';

let place: TestProject;
const out = () => join(place.root, 'site');
const file = (path: string) => readFileSync(join(out(), path), 'utf8');
const exported = (...argv: string[]) => cli(['export', '--out', out(), ...argv], { cwd: place.root });
const head = (text: string) => parse(text.split('---\n')[1]!);

beforeEach(() => {
  place = project({
    'content/en/plant.md': english,
    'content/ko/plant.md': translation('translated'),
    'content/images/plant.svg': svg,
  });
});
afterEach(() => place.remove());

describe('an export', () => {
  it('says where articles are looked for when there are none', async () => {
    const empty = project({});
    try {
      const run = await cli(['export', '--out', join(empty.root, 'site')], { cwd: empty.root });
      expect(run).toMatchObject({ exitCode: 0, stderr: '' });
      expect(run.stdout).toContain('No page is in');
      expect(run.stdout).toContain('content/<locale>/<slug>.md');
    } finally {
      empty.remove();
    }
  });

  it('holds each language with its images, and touches nothing when run again', async () => {
    const first = await exported('--url', 'https://news.example.org/');
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(first.stdout).toContain('2 pages (en 1, ko 1)');
    expect(file('ko/plant.md')).toBe(
      translation('translated').replaceAll(/(?<=\]\(|src="|\]: )\.\.\/images/g, '/media/images'),
    );
    expect(file('ko/plant.html')).toContain(
      '<link rel="alternate" hreflang="en" href="https://news.example.org/en/plant.html">',
    );
    expect(file('ko/plant.html')).toContain('src="/media/images/plant.svg"');
    expect(file('media/images/plant.svg')).toBe(svg);
    expect(file('ko/feed.atom')).toContain('새 발전소의 전력');
    expect(JSON.parse(file('en/plant.json'))).toMatchObject({
      original: true,
      languages: [{ locale: 'en' }, { locale: 'ko' }],
    });
    expect((await exported('--url', 'https://news.example.org')).stdout).toContain('0 written');
  });

  it.each([
    ['hugo', 'content/ko/plant.md', { title: '새 발전소의 전력', translationKey: 'plant' }],
    ['astro', 'src/content/docs/ko/plant.md', { title: '새 발전소의 전력' }],
    ['docusaurus', 'i18n/ko/docusaurus-plugin-content-docs/current/plant.md', { mdx: { format: 'md' } }],
    ['docusaurus', 'docs/plant.md', { mdx: { format: 'md' } }],
    [
      'next',
      'content/ko/plant.md',
      { alternates: { canonical: '/ko/plant', languages: { en: '/en/plant', ko: '/ko/plant' } } },
    ],
  ])('for %s has %s', async (layout, path, fields) => {
    expect((await exported('--layout', layout)).exitCode).toBe(0);
    expect(head(file(path))).toMatchObject(fields);
    expect(file(path)).toMatch(/\(\.\.\/images\/plant\.svg\)\]\(\/media\/images\/plant\.svg "/);
    expect(file(path)).toContain('(https://example.com/a.png)');
  });

  describe('of charts', () => {
    const spec = (title: string) =>
      `\`\`\`vega-lite\n{"title": "${title}", "data": {"values": [{"x": "a", "y": 45000000000}]}, "mark": "bar", "encoding": {"x": {"field": "x", "type": "nominal"}, "y": {"field": "y", "type": "quantitative"}}}\n\`\`\`\n`;
    const table = (head: string, cell: string) =>
      `<!-- diptych:chart bar x=1 y=2 -->\n\n| ${head} |\n|---|---|\n| ${cell} |\n`;
    const source = (text: string) => english.replace('![The plant', `${text}\n![The plant`);

    beforeEach(() => {
      const original = source(`Spending:\n${spec('Spend *[now]*')}\n${table('Market | 2024', 'Chips | $45B')}`);
      const own = createHash('sha256').update(original).digest('hex');
      place.put('content/en/plant.md', original);
      place.put(
        'content/ko/plant.md',
        translation('translated')
          .replace(revision, own)
          .replace('![발전소', `지출:\n${spec('지출')}\n${table('시장 | 2024년', '반도체 | 450억 달러')}\n![발전소`),
      );
    });

    it.each([
      ['hugo', 'content', 'static/media', '/media'],
      ['astro', 'src/content/docs', 'public/media', '/media'],
      ['next', 'content', 'public/media', '/media'],
    ])('shows them as pictures in the page’s own language for %s', async (layout, pages, media, address) => {
      expect(await exported('--layout', layout)).toMatchObject({ exitCode: 0, stderr: '' });
      expect(file(`${pages}/en/plant.md`)).toContain(
        `Spending:\n\n![Spend \\*\\[now\\]\\*](${address}/diptych-charts/en/plant-1.svg)\n\n![](${address}/diptych-charts/en/plant-2.svg)\n\n| Market | 2024 |\n`,
      );
      expect(file(`${pages}/ko/plant.md`)).toContain(
        `지출:\n\n![지출](${address}/diptych-charts/ko/plant-1.svg)\n\n![](`,
      );
      expect(file(`${pages}/ko/plant.md`)).not.toContain('vega-lite');
      expect(file(`${media}/diptych-charts/en/plant-1.svg`)).toContain('Spend *[now]*');
      expect(file(`${media}/diptych-charts/ko/plant-1.svg`)).toMatch(/450억/);
      expect(file(`${media}/diptych-charts/ko/plant-2.svg`)).toMatch(/시장/);
      expect((await exported('--layout', layout)).stdout).toContain('0 written');
    });

    it('leaves them in the Markdown where the layout writes HTML of its own, and drawn in that', async () => {
      expect((await exported()).exitCode).toBe(0);
      expect(file('ko/plant.md')).toContain('```vega-lite');
      expect(file('ko/plant.html')).toContain('src="data:image/svg+xml;base64,');
    });

    it('tells of one that cannot be drawn, where and why, in both languages', async () => {
      place.put('content/en/broken.md', '---\ntitle: Broken\n---\n\n```vega-lite\n{"mark": "bar",}\n```\n');
      const { stdout } = await exported('--layout', 'hugo');
      expect(stdout).toContain('Not drawn: the chart at content/en/broken.md:5 stays text: it is no JSON object');
      expect(file('content/en/broken.md')).toContain('```vega-lite');
      expect(
        (await cli(['export', '--out', out(), '--layout', 'hugo'], { cwd: place.root, locale: 'ko' })).stdout,
      ).toContain('JSON 객체로 읽을 수 없습니다');
      expect(JSON.parse((await exported('--layout', 'hugo', '--format', 'json')).stdout).undrawn).toMatchObject([
        { file: 'content/en/broken.md', line: 5, reason: 'unreadable' },
      ]);
    });
  });

  it('leads on from a language that is not out', async () => {
    place.put('content/ko/plant.md', translation('partial'));
    const { exitCode, stdout } = await exported();
    expect(exitCode).toBe(1);
    expect(stdout).toContain('content/ko/plant.md is partial');
    expect(file('ko/plant.html')).toContain('content="0; url=/en/plant.html"');
    expect(file('_redirects')).toBe('/ko/plant.html /en/plant.html 302\n');
    expect(existsSync(join(out(), 'ko/plant.md'))).toBe(false);
    expect(JSON.parse(file('diptych.manifest.json')).articles[0]).toMatchObject({
      languages: [{ locale: 'en', verdict: 'original' }],
      missing: [{ locale: 'ko', state: 'partial' }],
    });
  });

  it('holds back what does not pass, and removes what it had written of it', async () => {
    await exported();
    place.put('content/ko/plant.md', translation('translated', korean.replace('250억', '2,500억')));
    const { exitCode, stdout } = await exported();
    expect(exitCode).toBe(1);
    expect(stdout).toContain('content/ko/plant.md has ');
    expect(existsSync(join(out(), 'ko/plant.md'))).toBe(false);
    expect(existsSync(join(out(), 'ko/plant.json'))).toBe(false);
  });

  it('waits for approval where it is asked for', async () => {
    expect((await exported('--state', 'published')).exitCode).toBe(1);
    place.put('content/ko/plant.md', translation('published'));
    expect((await exported('--state', 'published')).exitCode).toBe(0);
  });

  it('holds back a file that does not say what it translates', async () => {
    place.put('content/ko/plant.md', translation('translated').replace(/sourceRevision.*\n/, ''));
    const { exitCode, stdout } = await exported();
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: expect.stringContaining('[conflict]') });
    expect(JSON.parse((await exported('--format', 'json')).stdout).held).toMatchObject([
      { slug: 'plant', locale: 'ko', reason: 'unclear', error: { code: 'conflict' } },
    ]);
  });

  it('tells of an image that is not there', async () => {
    place.put('content/en/plant.md', english.replaceAll('plant.svg', 'lost.svg'));
    place.put('content/ko/plant.md', translation('translated').replaceAll('plant.svg', 'lost.svg'));
    expect(await exported()).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('no image is at content/images/lost.svg'),
    });
  });

  it.each(['../../../../etc/passwd', '%2e%2e/%2e%2e/secret.svg', '/../../secret.svg', '..\\..\\secret.svg'])(
    'copies nothing from outside content/: %s',
    async (address) => {
      place.put('secret.svg', svg);
      place.put('content/en/plant.md', `---\ntitle: A\n---\n\n![x](${address})\n`);
      await exported();
      expect(existsSync(join(out(), 'media'))).toBe(false);
      expect(file('diptych.manifest.json')).not.toContain('secret');
    },
  );

  it('follows no link out of the project or the folder', async () => {
    place.put('elsewhere/x.txt', 'x');
    mkdirSync(out());
    symlinkSync(join(place.root, 'elsewhere'), join(out(), 'en'));
    const { exitCode, stderr } = await exported();
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('[outside-project]') });
    expect(existsSync(join(place.root, 'elsewhere/plant.md'))).toBe(false);
  });

  it('writes over nothing that it did not write', async () => {
    const mine = join(out(), 'ko/plant.md');
    mkdirSync(dirname(mine), { recursive: true });
    writeFileSync(mine, 'mine');
    const { exitCode, stderr } = await exported();
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('[foreign-file]') });
    expect(readFileSync(mine, 'utf8')).toBe('mine');
    expect(existsSync(join(out(), 'en'))).toBe(false);
  });
});
