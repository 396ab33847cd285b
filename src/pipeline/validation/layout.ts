import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { packLocales } from '../../languages/index.js';
import type { Locale } from '../../model/locale.js';
import { readHead } from '../head.js';

/** A source article and its translation, as files. */
export interface FilePair {
  readonly source: string;
  readonly target: string;
  readonly from: Locale;
  readonly to: Locale;
  readonly slug: string;
}

/** Which pairs are wanted: all, or only those from or into certain languages. */
export interface Wanted {
  readonly from?: Locale | undefined;
  readonly to?: Locale | undefined;
}

/** The pairs that stand in `<folder>/content/<locale>/`. Which of two files is the source: the one that no other is named as. */
export async function findPairs(folder: string, wanted: Wanted): Promise<FilePair[]> {
  const bySlug = new Map<string, { locale: Locale; file: string }[]>();
  for (const locale of packLocales) {
    for (const [slug, file] of await articlesOf(join(folder, 'content', locale))) {
      bySlug.set(slug, [...(bySlug.get(slug) ?? []), { locale, file }]);
    }
  }
  const pairs: FilePair[] = [];
  for (const [slug, files] of [...bySlug].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (files.length < 2) continue;
    const source =
      wanted.from === undefined ? await sourceOf(files) : files.find(({ locale }) => locale === wanted.from);
    if (source === undefined) continue;
    for (const target of files) {
      if (target === source || (wanted.to !== undefined && target.locale !== wanted.to)) continue;
      pairs.push({ source: source.file, target: target.file, from: source.locale, to: target.locale, slug });
    }
  }
  return pairs;
}

/** Markdown files below a folder by slug; none where it does not exist. */
async function articlesOf(folder: string): Promise<[string, string][]> {
  const names = await readdir(folder, { recursive: true, encoding: 'utf8' }).catch(() => []);
  return names
    .filter((name) => /\.mdx?$/.test(name))
    .map((name): [string, string] => [
      name
        .split(sep)
        .join('/')
        .replace(/\.mdx?$/, ''),
      join(folder, name),
    ]);
}

/** The file that says it is no translation; where none says anything, the first language's. */
async function sourceOf(files: readonly { locale: Locale; file: string }[]) {
  for (const file of files) {
    const head = readHead(await readFile(file.file, 'utf8').catch(() => ''));
    if (head.translationOf !== undefined) {
      const locale = /^([a-z]{2,3})\//.exec(head.translationOf.replace(/^\/?(?:content\/)?/, ''))?.[1];
      const named = files.find((other) => other !== file && (locale === undefined || other.locale === locale));
      if (named !== undefined) return named;
    }
  }
  return files[0];
}
