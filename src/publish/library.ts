import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArticle } from '../markdown/parse.js';
import { decodeSource } from '../markdown/read.js';
import type { Article } from '../model/article.js';
import { DiptychError } from '../model/errors.js';
import { type FoundFile, type SeenFiles, slugKey, takeInventory } from '../pipeline/inventory.js';
import type { Project } from '../pipeline/project.js';
import type { Pipeline } from '../pipeline/schema.js';
import { createCache } from './cache.js';
import type { Entry } from './entry.js';
import { lookAgain, type Shelf, shelve } from './shelf.js';

/** The articles of a project, as readers and editors see them. Reads files; never writes. */
export interface Library {
  /** All articles, by file, as they were at most a moment ago. */
  entries(): Promise<readonly Entry[]>;
  /** One article as its files are now. Throws `not-found`, or what is wrong with the file. */
  entry(slug: string): Promise<Entry>;
  /** One article as it was at most a moment ago: for readers, of whom there are many. Throws as `entry` does. */
  recent(slug: string): Promise<Entry>;
  /** The same without waiting; `undefined` where it must be looked for. */
  glance(slug: string): Entry | undefined;
  /** A source or translation, parsed. */
  read(file: FoundFile): Promise<Article>;
  /** What has been seen of the files, for others who look. */
  readonly seen: SeenFiles;
}

/** How long what was seen in the folders is answered with, in milliseconds; a new file is found after that. */
const fresh = 1000;

/** Of a large project the look takes longer; then it takes at most this share of the time. */
const share = 10;

/** Below so many articles a project is looked through while somebody waits. */
const small = 200;

/** How many parsed articles are kept. */
const parsedArticles = 200;

/** Opens a project's articles. */
export function openLibrary(project: Project, pipeline: Pipeline): Library {
  const parsed = createCache<Promise<Article>>(parsedArticles);
  const seen: SeenFiles = new Map();
  let shelf: Shelf | undefined;
  let looking: Promise<Shelf> | undefined;
  let next = 0;

  /** Looks through all folders. Entries whose files are as they were stay the same objects. */
  const look = (): Promise<Shelf> => {
    looking ??= (async () => {
      const started = performance.now();
      try {
        shelf = shelve(await takeInventory(project, pipeline, seen), shelf);
        const ended = performance.now();
        next = ended + Math.max(fresh, share * (ended - started));
        return shelf;
      } finally {
        looking = undefined;
      }
    })();
    return looking;
  };

  /** What was seen last; where that is old it is looked again, behind the asker's back. */
  const now = async (): Promise<Shelf> => {
    if (shelf === undefined) return look();
    if (performance.now() > next) {
      const again = look();
      // A small project is looked through at once, so that a new file is there when it is asked for.
      if (shelf.entries.length < small) return again;
      again.catch(() => {});
    }
    return shelf;
  };

  const library: Library = {
    seen,
    entries: async () => (await now()).entries,
    recent: async (slug) => (await now()).bySlug.get(slugKey(slug)) ?? library.entry(slug),
    glance(slug) {
      if (performance.now() > next) {
        if (shelf === undefined || shelf.entries.length < small) return undefined;
        look().catch(() => {});
      }
      return shelf?.bySlug.get(slugKey(slug));
    },
    async entry(slug) {
      const key = slugKey(slug);
      const known = (await now()).bySlug.get(key) ?? (await look()).bySlug.get(key);
      const entry = known && (await lookAgain(project, pipeline, known, seen));
      if (entry === undefined) {
        for (const [file, error] of (await look()).errors) {
          if (slugKey(file.split('/').slice(2).join('/')) === `${key}.md`) throw error;
        }
        throw new DiptychError('not-found', { context: 'article', article: slug });
      }
      if (entry !== known) shelf?.replace(entry);
      return entry;
    },
    read(found) {
      const key = `${found.file}\0${found.revision}`;
      return parsed.get(key, async () => {
        const { file, slug, locale } = found;
        const bytes = await readFile(join(project.root, file)).catch((error: NodeJS.ErrnoException) => {
          throw new DiptychError('store-failed', { path: file, reason: error.message }, { file }, error);
        });
        const text = decodeSource(bytes, file, pipeline.limits.fileBytes);
        return parseArticle(text, { file, slug, locale, fields: pipeline.frontmatter });
      });
    },
  };
  return library;
}
