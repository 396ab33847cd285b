import type { z } from 'zod';
import type { articleListSchema } from './schemas.js';

/** Which articles are wanted. */
export interface ArticleQuery {
  /** Language of titles and summaries; `state` is about it. */
  readonly locale: string;
  readonly state?: string | undefined;
  readonly topic?: string | undefined;
  /** `2026-04` */
  readonly month?: string | undefined;
  /** Words that all stand in title, summary or topic, in one language or the other. */
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** How many articles have a topic or are of a month, and of how many the text exists in the language. */
export interface Tally {
  readonly name: string;
  readonly articles: number;
  readonly available: number;
}

/** Counts articles by the topic that they have in a language, or by month. */
export type Tallier = (locale: string, by: 'topic' | 'month') => Promise<readonly Tally[]>;

/** Finds articles, the newest first. */
export type Finder = (query: ArticleQuery) => Promise<z.infer<typeof articleListSchema>>;
