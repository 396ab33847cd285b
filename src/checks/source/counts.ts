import type { Unit } from '../../model/article.js';
import type { Quantity } from '../../model/quantity.js';
import type { SourceCheck, SourceFinding } from './check.js';
import { countIn, countsIn, isNamed, isPart, most, numbered, told } from './counted.js';
import type { Sentence, SourceDocument } from './document.js';
import { enumerations } from './enumerations.js';
import { contentWords, shared } from './words.js';

/** A count of what comes next, "three reasons:", and how many there are. */
export const counts: SourceCheck = {
  id: 'counts',
  type: 'inconsistency',
  category: 'accuracy',
  source: (document) => [...listed(document), ...tabled(document), ...sections(document), ...enumerations(document)],
};

/** A list right after the sentence, or under the heading, that counts its items. */
function listed(document: SourceDocument): SourceFinding[] {
  const last = lastLists(document);
  return document.lists.flatMap(({ block, lead, items }) => {
    if (lead === undefined || items.length < 2 || items.length > most || !last.has(block)) return [];
    const sentence = document.byBlock.get(lead.block!)?.findLast(({ unit }) => unit === lead);
    if (sentence === undefined) return [];
    const end = sentence.text.slice(-120);
    // "4단계: …" is the fourth.
    const announces =
      lead.kind === 'heading' ? !numbered.test(lead.text) : /[:：]\s*$/.test(end) || document.cues.follows.test(end);
    const count = announces ? countIn(sentence.mentions, document) : undefined;
    if (count !== undefined) return [told(lead, count, items.length, 'list')];
    const any = /[:：]\s*$/.test(end) ? soleCount(sentence, document) : undefined;
    return any === undefined ? [] : [told(lead, any, items.length, 'list', 'possible')];
  });
}

/** The one count of a lead-in, of whatever noun: "Four suppliers share the order:", "It works with three systems:". */
function soleCount(sentence: Sentence, document: SourceDocument): Quantity | undefined {
  const { cues } = document;
  const counts = countsIn(sentence, document);
  const [count] = counts;
  if (count === undefined || counts.length > 1 || isNamed(count, document) || isPart(count, document)) return undefined;
  const { text, start } = sentence;
  const before = text.slice(0, count.quantity.start - start);
  const after = text.slice(count.quantity.end - start);
  return cues.leads?.before?.test(before) || cues.leads?.after?.test(after) ? count.quantity : undefined;
}

/** "The table below lists five suppliers", and the rows of a table whose first column is headed "Supplier". */
function tabled(document: SourceDocument): SourceFinding[] {
  const { cues } = document;
  return document.tables.flatMap((grid) => {
    const rows = grid.rows.filter((row) => !grid.isTotal(row));
    const labels = new Set(rows.map((row) => grid.label(row).trim()));
    // A label that is empty or stands twice goes on with the row before.
    if (labels.has('') || labels.size < rows.length || rows.length < 2 || rows.length > most) return [];
    const sentence = document.byBlock.get(grid.block - 1)?.at(-1);
    if (sentence === undefined || sentence.unit.cell !== undefined || !cues.shows.test(sentence.text)) return [];
    const heads = contentWords(grid.header(0), cues);
    const counts = countsIn(sentence, document).filter((count) => {
      const noun = sentence.text.slice(count.quantity.end - sentence.start).split(/[^\p{L}\s]/u)[0]!;
      const words = contentWords(noun.trim().split(/\s+/).slice(0, 2).join(' '), cues);
      return shared(heads, words) > 0 && !isNamed(count, document) && !isPart(count, document);
    });
    return counts.length === 1 ? [told(sentence.unit, counts[0]!.quantity, rows.length, 'table')] : [];
  });
}

/** The last list of each stretch between two headings: one that code or a picture cuts in two is counted wrong. */
function lastLists({ article: { blocks }, lists }: SourceDocument): ReadonlySet<number> {
  const sections = new Map<number, number>();
  const last = new Map<string, number>();
  const known = new Set(lists.map(({ block }) => block));
  blocks.forEach(({ kind, parent = -1 }, at) => {
    if (kind === 'heading') sections.set(parent, at);
    if (known.has(at)) last.set(`${parent} ${sections.get(parent) ?? -1}`, at);
  });
  return new Set(last.values());
}

/** "Five lessons" as a title or heading, and the numbered headings under it. */
function sections(document: SourceDocument): SourceFinding[] {
  const { blocks, units } = document.article;
  const headings = units.filter(({ kind, block }) => kind === 'heading' && block !== undefined);
  const levelOf = ({ block }: Unit) => (block === undefined ? 0 : (blocks[block]?.level ?? 0));
  return document.sentences.flatMap(({ unit, mentions }) => {
    if (unit.kind !== 'title' && unit.kind !== 'heading') return [];
    const count = countIn(mentions, document);
    if (count === undefined) return [];
    const at = headings.indexOf(unit);
    const under: Unit[] = [];
    for (let i = at + 1; i < headings.length && levelOf(headings[i]!) > levelOf(unit); i++) under.push(headings[i]!);
    const top = under.reduce((least, heading) => Math.min(least, levelOf(heading)), Infinity);
    const found = under.filter((heading) => levelOf(heading) === top && numbered.test(heading.text)).length;
    return found >= 2 ? [told(unit, count, found, 'sections')] : [];
  });
}
