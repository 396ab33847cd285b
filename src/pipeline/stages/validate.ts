import type { Article } from '../../model/article.js';
import type { Issue } from '../../model/issue.js';
import { assemble } from '../assemble.js';
import { isUnsafe } from '../checking.js';
import type { CheckedArticle, DecidedArticle, DecidedUnit } from '../decided.js';
import { isolate } from '../isolate.js';
import { isParallel } from '../parallel.js';
import type { ArticlePlan } from '../plan.js';
import type { PlannedStage } from './stage.js';
import { leave } from './translate.js';

/** How often units are taken back and the rest is checked again; what is still unsafe then is taken back as a whole. */
const rounds = 5;

/**
 * Puts the translation together, parses it anew and runs all checks, which know nothing of how it was made. A unit that
 * is unsafe goes back to the source language, unless a person wrote it: that is only reported.
 */
export const validate: PlannedStage = {
  phase: 'planned',
  run(article, { pipeline, plan, checking }): CheckedArticle {
    const decided = article as DecidedArticle;
    const fields = pipeline.frontmatter;
    let { units, translation } = sound(decided, plan, fields);
    for (let round = 1; ; round++) {
      const issues = checking.issues(article, translation);
      const unsafe = unsafeUnits(units, translation, issues, round === rounds);
      if (unsafe.size === 0) return { ...decided, units, translation, issues: told(units, translation, issues) };
      units = units.map((unit, index) => (unsafe.has(index) ? takeBack(unit) : unit));
      translation = assemble(plan, units, fields);
    }
  },
};

/** Whether a unit may go back to the source: not what a person wrote, and not what is there already. */
function mayLeave({ by, target }: DecidedUnit): boolean {
  return target !== undefined && by !== 'human' && by !== 'stale' && by !== 'left';
}

/** Units with the translation that they make. */
interface Assembled {
  readonly units: readonly DecidedUnit[];
  readonly translation: Article;
}

/** The unit as the source has it, with what an engine made of it. */
function takeBack(unit: DecidedUnit): DecidedUnit {
  const { target, origin } = unit;
  const engine = 'engine' in origin ? origin.engine : undefined;
  const takenBack = target === undefined || engine === undefined ? {} : { takenBack: { target, engine } };
  return leave(unit, { reason: 'unsafe', ...takenBack });
}

/** The units without those that break the article's structure: a translation that opens a list, a cell that ends a table. */
function sound(article: DecidedArticle, plan: ArticlePlan, fields: readonly string[]): Assembled {
  const opposite = plan.placement === 'in-place' && plan.standing !== undefined ? plan.standing.article : article;
  const made = (units: readonly DecidedUnit[]): Assembled => ({ units, translation: assemble(plan, units, fields) });
  const whole = made(article.units);
  if (isParallel(opposite, whole.translation)) return whole;
  const without = (gone: ReadonlySet<DecidedUnit>) =>
    made(article.units.map((unit) => (gone.has(unit) ? takeBack(unit) : unit)));
  const candidates = article.units.filter(mayLeave);
  const bad = isolate(candidates, (some) => {
    const kept = new Set(some);
    return isParallel(opposite, without(new Set(candidates.filter((unit) => !kept.has(unit)))).translation);
  });
  return without(new Set(bad));
}

/** Indexes of units with an issue that may never be written. */
function unsafeUnits(
  units: readonly DecidedUnit[],
  translation: Article,
  issues: readonly Issue[],
  all: boolean,
): ReadonlySet<number> {
  const bad = issues.filter(isUnsafe);
  const unsafe = new Set<number>();
  if (bad.length === 0) return unsafe;
  units.forEach((unit, index) => {
    const named = bad.some((issue) => issue.unit === unit.id || issue.unit === translation.units[index]?.id);
    if ((all || named) && mayLeave(unit)) unsafe.add(index);
  });
  return unsafe;
}

/** Issues worth telling: not those of units that are left in the source language, which are listed by themselves. */
function told(units: readonly DecidedUnit[], translation: Article, issues: readonly Issue[]): readonly Issue[] {
  const left = new Set(units.flatMap(({ by, id }, index) => (by === 'left' ? [id, translation.units[index]?.id] : [])));
  return issues.filter(({ unit }) => unit === null || !left.has(unit));
}
