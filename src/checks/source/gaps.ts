import { isEmptyCell, raggedRows, tablesOf } from '../../markdown/tables.js';
import type { Finding } from '../check.js';
import type { SourceCheck } from './check.js';

/** Tables with holes: a row of too few or too many cells, an empty cell in a column of figures. */
export const gaps: SourceCheck = {
  id: 'gaps',
  type: 'omission',
  category: 'accuracy',
  source({ article, tables }) {
    const out: Finding[] = [];
    for (const { index, table, place } of tablesOf(article)) {
      const grid = tables[index];
      if (grid === undefined) continue;
      for (const row of raggedRows(table)) {
        const cells = table.rows[row] ?? [];
        const { line, column } = cells[0] ?? place;
        const values = { table: grid.number, row, cells: cells.length, columns: table.rows[0]?.length ?? 0 };
        out.push({ key: 'ragged', severity: 'minor', values, line, column });
      }
      for (let at = 1; at < grid.columns; at++) {
        const filled = grid.rows.filter((row) => grid.figure(row, at) !== undefined).length;
        // A column of figures: all but one or two cells hold one.
        if (filled < 2 || filled < (grid.rows.length * 2) / 3) continue;
        for (const row of grid.rows) {
          const cell = table.rows[row]?.[at];
          if (cell === undefined || !isEmptyCell(cell)) continue;
          const values = { table: grid.number, row: grid.label(row), column: grid.header(at) };
          out.push({ key: 'empty', severity: 'minor', values, line: cell.line, column: cell.column });
        }
      }
    }
    return out;
  },
};
