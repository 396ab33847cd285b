import type { UnitPair } from '../model/article.js';
import { headerUnit } from '../quantities/header-units.js';
import { type CellTable, columnLabel, rowLabel } from './cells.js';
import type { ArticlePair, Check, CheckContext, Finding } from './check.js';
import { differencesOf, figureFinding } from './figures.js';
import { lostHeaderUnits } from './header-loss.js';
import { signsOf } from './signs.js';
import { type TablePair, widthOf } from './table-pairing.js';
import { findTableSwaps, type Swap } from './table-swaps.js';

/** The same tables, rows, columns and cells, with the same figures in the same places. */
export const tables: Check = {
  id: 'tables',
  type: 'inconsistency',
  category: 'accuracy',
  article: (article, context) =>
    article.tables.flatMap((pair) => {
      const about = JSON.stringify((pair.source ?? pair.target)?.rows[0]?.map(({ text }) => text));
      return tableFindings(pair, article, context).map((finding) => ({ ...finding, about }));
    }),
};

function tableFindings(pair: TablePair, article: ArticlePair, context: CheckContext): Finding[] {
  const { source, target } = pair;
  if (source === null) {
    if (target === null) return [];
    const values = { table: target.number };
    return [{ key: 'extra', type: 'addition', values, severity: 'major', line: target.line, column: target.column }];
  }
  if (target === null) {
    const values = { table: source.number, label: columnLabel(source, 0), line: source.line };
    return [{ key: 'missing', type: 'omission', values, severity: 'major' }];
  }
  const shape = [...rowFindings(pair, source, target), ...columnFindings(source, target)];
  // Cells beside columns that do not fit are no pairs.
  if (widthOf(source) !== widthOf(target)) return shape;
  const swaps = findTableSwaps(source, target, pair.rows);
  return [
    ...shape,
    ...swaps.map((swap) => swapFinding(swap, source, target)),
    ...cellFindings(pair, source, target, swaps),
    ...figureFindings(target, article, swaps, context),
    ...alignmentFindings(source, target),
  ];
}

/** Rows that are gone, or that the source does not have. */
function rowFindings({ rows }: TablePair, source: CellTable, target: CellTable): Finding[] {
  return rows.flatMap(([a, b], index): Finding[] => {
    if (a !== null && b === null) {
      const next = rows.slice(index).find(([, row]) => row !== null)?.[1] ?? target.rows.length - 1;
      const at = target.rows[next]?.[0]?.place ?? target;
      const values = {
        table: target.number,
        row: rowLabel(source, a),
        line: source.rows[a]?.[0]?.place.line ?? source.line,
      };
      return [{ key: 'row-missing', type: 'omission', values, severity: 'major', line: at.line, column: at.column }];
    }
    if (a === null && b !== null) {
      const at = target.rows[b]?.[0]?.place ?? target;
      const values = { table: target.number, row: rowLabel(target, b) };
      return [{ key: 'row-extra', type: 'addition', values, severity: 'major', line: at.line, column: at.column }];
    }
    return [];
  });
}

/** A number of columns that differs, in the header or in one row. */
function columnFindings(source: CellTable, target: CellTable): Finding[] {
  const [wanted, found] = [widthOf(source), widthOf(target)];
  if (wanted === found) return [];
  const values = { table: target.number, source: wanted, target: found };
  return [{ key: 'columns', values, severity: 'major', line: target.line, column: target.column }];
}

function swapFinding(swap: Swap, source: CellTable, target: CellTable): Finding {
  const table = target.number;
  const row = swap.kind === 'columns' ? 0 : swap.kind === 'cells-in-row' ? swap.row : swap.rows[0];
  const at = target.rows[row]?.[swap.kind === 'cells-in-row' ? swap.columns[0] : 0]?.place ?? target;
  const finding = { severity: 'major', line: at.line, column: at.column } as const;
  switch (swap.kind) {
    case 'columns': {
      const [a, b] = swap.columns;
      return {
        ...finding,
        key: 'columns-swapped',
        values: { table, a: columnLabel(source, a), b: columnLabel(source, b) },
      };
    }
    case 'cells-in-row': {
      const [a, b] = swap.columns;
      const values = { table, row: rowLabel(target, row), a: columnLabel(target, a), b: columnLabel(target, b) };
      return { ...finding, key: 'cells-in-row-swapped', values };
    }
    case 'cells-in-column': {
      const [a, b] = swap.rows;
      const values = {
        table,
        column: columnLabel(target, swap.column),
        a: rowLabel(target, a),
        b: rowLabel(target, b),
      };
      return { ...finding, key: 'cells-in-column-swapped', values };
    }
    case 'labels':
    case 'rows': {
      const [a, b] = swap.rows;
      const values = { table, a: rowLabel(target, a), b: rowLabel(target, b) };
      return { ...finding, key: swap.kind === 'rows' ? 'rows-swapped' : 'labels-swapped', values };
    }
  }
}

/** Whether a swap already tells what is wrong with a cell. */
function isTold(swaps: readonly Swap[], row: number, column: number): boolean {
  return swaps.some((swap) => {
    if (swap.kind === 'columns') return swap.columns.includes(column);
    if (swap.kind === 'cells-in-row') return swap.row === row && swap.columns.includes(column);
    if (!swap.rows.includes(row)) return false;
    if (swap.kind === 'cells-in-column') return swap.column === column;
    return swap.kind === 'rows' || column === 0;
  });
}

