import { merge, parseArticle } from '../markdown/index.js';
import type { Article } from '../model/article.js';
import type { Content } from '../model/inline.js';
import type { DecidedUnit } from './decided.js';
import { managedFrontmatter, stateOf } from './delivery.js';
import { targetFile } from './inventory.js';
import type { ArticlePlan } from './plan.js';

/**
 * The translation's file with these units, parsed: the source with its units replaced, or the person's file with only
 * those units replaced that are new.
 */
export function assemble(plan: ArticlePlan, units: readonly DecidedUnit[], fields: readonly string[]): Article {
  const { article, standing, placement } = plan;
  const to = article.targetLocale;
  const frontmatter = managedFrontmatter(article, to, stateOf(units, standing?.state));
  const text =
    placement === 'in-place' && standing !== undefined
      ? merge(standing.article, inPlace(plan, units), { frontmatter })
      : merge(article, byId(units), { frontmatter });
  return parseArticle(text, { file: targetFile(article.slug, to), slug: article.slug, locale: to, fields });
}

function byId(units: readonly DecidedUnit[]): ReadonlyMap<string, Content> {
  return new Map(units.flatMap(({ id, target }) => (target === undefined ? [] : [[id, target] as const])));
}

/** What changes in the person's file: not what is kept or theirs. A unit left by the checks goes back to the source's text. */
function inPlace({ standing, was }: ArticlePlan, units: readonly DecidedUnit[]): ReadonlyMap<string, Content> {
  const targets = new Map<string, Content>();
  units.forEach((unit, index) => {
    const place = standing?.units[was[index] ?? -1]?.unit;
    if (place === undefined || unit.by === 'kept' || unit.by === 'human' || unit.by === 'stale') return;
    targets.set(place.id, unit.target ?? unit);
  });
  return targets;
}
