import { DiptychError } from '../../model/errors.js';

/** A row of a CSV file with the line that it begins on, from 1. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The rows of a CSV text (RFC 4180; CR LF, LF or CR; a byte order mark is passed over). Throws `invalid-termbase`. */
export function parseCsv(text: string, file: string, separator = ','): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  let quoteLine = 1;
  const end = () => {
    cells.push(cell);
    if (cells.length > 1 || cell !== '') rows.push({ cells, line: begun });
    cells = [];
    cell = '';
  };
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const char = text[i]!;
    const newline = char === '\n' || (char === '\r' && text[i + 1] !== '\n');
    if (newline) line++;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && cell === '') {
      quoted = true;
      quoteLine = line;
    } else if (char === separator) {
      cells.push(cell);
      cell = '';
    } else if (newline) {
      end();
      begun = line;
    } else if (char !== '\r') cell += char;
  }
  if (quoted)
    throw new DiptychError('invalid-termbase', { context: 'quote', reason: '"' }, { file, line: quoteLine, column: 1 });
  end();
  return rows;
}

/** Cells as one line of CSV. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
