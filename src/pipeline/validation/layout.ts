import { readdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { packLocales } from '../../languages/index.js';
import type { Locale } from '../../model/locale.js';
import { readHead } from '../head.js';
import { slugKey } from '../inventory.js';
import { findProject, inside, isFolder } from '../project.js';

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

/**
 * The project that a folder asks for, and where in it to look: a folder that holds `content/` is a project, any other stands
 * in one (`content`, `content/ko`, `content/en/politics`), and only pairs with a file below it are meant. Throws `not-found`.
 */
export async function askedFolder(folder: string): Promise<{ root: string; below?: string }> {
  if (await isFolder(join(folder, 'content'))) return { root: folder };
  const { root } = await findProject(folder);
  return { root, below: `${await realpath(folder)}${sep}` };
}

/** Whether a pair has a file below a folder. */
export function standsBelow({ source, target }: FilePair, folder: string): boolean {
  return source.startsWith(folder) || target.startsWith(folder);
}

/**
 * The pairs that stand in `<folder>/content/<locale>/`. Which of two files is the source: the one that no other is named as.
 * Throws `outside-project` for an article that a symbolic link brings in from elsewhere: what it holds would be quoted in
 * the report of whoever sent the link.
 */
export async function findPairs(folder: string, wanted: Wanted): Promise<FilePair[]> {
  const bySlug = new Map<string, { locale: Locale; file: string; slug: string }[]>();
  for (const locale of packLocales) {
    for (const [slug, file] of await articlesOf(folder, locale)) {
      const key = slugKey(slug);
      bySlug.set(key, [...(bySlug.get(key) ?? []), { locale, file, slug }]);
    }
  }
  const pairs: FilePair[] = [];
  for (const [, files] of [...bySlug].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (files.length < 2) continue;
    const source =
      wanted.from === undefined ? await sourceOf(files) : files.find(({ locale }) => locale === wanted.from);
    if (source === undefined) continue;
    for (const target of files) {
      if (target === source || (wanted.to !== undefined && target.locale !== wanted.to)) continue;
      pairs.push({
        source: source.file,
        target: target.file,
        from: source.locale,
        to: target.locale,
        slug: source.slug,
      });
    }
  }
  return pairs;
}

/** Markdown files of a locale by slug; none where there is no such folder. */
async function articlesOf(root: string, locale: Locale): Promise<[string, string][]> {
  const folder = join(root, 'content', locale);
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const articles: [string, string][] = [];
  for (const entry of found) {
    if (entry.isDirectory() || !/\.mdx?$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) await inside({ root: await realpath(root) }, root, file);
    const slug = relative(folder, file).split(sep).join('/');
    articles.push([slug.replace(/\.mdx?$/, ''), file]);
  }
  return articles;
}

/** The file that says it is no translation; where none says anything, the first language's. */
async function sourceOf<T extends { locale: Locale; file: string }>(files: readonly T[]): Promise<T | undefined> {
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
