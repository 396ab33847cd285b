import type { Article, GlossedArticle, TranslatedUnit } from '../model/article.js';
import type { DiptychError } from '../model/errors.js';
import type { Content } from '../model/inline.js';
import type { Issue } from '../model/issue.js';
import type { Reason } from '../model/refusal.js';
import type { LeftReason } from './report.js';

/** Why a unit is left in the source language. */
export interface Refusal {
  readonly reason: LeftReason;
  /** Why the last answer was refused. */
  readonly reasons?: readonly Reason[];
  /** What the engine failed of. */
  readonly error?: DiptychError;
  /** The engine's translation that the checks of the article took back, which memory holds by then. */
  readonly takenBack?: { readonly target: Content; readonly engine: string };
}

/** A translated unit with what decided it, for the counts of the report. */
export interface DecidedUnit extends TranslatedUnit {
  readonly by: 'kept' | 'human' | 'stale' | 'patched' | 'memory' | 'rendered' | 'engine' | 'left';
  /** Why it is left in the source language. */
  readonly refusal?: Refusal;
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
