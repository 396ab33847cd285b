import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { DiptychError } from '../model/errors.js';
import { sha256 } from '../model/hash.js';
import type { Locale } from '../model/locale.js';
import { matchesGlob } from './glob.js';
import { type Head, readHead } from './head.js';
import { suggestion } from './problem.js';
import { inside, type Project } from './project.js';
import type { Pipeline } from './schema.js';

/** An article file as the folders show it: not parsed yet. */
export interface FoundFile {
  /** Path relative to the project, slashes forward. */
  readonly file: string;
  readonly slug: string;
  readonly locale: Locale;
  /** SHA-256 of the bytes. */
  readonly revision: string;
  readonly head: Head;
}

/** A source article with the locales that it goes into. */
export interface SourceFile extends FoundFile {
  readonly to: readonly Locale[];
}

/** All that `content/` holds, as far as the pipeline looks at it. */
export interface Inventory {
  /** Sorted by file. */
  readonly sources: readonly SourceFile[];
  /** Translations by `<locale>/<slug>` (see `key`). */
  readonly translations: ReadonlyMap<string, FoundFile>;
  /** What cannot be worked on: too large, two sources with one slug. By file. */
  readonly errors: ReadonlyMap<string, DiptychError>;
}

/** How a slug is compared: macOS stores decomposed Hangul and ignores case, so `가.md` and `Foo.md` can collide there. */
export function slugKey(slug: string): string {
  return slug.normalize('NFC').toLowerCase();
}

/** The key of a translation in an inventory. */
export function translationKey(locale: Locale, slug: string): string {
  return `${locale}/${slugKey(slug)}`;
}

/** Where the translation of an article is delivered, relative to the project. */
export function targetFile(slug: string, to: Locale): string {
  return `content/${to}/${slug}.md`;
}

/** Whether a translation says that it is of this source: `en/slug`, or as people write it, `slug` or `content/en/slug.md`. */
export function isTranslationOf(translation: FoundFile, source: FoundFile): boolean {
  const of = (translation.head.translationOf ?? '').replace(/^\/?(?:content\/)?/, '').replace(/\.md$/, '');
  return [`${source.locale}/${source.slug}`, source.slug].some((name) => slugKey(name) === slugKey(of));
}

/** What earlier looks found, by file. A server that looks every second need not read what has not changed. */
export type SeenFiles = Map<string, { readonly stamp: string; readonly found: FoundFile }>;

/** How many files are read at once. */
const together = 32;

/** A file that was written less than this before it was looked at may be written again within one tick of its clock, in ms. */
const settled = 100;

/** Looks through `content/<locale>/` of every locale that the pipeline names. */
export async function takeInventory(project: Project, pipeline: Pipeline, seen?: SeenFiles): Promise<Inventory> {
  const locales = [...new Set(pipeline.sources.flatMap(({ locale, to }) => [locale, ...to]))];
  const errors = new Map<string, DiptychError>();
  const found: FoundFile[] = [];
  for (const locale of locales) {
    const files = await articleFiles(project, locale);
    for (let at = 0; at < files.length; at += together) {
      const some = files.slice(at, at + together);
      const results = await Promise.all(some.map((file) => lookAt(project, file, locale, pipeline, seen)));
      for (const [index, result] of results.entries()) {
        if (result instanceof DiptychError) errors.set(some[index]!, result);
        else found.push(result);
      }
    }
  }
  const translations = new Map<string, FoundFile>();
  const sources: SourceFile[] = [];
  for (const one of found) {
    if (one.head.translationOf !== undefined) {
      translations.set(translationKey(one.locale, one.slug), one);
      continue;
    }
    const to = pipeline.sources
      .filter((source) => source.locale === one.locale && isNamed(one, source))
      .flatMap((source) => source.to);
    if (to.length > 0) sources.push({ ...one, to: [...new Set(to)] });
  }
  sources.sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const [a, b] of duplicates(sources)) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      errors.set(
        one.file,
        new DiptychError('duplicate-slug', { slug: one.slug, other: other.file }, { file: one.file }),
      );
    }
  }
  return { sources: sources.filter(({ file }) => !errors.has(file)), translations, errors };
}

function isNamed(file: FoundFile, source: Pipeline['sources'][number]): boolean {
  const path = file.file.slice(`content/${file.locale}/`.length);
  return (
    source.include.some((glob) => matchesGlob(path, glob)) && !source.exclude.some((glob) => matchesGlob(path, glob))
  );
}

