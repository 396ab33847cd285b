import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli } from './io.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'diptych-init-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('init', () => {
  it.each([
    ['en', 'ko', '12억 5,000만 달러'],
    ['ko', 'en', '$1.25B'],
  ])('begins a project in %s that generates %s and has nothing to correct in its article', async (from, to, figure) => {
    const { exitCode, stdout } = await cli(['init', 'paper', '--from', from], { cwd });
    const root = join(cwd, 'paper');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('cd paper');
    expect(files(root)).toEqual(
      [
        '.gitignore',
        `content/${from}/harbor.md`,
        'locales/termbase.yaml',
        'pipelines/news.yaml',
        'pipelines/schema.json',
      ].sort(),
    );
    expect(await cli(['lint', '--fail-on', 'minor'], { cwd: root })).toMatchObject({ exitCode: 0 });
    expect(await cli(['glossary', 'check'], { cwd: root })).toMatchObject({ exitCode: 0 });
    await cli(['generate'], { cwd: root });
    expect(readFileSync(join(root, `content/${to}/harbor.md`), 'utf8')).toContain(`| ${figure} |`);
  });

  it('leaves what stands as it is, adds no article to others, and says so', async () => {
    await cli(['init', '--from', 'ko'], { cwd });
    writeFileSync(join(cwd, 'pipelines/news.yaml'), 'mine');
    const { stdout } = await cli(['init', '--from', 'en'], { cwd });
    expect(stdout).toContain('Left as they stood');
    expect(readFileSync(join(cwd, 'pipelines/news.yaml'), 'utf8')).toBe('mine');
    expect(files(cwd)).not.toContain('content/en/harbor.md');
  });

  it('speaks Korean, and begins with a Korean article there', async () => {
    const { stdout } = await cli(['init'], { cwd, locale: 'ko' });
    expect(stdout).toContain('content/ko/harbor.md   시험해 볼 기사');
  });

  it('names no folder where a file stands', async () => {
    writeFileSync(join(cwd, 'paper'), '');
    expect(await cli(['init', 'paper'], { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('is a file'),
    });
  });
});
