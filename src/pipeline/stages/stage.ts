import type { LanguagePack } from '../../languages/pack.js';
import type { Article, GlossedArticle } from '../../model/article.js';
import type { Style } from '../../model/style.js';
import type { Asker } from '../ask.js';
import type { Checking } from '../checking.js';
import type { ArticlePlan } from '../plan.js';
import type { Bill } from '../question.js';
import type { Pipeline } from '../schema.js';
import type { Terms } from '../topical-terms.js';

/** What a stage may read that works on the source alone, once for all target languages. */
export interface SourceContext {
  readonly pipeline: Pipeline;
}

/** What a stage knows once the target language is known. */
export interface TargetContext extends SourceContext {
  readonly from: LanguagePack;
  readonly to: LanguagePack;
  /** The house style of the target language. */
  readonly style: Style;
  /** What the termbase makes of an article on these topics. */
  readonly terms: (topics: readonly string[]) => Terms;
  readonly checking: Checking;
}

/** What a stage knows once it is planned what becomes of each unit. */
export interface PlannedContext extends TargetContext {
  readonly plan: ArticlePlan;
  readonly asker: Asker;
  /** What the article takes of engines. */
  readonly bill: Bill;
}

/**
 * A stage takes an article and returns it with fields added; it never takes any away and never parses the source again.
 * Its phase says how often it runs and what it knows; phases follow each other in the order given here, and between
 * `target` and `planned` the pure plan is made. A stage is one file of this folder, one line in `index.ts` and `ids.ts`,
 * and one line of a pipeline file.
 */
export type Stage = SourceStage | TargetStage | PlannedStage;

export interface SourceStage {
  readonly phase: 'source';
  run(article: Article, context: SourceContext): Article | Promise<Article>;
}

export interface TargetStage {
  readonly phase: 'target';
  run(article: Article, context: TargetContext): GlossedArticle | Promise<GlossedArticle>;
}

export interface PlannedStage {
  readonly phase: 'planned';
  run(article: GlossedArticle, context: PlannedContext): GlossedArticle | Promise<GlossedArticle>;
}
