import { checkArticles, checkUnit } from '../checks/run.js';
import type { LanguagePack } from '../languages/pack.js';
import type { Article, Unit } from '../model/article.js';
import type { Concept } from '../model/concept.js';
import { applyEdits } from '../model/edit.js';
import type { Content } from '../model/inline.js';
import { atLeast, type Fix, type Issue } from '../model/issue.js';
import type { Style } from '../model/style.js';
import { crosses } from '../quantities/render.js';
import type { Pipeline } from './schema.js';

/** The checks of one pipeline in one direction. */
export interface Checking {
  /** All issues of a finished translation, severities as the pipeline sets them. */
  issues(source: Article, translation: Article): readonly Issue[];
  /** Whether a unit's translation has no issue that may never be written. */
  isSafe(unit: Unit, target: Content): boolean;
  /** An engine's translation with its marks and particles put right. */
  mend(unit: Unit, target: Content): Content;
  /** The first issue that may never be written. */
  fault(unit: Unit, target: Content): Issue | undefined;
}

/**
 * Whether an issue may never be written: a wrong or lost figure, broken markup, a table that says its figures of another
 * row or column (two labels exchanged). What reads badly or misses a term is reported; a person may see to it.
 */
export function isUnsafe({ severity, category, type, check }: Issue): boolean {
  return (
    atLeast(severity, 'major') &&
    (type === 'numbers' || category === 'design-and-markup' || type === 'omission' || check === 'tables')
  );
}

/** The checks of single units that find what may never be written; no other's findings are unsafe. */
export const guards: readonly string[] = ['quantities', 'numbering', 'leftovers', 'truncation'];

/** Checks whose fixes are never in doubt: marks as the house writes them, and particles that agree. */
const menders: readonly string[] = ['punctuation', 'particles'];

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
  // One after the other: a mark that is put right may stand in front of a particle.
  const mending = menders.map((id) => ({ ...options, only: [id] }));
  const mend = (unit: Unit, target: Content) => {
    let now = target;
    for (const one of mending) {
      const fixes = checkUnit({ source: unit, target: { ...unit, ...now } }, one).flatMap(({ fix }) => fix ?? []);
      now = applyEdits(now, apart(fixes, now));
    }
    return now;
  };
  return {
    mend,
    issues: (source, translation) => checkArticles(source, translation, options),
    isSafe: (unit, target) => fault(unit, target) === undefined,
    fault,
  };
}

/** Fixes that can be made together: none within another, none across the border of a code. */
function apart(fixes: readonly Fix[], target: Content): Fix[] {
  const sorted = [...fixes].sort((a, b) => a.start - b.start || a.end - b.end);
  let stop = 0;
  return sorted.filter(({ start, end }) => {
    if (start < stop || crosses(target, start, end)) return false;
    stop = end;
    return true;
  });
}
