import type { Locale } from '../model/locale.js';
import type { FoundFile, SourceFile } from '../pipeline/inventory.js';
import type { EditionState } from './states.js';

/** An article in one of the locales that it goes into. */
export interface Edition {
  readonly locale: Locale;
  /** As the files say; a job that is waiting or running is not known here. */
  readonly state: Exclude<EditionState, 'queued'>;
  readonly found?: FoundFile;
}

/** A source article with what stands in each other locale. The same object as long as none of its files changes. */
export interface Entry {
  readonly source: SourceFile;
  readonly editions: readonly Edition[];
}

/** An article's edition in a locale; `undefined` where it does not go into it. */
export function editionOf({ editions }: Entry, locale: Locale): Edition | undefined {
  return editions.find((edition) => edition.locale === locale);
}
