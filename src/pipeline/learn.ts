import { type Content, fromTagged, toTagged } from '../model/inline.js';
import type { MemoryEntry } from '../model/memory.js';
import type { ArticlePlan, Decision } from './plan.js';
import { recode } from './recode.js';

/**
 * What people wrote into the delivered file since the last run, as reviewed memory. A passage whose codes a person
 * added or dropped cannot be a translation of any unit and stays in its file only.
 */
export function learned(plan: ArticlePlan): MemoryEntry[] {
  return plan.article.units.flatMap((unit, index) => {
    const decision = plan.decisions[index]!;
    const source = sourceOf(decision, unit);
    const written = plan.standing?.units[plan.was[index] ?? -1]?.unit;
    if (source === undefined || written === undefined) return [];
    const target = recode(written, source.codes);
    if (target === undefined || target.text.trim() === '') return [];
    return [
      {
        source: toTagged(source),
        target: toTagged(target),
        kind: unit.kind,
        origin: 'human',
        state: 'reviewed',
      } as const,
    ];
  });
}

/** The source that a fresh edit translates: the unit as it is, or as it was when its source has changed since. */
function sourceOf(decision: Decision, unit: Content): Content | undefined {
  if (decision.by === 'human') return decision.fresh ? unit : undefined;
  const edited = decision.by === 'stale' ? decision.fresh : decision.by === 'patched' && decision.edited;
  if (!edited || !('was' in decision) || decision.was === undefined) return undefined;
  const before = fromTagged(decision.was.source, unit.codes);
  return before.ok ? before.content : undefined;
}
