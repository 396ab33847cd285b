import type { Article, Block, Table, TableCell } from '../model/article.js';

/** A table of an article, Markdown or HTML. */
export interface ArticleTable {
  /** Counted from 0 in document order: the `table` of its cells' units. */
  readonly index: number;
  /** Index into `Article.blocks`. */
  readonly block: number;
  readonly place: Block;
  readonly table: Table;
}

/** All tables in document order; a table inside another's cell comes after it. */
export function tablesOf(article: Article): readonly ArticleTable[] {
  const out: ArticleTable[] = [];
  article.blocks.forEach((place, block) => {
    if (place.table !== undefined) out.push({ index: out.length, block, place, table: place.table });
  });
  return out;
}

/** How many columns its header has, or its longest row where that has more. */
export function columnCount({ rows }: Table): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

/** Row 0; empty for a table without rows. */
export function headerOf({ rows }: Table): readonly TableCell[] {
  return rows[0] ?? [];
}

/** The rows below the header. */
export function bodyOf({ rows }: Table): readonly (readonly TableCell[])[] {
  return rows.slice(1);
}

/** A column's cells below the header; `undefined` where a ragged row has none. */
export function columnOf(table: Table, column: number): readonly (TableCell | undefined)[] {
  return bodyOf(table).map((row) => row[column]);
}

/** Rows, counted from 0, whose number of cells differs from the header's. */
export function raggedRows({ rows }: Table): readonly number[] {
  const width = rows[0]?.length ?? 0;
  return rows.flatMap((row, i) => (row.length === width ? [] : [i]));
}

/** Whether a cell shows a reader nothing. */
export function isEmptyCell(cell: TableCell): boolean {
  return cell.unit === undefined;
}
