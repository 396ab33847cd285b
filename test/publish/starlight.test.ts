import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from '../cli/io.js';
import { project, type TestProject } from '../cli/project.js';

/** A real site: what is exported is built by Astro Starlight as its users do, from the npm registry. */
const template = fileURLToPath(new URL('starlight', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const url = 'https://news.example.org';

let site: string;
let place: TestProject;

/** It takes a fifth of the time of all tests, so that it is built only where it is asked for: in `.ci/run`. */
const asked = process.env['DIPTYCH_TEST_SITE'] === '1';

beforeAll(async () => {
  if (!asked) return;
  place = project();
  for (const folder of ['content', 'locales'])
    cpSync(join(root, folder), join(place.root, folder), { recursive: true });
  // What a person has generated in the working copy is not part of the test.
  rmSync(join(place.root, 'locales/deliveries'), { recursive: true, force: true });
  expect((await cli(['generate'], { cwd: place.root })).exitCode).toBe(0);
  rmSync(join(place.root, 'content/ko/reading-risk.md'));
  site = mkdtempSync(join(tmpdir(), 'diptych-site-'));
  cpSync(template, site, { recursive: true });
  const exported = await cli(['export', '--layout', 'astro', '--out', site, '--url', url], { cwd: place.root });
  expect(exported).toMatchObject({ exitCode: 0, stderr: '' });
  const quiet = { cwd: site, stdio: 'pipe', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } } as const;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], quiet);
  execFileSync(process.execPath, [join(site, 'node_modules/astro/astro.js'), 'build'], quiet);
}, 400_000);

afterAll(() => {
  place?.remove();
  if (site) rmSync(site, { recursive: true, force: true });
}, 120_000);

const page = (path: string) => readFileSync(join(site, 'dist', path, 'index.html'), 'utf8');
const languages = (html: string) =>
  [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
    ([, locale, href]) => `${locale} ${href}`,
  );

describe.skipIf(!asked)('a Starlight site', () => {
  it('has a page for each output, with its figures', () => {
    expect(page('ko/ai-infrastructure-war')).toContain('1,800억 달러');
    expect(page('en/budget-2026')).toContain('728.0 trillion won');
  });

  it('announces the languages that an article is out in, and no other', () => {
    const both = ['en', 'ko', 'x-default'].map(
      (locale) => `${locale} ${url}/${locale === 'x-default' ? 'en' : locale}/undersea-cables/`,
    );
    expect(languages(page('en/undersea-cables'))).toEqual(both);
    expect(languages(page('ko/undersea-cables'))).toEqual(both);
    expect(languages(page('en/reading-risk'))).toEqual([]);
  });

  it('leads readers of a language that is not out to the original, out of search engines’ sight', () => {
    const fallback = page('ko/reading-risk');
    expect(fallback).toContain('content="0;url=/en/reading-risk/"');
    expect(fallback).toContain('noindex');
  });

  it('shows the images', () => {
    expect(page('ko/undersea-cables')).toContain('src="/media/images/cable-cross-section.svg"');
    expect(existsSync(join(site, 'dist/media/images/cable-cross-section.svg'))).toBe(true);
  });
});
