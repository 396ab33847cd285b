import type { Article } from '../model/article.js';
import { sha256 } from '../model/hash.js';
import { toTagged } from '../model/inline.js';
import { type DeliveredUnit, type Delivery, threadOf } from '../store/store.js';
import type { CheckedArticle, DecidedUnit } from './decided.js';
import { counterparts } from './parallel.js';
import type { ArticlePlan } from './plan.js';
import type { StaleUnit, TranslationState } from './report.js';
import { skeletonHash, unitHash } from './standing.js';

/** The state that a translation's frontmatter is to claim. What people set (`reviewed`, `published`) stands while only figures changed. */
export function stateOf(units: readonly DecidedUnit[], before: string | undefined): TranslationState {
  if (units.some(({ by, state }) => by === 'left' || (by === 'engine' && state === 'initial'))) return 'partial';
  if (units.some(({ by }) => by === 'stale')) return 'stale';
  const untouched = units.every(({ by }) => by === 'kept' || by === 'human' || by === 'patched');
  return untouched && (before === 'reviewed' || before === 'published') ? before : 'translated';
}

/** The frontmatter fields that Diptych manages in a translation. */
export function managedFrontmatter(
  article: Article,
  to: string,
  state: TranslationState,
): Readonly<Record<string, string>> {
  return {
    locale: to,
    translationOf: `${article.locale}/${article.slug}`,
    sourceRevision: article.revision,
    state,
  };
}

/**
 * The record of a delivery. A stale unit keeps the source that it was translated from, so that it stays stale until a
 * person has seen to it.
 */
export function recordOf(article: CheckedArticle, plan: ArticlePlan): Delivery {
  const places = placesOf(plan, article.translation);
  const { translation } = article;
  const threads = threadsOf(plan);
  const units = article.units.map((unit, index): DeliveredUnit => {
    const stands = translation.units[places[index] ?? -1];
    const decision = plan.decisions[index];
    const was = decision !== undefined && 'was' in decision ? decision.was : undefined;
    return {
      id: unit.id,
      source: unit.by === 'stale' && was !== undefined ? was.source : toTagged(unit),
      targetHash: stands === undefined ? (was?.targetHash ?? '') : unitHash(translation, stands),
      state: unit.state,
      origin: unit.origin,
      ...(threads[index] === unit.id ? {} : { thread: threads[index]! }),
    };
  });
  return {
    slug: article.slug,
    from: article.locale,
    to: article.targetLocale,
    sourceRevision: article.revision,
    revision: sha256(translation.text),
    sourceSkeleton: skeletonHash(article),
    skeleton: plan.placement === 'in-place' ? (plan.standing?.delivery.skeleton ?? '') : skeletonHash(translation),
    units,
    ...(plan.standing?.delivery.waivers === undefined ? {} : { waivers: plan.standing.delivery.waivers }),
  };
}

/** What each unit's history is known by: as before where it was there before, else by its id. */
function threadsOf({ article, standing, was }: ArticlePlan): readonly string[] {
  const carried = article.units.map((_, index) => {
    const before = standing?.units[was[index] ?? -1]?.delivered;
    return before && threadOf(before);
  });
  const taken = new Set(carried);
  return article.units.map(({ id }, index) => {
    // A unit that says what another said once is not that other one.
    let name = carried[index] ?? id;
    for (let turn = 2; carried[index] === undefined && taken.has(name); turn++) name = `${id}~${turn}`;
    taken.add(name);
    return name;
  });
}

/** The passages to look at: what a person wrote and the source changed under; in a blocked file all that differs. */
export function staleUnits(plan: ArticlePlan): StaleUnit[] {
  return plan.article.units.flatMap(({ line, column, text }, index): StaleUnit[] => {
    const decision = plan.decisions[index]!;
    if (decision.by === 'stale') {
      return [{ line, column, before: plain(decision.was.source), now: text, target: decision.target?.text ?? null }];
    }
    if (plan.placement !== 'blocked' || decision.by === 'kept' || decision.by === 'human') return [];
    const before = plan.standing?.units[plan.was[index] ?? -1];
    return [
      {
        line,
        column,
        before: before ? plain(before.delivered.source) : null,
        now: text,
        target: before?.unit?.text ?? null,
      },
    ];
  });
}

/** Tagged content as a reader sees it. */
function plain(tagged: string): string {
  return tagged
    .replace(/<\/?(?:pc|ph)\d{1,4}\/?>/g, '')
    .replace(/&(?:amp|lt|gt);/g, (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>' })[entity] ?? entity);
}

/** For each unit of the article, the index of its unit in the translation; `undefined` where a person rebuilt the passage. */
export function placesOf(
  { article, placement, standing, was }: ArticlePlan,
  translation: Article,
): (number | undefined)[] {
  if (placement === 'skeleton' || standing === undefined) return counterparts(article, translation);
  const indexes = new Map(standing.article.units.map((unit, index) => [unit, index]));
  return was.map((before) => {
    const unit = standing.units[before ?? -1]?.unit;
    return unit === undefined ? undefined : indexes.get(unit);
  });
}
