import { createCache } from '../publish/cache.js';
import type { Entry } from '../publish/entry.js';
import { editionOf } from '../publish/entry.js';
import type { Verdict } from '../publish/outputs.js';
import { blockersOf, type TranslationView } from './editing/view.js';

/** How many verdicts are kept: one for each published translation of a large site. */
const kept = 50_000;

/** Verdicts on published translations, each made once for what stands there. */
export interface Verdicts {
  readonly passes: Verdict;
  /** Something was waived, which no file shows: this one is made anew. */
  forget(slug: string, to: string): void;
}

/** Verdicts by the editor's own gate. What cannot be opened does not pass. */
export function createVerdicts(open: (entry: Entry, to: string) => Promise<TranslationView>): Verdicts {
  const known = createCache<Promise<boolean>>(kept);
  const times = new Map<string, number>();
  return {
    passes(entry, to) {
      const { source } = entry;
      const found = editionOf(entry, to)?.found;
      if (found === undefined) return Promise.resolve(false);
      return known.get(
        [to, source.slug, source.revision, found.revision, times.get(`${to}/${source.slug}`) ?? 0].join('\0'),
        () =>
          open(entry, to).then(
            (view) => blockersOf(view).length === 0,
            () => false,
          ),
      );
    },
    forget(slug, to) {
      const key = `${to}/${slug}`;
      times.set(key, (times.get(key) ?? 0) + 1);
    },
  };
}
