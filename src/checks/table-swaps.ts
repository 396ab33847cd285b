import { alike, type Cell, type CellTable } from './cells.js';
import type { RowPair } from './table-pairing.js';

/** What stands in another's place. Rows and columns are indexes into the translation's table. */
export type Swap =
  | { readonly kind: 'columns'; readonly columns: readonly [number, number] }
  | { readonly kind: 'cells-in-row'; readonly row: number; readonly columns: readonly [number, number] }
  | { readonly kind: 'cells-in-column'; readonly column: number; readonly rows: readonly [number, number] }
  | { readonly kind: 'labels' | 'rows'; readonly rows: readonly [number, number] };

/** A swap must be better than what stands there by this much, out of 2, and each half of it likely. */
const margin = 0.9;
const likely = 0.6;
const possible = 0.45;
/** Rows and columns beyond these are not tried against each other: the search is quadratic in the doubtful ones. */
const mostColumns = 64;
const mostRows = 200;

/** Finds swaps among paired rows; at most one for each row. */
export function findTableSwaps(source: CellTable, target: CellTable, pairs: readonly RowPair[]): Swap[] {
  const rows = pairs.flatMap(([a, b]) =>
    a === null || b === null ? [] : [{ source: source.rows[a]!, target: target.rows[b]!, row: b }],
  );
  const columns = swappedColumns(rows);
  if (columns !== undefined) return [{ kind: 'columns', columns }];
  const inRows = rows.flatMap((row): Swap[] => {
    const found = swappedInRow(row.source, row.target);
    return found === undefined ? [] : [{ kind: 'cells-in-row', row: row.row, columns: found }];
  });
  const taken = new Set(inRows.flatMap((swap) => (swap.kind === 'cells-in-row' ? [swap.row] : [])));
  return [...inRows, ...acrossRows(rows.filter(({ row }) => !taken.has(row)))];
}

interface PairedRow {
  readonly source: readonly Cell[];
  readonly target: readonly Cell[];
  readonly row: number;
}

/** How much better it would be the other way round: −2 to 2, `undefined` where either half is unlikely. */
function gain(
  a: Cell | undefined,
  b: Cell | undefined,
  oppositeA: Cell | undefined,
  oppositeB: Cell | undefined,
): number {
  return alike(a, oppositeB) + alike(b, oppositeA) - alike(a, oppositeA) - alike(b, oppositeB);
}

/** Better the other way round, with both halves likely, or one certain and the other no worse. */
function isSwap(
  a: Cell | undefined,
  b: Cell | undefined,
  oppositeA: Cell | undefined,
  oppositeB: Cell | undefined,
): boolean {
  // What they are like where they stand is told in half the time, and mostly settles it.
  if (2 - alike(a, oppositeA) - alike(b, oppositeB) < margin) return false;
  if (gain(a, b, oppositeA, oppositeB) < margin) return false;
  const [crossed, other] = [alike(a, oppositeB), alike(b, oppositeA)];
  if (crossed >= likely && other >= likely) return true;
  // Neither is anything like what it stands for, and the other way round nothing speaks against it.
  const strangers = alike(a, oppositeA) === 0 && alike(b, oppositeB) === 0;
  if (strangers && crossed >= possible && other >= possible) return true;
  const certain = crossed === 1 ? other >= alike(b, oppositeB) : other === 1 && crossed >= alike(a, oppositeA);
  return certain;
}

/** Two columns that stand in each other's place in most rows, two at least. */
function swappedColumns(rows: readonly PairedRow[]): readonly [number, number] | undefined {
  const votes = new Map<string, number>();
  for (const { source, target } of rows) {
    const found = swappedInRow(source, target);
    if (found !== undefined) votes.set(found.join(), (votes.get(found.join()) ?? 0) + 1);
  }
  for (const [key, count] of votes) {
    if (count < 2 || count * 2 <= rows.length) continue;
    const [a = 0, b = 0] = key.split(',').map(Number);
    return [a, b];
  }
  return undefined;
}

function swappedInRow(source: readonly Cell[], target: readonly Cell[]): readonly [number, number] | undefined {
  const doubtful = doubtfulColumns(source, target);
  for (const [i, a] of doubtful.entries()) {
    for (const b of doubtful.slice(i + 1)) {
      if (isSwap(source[a], source[b], target[a], target[b])) return [a, b];
    }
  }
  return undefined;
}

function doubtfulColumns(source: readonly Cell[], target: readonly Cell[]): number[] {
  const out: number[] = [];
  for (let column = 0; column < Math.min(source.length, target.length, mostColumns); column++) {
    if (alike(source[column], target[column]) <= 0.5) out.push(column);
  }
  return out;
}

/** Rows, labels, or cells of one column that stand in each other's place. */
function acrossRows(rows: readonly PairedRow[]): Swap[] {
  const doubtful = rows.filter(({ source, target }) => doubtfulColumns(source, target).length > 0).slice(0, mostRows);
  const out: Swap[] = [];
  const taken = new Set<number>();
  for (const [i, a] of doubtful.entries()) {
    if (taken.has(a.row)) continue;
    for (const b of doubtful.slice(i + 1)) {
      if (taken.has(b.row)) continue;
      const swap = swapOf(a, b);
      if (swap === undefined) continue;
      out.push(swap);
      taken.add(a.row).add(b.row);
      break;
    }
  }
  return out;
}

function swapOf(a: PairedRow, b: PairedRow): Swap | undefined {
  const width = Math.min(a.source.length, b.source.length, a.target.length, b.target.length, mostColumns);
  const exchanged: number[] = [];
  for (let column = 0; column < width; column++) {
    if (isSwap(a.source[column], b.source[column], a.target[column], b.target[column])) exchanged.push(column);
  }
  const rows = [a.row, b.row] as const;
  const [first] = exchanged;
  if (first === undefined) return undefined;
  let held = 0;
  let sum = 0;
  for (let column = 0; column < width; column++) {
    const better = gain(a.source[column], b.source[column], a.target[column], b.target[column]);
    sum += better;
    if (better <= -0.4 && !exchanged.includes(column)) held++;
  }
  if (held === 0 && sum >= margin) return { kind: 'rows', rows };
  if (exchanged.length > 1 && sum >= margin) return { kind: 'rows', rows };
  if (exchanged.length > 1) return undefined;
  return first === 0 ? { kind: 'labels', rows } : { kind: 'cells-in-column', column: first, rows };
}
