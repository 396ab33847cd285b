import type { Article, Unit, UnitPair } from '../model/article.js';
import { alignSequences } from './align.js';
import { type Features, featuresOf, likeness, proportion } from './features.js';

/** A unit by itself, or all cells of one table. */
interface Item {
  readonly kind: string;
  readonly level: number;
  readonly features: Features;
  readonly units: readonly Unit[];
}

/** Pairs the units of an article and its translation. What has no counterpart stands opposite `null`. */
export function pairUnits(source: Article, target: Article): UnitPair[] {
  const [left, right] = [byPath(source), byPath(target)];
  const out: UnitPair[] = [];
  for (const [path, unit] of left) {
    out.push({ source: unit, target: right.get(path) ?? null });
    right.delete(path);
  }
  for (const unit of right.values()) out.push({ source: null, target: unit });
  for (const [a, b] of alignSequences(items(source), items(target), scoreOf)) {
    if (a !== null && b !== null) out.push(...pairWithin(a, b));
    else if (a !== null) out.push(...a.units.map((unit) => ({ source: unit, target: null })));
    else if (b !== null) out.push(...b.units.map((unit) => ({ source: null, target: unit })));
  }
  return out;
}

/** Units of the frontmatter by their path. */
function byPath({ units }: Article): Map<string, Unit> {
  return new Map(units.flatMap((unit): [string, Unit][] => (unit.path === undefined ? [] : [[unit.path, unit]])));
}

function items({ units, blocks }: Article): Item[] {
  const out: Item[] = [];
  let table: { number: number; units: Unit[] } | undefined;
  const close = () => {
    if (table === undefined) return;
    const text = table.units.map((unit) => unit.text).join(' ');
    out.push({ kind: 'table', level: 0, features: featuresOf({ text, codes: [] }), units: table.units });
    table = undefined;
  };
  for (const unit of units) {
    if (unit.path !== undefined) continue;
    if (unit.cell !== undefined) {
      if (table?.number !== unit.cell.table) {
        close();
        table = { number: unit.cell.table, units: [] };
      }
      table!.units.push(unit);
      continue;
    }
    // An image's alternative text inside a cell belongs to the cell's table.
    if (table !== undefined && unit.within !== undefined && units[unit.within.unit]?.cell !== undefined) {
      table.units.push(unit);
      continue;
    }
    close();
    const level = blocks[unit.block ?? -1]?.level ?? 0;
    out.push({ kind: unit.kind, level, features: featuresOf(unit), units: [unit] });
  }
  close();
  return out;
}

/** Kinds that take each other's place when someone turns a paragraph into a list. */
const running = new Set(['paragraph', 'list-item', 'footnote', 'html-text']);

function scoreOf(a: Item, b: Item): number {
  const alike = likeness(a.features, b.features);
  if (a.kind !== b.kind) return running.has(a.kind) && running.has(b.kind) ? -1 + 1.5 * alike : -3;
  const level = a.level === b.level ? 0.2 : -0.2;
  return 0.2 + level + 1.5 * alike + 0.5 * proportion(a.features, b.features);
}

/** The units of two paired items: one by one, or cell by cell in the same place. */
function pairWithin(a: Item, b: Item): UnitPair[] {
  const place = ({ cell, within }: Unit, index: number) =>
    cell === undefined ? `w${within?.code ?? ''}:${index}` : `${cell.row}:${cell.column}`;
  if (a.kind !== 'table') return [{ source: a.units[0]!, target: b.units[0]! }];
  const open = new Map(b.units.map((unit, index) => [place(unit, index), unit]));
  const out: UnitPair[] = a.units.map((unit, index) => {
    const key = place(unit, index);
    const target = open.get(key) ?? null;
    open.delete(key);
    return { source: unit, target };
  });
  for (const unit of open.values()) out.push({ source: null, target: unit });
  return out;
}
