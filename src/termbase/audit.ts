import { languagePack, packLocales } from '../languages/index.js';
import type { Concept, Designation } from '../model/concept.js';
import type { Locale } from '../model/locale.js';
import { topicKey } from '../model/topics.js';
import { designationsIn } from './match.js';

/** Something that is wrong or doubtful about a termbase. */
export interface TermbaseFinding {
  readonly kind: 'duplicate' | 'ambiguous' | 'contradiction' | 'cycle' | 'missing' | 'unused';
  /** `error`: the termbase cannot be kept to. `warning`: somebody should look. `note`: nothing is wrong. */
  readonly level: 'error' | 'warning' | 'note';
  readonly concept: string;
  readonly values: Readonly<Record<string, string>>;
}

interface Use {
  readonly concept: Concept;
  readonly locale: Locale;
  readonly designation: Designation;
}

const isDiscouraged = ({ status }: Designation) => status === 'deprecated' || status === 'forbidden';

/**
 * What is wrong with a termbase: a designation twice in one concept, one designation for two concepts that neither topics
 * nor domains tell apart, a discouraged designation that another concept prefers (and rings of such), a concept without a
 * designation in one of `locales`. Designations are compared as the matcher compares them: width, hyphens, spaces, and case where it does not count.
 */
export function auditTermbase(concepts: readonly Concept[], locales: readonly Locale[]): TermbaseFinding[] {
  const uses = concepts.flatMap((concept) =>
    Object.entries(concept.designations).flatMap(([locale, list]) =>
      list.map((designation): Use => ({ concept, locale, designation })),
    ),
  );
  const groups = groupBy(uses);
  const replaced = new Map<string, Set<string>>();
  const found = [...groups.values()].flatMap((group) => compare(group, replaced));
  found.push(...cycles(replaced));
  for (const concept of concepts) {
    if (concept.doNotTranslate === true) continue;
    for (const locale of locales) {
      if (designationsIn(concept, locale).length > 0) continue;
      found.push({ kind: 'missing', level: 'warning', concept: concept.id, values: { locale } });
    }
  }
  const order = new Map(concepts.map(({ id }, index) => [id, index]));
  return found.sort((a, b) => order.get(a.concept)! - order.get(b.concept)!);
}

/** Concepts that none of the texts names in its language. `seen` holds the ids of those that one does. */
export function unused(concepts: readonly Concept[], seen: ReadonlySet<string>): TermbaseFinding[] {
  return concepts
    .filter(({ id }) => !seen.has(id))
    .map(({ id }) => ({ kind: 'unused', level: 'note', concept: id, values: {} }));
}

function keyOf({ locale, designation }: Use): string {
  const { term } = designation;
  const known = packLocales.some((one) => one === locale.split('-')[0]);
  const { fold, optionalSpace } = languagePack(known ? locale : 'en').words;
  // Spaces that may be there or not tell no designations apart: 데이터 센터, 데이터센터.
  const spaced = [...term].every((char) => char.length === 1) && optionalSpace !== undefined;
  const plain = spaced ? [...term].filter((_, index) => !optionalSpace(term, index)).join('') : term;
  const exact = designation.case === undefined ? /\p{Lu}/u.test(term) : designation.case === 'exact';
  return JSON.stringify([locale, exact ? plain : fold(plain).trim()]);
}

function groupBy(uses: readonly Use[]): Map<string, Use[]> {
  const groups = new Map<string, Use[]>();
  for (const use of uses) groups.set(keyOf(use), [...(groups.get(keyOf(use)) ?? []), use]);
  return groups;
}

/** Uses of one designation against each other. What a concept discourages and another prefers is noted in `replaced`. */
function compare(group: readonly Use[], replaced: Map<string, Set<string>>): TermbaseFinding[] {
  const found: TermbaseFinding[] = [];
  group.forEach((use, index) => {
    for (const before of group.slice(0, index)) {
      const { concept, locale, designation } = use;
      const values = { term: designation.term, locale, other: before.concept.id };
      // Articles on other topics mean the other one; what is for all articles gives way to what is for some.
      if (!meet(topicsFor(before), topicsFor(use))) continue;
      if (before.concept === concept) {
        found.push({ kind: 'duplicate', level: 'error', concept: concept.id, values });
        continue;
      }
      const [a, b] = [isDiscouraged(before.designation), isDiscouraged(designation)];
      if (a !== b) {
        const [from, to] = a ? [before.concept, concept] : [concept, before.concept];
        replaced.set(from.id, (replaced.get(from.id) ?? new Set()).add(to.id));
        found.push({ kind: 'contradiction', level: 'warning', concept: from.id, values: { ...values, other: to.id } });
      } else if (!a && sameDomain(concept, before.concept)) {
        found.push({ kind: 'ambiguous', level: 'warning', concept: concept.id, values });
      }
    }
  });
  return found;
}

function topicsFor({ concept, designation }: Use): readonly string[] | undefined {
  return (designation.topics ?? concept.topics)?.map(topicKey);
}

/** Whether both are for all articles, or both for articles on one topic. */
function meet(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.some((topic) => b.includes(topic));
}

/** Whether no article's domain tells two concepts apart. */
function sameDomain(a: Concept, b: Concept): boolean {
  const [left, right] = [a, b].map(({ domain }) => (domain === undefined ? undefined : topicKey(domain)));
  return left === right;
}

/** Rings of concepts, each of which sends its readers to the next: A forbids what B prefers, and B what A prefers. */
function cycles(replaced: ReadonlyMap<string, ReadonlySet<string>>): TermbaseFinding[] {
  const found: TermbaseFinding[] = [];
  const done = new Set<string>();
  for (const start of replaced.keys()) {
    // The way so far, by hand: a ring of thousands must not end the program's own stack.
    const way = [start];
    const left = [[...(replaced.get(start) ?? [])]];
    while (way.length > 0) {
      const next = left.at(-1)!.pop();
      if (next === undefined) {
        done.add(way.pop()!);
        left.pop();
      } else if (way.includes(next)) {
        const ring = way.slice(way.indexOf(next));
        if (!ring.some((id) => done.has(id)))
          found.push({ kind: 'cycle', level: 'error', concept: next, values: { ring: [...ring, next].join(' → ') } });
      } else if (!done.has(next)) {
        way.push(next);
        left.push([...(replaced.get(next) ?? [])]);
      }
    }
  }
  return found;
}
