import { checkArticles, checkUnit } from '../checks/run.js';
import type { LanguagePack } from '../languages/pack.js';
import type { Article, Unit } from '../model/article.js';
import type { Concept } from '../model/concept.js';
import type { Content } from '../model/inline.js';
import { atLeast, type Issue } from '../model/issue.js';
import type { Style } from '../model/style.js';
import type { Pipeline } from './schema.js';

/** The checks of one pipeline in one direction. */
export interface Checking {
  /** All issues of a finished translation, severities as the pipeline sets them. */
  issues(source: Article, translation: Article): readonly Issue[];
  /** Whether a unit's translation has no issue that may never be written. */
  isSafe(unit: Unit, target: Content): boolean;
  /** The first issue that may never be written. */
  fault(unit: Unit, target: Content): Issue | undefined;
}

/**
 * Whether an issue may never be written: a wrong or lost figure, broken markup. What reads badly or misses a term is
 * reported; a person may see to it.
 */
export function isUnsafe({ severity, category, type }: Issue): boolean {
  return atLeast(severity, 'major') && (type === 'numbers' || category === 'design-and-markup' || type === 'omission');
}

/** The checks of single units that find what may never be written; no other's findings are unsafe. */
export const guards: readonly string[] = ['quantities', 'numbering', 'leftovers', 'truncation'];

/** Prepares the checks that a pipeline leaves on, with its severities and options. */
export function createChecking(
  { off, checks, topics }: Pipeline,
  from: LanguagePack,
  to: LanguagePack,
  concepts: readonly Concept[],
  style: Style,
): Checking {
  const options = { from, to, concepts, topics, style, off, checks };
  const guarding = { ...options, only: guards };
  const fault = (unit: Unit, target: Content) =>
    checkUnit({ source: unit, target: { ...unit, ...target } }, guarding).find(isUnsafe);
  return {
    issues: (source, translation) => checkArticles(source, translation, options),
    isSafe: (unit, target) => fault(unit, target) === undefined,
    fault,
  };
}
