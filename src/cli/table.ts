import { displayWidth, pad } from './width.js';

/** A column: what stands over it and on which side its cells end. */
export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** Rows under their titles, columns two spaces apart; wide (Korean) characters are counted as two. No trailing spaces. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, index) =>
    Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? '', widths[index]!, align === 'right' ? 'start' : 'end'))
      .join('  ')
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)].join('\n');
}
