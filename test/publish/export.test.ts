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
