import type { LanguagePack } from '../languages/pack.js';
import { bodyOf, columnCount, headerOf, tablesOf } from '../markdown/index.js';
import type { Article, Table, TableCell } from '../model/article.js';
import { placeholder } from '../model/inline.js';
import { readUnderHeader } from '../quantities/header-units.js';
import type { Matcher } from '../termbase/match.js';
import { columnsOf, type DataCell, type TableColumn } from './table-columns.js';

/** A table as data; rows are as wide as the widest. */
export interface TableData {
  readonly columns: readonly TableColumn[];
  readonly header: readonly DataCell[];
  readonly rows: readonly (readonly DataCell[])[];
}

/**
 * An article's table number `index` (from 0) as data; `undefined` when there are not so many. `terms` finds the
 * termbase's designations in the article's language: with it columns of terms are known as such.
 */
export function tableData(article: Article, index: number, pack: LanguagePack, terms?: Matcher): TableData | undefined {
  const table = tablesOf(article)[index]?.table;
  return table === undefined ? undefined : dataOf(table, pack, terms);
}

function dataOf(table: Table, pack: LanguagePack, terms: Matcher | undefined): TableData {
  const width = columnCount(table);
  const row = (cells: readonly TableCell[], over: readonly DataCell[]) =>
    Array.from({ length: width }, (_, column) => cellOf(cells[column]?.text ?? '', over[column]?.text ?? '', pack));
  const header = row(headerOf(table), []);
  const rows = bodyOf(table).map((cells) => row(cells, header));
  const isTerm = (text: string) =>
    terms?.designations(text).some(({ start, wordEnd }) => start === 0 && wordEnd === text.length) === true;
  return { columns: columnsOf(header, rows, { pack, isTerm }), header, rows };
}

function cellOf(raw: string, header: string, pack: LanguagePack): DataCell {
  const text = raw.replaceAll(placeholder, '').trim();
  // `45` under "Value ($B)" is 45 billion dollars, as `450` is under `금액(억 달러)`.
  const { quantities } = readUnderHeader(text, header, pack) ?? pack.figures.read(text);
  const [only] = quantities;
  if (quantities.length !== 1 || only === undefined || only.start !== 0 || only.end !== text.length) return { text };
  const { text: _, start: __, end: ___, ...quantity } = only;
  return { text, quantity };
}

/**
 * A table as CSV (RFC 4180): figures as their plain values, so that the file is the same in every language but for its
 * words. Text that a spreadsheet would take for a formula is marked as text.
 */
export function tableCsv({ header, rows }: Pick<TableData, 'header' | 'rows'>): string {
  return [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field({ text, quantity }: DataCell): string {
  const value = quantity?.value ?? (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
