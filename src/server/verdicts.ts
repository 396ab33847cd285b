import { createCache } from '../publish/cache.js';
import type { Entry } from '../publish/entry.js';
import { editionOf } from '../publish/entry.js';
import type { Verdict } from '../publish/outputs.js';
import { blockersOf, type TranslationView } from './editing/view.js';
import type { VerdictFile } from './verdict-file.js';

/** How many verdicts are kept: one for each published translation of a large site. */
const kept = 50_000;

/** Verdicts on published translations, each made once for what stands there. */
export interface Verdicts {
  readonly passes: Verdict;
  /** Something was waived, which no file shows: this one is made anew. */
  forget(slug: string, to: string): void;
  /** Counts up whenever one is forgotten: of all, and of an article. */
  times(entry?: Entry): number;
}

/**
 * Verdicts by the editor's own gate. What cannot be opened does not pass. `waivers` of a translation are part of what
 * verdicts in `file` are kept by.
 */
export function createVerdicts(
  open: (entry: Entry, to: string) => Promise<TranslationView>,
  waivers: (slug: string, to: string) => Promise<unknown>,
  file: VerdictFile,
): Verdicts {
  const known = createCache<Promise<boolean>>(kept);
  const times = new Map<string, number>();
  let all = 0;

  async function judge(entry: Entry, to: string, revision: string): Promise<boolean> {
    const { slug, revision: source } = entry.source;
    const key = JSON.stringify([to, slug, source, revision, await waivers(slug, to)]);
    const before = await file.find(key);
    if (before !== undefined) return before;
    const passes = blockersOf(await open(entry, to)).length === 0;
    file.keep(key, passes);
    return passes;
  }

  return {
    passes(entry, to) {
      const { source } = entry;
      const found = editionOf(entry, to)?.found;
      if (found === undefined) return Promise.resolve(false);
      return known.get(
        [to, source.slug, source.revision, found.revision, times.get(`${to}/${source.slug}`) ?? 0].join('\0'),
        () => judge(entry, to, found.revision).catch(() => false),
      );
    },
    forget(slug, to) {
      const key = `${to}/${slug}`;
      times.set(key, (times.get(key) ?? 0) + 1);
      all++;
    },
    times: (entry) =>
      entry === undefined
        ? all
        : entry.editions.reduce((sum, { locale }) => sum + (times.get(`${locale}/${entry.source.slug}`) ?? 0), 0),
  };
}
