import type { Article } from '../../model/article.js';
import { DiptychError } from '../../model/errors.js';
import type { Locale } from '../../model/locale.js';
import type { Project } from '../../pipeline/project.js';
import type { Pipeline } from '../../pipeline/schema.js';
import type { Store } from '../../store/store.js';
import { type Drawings, drawOrTell, type Undrawn } from '../charts/collect.js';
import type { Edition, Entry } from '../entry.js';
import { createHeads } from '../heads.js';
import type { HtmlOptions } from '../html.js';
import type { Library } from '../library.js';
import { type ManifestArticle, manifestArticle } from '../manifest.js';
import { newestStories, type Output } from '../outputs.js';
import type { LayoutId } from './layout.js';
import { layouts } from './layouts/index.js';
import { planExport } from './plan.js';
import { type Written, writeExport } from './write.js';

/** From which state on a translation is exported: any that is whole, one that a person approved, one that was published. */
export const exportStates = ['translated', 'reviewed', 'published'] as const;
export type ExportState = (typeof exportStates)[number];

/** What an export works with. */
export interface ExportSetting {
  readonly project: Project;
  readonly pipeline: Pipeline;
  readonly store: Store;
  readonly library: Library;
  readonly layout: LayoutId;
  /** Absolute path of the folder that is written. */
  readonly folder: string;
  readonly url: string;
  readonly state: ExportState;
  /** How many things stand in the way of publishing a translation. */
  readonly blockers: (entry: Entry, to: Locale) => Promise<number>;
  readonly titleOf: (locale: Locale) => string;
  readonly footnotes: (locale: Locale) => HtmlOptions['footnotes'];
}

/** A translation that stands and is not exported. */
export interface HeldBack {
  readonly slug: string;
  readonly locale: Locale;
  readonly file: string;
  /**
   * `partial`, `stale`; `unapproved`: below the state asked for; `fails`: `blockers` things stand in the way; `unclear`:
   * what it translates cannot be told, as `error` says.
   */
  readonly reason: 'partial' | 'stale' | 'unapproved' | 'fails' | 'unclear';
  readonly blockers: number;
  readonly error?: DiptychError;
}

/** What an export came to. */
export interface ExportReport extends Written {
  readonly outputs: readonly { readonly slug: string; readonly locale: Locale; readonly original: boolean }[];
  readonly held: readonly HeldBack[];
  readonly missing: readonly string[];
  /** Charts that stay text, with the file that asks for each. */
  readonly undrawn: readonly (Undrawn & { readonly file: string })[];
}

/**
 * Writes all that may be shown to the world as files of a site. Throws `foreign-file` where a file that no export wrote
 * stands in the way, `store-failed` where the disk does not do as it is told.
 */
export async function exportSite(setting: ExportSetting): Promise<ExportReport> {
  const { project, pipeline, store, library, layout, folder, url } = setting;
  const entries = await library.entries();
  const outputs: Output[] = [];
  const held: HeldBack[] = [];
  const byEntry = new Map<Entry, Output[]>();
  for (const entry of entries) {
    const { slug, locale, revision } = entry.source;
    const own: Output[] = [{ entry, slug, locale, original: true, revision }];
    for (const edition of entry.editions) {
      const { found, locale: to } = edition;
      if (found === undefined) continue;
      const reason = await heldBack(setting, entry, edition);
      if (reason === undefined) own.push({ entry, slug, locale: to, original: false, revision: found.revision });
      else held.push({ slug, locale: to, file: found.file, ...reason });
    }
    byEntry.set(entry, own);
    outputs.push(...own);
  }
  const locales = [...new Set(pipeline.sources.flatMap(({ locale, to }) => [locale, ...to]))];
  const defaultLocale = pipeline.sources[0]!.locale;
  const heads = createHeads(project, library, store);
  const stories = [];
  for (const locale of locales) stories.push(...(await newestStories(library, heads, outputs, locale, outputs.length)));
  const addressOf = (output: Output) => url + layouts[layout].address(output, defaultLocale);
  const deliveryOf = (slug: string, to: Locale) => store.delivery(slug, to);
  const articles: ManifestArticle[] = [];
  for (const [entry, own] of byEntry) articles.push(await manifestArticle(entry, own, deliveryOf, addressOf));
  const drawings = new Map<Article, Drawings>();
  const undrawn: (Undrawn & { readonly file: string })[] = [];
  for (const { article } of stories) {
    const { drawings: drawn, undrawn: left } = await drawOrTell(article);
    drawings.set(article, drawn);
    undrawn.push(...left.map((one) => ({ ...one, file: article.file })));
  }
  const files = planExport({
    layout: layouts[layout],
    url,
    defaultLocale,
    locales,
    stories,
    manifest: articles,
    titleOf: setting.titleOf,
    footnotes: setting.footnotes,
    drawings,
  });
  const written = await writeExport(project.root, folder, layout, articles, files);
  const told = stories.map(({ slug, locale, original }) => ({ slug, locale, original }));
  return { ...written, held, undrawn, outputs: told };
}

async function heldBack(
  { state: least, blockers }: ExportSetting,
  entry: Entry,
  { locale, state }: Edition,
): Promise<Pick<HeldBack, 'reason' | 'blockers' | 'error'> | undefined> {
  if (state === 'partial' || state === 'stale') return { reason: state, blockers: 0 };
  const rank = (exportStates as readonly string[]).indexOf(state);
  if (rank < exportStates.indexOf(least)) return { reason: 'unapproved', blockers: 0 };
  try {
    const count = await blockers(entry, locale);
    return count === 0 ? undefined : { reason: 'fails', blockers: count };
  } catch (error) {
    if (!(error instanceof DiptychError)) throw error;
    return { reason: 'unclear', blockers: 0, error };
  }
}
