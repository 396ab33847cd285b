import { alignSequences } from './align.js';
import { type Cell, type CellTable, rowsAlike } from './cells.js';

/** Rows by index, `null` where a row has no counterpart. */
export type RowPair = readonly [number | null, number | null];

/** Two tables that stand opposite each other, with their rows; no rows where either table is missing. */
export interface TablePair {
  readonly source: CellTable | null;
  readonly target: CellTable | null;
  readonly rows: readonly RowPair[];
}

/** Pairs the tables of two articles in order, by how their cells go together. */
export function pairTables(source: readonly CellTable[], target: readonly CellTable[]) {
  return alignSequences(source, target, (a, b) => {
    const shape = widthOf(a) === widthOf(b) ? 0.4 : -0.4;
    const rows = Math.abs(a.rows.length - b.rows.length) / Math.max(a.rows.length, b.rows.length, 1);
    return 0.2 + shape - rows + 1.2 * (likeness(a, b) - 0.4);
  });
}

export const widthOf = ({ rows }: CellTable) => rows.reduce((most, row) => Math.max(most, row.length), 0);

/** Shared tokens of whole tables (Dice), 0.4 where neither has any. */
function likeness(a: CellTable, b: CellTable): number {
  const [left, right] = [tokensOf(a), tokensOf(b)];
  const sum = left.size + right.size;
  if (sum === 0) return 0.4;
  let shared = 0;
  for (const token of left) if (right.has(token)) shared++;
  return (2 * shared) / sum;
}

const cache = new WeakMap<CellTable, ReadonlySet<string>>();
function tokensOf(table: CellTable): ReadonlySet<string> {
  const known = cache.get(table) ?? new Set(table.rows.flatMap((row) => row.flatMap((cell) => [...cell.tokens])));
  cache.set(table, known);
  return known;
}

/**
 * Pairs rows. As many rows on both sides stand opposite each other, unless one was plainly moved; otherwise the rows
 * that go together best do, and the header stays the header.
 */
export function pairRows(source: CellTable, target: CellTable): RowPair[] {
  const same = source.rows.length === target.rows.length;
  if (same && !isMoved(source, target)) return source.rows.map((_, i): RowPair => [i, i]);
  const number = (rows: CellTable['rows']) => rows.slice(1).map((cells, i) => ({ cells, row: i + 1 }));
  const body = alignSequences(number(source.rows), number(target.rows), (a, b) => rowScore(a.cells, b.cells));
  const header: RowPair[] = source.rows.length > 0 && target.rows.length > 0 ? [[0, 0]] : [];
  return [...header, ...body.map(([a, b]): RowPair => [a?.row ?? null, b?.row ?? null])];
}

/** A row's score against another: its cells, and for prose without a trace of the source, its lengths. */
function rowScore(a: readonly Cell[], b: readonly Cell[]): number {
  let lengths = 0;
  const width = Math.min(a.length, b.length);
  for (let column = 0; column < width; column++) lengths += proportion(a[column]!, b[column]!);
  return -1 + 2.4 * rowsAlike(a, b) + (width === 0 ? 0 : (0.6 * lengths) / width);
}

/** How near the lengths of two cells are, 0 to 1; English takes nearly twice the letters of Korean, either way round. */
function proportion({ text: a }: Cell, { text: b }: Cell): number {
  const ratio = (Math.min(a.length, b.length) + 3) / (Math.max(a.length, b.length) + 3);
  return Math.min(1, ratio / 0.55);
}

/** Whether three rows or more are far from their opposites and near others: one was moved and the rest slid. */
function isMoved(source: CellTable, target: CellTable): boolean {
  let strangers = 0;
  for (let row = 1; row < source.rows.length; row++) {
    const cells = source.rows[row]!;
    if (rowsAlike(cells, target.rows[row]!) > 0.45) continue;
    if ([row - 1, row + 1].some((at) => at > 0 && rowsAlike(cells, target.rows[at] ?? []) > 0.75)) strangers++;
  }
  return strangers >= 3;
}
