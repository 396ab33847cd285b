import { absolute, add, compare, subtract } from '../../model/decimal.js';
import type { SourceFinding } from './check.js';
import type { SourceDocument } from './document.js';
import { about, worth } from './findings.js';
import { type Figure, type Grid, sameKind } from './grid.js';
import { halfPlace } from './precision.js';
import { changePercent, compoundRate, fits, fittingSpan, isChange } from './rates.js';
import { says } from './words.js';

/** The columns that the header gives a year, in order, without the rate's own. */
function dated(grid: Grid, rate: number): { column: number; year: number }[] {
  return Array.from({ length: grid.columns }, (_, column) => ({
    column,
    year: column === rate ? undefined : grid.year(column),
  }))
    .filter((entry): entry is { column: number; year: number } => entry.year !== undefined)
    .sort((a, b) => a.year - b.year);
}

/** A column of yearly rates against the first and the last column that have a year. */
export function compound(grid: Grid, { cues }: SourceDocument): SourceFinding[] {
  const out: SourceFinding[] = [];
  for (let column = 1; column < grid.columns; column++) {
    if (!says(grid.header(column), cues.compoundGrowth)) continue;
    const ends = dated(grid, column);
    const first = ends[0];
    const last = ends.at(-1);
    if (first === undefined || last === undefined || first.year === last.year) continue;
    const years = last.year - first.year;
    for (const row of grid.rows) {
      const rate = grid.percent(row, column);
      const start = grid.figure(row, first.column);
      const end = grid.figure(row, last.column);
      if (rate === undefined || start === undefined || end === undefined || !sameKind(start, end)) continue;
      const values = {
        table: grid.number,
        row: grid.label(row),
        printed: `${rate.quantity.text.replace(/%$/, '')}%`,
        start: start.quantity.text,
        end: end.quantity.text,
        years,
        rate: compoundRate(start.value, end.value, years),
      };
      if (fits(rate, start, end, years)) {
        out.push(about(rate.unit, rate.quantity, { key: 'compound-holds', severity: 'neutral', values }));
        continue;
      }
      const span = fittingSpan(rate, start, end, years);
      const key = span === undefined ? 'compound' : 'compound-span';
      out.push(about(rate.unit, rate.quantity, { key, severity: 'major', values: { ...values, span: span ?? 0 } }));
    }
  }
  return out;
}

/** A change as a table prints it: in percent, in percentage points, or as an amount. */
interface Change {
  readonly row: number;
  readonly rate: Figure;
  readonly start: Figure;
  readonly end: Figure;
  readonly way: 'percent' | 'difference';
  readonly holds: boolean;
}

/** A column "change" beside exactly two dated columns. */
export function changes(grid: Grid, { cues, pack }: SourceDocument): SourceFinding[] {
  const out: SourceFinding[] = [];
  for (let column = 1; column < grid.columns; column++) {
    const header = grid.header(column);
    if (!says(header, cues.growth) || says(header, cues.compoundGrowth)) continue;
    const [first, last, more] = dated(grid, column);
    if (first === undefined || last === undefined || more !== undefined || grid.year(column) !== undefined) continue;
    const rows = grid.rows.flatMap((row) => changeOf(grid, row, column, first.column, last.column) ?? []);
    // Where no row agrees, the column means something else ("growth on the month").
    const some = rows.some(({ holds }) => holds);
    for (const { row, rate, start, end, way, holds } of rows) {
      const shown = {
        table: grid.number,
        row: grid.label(row),
        printed: rate.quantity.text,
        start: start.quantity.text,
        end: end.quantity.text,
      };
      const difference = worth(rate.quantity, subtract(end.value, start.value), pack);
      const values =
        way === 'percent' ? { ...shown, rate: changePercent(start.value, end.value) } : { ...shown, difference };
      const [key, held] = way === 'percent' ? ['change', 'change-holds'] : ['difference', 'difference-holds'];
      if (holds) out.push(about(rate.unit, rate.quantity, { key: held, severity: 'neutral', values }));
      else if (some) out.push(about(rate.unit, rate.quantity, { key, severity: 'major', values }));
    }
  }
  return out;
}

function changeOf(grid: Grid, row: number, column: number, first: number, last: number): Change | undefined {
  const start = grid.figure(row, first);
  const end = grid.figure(row, last);
  const rate = grid.figure(row, column);
  if (start === undefined || end === undefined || rate === undefined || !sameKind(start, end)) return undefined;
  const points = rate.quantity.kind === 'percentage-point' && start.quantity.kind === 'percent';
  const amount = rate.quantity.kind === start.quantity.kind && rate.quantity.unit === start.quantity.unit;
  const percent = grid.percent(row, column);
  if (percent !== undefined && (start.quantity.kind !== 'percent' || isChange(percent, start, end)))
    return { row, rate: percent, start, end, way: 'percent', holds: isChange(percent, start, end) };
  if (!points && !amount) return undefined;
  return { row, rate, start, end, way: 'difference', holds: isDifference(rate, start, end) };
}

function isDifference(rate: Figure, start: Figure, end: Figure): boolean {
  const slack = [rate, start, end].reduce((sum, one) => add(sum, halfPlace(one.quantity, one.value)), '0');
  const off = subtract(absolute(subtract(end.value, start.value)), absolute(rate.value));
  return compare(absolute(off), slack) <= 0;
}
