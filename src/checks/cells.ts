import type { LanguagePack } from '../languages/pack.js';
import type { ArticleTable } from '../markdown/index.js';
import type { Article, TableCell, Unit } from '../model/article.js';
import type { Quantity, Reading } from '../model/quantity.js';
import type { Matcher } from '../termbase/match.js';
import { addressKey } from './addresses.js';

/** A cell as it is compared: what survives translation, and its unit where it has text. */
export interface Cell {
  readonly text: string;
  readonly unit: Unit | undefined;
  readonly place: { readonly line: number; readonly column: number };
  /** Values of figures, concepts of the termbase, names in Latin letters, symbols, and what codes hold. */
  readonly tokens: ReadonlySet<string>;
  /** Words in Latin letters that its language may take away: `data centers`, not `AI`. */
  readonly words: ReadonlySet<string>;
  readonly empty: boolean;
  /** Whether it says anything in letters besides its figures. */
  readonly spelled: boolean;
  /** Whether some of these are of another script than Latin. */
  readonly foreign: boolean;
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
export function cellTables(
  tables: readonly ArticleTable[],
  article: Article,
  pack: LanguagePack,
  terms?: Matcher,
): CellTable[] {
  return tables.map(({ index, place, table }) => ({
    number: index + 1,
    line: place.line,
    column: place.column,
    alignment: table.alignment,
    rows: table.rows.map((row) => row.map((cell) => cellOf(cell, article, pack, terms))),
  }));
}

/** Words in Latin letters, and signs that stand for an answer: ✅, ✗, ●. */
const lasting = /[A-Za-z][A-Za-z0-9_]*|[\p{So}\p{Sm}\p{Sk}]/gu;
/** The same in ASCII, where most cells end: it is read several times as fast. */
const lastingAscii = /[A-Za-z][A-Za-z0-9_]*|[+<=>^`|~]/g;
const beyondAscii = /[^\u0000-\u007f]/;
type Span = { readonly start: number; readonly end: number };
const foreignLetter = /[^\P{L}A-Za-z\u00aa-\u024f]/u;
const unread: Reading = { quantities: [], names: [] };

function cellOf(cell: TableCell, { units }: Article, pack: LanguagePack, terms: Matcher | undefined): Cell {
  const { text, codes } = cell;
  const tokens = new Set<string>();
  const words = new Set<string>();
  // A term is its concept, in whatever language: OpenAI is 오픈AI, of which AI is no word of its own.
  const named = terms?.designations(text) ?? [];
  for (const { concept } of named) tokens.add(`#${concept.id}`);
  const hasDigit = /\d/.test(text);
  const { quantities, names } = hasDigit ? pack.figures.read(text) : unread;
  for (const quantity of quantities) tokens.add(valueToken(quantity));
  const inTerm = ({ start, end }: Span) => named.some((term) => term.start < end && start < term.end);
  for (const name of names) if (!inTerm(name)) tokens.add(name.text.toLowerCase());
  const spans: readonly Span[] = [...quantities, ...names];
  const within = (all: readonly Span[], at: number) => all.some(({ start, end }) => start <= at && at < end);
  if (hasDigit) {
    for (const { 0: digits, index } of text.matchAll(/\d+(?:[.,]\d+)*/g)) {
      if (!within(spans, index)) tokens.add(digits.replaceAll(',', ''));
    }
  }
  const rest = quantities.length === 0 ? text : without(text, quantities);
  const ascii = !beyondAscii.test(text);
  const foreign = !ascii && foreignLetter.test(rest);
  for (const { 0: word, index } of text.matchAll(ascii ? lastingAscii : lasting)) {
    if (within(named, index) || within(spans, index)) continue;
    // Words of the cell's own language go with it, names and abbreviations stay: `AI`, `iOS`, `v2`; all words in Korean.
    if (foreign || /^[^A-Za-z]|^.+[A-Z0-9_]/.test(word)) tokens.add(word.toLowerCase());
    else words.add(word.toLowerCase());
  }
  // "0 * * * *", "1+", "—": without a letter there is nothing to translate.
  const spelled = foreign || (ascii ? /[A-Za-z]/ : /\p{L}/u).test(rest);
  const written = /[^\s\uFFFC]/.test(rest);
  if (!spelled && written) tokens.add(`"${text.replace(/\s+/g, '')}`);
  for (const { type, value = '' } of codes) tokens.add(`<${type} ${type === 'link' ? addressKey(value) : value}`);
  const shows = spans.length > 0 || written || !codes.every(({ type }) => type === 'break');
  return {
    text: labelOf(cell),
    unit: units[cell.unit ?? -1],
    place: cell,
    tokens,
    words,
    empty: !shows,
    spelled,
    foreign,
  };
}

/** A text with some of its spans cut out. */
function without(text: string, spans: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    out += text.slice(at, start);
    at = end;
  }
  return out + text.slice(at);
}

/** A cell's text with what its code spans say: `NotIn` names a row as well as a word does. */
function labelOf({ text, codes }: TableCell): string {
  if (codes.length === 0 && !/\s\s|[^\S ]/.test(text)) return text.trim();
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

const isWord = (token: string) => /^[a-z]/.test(token);

/** How alike two cells are, 0 to 1; 0.5 or near where nothing that survives translation can tell. */
export function alike(a: Cell | undefined, b: Cell | undefined): number {
  if (a === undefined || b === undefined || a.empty || b.empty) {
    return (a === undefined || a.empty) === (b === undefined || b.empty) ? 0.5 : 0;
  }
  // Words of one script say nothing of a cell in another, but those that stand there too; within one script all do.
  const all = a.foreign === b.foreign;
  let shared = 0;
  let left = a.tokens.size;
  let right = b.tokens.size;
  for (const token of a.tokens) if (b.tokens.has(token) || b.words.has(token)) shared++;
  for (const word of a.words) {
    const also = b.tokens.has(word) || b.words.has(word);
    if (also) shared++;
    if (all || also) left++;
  }
  for (const word of b.words) if (all || a.tokens.has(word) || a.words.has(word)) right++;
  if (left + right === 0) return a.text === b.text ? 1 : 0.45;
  // Nothing on one side, and on the other but a word or an abbreviation: it may have been written out.
  const only = left === 0 ? b.tokens : right === 0 ? a.tokens : undefined;
  if (only !== undefined && [...only].every(isWord)) return 0.3;
  // "1" and "must be 1" hold the same figure, and are not the same cell.
  return ((2 * shared) / (left + right)) * (a.spelled === b.spelled ? 1 : 0.5);
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