function duplicates(sources: readonly SourceFile[]): readonly (readonly [SourceFile, SourceFile])[] {
  const first = new Map<string, SourceFile>();
  const pairs: [SourceFile, SourceFile][] = [];
  for (const source of sources) {
    const other = first.get(slugKey(source.slug));
    if (other) pairs.push([other, source]);
    else first.set(slugKey(source.slug), source);
  }
  return pairs;
}

/** The Markdown files below `content/<locale>/`, sorted. Symbolic links are followed only to files inside the project. */
async function articleFiles(project: Project, locale: Locale): Promise<readonly string[]> {
  const folder = join(project.root, 'content', locale);
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
      throw new DiptychError('store-failed', { path: folder, reason: error.message }, { file: folder }, error);
    },
  );
  return entries
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.md') && !entry.name.startsWith('.'))
    .map((entry) => relative(project.root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Looks at one file: what it is, or what is wrong with it. `seen` answers for a file that is as it was. */
export async function lookAt(
  project: Project,
  file: string,
  locale: Locale,
  { limits }: Pipeline,
  seen?: SeenFiles,
): Promise<FoundFile | DiptychError> {
  const path = join(project.root, file);
  const limit = limits.fileBytes;
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(path);
    const stamp = `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
    const known = seen?.get(file);
    if (known?.stamp === stamp) return known.found;
    if (size > limit) return new DiptychError('file-too-large', { bytes: size, limit }, { file });
    if (relative(project.root, await realpath(path)).startsWith('..')) {
      return new DiptychError('outside-project', { path: file, root: project.root }, { file });
    }
    const now = Date.now();
    const bytes = await readFile(path);
    const revision = sha256(bytes);
    const slug = file.slice(`content/${locale}/`.length, -'.md'.length);
    const found = { file, slug, locale, revision, head: readHead(bytes.toString('utf8')) };
    if (now - Math.max(mtimeMs, ctimeMs) > settled) seen?.set(file, { stamp, found });
    return found;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new DiptychError('store-failed', { path: file, reason }, { file }, error);
  }
}

/** What the words of a command line name. */
export interface Scope {
  readonly sources: readonly SourceFile[];
  /** Errors of what was named, or of all that was found when nothing was. */
  readonly errors: readonly DiptychError[];
}

/**
 * The sources that `named` (slugs, `<locale>/<slug>`, files, or folders below `content/`) stands for; all of them when
 * nothing is named. A delivered translation stands for its source. Throws `outside-project` and `not-found`.
 */
export async function chooseArticles(
  project: Project,
  inventory: Inventory,
  cwd: string,
  named: readonly string[],
): Promise<Scope> {
  if (named.length === 0) return { sources: inventory.sources, errors: [...inventory.errors.values()] };
  const sources = new Set<SourceFile>();
  const errors = new Set<DiptychError>();
  for (const name of named) {
    const chosen = await choose(project, inventory, cwd, name);
    for (const source of chosen.sources) sources.add(source);
    for (const error of chosen.errors) errors.add(error);
  }
  return { sources: [...sources], errors: [...errors] };
}

async function choose(project: Project, inventory: Inventory, cwd: string, name: string): Promise<Scope> {
  const key = slugKey(name);
  const bySlug = inventory.sources.filter((s) => slugKey(s.slug) === key || translationKey(s.locale, s.slug) === key);
  const errorsBySlug = [...inventory.errors]
    .filter(([file]) => slugKey(posixSlug(file)) === key)
    .map(([, error]) => error);
  if (bySlug.length + errorsBySlug.length > 0) return { sources: bySlug, errors: errorsBySlug };

  const file = await inside(project, cwd, name);
  const within = (candidate: string) => candidate === file || candidate.startsWith(`${file}/`) || file === '';
  const sources = inventory.sources.filter((source) => within(source.file));
  const errors = [...inventory.errors].filter(([path]) => within(path)).map(([, error]) => error);
  for (const translation of inventory.translations.values()) {
    if (!within(translation.file)) continue;
    sources.push(...inventory.sources.filter((s) => isTranslationOf(translation, s) && !sources.includes(s)));
  }
  if (sources.length + errors.length > 0) return { sources, errors };
  const meant = suggestion(
    name,
    inventory.sources.map(({ slug }) => slug),
  );
  throw new DiptychError('not-found', {
    context: meant === undefined ? 'article' : 'article-suggest',
    article: name,
    ...(meant === undefined ? {} : { meant }),
  });
}

/** The slug of `content/<locale>/<slug>.md`. */
function posixSlug(file: string): string {
  return posix.join(...file.split('/').slice(2)).replace(/\.md$/, '');
}
