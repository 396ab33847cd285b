import { tablesOf } from '../markdown/index.js';
import type { Article, Unit, UnitPair } from '../model/article.js';
import { alignSequences } from './align.js';
import { cellTables } from './cells.js';
import type { CheckContext } from './check.js';
import { type Features, featuresOf, likeness, proportion } from './features.js';
import { matchersOf } from './matchers.js';
import { pairRows, pairTables, type TablePair } from './table-pairing.js';

interface Item {
  readonly kind: string;
  readonly level: number;
  readonly features: Features;
  readonly unit: Unit;
}

/** The languages of the two articles, and the termbase that says which words are one thing. */
type PairingContext = Pick<CheckContext, 'from' | 'to' | 'concepts'>;

/** Two articles' tables, rows and units as they stand opposite each other. */
export interface Pairing {
  readonly pairs: readonly UnitPair[];
  readonly tables: readonly TablePair[];
}

/** Pairs the units of an article and its translation. What has no counterpart stands opposite `null`. */
export function pairUnits(source: Article, target: Article, context: PairingContext): Pairing {
  const { from, to, concepts } = context;
  const [left, right] = [byPath(source), byPath(target)];
  const pairs: UnitPair[] = [];
  for (const [path, unit] of left) {
    pairs.push({ source: unit, target: right.get(path) ?? null });
    right.delete(path);
  }
  for (const unit of right.values()) pairs.push({ source: null, target: unit });
  for (const [a, b] of alignSequences(items(source), items(target), scoreOf)) {
    pairs.push({ source: a?.unit ?? null, target: b?.unit ?? null });
  }
  const terms = concepts.length === 0 ? undefined : matchersOf(context);
  const tables = pairTables(
    cellTables(tablesOf(source), source, from, terms?.source),
    cellTables(tablesOf(target), target, to, terms?.target),
  ).map(([a, b]): TablePair => ({ source: a, target: b, rows: a === null || b === null ? [] : pairRows(a, b) }));
  const cells = tables.flatMap(pairCells);
  return { pairs: [...pairs, ...cells, ...pairInside(source, target, cells)], tables };
}

/** Units of the frontmatter by their path. */
function byPath({ units }: Article): Map<string, Unit> {
  return new Map(units.flatMap((unit): [string, Unit][] => (unit.path === undefined ? [] : [[unit.path, unit]])));
}

/** Units of the body outside tables, which are paired by their rows. */
function items({ units, blocks }: Article): Item[] {
  return units.flatMap((unit) => {
    if (unit.path !== undefined || unit.cell !== undefined) return [];
    if (unit.within !== undefined && units[unit.within.unit]?.cell !== undefined) return [];
    return [{ kind: unit.kind, level: blocks[unit.block ?? -1]?.level ?? 0, features: featuresOf(unit), unit }];
  });
}

/** Kinds that take each other's place when someone turns a paragraph into a list. */
const running = new Set(['paragraph', 'list-item', 'footnote', 'html-text']);

function scoreOf(a: Item, b: Item): number {
  if (a.kind !== b.kind && !(running.has(a.kind) && running.has(b.kind))) return -3;
  const alike = likeness(a.features, b.features);
  if (a.kind !== b.kind) return -1 + 1.5 * alike;
  const level = a.level === b.level ? 0.2 : -0.2;
  return 0.2 + level + 1.5 * alike + 0.5 * proportion(a.features, b.features);
}

/** The cells of two tables in their paired rows, under the headers of their columns. */
function pairCells({ source, target, rows }: TablePair): UnitPair[] {
  const all = (table: TablePair['source']) =>
    (table?.rows ?? []).flatMap((row) => row.flatMap(({ unit }) => unit ?? []));
  if (source === null || target === null) {
    return [
      ...all(source).map((unit): UnitPair => ({ source: unit, target: null })),
      ...all(target).map((unit): UnitPair => ({ source: null, target: unit })),
    ];
  }
  return rows.flatMap(([a, b]) => {
    const [left, right] = [source.rows[a ?? -1] ?? [], target.rows[b ?? -1] ?? []];
    return Array.from({ length: Math.max(left.length, right.length) }, (_, column): UnitPair => {
      const pair = { source: left[column]?.unit ?? null, target: right[column]?.unit ?? null };
      const [over, above] = [source.rows[0]?.[column], target.rows[0]?.[column]];
      if (a === 0 || over === undefined || above === undefined) return pair;
      return { ...pair, headers: { source: over.text, target: above.text } };
    }).filter((pair) => pair.source !== null || pair.target !== null);
  });
}

/** Texts inside cells (an image's alternative text, a link's title), in the order of their cell. */
function pairInside(source: Article, target: Article, cells: readonly UnitPair[]): UnitPair[] {
  const [left, right] = [insideCells(source), insideCells(target)];
  if (left.size + right.size === 0) return [];
  return cells.flatMap((cell) => {
    const a = left.get(cell.source) ?? [];
    const b = right.get(cell.target) ?? [];
    return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => ({
      source: a[i] ?? null,
      target: b[i] ?? null,
    }));
  });
}

function insideCells({ units }: Article): Map<Unit | null, Unit[]> {
  const out = new Map<Unit | null, Unit[]>();
  for (const unit of units) {
    const parent = unit.within === undefined ? undefined : units[unit.within.unit];
    if (parent?.cell === undefined) continue;
    out.set(parent, [...(out.get(parent) ?? []), unit]);
  }
  return out;
}
