import type { Article, Block, BlockKind } from '../model/article.js';
import { alignSequences } from './align.js';
import type { Check, Finding } from './check.js';
import { type Features, featuresOf, likeness, proportion } from './features.js';
import { isFrame, isJoined, running } from './joined.js';
import { isMoved, passedNeighbour } from './moved.js';
import { swallowedBy } from './swallowed.js';

/** Kinds that this check counts; headings, code and tables have checks of their own, but hold places in the alignment. */
const own: ReadonlySet<BlockKind> = new Set([
  'paragraph',
  'list-item',
  'blockquote',
  'thematic-break',
  'math',
  'directive',
  'footnote-definition',
]);
const places: ReadonlySet<BlockKind> = new Set<BlockKind>([...own, 'heading', 'code', 'table']);

interface Item {
  readonly block: Block;
  readonly depth: number;
  readonly features: Features;
  /** What its inline codes hold: addresses, names in code. Empty strings for the rest. */
  readonly codes: readonly string[];
  readonly excerpt: string;
}

/** The same blocks in the same order: no paragraph, list item, quotation or rule dropped or added. */
export const blocks: Check = {
  id: 'blocks',
  type: 'markup',
  category: 'design-and-markup',
  article({ source, target }) {
    const items = itemsOf(source);
    const pairs = alignSequences(items, itemsOf(target), scoreOf);
    const extra = pairs.flatMap(([a, b]) => (a === null && b !== null && own.has(b.block.kind) ? [b] : []));
    const out: Finding[] = [];
    const swallowed = new Map<Block, Item[]>();
    pairs.forEach(([a, b], index) => {
      if (a === null || b !== null || !own.has(a.block.kind)) return;
      // A paragraph that was joined to its neighbour, or split from it, drops nothing: the neighbour grew.
      if (isJoined(pairs, index, a)) return;
      const found = extra.find((item) => isMoved(a, item));
      const moved =
        found === undefined ? passedNeighbour(pairs, index) : { moves: [[a, found] as const], extra: found };
      const place = moved === undefined ? -1 : extra.indexOf(moved.extra);
      if (moved !== undefined && place >= 0) {
        extra.splice(place, 1);
        for (const [item, { block }] of moved.moves) {
          const { line, column } = block;
          out.push({ key: 'moved', values: valuesOf(item), severity: 'minor', line, column });
        }
        return;
      }
      const code = swallowedBy(pairs, index);
      if (code !== undefined) {
        swallowed.set(code, [...(swallowed.get(code) ?? []), a]);
        return;
      }
      const next = pairs.slice(index).find(([, other]) => other !== null)?.[1]?.block;
      out.push({
        key: 'missing',
        type: 'omission',
        values: valuesOf(a),
        // A line that only announces what stands below it is lost like any other: one dropped paragraph in four is such a line.
        severity: isFrame(pairs, index, a) ? 'minor' : 'major',
        ...(next === undefined ? {} : { line: next.line, column: next.column }),
      });
    });
    for (const [{ line, column }, items] of swallowed) {
      const values = { ...valuesOf(items[0]!), count: items.length };
      out.push({ key: 'swallowed', values, severity: 'major', line, column });
    }
    const added = extra.map(({ block, excerpt }): Finding => {
      const values = { kind: block.kind, text: excerpt };
      return { key: 'extra', type: 'addition', values, severity: 'minor', line: block.line, column: block.column };
    });
    return [...out, ...added];
  },
};

const valuesOf = ({ block: { kind, line }, excerpt }: Item) => ({ kind, line, text: excerpt });

function itemsOf({ blocks: all, units, text }: Article): Item[] {
  const content = new Map<number, { text: string; codes: (typeof units)[number]['codes'] }>();
  for (const unit of units) {
    if (unit.block === undefined || unit.within !== undefined || unit.cell !== undefined) continue;
    const before = content.get(unit.block);
    content.set(
      unit.block,
      before === undefined ? unit : { text: `${before.text} ${unit.text}`, codes: [...before.codes, ...unit.codes] },
    );
  }
  const depth = (block: Block): number => (block.parent === undefined ? 0 : 1 + depth(all[block.parent]!));
  return all.flatMap((block, index) => {
    if (!places.has(block.kind)) return [];
    // A list item's own paragraph is the item itself.
    const parent = all[block.parent ?? -1];
    if (block.kind === 'paragraph' && parent?.kind === 'list-item' && first(all, block.parent!) === index) return [];
    // "* 1. Ask" is an item that holds nothing but a list: its inner item is what a reader sees.
    if (block.kind === 'list-item' && all[index + 1]?.parent === index && all[index + 1]?.kind === 'list') return [];
    const own = content.get(index) ?? content.get(first(all, index)) ?? { text: block.value ?? '', codes: [] };
    const features = featuresOf(
      own.text === ''
        ? { text: text.slice(block.range.start, Math.min(block.range.end, block.range.start + 400)), codes: [] }
        : own,
    );
    return [
      {
        block,
        depth: depth(block),
        features,
        codes: own.codes.map(({ value = '' }) => value),
        excerpt: own.text.replace(/\s+/g, ' ').slice(0, 60),
      },
    ];
  });
}

/** The first child of a block. */
function first(all: readonly Block[], parent: number): number {
  return all[parent + 1]?.parent === parent ? parent + 1 : -1;
}

function scoreOf(a: Item, b: Item): number {
  if (a.block.kind !== b.block.kind) {
    // A note marked `\\*` in one file and `*` in the other is a paragraph here and a list item there.
    const both = running.has(a.block.kind) && running.has(b.block.kind);
    return both ? -0.9 + 1.2 * likeness(a.features, b.features) + 0.4 * proportion(a.features, b.features) : -3;
  }
  const depth = a.depth === b.depth ? 0.2 : -0.2;
  const language = a.block.language === b.block.language ? 0 : -0.5;
  return 0.2 + depth + language + 1.5 * likeness(a.features, b.features) + 0.5 * proportion(a.features, b.features);
}
