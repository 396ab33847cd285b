import type { Concept } from '../model/concept.js';
import type { LanguagePair } from '../model/memory.js';
import { createMatcher, type Matcher } from '../termbase/match.js';
import { conceptsOn, tellingTopics } from '../termbase/topics.js';

/** A termbase for articles on certain topics, ready for one direction. */
export interface Terms {
  /** The topics among those asked for that make a difference. */
  readonly topics: readonly string[];
  readonly source: Matcher;
  readonly target: Matcher;
}

/** Prepares a termbase for one direction, for each mix of topics once. Throws `unknown-locale`. */
export function topicalTerms(
  concepts: readonly Concept[],
  { from, to }: LanguagePair,
): (topics: readonly string[]) => Terms {
  const made = new WeakMap<readonly Concept[], Terms>();
  return (topics) => {
    const view = conceptsOn(concepts, topics, from);
    const terms = made.get(view) ?? {
      topics: tellingTopics(concepts, topics),
      source: createMatcher(view, from, to),
      target: createMatcher(view, to, from),
    };
    made.set(view, terms);
    return terms;
  };
}
