import type { Article, GlossedArticle, TranslatedUnit } from '../model/article.js';
import type { Issue } from '../model/issue.js';
import type { LeftReason } from './report.js';

/** A translated unit with what decided it, for the counts of the report. */
export interface DecidedUnit extends TranslatedUnit {
  readonly by: 'kept' | 'human' | 'stale' | 'patched' | 'memory' | 'rendered' | 'engine' | 'left';
  /** Why it is left in the source language. */
  readonly refusal?: { readonly reason: LeftReason; readonly detail?: string };
}

/** What the translate stage makes of an article. */
export interface DecidedArticle extends GlossedArticle {
  readonly units: readonly DecidedUnit[];
}

/** What the validate stage makes of it: what may be delivered, as text, with what the checks found in it. */
export interface CheckedArticle extends DecidedArticle {
  readonly issues: readonly Issue[];
  /** The translation's file as it is to be, parsed. */
  readonly translation: Article;
}
