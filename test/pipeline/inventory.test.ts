import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiptychError } from '../../src/model/errors.js';
import { chooseArticles, takeInventory } from '../../src/pipeline/inventory.js';
import { parsePipeline } from '../../src/pipeline/load.js';
import { findProject, inside, loadPipeline } from '../../src/pipeline/project.js';

const known = { engines: ['memory'], checks: [] };
const pipeline = parsePipeline(
  'name: t\nsources:\n  - {locale: en, to: [ko], exclude: ["drafts/**"]}\n  - {locale: ko, to: [en]}\nlimits: {fileBytes: 200}\n',
  't.yaml',
  known,
);

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'diptych-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof DiptychError ? error.code : String(error)),
  );
}

describe('takeInventory', () => {
  it('finds sources in nested folders and tells translations from them', async () => {
    put({
      'content/en/a.md': 'A',
      'content/en/2026/b.md': 'B',
      'content/en/drafts/c.md': 'C',
      'content/ko/a.md': '---\ntranslationOf: en/a\n---\n가',
      'content/ko/d.md': '라',
      'content/ko/notes.txt': 'x',
    });
    const inventory = await takeInventory({ root }, pipeline);
    expect(inventory.sources.map(({ file, slug, to }) => [file, slug, to])).toEqual([
      ['content/en/2026/b.md', '2026/b', ['ko']],
      ['content/en/a.md', 'a', ['ko']],
      ['content/ko/d.md', 'd', ['en']],
    ]);
    expect([...inventory.translations.keys()]).toEqual(['ko/a']);
  });

  it('refuses two sources with one slug, and leaves the others alone', async () => {
    put({ 'content/en/a.md': 'A', 'content/ko/A.md': '가', 'content/en/b.md': 'B' });
    const inventory = await takeInventory({ root }, pipeline);
    expect(inventory.sources.map(({ slug }) => slug)).toEqual(['b']);
    expect([...inventory.errors].map(([file, { code }]) => [file, code])).toEqual([
      ['content/en/a.md', 'duplicate-slug'],
      ['content/ko/A.md', 'duplicate-slug'],
    ]);
  });

  it('reads no file above the limit, and none outside by a symbolic link', async () => {
    put({ 'content/en/large.md': 'x'.repeat(201) });
    const outside = mkdtempSync(join(tmpdir(), 'diptych-outside-'));
    writeFileSync(join(outside, 'secret.md'), 'secret');
    symlinkSync(join(outside, 'secret.md'), join(root, 'content/en/link.md'));
    const { errors } = await takeInventory({ root }, pipeline);
    rmSync(outside, { recursive: true });
    expect([...errors.values()].map(({ code }) => code).sort()).toEqual(['file-too-large', 'outside-project']);
  });
});

describe('chooseArticles', () => {
  beforeEach(() => {
    put({
      'content/en/a.md': 'A',
      'content/en/sub/b.md': 'B',
      'content/ko/a.md': '---\ntranslationOf: en/a\n---\n가',
      'content/en/large.md': 'x'.repeat(201),
    });
  });
  const chosen = async (names: readonly string[]) => {
    const project = { root };
    const scope = await chooseArticles(project, await takeInventory(project, pipeline), root, names);
    return [...scope.sources.map(({ slug }) => slug), ...scope.errors.map(({ code }) => code)];
  };

  it.each([
    ['a slug', 'a', ['a']],
    ['a nested slug', 'sub/b', ['sub/b']],
    ['a locale and a slug', 'en/a', ['a']],
    ['a file', 'content/en/a.md', ['a']],
    ['a folder', 'content/en/sub', ['sub/b']],
    ['a delivered translation, for its source', 'content/ko/a.md', ['a']],
    ['a file that cannot be worked on', 'large', ['file-too-large']],
  ])('takes %s', async (_, name, expected) => {
    expect(await chosen([name])).toEqual(expected);
  });

  it('takes everything, errors included, when nothing is named', async () => {
    expect(await chosen([])).toEqual(['a', 'sub/b', 'file-too-large']);
  });

  it('names no article twice', async () => {
    expect(await chosen(['a', 'content/en/a.md'])).toEqual(['a']);
  });

  it('refuses what is not there or outside', async () => {
    expect(await codeOf(chosen(['nothing']))).toBe('not-found');
    expect(await codeOf(chosen(['../elsewhere.md']))).toBe('outside-project');
    expect(await codeOf(chosen(['/etc/passwd']))).toBe('outside-project');
  });
});

describe('the project', () => {
  it('is the nearest folder upwards with content or pipelines', async () => {
    put({ 'content/en/deep/er/a.md': 'A' });
    expect(await findProject(join(root, 'content/en/deep/er'))).toEqual({ root });
    expect(await codeOf(findProject(root, 'missing'))).toBe('not-found');
  });

  it('does not let a path out through a symbolic link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'diptych-outside-'));
    symlinkSync(outside, join(root, 'door'));
    expect(await codeOf(inside({ root }, root, 'door/x.md'))).toBe('outside-project');
    rmSync(outside, { recursive: true });
    expect(await inside({ root }, root, 'content/../content/en/a.md')).toBe('content/en/a.md');
  });

  it('uses its own pipeline before the one that ships, and says which exist', async () => {
    expect((await loadPipeline({ root }, 'news', { ...known, engines: ['memory', 'openai'] })).name).toBe('news');
    put({ 'pipelines/news.yaml': 'name: own\nsources: [{locale: en, to: [ko]}]\n' });
    expect((await loadPipeline({ root }, 'news', known)).name).toBe('own');
    expect(await codeOf(loadPipeline({ root }, 'nwes', known))).toBe('not-found');
    expect(await codeOf(loadPipeline({ root }, '../../etc/passwd', known))).toBe('not-found');
  });
});
