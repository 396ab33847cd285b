/** One change to one table of a page. */
export interface Mutation {
  readonly name: string;
  /** The key of the issue that names it. */
  readonly key: string;
  /** Where: table, row and column, for a reader of the test. */
  readonly at: string;
  /** The whole page with the change. */
  readonly text: string;
}

/** A table of a page: the lines it stands on, and its rows of cells, the delimiter row left out. */
export interface PageTable {
  readonly start: number;
  readonly end: number;
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
}

/** The Markdown tables of a page, by their lines. */
export function tablesIn(page: string): PageTable[] {
  const lines = page.split('\n');
  const out: PageTable[] = [];
  for (let start = 0; start < lines.length; start++) {
    if (!lines[start]!.startsWith('|')) continue;
    let end = start;
    while (lines[end]?.startsWith('|')) end++;
    const rows = lines.slice(start, end).map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
    out.push({ start, end, delimiter: lines[start + 1]!, rows: rows.filter((_, i) => i !== 1) });
    start = end;
  }
  return out;
}

/** A page of nothing but the tables of another: hundreds of them are read. */
export function tablesOnly(page: string): string {
  const lines = page.split('\n');
  return tablesIn(page)
    .map(({ start, end }) => lines.slice(start, end).join('\n'))
    .join('\n\n');
}

type Rows = readonly (readonly string[])[];

/** Every mutation of every table, in every place where it changes something. */
export function* mutationsOf(page: string): Generator<Mutation> {
  for (const [number, table] of tablesIn(page).entries()) {
    const put = (rows: Rows) => withRows(page, table, rows);
    const made = (name: string, key: string, at: string, rows: Rows): Mutation => ({
      name,
      key,
      at: `table ${number + 1} ${at}`,
      text: put(rows),
    });
    const { rows } = table;
    const body = rows.map((_, i) => i).slice(1);
    const columns = rows[0]!.map((_, i) => i);
    yield made('table dropped', 'missing', '', []);
    for (const row of body) {
      yield made(
        'row dropped',
        'row-missing',
        `row ${row}`,
        rows.filter((_, i) => i !== row),
      );
      yield made(
        'ragged row',
        'ragged',
        `row ${row}`,
        mapped(rows, (cells, i) => (i === row ? cells.slice(0, -1) : cells)),
      );
    }
    for (const [a, b] of pairsOf(body)) {
      yield made(
        'rows swapped',
        'rows-swapped',
        `rows ${a} ${b}`,
        mapped(rows, (cells, i) => (i === a ? rows[b]! : i === b ? rows[a]! : cells)),
      );
      for (const column of columns) {
        const [x, y] = [rows[a]![column]!, rows[b]![column]!];
        if (x === y) continue;
        const name = column === 0 ? 'labels swapped' : 'cells of a column swapped';
        const key = column === 0 ? 'labels-swapped' : 'cells-in-column-swapped';
        yield made(name, key, `rows ${a} ${b} column ${column}`, set(set(rows, a, column, y), b, column, x));
      }
    }
    for (const row of body) {
      for (const [a, b] of pairsOf(columns)) {
        const [x, y] = [rows[row]![a]!, rows[row]![b]!];
        yield made(
          'cells of a row swapped',
          'cells-in-row-swapped',
          `row ${row} columns ${a} ${b}`,
          set(set(rows, row, a, y), row, b, x),
        );
      }
      for (const column of columns) {
        const cell = rows[row]![column]!;
        const at = `row ${row} column ${column}`;
        yield made('cell emptied', 'cell-emptied', at, set(rows, row, column, ''));
        for (const { name, from, to } of edits) {
          if (from.test(cell)) yield made(name, 'cell', at, set(rows, row, column, cell.replace(from, to)));
        }
      }
    }
    yield* headerUnits(rows, made);
  }
}

const edits: readonly { readonly name: string; readonly from: RegExp; readonly to: string }[] = [
  { name: 'magnitude changed', from: /(?<=\d)억/, to: '조' },
  { name: 'magnitude changed', from: /(?<=\d)조/, to: '억' },
  { name: 'figure ten times larger', from: /(?<![\d.A-Za-z-])(\d[\d,]*)(?=%|\.\d|억|조|만|MW|배)/, to: '$10' },
  { name: 'currency changed', from: /달러/, to: '유로' },
];

/** A column of money whose unit is lifted into its header, and then said there in another. */
function* headerUnits(
  rows: Rows,
  made: (name: string, key: string, at: string, rows: Rows) => Mutation,
): Generator<Mutation> {
  for (const column of rows[0]!.keys()) {
    const cells = rows.slice(1).map((row) => /^([\d,]+)억 달러$/.exec(row[column]!)?.[1]);
    if (cells.some((cell) => cell === undefined)) continue;
    const lifted = (unit: string) =>
      mapped(rows, (row, i) =>
        row.map((cell, j) => (j !== column ? cell : i === 0 ? `${cell}(${unit})` : cells[i - 1]!)),
      );
    yield made('unit lifted into the header', '', `column ${column}`, lifted('억 달러'));
    yield made('header unit changed', 'header-scale', `column ${column}`, lifted('조 달러'));
    yield made('header currency changed', 'header-scale', `column ${column}`, lifted('억 유로'));
  }
}

const mapped = (rows: Rows, change: (cells: readonly string[], index: number) => readonly string[]): Rows =>
  rows.map(change);
const set = (rows: Rows, row: number, column: number, cell: string): Rows =>
  mapped(rows, (cells, i) => (i === row ? cells.map((one, j) => (j === column ? cell : one)) : cells));

function pairsOf(values: readonly number[]): (readonly [number, number])[] {
  return values.flatMap((a, i) => values.slice(i + 1).map((b): readonly [number, number] => [a, b]));
}

function withRows(page: string, { start, end, delimiter }: PageTable, rows: Rows): string {
  const lines = page.split('\n');
  const written = rows.map((cells) => `| ${cells.join(' | ')} |`);
  lines.splice(
    start,
    end - start,
    ...written.slice(0, 1),
    ...(written.length === 0 ? [] : [delimiter]),
    ...written.slice(1),
  );
  return lines.join('\n');
}
