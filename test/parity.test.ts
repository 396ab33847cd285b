import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkIds } from '../src/checks/index.js';
import { engineIds } from '../src/engines/index.js';
import { packLocales } from '../src/languages/index.js';
import { uiLocales } from '../src/messages/index.js';
import { stageIds } from '../src/pipeline/stages/ids.js';
import { modules, root } from './architecture/modules.js';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const list = (folder: string) => readdirSync(join(root, folder)).sort();
const missing = (files: readonly string[]) => files.filter((file) => !existsSync(join(root, file)));

/** `{a: {b: 'text'}}` as `a.b → text`. */
function leaves(node: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(node).flatMap(([key, value]): [string, string][] =>
      typeof value === 'object' ? [...leaves(value, `${path}${key}.`)] : [[path + key, String(value)]],
    ),
  );
}

const ui = new Map(uiLocales.map((locale) => [locale, leaves(JSON.parse(read(`locales/${locale}/ui.json`)))]));
/** A key without i18next's plural suffix; Korean has `other` alone (CLDR plural rules). */
const base = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, '');

describe('messages', () => {
  const english = ui.get('en')!;
  const keys = [...new Set([...english.keys()].map(base))].sort();

  it.each(uiLocales)('exist for every key in %s', (locale) => {
    expect([...new Set([...ui.get(locale)!.keys()].map(base))].sort()).toEqual(keys);
  });

  it.each(uiLocales)('interpolate the same values in %s', (locale) => {
    const values = (of: ReadonlyMap<string, string>, key: string) => {
      const texts = [...of].filter(([k]) => base(k) === key).map(([, text]) => text);
      const names = texts.flatMap((text) => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]!));
      // A count may go unsaid in the singular.
      return [...new Set(names)].filter((name) => name !== 'count').sort();
    };
    const off = keys.filter((key) => String(values(ui.get(locale)!, key)) !== String(values(english, key)));
    expect(off).toEqual([]);
  });

  it('are all used', () => {
    const source = modules()
      .map((module) => module.text)
      .join('\n');
    // `$t(yaml.{{expected}})` in a message uses every key below `yaml.`.
    const nested = [...english.values()].flatMap((text) =>
      [...text.matchAll(/\$t\(([\w.-]+\.)\{\{/g)].map((match) => match[1]!),
    );
    const unused = keys.filter((key) => {
      if (nested.some((prefix) => key.startsWith(prefix))) return false;
      if (key.startsWith('errors.')) return false; // test/cli/errors.test.ts holds them against the table of errors
      const last = key.split('.').at(-1)!.split('_')[0]!;
      return !new RegExp(`['"\`.]${last.replaceAll('-', '\\-')}['"\`]`).test(source);
    });
    expect(unused).toEqual([]);
  });
});

describe('a check', () => {
  it.each(checkIds)('%s has its file, its fixtures, its messages and its pages', (id) => {
    expect(
      missing([`src/checks/${id}.ts`, `test/checks/${id}.json`, `docs/checks/${id}.md`, `docs/checks/${id}.ko.md`]),
    ).toEqual([]);
    expect([...ui.get('en')!.keys()].filter((key) => key.startsWith(`checks.${id}.`))).not.toEqual([]);
  });

  it('leaves nothing behind when it goes', () => {
    const ids = new Set<string>(checkIds);
    const pages = list('docs/checks').map((file) => file.replace(/(\.ko)?\.md$/, ''));
    const fixtures = list('test/checks')
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.replace(/\.json$/, ''));
    const worded = [...ui.get('en')!.keys()]
      .filter((key) => key.startsWith('checks.'))
      .map((key) => key.split('.')[1]!);
    expect([...new Set([...pages, ...fixtures, ...worded])].filter((id) => id !== 'README' && !ids.has(id))).toEqual(
      [],
    );
  });
});

describe('an engine', () => {
  it.each(engineIds)('%s has its file and stands in the docs', (id) => {
    expect(missing(id === 'memory' ? ['src/memory/lookup.ts'] : [`src/engines/${id}.ts`])).toEqual([]);
    expect(read('docs/engines.md')).toContain(`\`${id}\``);
    expect(read('docs/engines.ko.md')).toContain(`\`${id}\``);
  });
});

describe('a language', () => {
  it.each(packLocales)('%s has its folder and its corpus', (tag) => {
    expect(missing([`src/languages/${tag}/index.ts`])).toEqual([]);
    expect(list(`test/languages/${tag}/corpus`)).not.toEqual([]);
  });

  it('leaves nothing behind when it goes', () => {
    const folders = list('src/languages').filter((name) => !name.endsWith('.ts') && name !== 'und');
    expect(folders).toEqual([...packLocales].sort());
  });
});

describe('a stage', () => {
  it.each(stageIds)('%s has its file', (id) => {
    expect(missing([`src/pipeline/stages/${id}.ts`])).toEqual([]);
  });
});

describe('a page of the docs', () => {
  const pages = (readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }) as string[])
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.md') && !file.endsWith('.ko.md') && !file.startsWith('docs/decisions/'));
  const both = ['README.md', ...pages];

  /** Heading levels and fenced blocks: what a page and its translation share. */
  const shape = (file: string) =>
    [...read(file).matchAll(/^(?:(#{1,6}) |(`{3,}\w*)$)/gm)].map((match) => match[1]?.length ?? match[2]);

  it.each(both)('%s stands in Korean too, with the same sections and examples', (file) => {
    const korean = file.replace(/\.md$/, '.ko.md');
    expect(missing([korean])).toEqual([]);
    expect(shape(korean)).toEqual(shape(file));
  });

  it.each([...both, ...both.map((file) => file.replace(/\.md$/, '.ko.md'))])('%s links to files that exist', (file) => {
    // Links in examples lead nowhere.
    const text = read(file).replaceAll(/^(`{3,})[^`]*\n[\s\S]*?\n\1$/gm, '');
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1]!);
    expect(missing(links.map((link) => join(file, '..', link)))).toEqual([]);
  });
});
