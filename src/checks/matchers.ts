import type { Concept } from '../model/concept.js';
import { createMatcher, type Matcher } from '../termbase/match.js';
import type { CheckContext } from './check.js';

/** A termbase made ready for one direction. */
interface Matchers {
  readonly byId: ReadonlyMap<string, Concept>;
  readonly source: Matcher;
  readonly target: Matcher;
}

/** Matchers by termbase and direction: building one for 10,000 terms takes longer than checking an article. */
const cache = new WeakMap<readonly Concept[], Map<string, Matchers>>();

/** The matchers of a termbase for both sides of a translation. */
export function matchersOf({ concepts, from, to }: Pick<CheckContext, 'concepts' | 'from' | 'to'>): Matchers {
  const key = `${from.locale}>${to.locale}`;
  const known = cache.get(concepts) ?? new Map<string, Matchers>();
  cache.set(concepts, known);
  const made = known.get(key) ?? {
    byId: new Map(concepts.map((concept) => [concept.id, concept])),
    source: createMatcher(concepts, from.locale, to.locale),
    target: createMatcher(concepts, to.locale, from.locale),
  };
  known.set(key, made);
  return made;
}
