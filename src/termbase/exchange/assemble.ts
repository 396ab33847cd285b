import { type Concept, conceptSchema, type Designation } from '../../model/concept.js';
import { canonicalLocale } from '../../model/locale.js';
import { topicKey } from '../../model/topics.js';
import { type Imported, Tally } from './exchange.js';

/** A concept as a file gives it: nothing of it is known to be valid. */
export interface Draft {
  id: string | undefined;
  fields: Omit<Concept, 'id' | 'designations'>;
  designations: { locale: string; designation: Partial<Omit<Designation, 'term'>> & { term: string } }[];
}

/**
 * Concepts from drafts. An id that is missing, not allowed or taken is made from the first term; in each language one
 * designation becomes the preferred one. What cannot be kept (a language tag that is none, a term of more than 200
 * characters, an empty one) is counted.
 */
export function assemble(drafts: readonly Draft[], tally = new Tally()): Imported {
  const taken = new Set<string>();
  const concepts: Concept[] = [];
  for (const draft of drafts) {
    const designations: Record<string, Designation[]> = {};
    for (const { locale, designation } of draft.designations) {
      const tag = canonicalLocale(locale);
      const term = designation.term.trim();
      if (tag === undefined) tally.add('language');
      else if (term === '' || term.length > 200) tally.add('term');
      else designations[tag] = [...(designations[tag] ?? []), { status: 'admitted', ...designation, term }];
    }
    for (const list of Object.values(designations)) preferOne(list, tally);
    const first = Object.values(designations)[0]?.[0];
    if (first === undefined) {
      tally.add('concept');
      continue;
    }
    const id = freeId(draft.id, first.term, taken);
    const parsed = conceptSchema.safeParse({ id, ...draft.fields, designations });
    if (!parsed.success) {
      tally.add('concept');
      continue;
    }
    taken.add(id);
    concepts.push(parsed.data);
  }
  return { concepts, dropped: tally.counts };
}

/** One preferred designation in general and one for each topic: of several the first, of none the first that is not discouraged. */
function preferOne(list: Designation[], tally: Tally): void {
  const taken = new Set<string>();
  let any = false;
  for (const one of list.filter(({ status }) => status === 'preferred')) {
    // The empty topic is that of all articles.
    const topics = one.topics?.map(topicKey) ?? [''];
    if (topics.some((topic) => taken.has(topic))) {
      tally.add('preferred');
      one.status = 'admitted';
    } else any = true;
    for (const topic of topics) taken.add(topic);
  }
  if (any) return;
  const best = list.find(({ status }) => status === 'admitted') ?? list[0]!;
  best.status = 'preferred';
}

/** An id that is allowed and free: the file's own, else one from the term (`data center` → `data-center`), else a number. */
export function freeId(given: string | undefined, term: string, taken: ReadonlySet<string>): string {
  const shape = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 80);
  const base = shape((given ?? '').replace(/^_/, '')) || shape(term) || 'concept';
  if (!taken.has(base)) return base;
  for (let count = 2; ; count++) if (!taken.has(`${base}-${count}`)) return `${base}-${count}`;
}
