import { createHash } from 'node:crypto';
import type { Article, Unit } from '../model/article.js';
import { sha256 } from '../model/hash.js';
import type { DeliveredUnit, Delivery } from '../store/store.js';
import { managedFields } from './head.js';
import { gaps, matchSequences } from './sequence.js';

/** A delivered unit and where it stands in the file today. */
export interface StandingUnit {
  readonly delivered: DeliveredUnit;
  /** The unit of the file; absent where a person rebuilt the passage, so that units no longer stand one for one. */
  readonly unit?: Unit;
  /** Whether its bytes differ from what was delivered: a person changed them. */
  readonly edited: boolean;
}

/** A delivered translation as it stands today, whatever was done to it since. */
export interface Standing {
  readonly delivery: Delivery;
  /** The file, parsed. */
  readonly article: Article;
  /** One for each unit of the delivery, in its order. */
  readonly units: readonly StandingUnit[];
  /** Whether everything between the units is as delivered, so that the file may be written anew from the source. */
  readonly ours: boolean;
  /** The state that its frontmatter claims. */
  readonly state: string | undefined;
}

/** What `DeliveredUnit.targetHash` holds: the hash of the unit's bytes in its file. */
export function unitHash(article: Article, unit: Unit): string {
  return sha256(article.text.slice(unit.range.start, unit.range.end));
}

/** The hash of an article's text with its units cut out and without the managed frontmatter fields. */
export function skeletonHash(article: Article): string {
  const sum = createHash('sha256');
  let at = 0;
  for (const { range, within } of article.units) {
    // An image's alternative text lies inside the paragraph that holds the image.
    if (within !== undefined) continue;
    sum.update(withoutManaged(article, at, range.start), 'utf8').update('\0');
    at = range.end;
  }
  return sum.update(withoutManaged(article, at, article.text.length), 'utf8').digest('hex');
}

const managedLine = new RegExp(`^(?:${managedFields.join('|')}):.*(?:\\r?\\n|$)`, 'gm');

function withoutManaged(article: Article, start: number, end: number): string {
  const yaml = article.frontmatterRange;
  if (yaml === undefined || start >= yaml.end) return article.text.slice(start, end);
  const stop = Math.min(end, yaml.end);
  return article.text.slice(start, stop).replace(managedLine, '') + article.text.slice(stop, end);
}

/**
 * Finds each delivered unit in the file as it is today, by the hash of its bytes and by order: between two units that
 * are as delivered, as many units as before are the same units, edited.
 */
export function standingOf(delivery: Delivery, article: Article): Standing {
  const before = delivery.units.map(({ targetHash }) => targetHash);
  const now = article.units.map((unit) => unitHash(article, unit));
  const same = matchSequences(before, now);
  const at = new Map<number, { unit: Unit; edited: boolean }>();
  for (const [i, j] of same) at.set(i, { unit: article.units[j]!, edited: false });
  for (const [a0, a1, b0, b1] of gaps(same, before.length, now.length)) {
    if (a1 - a0 !== b1 - b0) continue;
    for (let i = a0; i < a1; i++) at.set(i, { unit: article.units[b0 + i - a0]!, edited: true });
  }
  const state = article.frontmatter['state'];
  return {
    delivery,
    article,
    units: delivery.units.map((delivered, index) => ({ delivered, edited: true, ...at.get(index) })),
    ours: delivery.skeleton === skeletonHash(article),
    state: typeof state === 'string' ? state : undefined,
  };
}
