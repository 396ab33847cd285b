import type { Unit } from '../model/article.js';
import { type InlineCode, toTagged } from '../model/inline.js';
import type { Version } from '../store/history.js';
import { type Delivery, threadOf } from '../store/store.js';
import type { CheckedArticle } from './decided.js';
import { placesOf } from './delivery.js';
import type { ArticlePlan } from './plan.js';
import { recode } from './recode.js';
import type { StandingUnit } from './standing.js';

/** When something was done, and by whom. */
export type Mark = Pick<Version, 'at' | 'by'>;

/** What a delivery makes of each unit, where that is another text, source, state or maker than before. */
export function versionsOf(article: CheckedArticle, plan: ArticlePlan, record: Delivery, mark: Mark): Version[] {
  const places = placesOf(plan, article.translation);
  return article.units.flatMap((unit, index): Version[] => {
    const delivered = record.units[index]!;
    const stands = article.translation.units[places[index] ?? -1];
    if (stands === undefined) return [];
    const before = plan.standing?.units[plan.was[index] ?? -1];
    const found = before === undefined ? [] : foundVersion(before, unit.codes, threadOf(delivered), mark.at);
    const { source, state, origin } = delivered;
    const target = taggedAs(stands, unit.codes);
    const now: Version = { thread: threadOf(delivered), ...mark, act: 'generated', source, target, state, origin };
    const last = found[0] ?? (before && versionBefore(before, unit.codes));
    return last !== undefined && isSame(last, now) ? found : [...found, now];
  });
}

/** What somebody wrote into the file by hand, if they did. */
export function foundVersion(
  { delivered, unit, edited }: StandingUnit,
  codes: readonly InlineCode[],
  thread: string,
  at: string,
): Version[] {
  if (!edited || unit === undefined) return [];
  const state = delivered.state === 'final' ? 'final' : 'reviewed';
  const { source } = delivered;
  return [{ thread, at, act: 'found', source, target: taggedAs(unit, codes), state, origin: { kind: 'human' } }];
}

/** A unit's text, its codes counted as the source counts them. */
export function taggedAs(unit: Unit, codes: readonly InlineCode[]): string {
  return toTagged(recode(unit, codes) ?? unit);
}

type Said = Pick<Version, 'source' | 'target' | 'state' | 'origin'>;

function versionBefore({ delivered, unit }: StandingUnit, codes: readonly InlineCode[]): Said | undefined {
  if (unit === undefined) return undefined;
  const { source, state, origin } = delivered;
  return { source, target: taggedAs(unit, codes), state, origin };
}

function isSame(a: Said, b: Said): boolean {
  return (
    a.source === b.source &&
    a.target === b.target &&
    a.state === b.state &&
    a.origin.kind === b.origin.kind &&
    a.origin.engine === b.origin.engine
  );
}
