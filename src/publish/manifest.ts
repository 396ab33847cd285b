import type { Locale } from '../model/locale.js';
import type { Delivery } from '../store/store.js';
import type { Entry } from './entry.js';
import type { Output } from './outputs.js';
import type { EditionState } from './states.js';

/** A language that an article is out in. */
export interface ManifestLanguage {
  readonly locale: Locale;
  /** `original`: what the author wrote. `passes`: whole, current, and without an issue that stands in the way. */
  readonly verdict: 'original' | 'passes';
  readonly state: 'source' | EditionState;
  /** Revision of the source that it says the same as. */
  readonly sourceRevision: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  readonly address: string;
  /** How many units came from where: `human`, `memory`, `rendered`, `patched`, `engine:openai:gpt-5`. */
  readonly provenance: Readonly<Record<string, number>>;
}

/** An article with the languages that it is out in, and those that it is not. */
export interface ManifestArticle {
  readonly slug: string;
  readonly sourceLocale: Locale;
  readonly sourceRevision: string;
  readonly languages: readonly ManifestLanguage[];
  readonly missing: readonly { readonly locale: Locale; readonly state: EditionState }[];
}

/** What a publishing system checks its copies by. */
export interface Manifest {
  readonly version: 1;
  readonly articles: readonly ManifestArticle[];
}

/** One article's part of the manifest. `deliveryOf` gives the record of a translation, if there is one. */
export async function manifestArticle(
  entry: Entry,
  outputs: readonly Output[],
  deliveryOf: (slug: string, locale: Locale) => Promise<Delivery | undefined>,
  addressOf: (output: Output) => string,
): Promise<ManifestArticle> {
  const { source, editions } = entry;
  const languages = await Promise.all(
    outputs.map(async (output): Promise<ManifestLanguage> => {
      const edition = editions.find(({ locale }) => locale === output.locale);
      const delivery = output.original ? undefined : await deliveryOf(output.slug, output.locale);
      return {
        locale: output.locale,
        verdict: output.original ? 'original' : 'passes',
        state: output.original || edition === undefined ? 'source' : edition.state,
        sourceRevision: source.revision,
        sha256: output.revision,
        address: addressOf(output),
        provenance: provenanceOf(delivery),
      };
    }),
  );
  const out = new Set(outputs.map(({ locale }) => locale));
  return {
    slug: source.slug,
    sourceLocale: source.locale,
    sourceRevision: source.revision,
    languages,
    missing: editions.filter(({ locale }) => !out.has(locale)).map(({ locale, state }) => ({ locale, state })),
  };
}

function provenanceOf(delivery: Delivery | undefined): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { origin } of delivery?.units ?? []) {
    const name = origin.engine === undefined ? origin.kind : `${origin.kind}:${origin.engine}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
