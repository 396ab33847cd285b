import { absolute, add, compare, type Decimal, subtract } from '../../model/decimal.js';
import type { Finding } from '../check.js';
import type { SourceCheck } from './check.js';
import { about, grouped } from './findings.js';
import type { Figure } from './grid.js';
import { halfPlace } from './precision.js';
import { says } from './words.js';

/** A column of shares of one whole: its percentages add up to 100, but for rounding. */
export const shares: SourceCheck = {
  id: 'shares',
  type: 'numbers',
  category: 'accuracy',
  source({ tables, cues }) {
    const out: Finding[] = [];
    for (const grid of tables) {
      for (let column = 1; column < grid.columns; column++) {
        if (!says(grid.header(column), cues.share)) continue;
        const cells = grid.rows.filter((row) => !grid.isTotal(row)).map((row) => grid.figure(row, column));
        if (cells.length < 3 || cells.some((cell) => cell?.quantity.kind !== 'percent')) continue;
        const figures = cells as Figure[];
        const sum = figures.reduce<Decimal>((all, { value }) => add(all, value), '0');
        const slack = figures.reduce<Decimal>((all, { quantity, value }) => add(all, halfPlace(quantity, value)), '0');
        const off = absolute(subtract('100', sum));
        const values = {
          table: grid.number,
          column: grid.header(column),
          sum: grouped(sum),
          parts: figures.map(({ quantity }) => quantity.text).join(' + '),
        };
        const last = figures.at(-1)!;
        if (compare(off, slack) <= 0)
          out.push(about(last.unit, last.quantity, { key: 'holds', severity: 'neutral', values }));
        // Far from 100 the column lists some of many, or shares of different wholes.
        else if (compare(off, '15') <= 0)
          out.push(about(last.unit, last.quantity, { key: 'sum', severity: 'minor', values }));
      }
    }
    return out;
  },
};
