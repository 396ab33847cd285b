import type { LanguagePack } from '../languages/pack.js';
import type { ArticleTable } from '../markdown/index.js';
import type { Article, TableCell, Unit } from '../model/article.js';
import { placeholder } from '../model/inline.js';
import type { Quantity } from '../model/quantity.js';
import { addressKey } from './addresses.js';

/** A cell as it is compared: what survives translation, and its unit where it has text. */
export interface Cell {
  readonly text: string;
  readonly unit: Unit | undefined;
  readonly place: { readonly line: number; readonly column: number };
  /** Values of figures, Latin words, symbols, and what codes hold. */
  readonly tokens: ReadonlySet<string>;
  readonly empty: boolean;
  /** Whether it says anything in letters. */
  readonly spelled: boolean;
}

/** A table as rows of cells; row 0 is the header. */
export interface CellTable {
  readonly number: number;
  readonly line: number;
  readonly column: number;
  readonly alignment: ArticleTable['table']['alignment'];
  readonly rows: readonly (readonly Cell[])[];
}

/** The tables of an article, ready to be compared. */
export function cellTables(tables: readonly ArticleTable[], article: Article, pack: LanguagePack): CellTable[] {
  return tables.map(({ index, place, table }) => ({
    number: index + 1,
    line: place.line,
    column: place.column,
    alignment: table.alignment,
    rows: table.rows.map((row) => row.map((cell) => cellOf(cell, article, pack))),
  }));
}

/** Words in Latin letters, and signs that stand for an answer: ✅, ✗, ●. */
const lasting = /[A-Za-z][A-Za-z0-9_]*|[\p{So}\p{Sm}\p{Sk}]/gu;

function cellOf(cell: TableCell, { units }: Article, pack: LanguagePack): Cell {
  const tokens = new Set<string>();
  for (const [word] of cell.text.matchAll(lasting)) tokens.add(word.toLowerCase());
  const figures = /\d/.test(cell.text) ? pack.figures.read(cell.text) : { quantities: [], names: [] };
  for (const quantity of figures.quantities) tokens.add(valueToken(quantity));
  for (const { text } of figures.names) tokens.add(text.toLowerCase());
  const spans = [...figures.quantities, ...figures.names];
  for (const { 0: digits, index } of cell.text.matchAll(/\d+(?:[.,]\d+)*/g)) {
    if (!spans.some(({ start, end }) => start <= index && index < end)) tokens.add(digits.replaceAll(',', ''));
  }
  const shown = cell.text.replaceAll(placeholder, '').replace(/\s+/g, '');
  // "0 * * * *", "1+", "—": without a letter there is nothing to translate.
  const spelled = /\p{L}/u.test(shown);
  if (!spelled && shown !== '') tokens.add(`"${shown}`);
  for (const { type, value = '' } of cell.codes) tokens.add(`<${type} ${type === 'link' ? addressKey(value) : value}`);
  const empty = shown === '' && cell.codes.every(({ type }) => type === 'break');
  return { text: labelOf(cell), unit: units[cell.unit ?? -1], place: cell, tokens, empty, spelled };
}

/** A cell's text with what its code spans say: `NotIn` names a row as well as a word does. */
function labelOf({ text, codes }: TableCell): string {
  let out = '';
  let at = 0;
  for (const { kind, type, value = '', start, end } of codes) {
    if (kind !== 'ph' || start < at) continue;
    out += text.slice(at, start) + (type === 'code' ? value : '');
    at = end;
  }
  return (out + text.slice(at)).replace(/\s+/g, ' ').trim();
}

function valueToken({ value, min, max, unit, approximate }: Quantity): string {
  return `=${approximate ?? ''}${value ?? `${min}..${max}`}${unit ?? ''}`;
}

/** Tokens that translation may take away: words. */
const isWord = (token: string) => /^[a-z]/.test(token);

/** How alike two cells are, 0 to 1; 0.5 or near where nothing that survives translation can tell. */
export function alike(a: Cell | undefined, b: Cell | undefined): number {
  if (a === undefined || b === undefined || a.empty || b.empty) {
    return (a === undefined || a.empty) === (b === undefined || b.empty) ? 0.5 : 0;
  }
  const sum = a.tokens.size + b.tokens.size;
  if (sum === 0) return a.text === b.text ? 1 : 0.5;
  if ((a.tokens.size === 0 || b.tokens.size === 0) && [...a.tokens, ...b.tokens].every(isWord)) return 0.4;
  let shared = 0;
  for (const token of a.tokens) if (b.tokens.has(token)) shared++;
  // "1" and "must be 1" hold the same figure, and are not the same cell.
  const same = a.spelled === b.spelled ? 1 : 0.6;
  // The words of one language are gone in a cell of another script: they say nothing.
  const words = lostWords(a, b);
  return (2 * shared * same) / Math.max(1, sum - words);
}

/** How many words one of two cells has where the other, written out too, has none. */
function lostWords(a: Cell, b: Cell): number {
  const [left, right] = [[...a.tokens].filter(isWord).length, [...b.tokens].filter(isWord).length];
  return a.spelled && b.spelled && (left === 0 || right === 0) ? left + right : 0;
}

/** How well two rows go together, 0 to 1. */
export function rowsAlike(a: readonly Cell[], b: readonly Cell[]): number {
  const width = Math.max(a.length, b.length, 1);
  let sum = 0;
  for (let column = 0; column < width; column++) sum += alike(a[column], b[column]);
  return sum / width;
}

/** What a reader calls a row: its first text, or its number. */
export function rowLabel(table: CellTable, row: number): string {
  return short(table.rows[row]?.find((cell) => !cell.empty)?.text ?? '') || `#${row}`;
}

/** What a reader calls a column: its header, or its number. */
export function columnLabel(table: CellTable, column: number): string {
  return short(table.rows[0]?.[column]?.text ?? '') || `#${column + 1}`;
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
