import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Concept, termbaseSchema } from '../model/concept.js';
import { DiptychError } from '../model/errors.js';
import type { Place } from '../model/issue.js';
import { topicKey } from '../model/topics.js';

/** Largest termbase that is read, in characters: some 30,000 concepts. */
const sizeLimit = 8_000_000;

/**
 * The concepts of a termbase in YAML. A designation may be written as its term alone (`ko: [엔비디아]`). Throws `invalid-termbase`
 * with file, line and column: broken YAML, an unknown key, an id twice, a concept without a preferred designation
 * or with two, in general or for one topic.
 */
export function parseTermbase(yaml: string, file: string): Concept[] {
  const lines = new LineCounter();
  if (yaml.length > sizeLimit)
    throw new DiptychError('file-too-large', { bytes: yaml.length, limit: sizeLimit }, { file });
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const place = (offset: number | undefined): Place => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const fail = (reason: string, offset: number | undefined) =>
    new DiptychError('invalid-termbase', { reason }, place(offset));
  const [broken] = document.errors;
  if (broken !== undefined) throw fail(broken.message, broken.pos[0]);
  const root = document.contents as Node | null;
  let value: unknown;
  try {
    // Aliases are refused: nested ones expand to gigabytes.
    value = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw fail((error as Error).message, 0);
  }
  const parsed = termbaseSchema.safeParse(withShortForms(value));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path ?? [];
    throw fail(`${path.join('.')}: ${issue?.message ?? ''}`, offsetOf(root, path));
  }
  const seen = new Set<string>();
  parsed.data.concepts.forEach((concept, index) => {
    const at = () => offsetOf(root, ['concepts', index]);
    if (seen.has(concept.id)) throw fail(`${concept.id}: id`, at());
    seen.add(concept.id);
    for (const [locale, designations] of Object.entries(concept.designations)) {
      const preferred = designations.filter(({ status }) => status === 'preferred');
      // One in general, and for each topic one more; a term may be there for certain topics only.
      const general = preferred.filter(({ topics }) => topics === undefined).length;
      if (general > 1 || preferred.length === 0) throw fail(`${concept.id}: ${locale}: preferred × ${general}`, at());
      const topics = preferred.flatMap((one) => [...new Set(one.topics?.map(topicKey))]);
      const twice = topics.find((topic, i) => topics.indexOf(topic) !== i);
      if (twice !== undefined) throw fail(`${concept.id}: ${locale}: ${twice}: preferred × 2`, at());
    }
  });
  return parsed.data.concepts;
}

/** `ko: 엔비디아` and `ko: [엔비디아]` as lists of designations. */
function withShortForms(value: unknown): unknown {
  if (!isRecord(value) || !Array.isArray(value['concepts'])) return value;
  const concepts = value['concepts'].map((concept: unknown) => {
    if (!isRecord(concept) || !isRecord(concept['designations'])) return concept;
    const designations = Object.entries(concept['designations']).map(([locale, list]) => {
      const all: readonly unknown[] = Array.isArray(list) ? list : [list];
      return [locale, all.map((one) => (typeof one === 'string' ? { term: one } : one))];
    });
    return { ...concept, designations: Object.fromEntries(designations) };
  });
  return { ...value, concepts };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a path stands in the document: the deepest node of it that exists. */
function offsetOf(root: Node | null, path: readonly PropertyKey[]): number | undefined {
  let at: unknown = root;
  let offset = root?.range?.[0];
  for (const step of path) {
    if (isMap(at)) at = at.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step))?.value;
    else if (isSeq(at)) at = at.items[Number(step)];
    else break;
    const range = (at as Node | null | undefined)?.range;
    if (range) offset = range[0];
  }
  return offset;
}
