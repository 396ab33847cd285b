import type { Article, GlossedArticle, GlossedUnit, Unit } from '../model/article.js';
import { sha256 } from '../model/hash.js';
import { fromTagged, toTagged } from '../model/inline.js';
import type { DeliveredUnit, Delivery } from '../store/store.js';
import { counterparts, isParallel } from './parallel.js';
import type { Leverage } from './plan.js';
import { holdsSame, recode } from './recode.js';
import { skeletonHash, unitHash } from './standing.js';

/**
 * The record of a translation that has none, or one of an older source, and says that it is of the source as it is: made
 * by hand, committed without its record, or delivered in the instant before the machine went down. What memory or our
 * own rendering would have written there is ours, what is still the source's text is left; all else is a person's.
 */
export function adopt(article: GlossedArticle, translation: Article, leverage: Leverage): Delivery {
  const places = isParallel(article, translation) ? counterparts(article, translation) : [];
  const units = article.units.map((unit, index): DeliveredUnit => {
    const stands = translation.units[places[index] ?? -1];
    const made = stands === undefined ? byPerson : makerOf(unit, stands, leverage);
    const targetHash = stands === undefined ? '' : unitHash(translation, stands);
    return { id: unit.id, source: toTagged(unit), targetHash, ...made };
  });
  return {
    slug: article.slug,
    from: article.locale,
    to: article.targetLocale,
    sourceRevision: article.revision,
    revision: sha256(translation.text),
    sourceSkeleton: skeletonHash(article),
    skeleton: skeletonHash(translation),
    units,
  };
}

const byPerson: Pick<DeliveredUnit, 'state' | 'origin'> = { state: 'reviewed', origin: { kind: 'human' } };

function makerOf(unit: GlossedUnit, stands: Unit, leverage: Leverage): Pick<DeliveredUnit, 'state' | 'origin'> {
  const coded = recode(stands, unit.codes);
  // The file says that it is of this source: other addresses than the source's are somebody's choice.
  if (coded === undefined || !holdsSame(stands, coded)) return byPerson;
  const tagged = toTagged(coded);
  const entry = leverage.exact(unit);
  const remembered = entry && fromTagged(entry.target, unit.codes);
  if (entry && remembered?.ok && toTagged(remembered.content) === tagged) {
    const { engine } = entry;
    return { state: entry.state, origin: { kind: 'memory', ...(engine === undefined ? {} : { engine }) } };
  }
  const rendered = leverage.rendered(unit);
  if (rendered !== undefined && toTagged(rendered) === tagged) {
    return { state: 'translated', origin: { kind: 'rendered' } };
  }
  return tagged === toTagged(unit) ? { state: 'initial', origin: { kind: 'source' } } : byPerson;
}
