import { readdressed } from '../markdown/image-addresses.js';
import { mergeArticle, parseArticle } from '../markdown/index.js';
import type { Article, Range } from '../model/article.js';
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
  const { article, standing, placement, images } = plan;
  const to = article.targetLocale;
  const frontmatter = managedFrontmatter(article, to, stateOf(units, standing?.state));
  const options = { file: targetFile(article.slug, to), slug: article.slug, locale: to, fields };
  const replaced = placement === 'in-place' && standing !== undefined ? inPlace(plan, units) : undefined;
  const translation =
    replaced === undefined || standing === undefined
      ? mergeArticle(article, byId(units), options, { frontmatter })
      : mergeArticle(standing.article, replaced, options, { frontmatter });
  if (images === undefined || images.size === 0) return translation;
  // In a person's file only the units that are new hold the source's addresses; the others are theirs to choose.
  const isNew = ({ start }: Range) =>
    replaced === undefined ||
    translation.units.some(
      ({ range }, index) =>
        start >= range.start && start < range.end && replaced.has(standing?.article.units[index]?.id ?? ''),
    );
  const own = readdressed(translation, ({ url, range }) => (isNew(range) ? images.get(url) : undefined));
  return own === translation.text ? translation : parseArticle(own, options);
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
