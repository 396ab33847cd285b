import type { LanguagePack } from '../languages/pack.js';
import { applyEdits } from '../model/edit.js';
import { crosses } from '../quantities/render.js';
import { introduces, introductionEdits, introductions } from '../termbase/introduce.js';
import type { Matcher } from '../termbase/match.js';
import type { DecidedUnit } from './decided.js';
import type { ArticlePlan } from './plan.js';

/**
 * The units with their terms introduced as the termbase asks: 유럽연합(EU) where the article first names it, 유럽연합 from
 * then on. Each unit was translated by itself, so only here is it known which comes first. What a person wrote, or has
 * approved, is read and never changed.
 */
export function introduceTerms(
  units: readonly DecidedUnit[],
  plan: ArticlePlan,
  terms: Matcher,
  to: LanguagePack,
): readonly DecidedUnit[] {
  const texts = units.map(({ kind, target }) => (introduces({ kind }) ? target?.text : undefined));
  const edits = new Map<number, ReturnType<typeof introductionEdits>>();
  for (const one of introductions(texts, terms, to)) {
    const { target } = units[one.passage]!;
    if (target === undefined || !isOpen(units[one.passage]!, plan) || crosses(target, one.start, one.end)) continue;
    const before = edits.get(one.passage) ?? [];
    edits.set(one.passage, [...before, ...introductionEdits(target.text, one, to)]);
  }
  return units.map((unit, index) => {
    const own = edits.get(index);
    return own === undefined || unit.target === undefined ? unit : { ...unit, target: applyEdits(unit.target, own) };
  });
}

/** Whether a unit's words are ours to change. */
function isOpen({ by, origin, state }: DecidedUnit, { placement, standing }: ArticlePlan): boolean {
  if (by === 'human' || by === 'stale' || by === 'left' || origin.kind === 'human') return false;
  if (by === 'patched' || by === 'kept') {
    const approved = standing?.state === 'reviewed' || standing?.state === 'published';
    return !approved && state === 'translated' && (by === 'patched' || placement === 'skeleton');
  }
  return true;
}
