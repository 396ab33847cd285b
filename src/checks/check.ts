import type { LanguagePack } from '../languages/pack.js';
import type { Article, UnitPair } from '../model/article.js';
import type { Concept } from '../model/concept.js';
import type { Fix, Issue, ItsType, MqmCategory, Severity, Span } from '../model/issue.js';
import type { Style } from '../model/style.js';
import type { TablePair } from './table-pairing.js';

/** What a check reads. It reads no file and asks no clock: the same input gives the same issues. */
export interface CheckContext {
  readonly from: LanguagePack;
  readonly to: LanguagePack;
  readonly concepts: readonly Concept[];
  /** The house style of the target language. */
  readonly style: Style;
  /** The check's own options from the pipeline file, parsed by its `options` schema. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a check says of one finding; the runner adds file, line, column and unit. */
export interface Finding {
  /** Message key below `checks.<check id>.` in `locales/<locale>/ui.json`. */
  readonly key: string;
  readonly values?: Issue['values'];
  readonly severity: Severity;
  readonly type?: ItsType;
  readonly category?: MqmCategory;
  readonly source?: Span | null;
  readonly target?: Span | null;
  readonly fix?: Fix;
  /**
   * What it is about where its values name that by a number: the header of the third table. `null`: the whole article, though
   * it is told at its first passage.
   */
  readonly about?: string | null;
  /** The pair it belongs to; absent for the whole article. Where neither is given, `line` and `column` place it. */
  readonly pair?: UnitPair;
  readonly line?: number;
  readonly column?: number;
}

/** Two whole articles and their units aligned. */
export interface ArticlePair {
  readonly source: Article;
  readonly target: Article;
  readonly pairs: readonly UnitPair[];
  readonly tables: readonly TablePair[];
}

/** Looks at one pair of articles after another and compares each with those before; it keeps little of each. */
export type Across = (pair: ArticlePair, context: CheckContext) => readonly Finding[];

/**
 * One check. It has `unit` (run for each pair of units, article or not), `article` (run once for a pair of articles),
 * or both. With `across` it compares the articles of a project too: called once for each direction of a project.
 * Types and categories are its defaults; a finding may say otherwise.
 */
export interface Check {
  readonly id: string;
  readonly type: ItsType;
  readonly category: MqmCategory;
  unit?(pair: UnitPair, context: CheckContext): readonly Finding[];
  article?(pair: ArticlePair, context: CheckContext): readonly Finding[];
  across?(): Across;
}
