import type { DataCell } from '../table-columns.js';
import type { TableData } from '../table-data.js';
import type { ChartSpec } from './spec.js';

/** What a table asks for: `<!-- diptych:chart bar x=1 y=2,3 -->` right before it. Columns are counted from 1. */
export interface ChartRequest {
  readonly mark: string;
  readonly x: number;
  readonly y: readonly number[];
}

const marks: Readonly<Record<string, string>> = { bar: 'bar', line: 'line', point: 'point', area: 'area' };
/** Whether a comment means to ask for a chart, readable or not. */
export const asksForTableChart = (comment: string): boolean => /^\s*<!--\s*diptych:chart\b/.test(comment);

const directive = /^\s*<!--\s*diptych:chart\s+(\w+)((?:\s+[xy]=\d{1,2}(?:,\d{1,2})*)*)\s*-->\s*$/;

/** Reads the comment; columns rather than names, so that it is the same in every language. */
export function chartRequest(comment: string): ChartRequest | undefined {
  const match = directive.exec(comment);
  const mark = marks[match?.[1] ?? ''];
  if (match === null || mark === undefined) return undefined;
  const columns = (name: string) =>
    new RegExp(`\\b${name}=([\\d,]+)`)
      .exec(match[2] ?? '')?.[1]
      ?.split(',')
      .map(Number) ?? [];
  return { mark, x: columns('x')[0] ?? 1, y: columns('y') };
}

/** How a column's figures are written on an axis: `money:USD`, `percent`, `number`. */
const formatOf = ({ quantity }: DataCell) => `${quantity?.kind ?? 'number'}:${quantity?.unit ?? ''}`;

/**
 * A table as a chart: its typed figures, its own words. Rows without a figure (a dash) are left out. `no-figures` where
 * the columns asked for hold none, `units` where they hold figures of two kinds, which share no axis.
 */
export function chartOfTable(
  { mark, x, y }: ChartRequest,
  { header, rows }: TableData,
  title?: string,
): ChartSpec | 'no-figures' | 'units' {
  const isFigure = (cell: DataCell | undefined) => /^-?\d+(?:\.\d+)?$/.test(cell?.quantity?.value ?? '');
  const asked = y.length > 0 ? y : header.map((_, i) => i + 1).filter((i) => i !== x && isFigure(rows[0]?.[i - 1]));
  const first = rows.map((row) => row[asked[0]! - 1]).find(isFigure);
  if (first === undefined || header[x - 1] === undefined) return 'no-figures';
  const format = formatOf(first);
  const values = rows.flatMap((row) =>
    asked.flatMap((column) => {
      const cell = row[column - 1];
      if (cell === undefined || !isFigure(cell)) return [];
      return [
        {
          x: row[x - 1]?.text ?? '',
          y: Number(cell.quantity!.value),
          series: header[column - 1]?.text ?? '',
          format: formatOf(cell),
        },
      ];
    }),
  );
  if (values.some((value) => value.format !== format)) return 'units';
  const several = asked.length > 1;
  return {
    ...(title === undefined ? {} : { title }),
    data: { values },
    mark: { type: mark },
    encoding: {
      x: {
        field: 'x',
        type: 'nominal',
        sort: null,
        title: header[x - 1]!.text,
        axis: { labelAngle: 0, labelLimit: 120 },
      },
      ...(several && mark === 'bar' ? { xOffset: { field: 'series', sort: null } } : {}),
      y: {
        field: 'y',
        type: 'quantitative',
        title: several ? null : (header[asked[0]! - 1]?.text ?? null),
        axis: { formatType: 'figure', format },
      },
      ...(several ? { color: { field: 'series', type: 'nominal', sort: null, title: null } } : {}),
    },
    width: Math.min(640, Math.max(280, rows.length * asked.length * 60)),
  };
}