/** Cells that lost their content, were empty in the source or show another sign; rows with cells too few or too many. */
function cellFindings({ rows }: TablePair, source: CellTable, target: CellTable, swaps: readonly Swap[]): Finding[] {
  const out: Finding[] = [];
  for (const [a, b] of rows) {
    if (a === null || b === null) continue;
    const [left, right] = [source.rows[a]!, target.rows[b]!];
    const place = right[0]?.place ?? target;
    if (left.length !== right.length) {
      const values = { table: target.number, row: rowLabel(target, b), source: left.length, target: right.length };
      // Cells at the end that hold nothing show nothing.
      const shows = [...left.slice(right.length), ...right.slice(left.length)].some((cell) => !cell.empty);
      out.push({ key: 'ragged', values, severity: shows ? 'major' : 'minor', line: place.line, column: place.column });
    }
    for (let column = 0; column < Math.min(left.length, right.length); column++) {
      const [cell, other] = [left[column]!, right[column]!];
      if (isTold(swaps, b, column)) continue;
      const said = signsOf(cell.text);
      const says = said === undefined ? undefined : signsOf(other.text);
      const signed = says !== undefined && said !== says;
      if (!signed && cell.empty === other.empty) continue;
      const label = { table: target.number, row: rowLabel(source, a), column: columnLabel(source, column) };
      const at = { line: other.place.line, column: other.place.column };
      if (signed) {
        const values = { ...label, source: cell.text, target: other.text };
        out.push({ key: 'sign', severity: 'major', values, ...at });
      }
      if (cell.empty === other.empty) continue;
      const values = { ...label, text: (cell.empty ? other : cell).text.slice(0, 60) };
      out.push({
        ...(cell.empty
          ? { key: 'cell-filled', type: 'addition', severity: 'minor' }
          : { key: 'cell-emptied', type: 'omission', severity: 'major' }),
        values,
        ...at,
      } as Finding);
    }
  }
  return out;
}

const grouped = new WeakMap<readonly UnitPair[], ReadonlyMap<number, readonly UnitPair[]>>();

/** The pairs of an article that stand in a table of the translation, by the number of that, from 0. */
function pairsByTable(pairs: readonly UnitPair[]): ReadonlyMap<number, readonly UnitPair[]> {
  const known = grouped.get(pairs);
  if (known !== undefined) return known;
  const out = new Map<number, UnitPair[]>();
  for (const pair of pairs) {
    const table = pair.target?.cell?.table;
    if (table === undefined || pair.source === null) continue;
    const own = out.get(table);
    if (own === undefined) out.set(table, [pair]);
    else own.push(pair);
  }
  grouped.set(pairs, out);
  return out;
}

/** Figures of cells, under their headers. A header whose unit was changed is one issue, not one for each cell below it. */
function figureFindings(
  target: CellTable,
  article: ArticlePair,
  swaps: readonly Swap[],
  context: CheckContext,
): Finding[] {
  const inTable = pairsByTable(article.pairs).get(target.number - 1) ?? [];
  const byColumn = new Map<number, Finding[]>();
  const bare = new Map<number, number>();
  for (const pair of inTable) {
    const { row, column } = pair.target!.cell!;
    if (!byColumn.has(column)) byColumn.set(column, []);
    if (pair.headers !== undefined) bare.set(column, (bare.get(column) ?? 0) + 1);
    if (isTold(swaps, row, column)) continue;
    const differences = differencesOf(pair, context);
    if (differences.length === 0) continue;
    const label = { table: target.number, row: rowLabel(target, row), column: columnLabel(target, column) };
    for (const difference of differences) {
      const finding = figureFinding(difference, pair, context);
      if (finding === undefined) continue;
      const values = { ...finding.values, ...label, figure: finding.key };
      byColumn.get(column)!.push({ ...finding, key: 'cell', type: finding.type ?? 'numbers', values });
    }
  }
  const found = [...byColumn].flatMap(
    ([column, figures]) => headerFinding(column, figures, bare.get(column) ?? 0, inTable, target) ?? figures,
  );
  return [...found, ...lostHeaderUnits(target, inTable, article, context)];
}

/** One finding for a column whose every figure is off in the same way because its header's unit is another. */
function headerFinding(
  column: number,
  found: readonly Finding[],
  cells: number,
  pairs: readonly UnitPair[],
  target: CellTable,
): Finding[] | undefined {
  const header = pairs.find((pair) => pair.target?.cell?.row === 0 && pair.target.cell.column === column);
  if (header === undefined || found.length < 2 || found.length * 2 < cells) return undefined;
  const [wanted, shown] = [headerUnit(header.source?.text ?? ''), headerUnit(header.target?.text ?? '')];
  const kinds = new Set(found.map((finding) => `${finding.values?.['figure']} ${finding.values?.['times'] ?? ''}`));
  if (shown === undefined || kinds.size > 1) return undefined;
  const label = { table: target.number, column: columnLabel(target, column) };
  const finding = { type: 'numbers', severity: 'critical', pair: header } as const;
  if (wanted !== undefined)
    return [{ ...finding, key: 'header-unit', values: { ...label, source: wanted, target: shown } }];
  // The source says its unit in each cell: the first of them shows what is off.
  const { row = '', source = '', target: says = '' } = found[0]?.values ?? {};
  return [{ ...finding, key: 'header-scale', values: { ...label, row, unit: shown, source, target: says } }];
}

/** Columns that are set to another side. */
function alignmentFindings(source: CellTable, target: CellTable): Finding[] {
  const column = source.alignment.findIndex(
    (side, i) => side !== null && target.alignment[i] !== undefined && target.alignment[i] !== side,
  );
  if (column < 0) return [];
  const values = { table: target.number, column: columnLabel(target, column) };
  return [{ key: 'alignment', values, severity: 'minor', line: target.line, column: target.column }];
}
