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

/** Finds articles, the newest first. */
export type Finder = (query: ArticleQuery) => Promise<z.infer<typeof articleListSchema>>;
