import { DiptychError } from '../model/errors.js';
import {
  type FoundFile,
  type Inventory,
  isTranslationOf,
  lookAt,
  type SeenFiles,
  type SourceFile,
  slugKey,
  targetFile,
  translationKey,
} from '../pipeline/inventory.js';
import type { Project } from '../pipeline/project.js';
import type { Pipeline } from '../pipeline/schema.js';
import type { Edition, Entry } from './entry.js';

/** All articles as they were seen together. */
export interface Shelf {
  readonly entries: readonly Entry[];
  readonly bySlug: ReadonlyMap<string, Entry>;
  readonly errors: ReadonlyMap<string, DiptychError>;
  /** Puts one article, looked at again, in the place of what it was. */
  replace(entry: Entry): void;
}

/** An inventory by article. What has not changed since `before` stays the same object, and with it what was made of it. */
export function shelve({ sources, translations, errors }: Inventory, before?: Shelf): Shelf {
  const entries = sources.map((source): Entry => {
    const editions = source.to.map((locale) =>
      editionAs(source, locale, translations.get(translationKey(locale, source.slug))),
    );
    const old = before?.bySlug.get(slugKey(source.slug));
    return old !== undefined && isSame(old, { source, editions }) ? old : { source, editions };
  });
  const unchanged = before?.entries.length === entries.length && entries.every((one, at) => one === before.entries[at]);
  return makeShelf(unchanged ? before.entries : entries, errors);
}

function makeShelf(initial: readonly Entry[], errors: Shelf['errors']): Shelf {
  let entries = initial;
  const bySlug = new Map(entries.map((entry) => [slugKey(entry.source.slug), entry]));
  return {
    get entries() {
      return entries;
    },
    bySlug,
    errors,
    replace(entry) {
      const key = slugKey(entry.source.slug);
      const old = bySlug.get(key);
      if (old === undefined) return;
      bySlug.set(key, entry);
      entries = entries.map((one) => (one === old ? entry : one));
    },
  };
}

/**
 * One article as its files are now: the same object where nothing changed, `undefined` where its source is gone or has
 * become something else. Throws what is wrong with the source.
 */
export async function lookAgain(
  project: Project,
  pipeline: Pipeline,
  entry: Entry,
  seen: SeenFiles,
): Promise<Entry | undefined> {
  const { source, editions } = entry;
  const look = (file: string, locale: string) => lookAt(project, file, locale, pipeline, seen);
  const now = await look(source.file, source.locale);
  if (now instanceof DiptychError) {
    if (now.code === 'store-failed') return undefined;
    throw now;
  }
  if (now.head.translationOf !== undefined) return undefined;
  const own: SourceFile = { ...now, to: source.to };
  const fresh = await Promise.all(
    editions.map(async ({ locale, found }) => {
      const file = await look(found?.file ?? targetFile(source.slug, locale), locale);
      return editionAs(own, locale, file instanceof DiptychError ? undefined : file);
    }),
  );
  const again = { source: own, editions: fresh };
  return isSame(entry, again) ? entry : again;
}

function isSame(a: Entry, b: Entry): boolean {
  return (
    a.source.file === b.source.file &&
    a.source.revision === b.source.revision &&
    a.source.to.join() === b.source.to.join() &&
    a.editions.every(({ found, state }, at) => {
      const other = b.editions[at];
      return found?.file === other?.found?.file && found?.revision === other?.found?.revision && state === other?.state;
    })
  );
}

function editionAs(source: SourceFile, locale: string, found: FoundFile | undefined): Edition {
  if (found === undefined || !isTranslationOf(found, source)) return { locale, state: 'missing' };
  return { locale, state: standingState(source, found), found };
}

const claimed: ReadonlySet<string | undefined> = new Set(['partial', 'reviewed', 'published', 'stale']);

/** The state of a translation by its frontmatter; one of another revision of the source is stale whatever it says. */
function standingState(source: SourceFile, { head }: FoundFile): Edition['state'] {
  if (head.sourceRevision !== undefined && head.sourceRevision !== source.revision) return 'stale';
  return claimed.has(head.state) ? (head.state as Edition['state']) : 'translated';
}
