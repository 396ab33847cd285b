import { Document, isMap, isScalar, isSeq, LineCounter, parseDocument, YAMLMap } from 'yaml';
import type { Concept, Designation } from '../model/concept.js';

/** Lines are never folded: one designation a line reads and diffs best. */
const layout = { lineWidth: 0, flowCollectionPadding: true } as const;

/** A termbase as YAML, the way people write it: one designation a line. */
export function printTermbase(concepts: readonly Concept[]): string {
  const document = new Document({ concepts: [] });
  const list = document.get('concepts');
  if (isSeq(list)) {
    list.flow = false;
    for (const concept of concepts) list.add(conceptNode(document, concept));
  }
  return document.toString(layout);
}

/**
 * The YAML of a termbase with concepts put in: in place of those of the same id, else at the end. Comments and the order
 * of everything else stay. `yaml` is a termbase that `parseTermbase` reads.
 */
export function putConcepts(yaml: string, concepts: readonly Concept[]): string {
  const document = parseDocument(yaml);
  const list = document.get('concepts');
  if (!isSeq(list) || (list.flow === true && list.items.length === 0)) return printTermbase(concepts);
  const places = new Map(
    list.items.flatMap((item, index): [string, number][] => (isMap(item) ? [[String(item.get('id')), index]] : [])),
  );
  for (const concept of concepts) {
    const place = places.get(concept.id);
    const node = conceptNode(document, concept);
    const old = place === undefined ? undefined : list.items[place];
    if (place === undefined) {
      places.set(concept.id, list.items.length);
      list.items.push(node);
    } else {
      if (isMap(old) && old.commentBefore) node.commentBefore = old.commentBefore;
      list.items[place] = node;
    }
  }
  return document.toString(layout);
}

/** The line that each concept begins on, by id. */
export function conceptLines(yaml: string): ReadonlyMap<string, number> {
  const lineCounter = new LineCounter();
  const list = parseDocument(yaml, { lineCounter }).get('concepts');
  if (!isSeq(list)) return new Map();
  return new Map(
    list.items.flatMap((item): [string, number][] =>
      isMap(item) && item.range ? [[String(item.get('id')), lineCounter.linePos(item.range[0]).line]] : [],
    ),
  );
}

function conceptNode(document: Document, { id, designations, ...fields }: Concept): YAMLMap {
  const node = document.createNode({ id, ...fields }) as YAMLMap;
  const byLocale = new YAMLMap();
  for (const [locale, list] of Object.entries(designations)) {
    const plain =
      list.length === 1 &&
      !/[\n\r]/.test(list[0]!.term) &&
      Object.keys(list[0]!).every((key) => key === 'term' || key === 'status');
    byLocale.set(document.createNode(locale), plain ? list[0]!.term : document.createNode(list.map(short)));
    const seq = byLocale.get(locale);
    if (isSeq(seq)) for (const item of seq.items) if (isMap(item)) inline(item);
  }
  node.set('designations', byLocale);
  for (const pair of node.items) if (isScalar(pair.key)) pair.key.spaceBefore = false;
  return node;
}

/** Sets a designation on one line: what breaks lines is quoted there. */
function inline(map: YAMLMap): void {
  map.flow = true;
  for (const { value } of map.items) {
    if (isScalar(value) && /[\n\r\t]/.test(String(value.value))) value.type = 'QUOTE_DOUBLE';
  }
}

/** A designation without the status that it has anyway. */
function short({ status, ...rest }: Designation): object {
  return status === 'preferred' ? rest : { ...rest, status };
}
