import type { Concept, Designation } from '../model/concept.js';
import type { Locale } from '../model/locale.js';
import { topicKey } from '../model/topics.js';

/** What of a termbase depends on what an article is about. */
interface Dependence {
  /** Topics and domains that change anything, folded. */
  readonly telling: ReadonlySet<string>;
  /** Words that more than one concept, or one concept for several topics, is called by. */
  readonly shared: ReadonlySet<string>;
  /** The termbase by the topics that tell, the latest used last. */
  readonly views: Map<string, readonly Concept[]>;
}

/** By termbase: looking through 10,000 concepts for every article would take longer than checking it. */
const known = new WeakMap<readonly Concept[], Dependence>();

/** How many views of one termbase are kept: a project has few mixes of the topics that tell. */
const most = 32;

/** The topics of an article that make a difference to a termbase, in order. */
export function tellingTopics(concepts: readonly Concept[], topics: readonly string[]): readonly string[] {
  const { telling } = dependenceOf(concepts);
  if (telling.size === 0) return [];
  return [...new Set(topics.map(topicKey))].filter((topic) => telling.has(topic)).sort();
}

/**
 * A termbase as an article in `from` on these topics means it. Concepts and designations for other topics are not in it;
 * of those that share a word of `from` the closest has it: what is for the topic before what is of the domain before the
 * rest. A designation that is preferred for the topic makes the general one deprecated. The same list for the same
 * topics, so that whatever is prepared from it is prepared once.
 */
export function conceptsOn(concepts: readonly Concept[], topics: readonly string[], from: Locale): readonly Concept[] {
  const { telling, shared, views } = dependenceOf(concepts);
  if (telling.size === 0) return concepts;
  const own = new Set(tellingTopics(concepts, topics));
  const key = JSON.stringify([from, ...own]);
  const view = views.get(key) ?? viewOf(concepts, own, shared, from);
  views.delete(key);
  views.set(key, view);
  for (const oldest of views.keys()) if (views.size > most) views.delete(oldest);
  return view;
}

/** Whether the preferred designation is so for the article's topic only: another is right where another concept is meant. */
export function isTopical(designations: readonly Designation[]): boolean {
  return designations.some(({ status, topics }) => status === 'preferred' && topics !== undefined);
}

function dependenceOf(concepts: readonly Concept[]): Dependence {
  const found = known.get(concepts);
  if (found !== undefined) return found;
  const uses = new Map<string, number>();
  for (const word of concepts.flatMap(wordsOf)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const shared = new Set([...uses].flatMap(([word, times]) => (times > 1 ? [word] : [])));
  const telling = new Set<string>();
  for (const concept of concepts) {
    for (const topic of concept.topics ?? []) telling.add(topicKey(topic));
    for (const { topics = [] } of Object.values(concept.designations).flat())
      for (const topic of topics) telling.add(topicKey(topic));
    if (concept.domain !== undefined && wordsOf(concept).some((word) => shared.has(word)))
      telling.add(topicKey(concept.domain));
  }
  const made: Dependence = { telling, shared, views: new Map() };
  known.set(concepts, made);
  return made;
}

/** A designation as it is compared with others of its language. */
function wordOf(locale: string, { term }: Designation): string {
  return `${locale}\0${term
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-‐‑\s]/g, '')}`;
}

function wordsOf({ designations }: Concept): string[] {
  return Object.entries(designations).flatMap(([locale, list]) => list.map((one) => wordOf(locale, one)));
}

/** How closely a designation fits: 3 for a topic of its own, 2 for its domain, 1 for any article, 0 for another domain, −1 for other topics. */
function closeness(concept: Concept, { topics }: Designation, own: ReadonlySet<string>): number {
  const on = (list: readonly string[]) => list.some((topic) => own.has(topicKey(topic)));
  if (!isOn(concept, own) || (topics !== undefined && !on(topics))) return -1;
  if (topics !== undefined || concept.topics !== undefined) return 3;
  if (concept.domain === undefined) return 1;
  return own.has(topicKey(concept.domain)) ? 2 : 0;
}

function isOn({ topics }: Concept, own: ReadonlySet<string>): boolean {
  return topics === undefined || topics.some((topic) => own.has(topicKey(topic)));
}

function viewOf(
  concepts: readonly Concept[],
  own: ReadonlySet<string>,
  shared: ReadonlySet<string>,
  from: Locale,
): Concept[] {
  // In the other language nothing is lost by sharing: what a source asks for is looked for by itself.
  const spoken = new Set([from, from.split('-')[0]]);
  const closest = new Map<string, number>();
  for (const concept of concepts) {
    for (const [locale, list] of Object.entries(concept.designations)) {
      for (const one of spoken.has(locale) ? list : []) {
        const word = wordOf(locale, one);
        if (shared.has(word)) closest.set(word, Math.max(closest.get(word) ?? -1, closeness(concept, one, own)));
      }
    }
  }
  return concepts.flatMap((concept) => {
    if (!isOn(concept, own)) return [];
    const lists = Object.entries(concept.designations).map(([locale, list]): [string, Designation[]] => {
      const left = list.filter((one) => {
        const close = closeness(concept, one, own);
        return close >= 0 && close >= (closest.get(wordOf(locale, one)) ?? 0);
      });
      return [locale, ranked(left)];
    });
    const designations = Object.fromEntries(lists.filter(([, list]) => list.length > 0));
    return [{ ...concept, designations }];
  });
}

/** What is preferred for the topic stands above what is preferred in general. */
function ranked(list: Designation[]): Designation[] {
  const best = list.find(({ status, topics }) => status === 'preferred' && topics !== undefined);
  if (best === undefined) return list;
  return list.map((one) => {
    if (one === best || one.status !== 'preferred') return one;
    return { ...one, status: one.topics === undefined ? ('deprecated' as const) : ('admitted' as const) };
  });
}
