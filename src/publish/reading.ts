import type { Article } from '../model/article.js';
import type { Locale } from '../model/locale.js';
import { type Edition, type Entry, editionOf } from './entry.js';
import type { Head, Heads } from './heads.js';
import type { Library } from './library.js';

/** An article as a reader of one language gets it. */
export interface Reading {
  readonly entry: Entry;
  /** The language that was asked for. */
  readonly locale: Locale;
  readonly state: Edition['state'] | 'source';
  /** The text that there is: the translation, or the source where there is none. */
  readonly article: Article;
  /** In the language asked for wherever it is known: from the translation, or from memory before there is one. */
  readonly head: Head;
}

/** An article in a language that it goes into, or its own; the source's text stands in for what does not exist. */
export async function readIn(library: Library, heads: Heads, entry: Entry, locale: Locale): Promise<Reading> {
  const edition = editionOf(entry, locale);
  const article = await library.read(edition?.found ?? entry.source);
  const head = await heads.of(entry, locale);
  return { entry, locale, state: edition?.state ?? 'source', article, head };
}

/** Whether a reader gets another language than asked for. */
export function isFallback({ locale, article }: Reading): boolean {
  return article.locale !== locale;
}
