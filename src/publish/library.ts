import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArticle } from '../markdown/parse.js';
import { decodeSource } from '../markdown/read.js';
import type { Article } from '../model/article.js';
import { DiptychError } from '../model/errors.js';
import type { Locale } from '../model/locale.js';
import {
  type FoundFile,
  type Inventory,
  isTranslationOf,
  type SourceFile,
  slugKey,
  takeInventory,
  translationKey,
} from '../pipeline/inventory.js';
import type { Project } from '../pipeline/project.js';
import type { Pipeline } from '../pipeline/schema.js';
import { createCache } from './cache.js';
import type { EditionState } from './states.js';

/** An article in one of the locales that it goes into. */
export interface Edition {
  readonly locale: Locale;
  /** As the files say; a job that is waiting or running is not known here. */
  readonly state: Exclude<EditionState, 'queued'>;
  readonly found?: FoundFile;
}

/** A source article with what stands in each other locale. */
export interface Entry {
  readonly source: SourceFile;
  readonly editions: readonly Edition[];
}

/** The articles of a project, as readers and editors see them. Reads files; never writes. */
export interface Library {
  /** All articles, by file. */
  entries(): Promise<readonly Entry[]>;
  /** One article as its files are now. Throws `not-found`, or what is wrong with the file. */
  entry(slug: string): Promise<Entry>;
  /** A source or translation, parsed. */
  read(file: FoundFile): Promise<Article>;
  /** Files were written: the next look is a fresh one. */
  changed(): void;
}

/** How long what was seen in the folders may be answered with, in milliseconds; files that change are seen after that. */
const fresh = 1000;

/** How many parsed articles are kept. */
const parsedArticles = 200;

/** Opens a project's articles. */
export function openLibrary(project: Project, pipeline: Pipeline): Library {
  const parsed = createCache<Promise<Article>>(parsedArticles);
  let seen: { readonly at: number; readonly shelf: Promise<Shelf> } | undefined;

  const look = (): Promise<Shelf> => {
    const now = performance.now();
    if (seen === undefined || now - seen.at > fresh) {
      const shelf = takeInventory(project, pipeline).then(shelve);
      seen = { at: now, shelf };
      shelf.catch(() => {
        seen = undefined;
      });
    }
    return seen.shelf;
  };

  return {
    entries: async () => (await look()).entries,
    async entry(slug) {
      const { bySlug, inventory } = await look();
      const found = bySlug.get(slugKey(slug));
      if (found !== undefined) return found;
      for (const [file, error] of inventory.errors) {
        if (slugKey(file.split('/').slice(2).join('/')) === `${slugKey(slug)}.md`) throw error;
      }
      throw new DiptychError('not-found', { context: 'article', article: slug });
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
    changed() {
      seen = undefined;
    },
  };
}

interface Shelf {
  readonly inventory: Inventory;
  readonly entries: readonly Entry[];
  readonly bySlug: ReadonlyMap<string, Entry>;
}

function shelve(inventory: Inventory): Shelf {
  const entries = inventory.sources.map((source): Entry => {
    const editions = source.to.map((locale): Edition => {
      const found = inventory.translations.get(translationKey(locale, source.slug));
      if (found === undefined || !isTranslationOf(found, source)) return { locale, state: 'missing' };
      return { locale, state: standingState(source, found), found };
    });
    return { source, editions };
  });
  return { inventory, entries, bySlug: new Map(entries.map((entry) => [slugKey(entry.source.slug), entry])) };
}

const claimed: ReadonlySet<string | undefined> = new Set(['partial', 'reviewed', 'published', 'stale']);

/** The state of a translation by its frontmatter; one of another revision of the source is stale whatever it says. */
function standingState(source: SourceFile, { head }: FoundFile): Edition['state'] {
  if (head.sourceRevision !== undefined && head.sourceRevision !== source.revision) return 'stale';
  return claimed.has(head.state) ? (head.state as Edition['state']) : 'translated';
}

/** An article's edition in a locale; `undefined` where it does not go into it. */
export function editionOf({ editions }: Entry, locale: Locale): Edition | undefined {
  return editions.find((edition) => edition.locale === locale);
}
