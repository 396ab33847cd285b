import { absolute, add, compare, type Decimal, subtract } from '../../model/decimal.js';
import type { SourceFinding } from './check.js';
import type { SourceDocument } from './document.js';
import { about, worth } from './findings.js';
import type { Figure, Grid } from './grid.js';
import { summable } from './parts.js';
import { halfPlace } from './precision.js';
import { says } from './words.js';

/** Rows that a total may mean: those since the last total, all above, the subtotals above, or all below a total that comes first. */
function groupsFor(row: number, grid: Grid): number[][] {
  const plain = grid.rows.filter((r) => !grid.isTotal(r));
  const others = grid.rows.filter((r) => grid.isTotal(r) && r !== row);
  const above = plain.filter((r) => r < row);
  const previous = Math.max(0, ...others.filter((r) => r < row));
  const groups = [above.filter((r) => r > previous), above, others.filter((r) => r < row)];
  if (above.length === 0)
    groups.push(
      plain.filter((r) => r < (others.find((o) => o > row) ?? Infinity)),
      others,
    );
  return groups.filter((group) => group.length > 1);
}

/** A row called total against the rows that it sums up. */
export function totals(grid: Grid, document: SourceDocument): SourceFinding[] {
  const out: SourceFinding[] = [];
  for (const row of grid.rows) {
    if (!grid.isTotal(row)) continue;
    const groups = groupsFor(row, grid);
    for (let column = 1; column < grid.columns; column++) {
      const total = grid.figure(row, column);
      if (total === undefined || !isAdditive(grid.header(column), document.cues)) continue;
      const sets = groups.flatMap((rows) => {
        const cells = rows.map((r) => grid.figure(r, column));
        return cells.every((cell) => cell !== undefined) && addUp(total, cells) ? [cells] : [];
      });
      const held = sets.find((cells) => isSum(total, cells));
      const cells = held ?? sets[0];
      if (cells === undefined) continue;
      // A column of rates or averages has a "total" that no one means as a sum.
      if (held === undefined && total.quantity.kind === 'percent' && compare(total.value, '100') !== 0) continue;
      const values = {
        table: grid.number,
        row: grid.label(row),
        column: grid.header(column),
        ...shown(total, cells, document.pack),
      };
      if (held !== undefined)
        out.push(about(total.unit, total.quantity, { key: 'total-holds', severity: 'neutral', values }));
      // "Total assets" may sum up some of the rows only.
      else {
        const severity = grid.isBareTotal(row) && total.quantity.approximate === undefined ? 'major' : 'minor';
        out.push(about(total.unit, total.quantity, { key: 'total', severity, values }));
      }
    }
  }
  return out;
}

/** A last column called total against the columns before it. Told only where most of its rows add up. */
export function totalColumns(grid: Grid, document: SourceDocument): SourceFinding[] {
  const column = grid.columns - 1;
  if (column < 3 || !says(grid.header(column), document.cues.total)) return [];
  const sums = grid.rows.flatMap((row) => {
    const total = grid.figure(row, column);
    if (total === undefined) return [];
    const cells = Array.from({ length: column - 1 }, (_, i) => grid.figure(row, i + 1));
    if (!cells.every((cell) => cell !== undefined) || !addUp(total, cells)) return [];
    return [{ row, total, cells, held: isSum(total, cells) }];
  });
  const held = sums.filter((sum) => sum.held).length;
  if (held * 2 <= sums.length || held < 2) return [];
  return sums.map(({ row, total, cells, held: holds }) => {
    const values = {
      table: grid.number,
      row: grid.label(row),
      column: grid.header(column),
      ...shown(total, cells, document.pack),
    };
    return holds
      ? about(total.unit, total.quantity, { key: 'row-holds', severity: 'neutral', values })
      : about(total.unit, total.quantity, { key: 'total', severity: 'major', values });
  });
}

/** Rates, changes and averages do not add up. */
function isAdditive(header: string, cues: SourceDocument['cues']): boolean {
  return !says(header, cues.growth) && !says(header, cues.compoundGrowth) && !cues.mean.test(header);
}

function addUp({ quantity: { kind, unit } }: Figure, cells: readonly Figure[]): boolean {
  return summable.has(kind) && cells.every(({ quantity }) => quantity.kind === kind && quantity.unit === unit);
}

const sumOf = (cells: readonly Figure[]) => cells.reduce<Decimal>((all, cell) => add(all, cell.value), '0');

function isSum(total: Figure, cells: readonly Figure[]): boolean {
  // Whole amounts of a few digits are counts, and exact; what carries a unit or a point is rounded.
  const slack = [...cells, total].reduce<Decimal>((all, cell) => add(all, halfPlace(cell.quantity, cell.value)), '0');
  const exact = [...cells, total].every(
    ({ quantity, value }) =>
      quantity.kind === 'number' && /^\d+$/.test(value) && quantity.text.replace(/,/g, '') === value,
  );
  const off = absolute(subtract(sumOf(cells), total.value));
  return exact ? compare(off, '0') === 0 : compare(off, slack) <= 0;
}

function shown(total: Figure, cells: readonly Figure[], pack: SourceDocument['pack']) {
  return {
    parts: cells.map((cell) => cell.quantity.text).join(' + '),
    sum: worth(total.quantity, sumOf(cells), pack),
    total: total.quantity.text,
  };
}
