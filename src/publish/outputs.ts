import type { Article } from '../model/article.js';
import type { Locale } from '../model/locale.js';
import type { FoundFile } from '../pipeline/inventory.js';
import type { Entry } from './entry.js';
import type { Head, Heads } from './heads.js';
import type { Library } from './library.js';

/** An article in a language that may be shown to the world: an original, or published, current and passing. */
export interface Output {
  readonly entry: Entry;
  readonly slug: string;
  readonly locale: Locale;
  readonly original: boolean;
  /** SHA-256 of the file. */
  readonly revision: string;
}

/** Whether a published translation passes all checks as it stands. */
export type Verdict = (entry: Entry, locale: Locale) => Promise<boolean>;

/** The outputs of one article. */
export async function outputsOf(entry: Entry, passes: Verdict): Promise<readonly Output[]> {
  const { slug, locale, revision } = entry.source;
  const outputs: Output[] = [{ entry, slug, locale, original: true, revision }];
  for (const { locale: to, state, found } of entry.editions) {
    if (state !== 'published' || found === undefined || !(await passes(entry, to))) continue;
    outputs.push({ entry, slug, locale: to, original: false, revision: found.revision });
  }
  return outputs;
}

/**
 * All outputs of a library, time and again: an article is judged anew only where its files have changed, or `times` of it,
 * which counts what no file shows. As long as nothing has, it is the same list.
 */
export function createOutputs(
  library: Library,
  passes: Verdict,
  times: (entry?: Entry) => number,
): () => Promise<readonly Output[]> {
  const judged = new WeakMap<Entry, { readonly times: number; readonly outputs: readonly Output[] }>();
  let last: { entries: readonly Entry[]; times: number; outputs: Promise<readonly Output[]> } | undefined;

  async function look(entries: readonly Entry[]): Promise<readonly Output[]> {
    const all: Output[] = [];
    for (const entry of entries) {
      const now = times(entry);
      let known = judged.get(entry);
      if (known?.times !== now) {
        known = { times: now, outputs: await outputsOf(entry, passes) };
        judged.set(entry, known);
      }
      all.push(...known.outputs);
    }
    return all;
  }

  return async () => {
    const entries = await library.entries();
    if (last?.entries !== entries || last.times !== times()) {
      const fresh = { entries, times: times(), outputs: look(entries) };
      last = fresh;
      fresh.outputs.catch(() => {
        if (last === fresh) last = undefined;
      });
    }
    return last.outputs;
  };
}

/** Outputs by their article. */
export function bySlug<T extends Pick<Output, 'slug'>>(outputs: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const output of outputs) {
    const group = groups.get(output.slug);
    if (group === undefined) groups.set(output.slug, [output]);
    else group.push(output);
  }
  return groups;
}

/** An output with what feeds tell of it. */
export interface Story extends Output {
  readonly article: Article;
  readonly head: Head;
}

/** The newest stories of a language, at most `limit`. An article whose file is broken is passed over. */
export async function newestStories(
  library: Library,
  heads: Heads,
  outputs: readonly Output[],
  locale: Locale,
  limit: number,
): Promise<readonly Story[]> {
  const listed: { output: Output; found: FoundFile; head: Head }[] = [];
  for (const output of outputs) {
    if (output.locale !== locale) continue;
    const { entry, original } = output;
    const found = original ? entry.source : entry.editions.find((edition) => edition.locale === locale)?.found;
    if (found === undefined) continue;
    try {
      listed.push({ output, found, head: await heads.of(entry, locale) });
    } catch {
      // The list of the others is worth more than one broken file.
    }
  }
  listed.sort((a, b) => compareText(b.head.date ?? '', a.head.date ?? '') || compareText(a.output.slug, b.output.slug));
  const newest = listed.slice(0, limit);
  return Promise.all(
    newest.map(async ({ output, found, head }) => ({ ...output, head, article: await library.read(found) })),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
