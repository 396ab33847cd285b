import type { Node } from './draft.js';
import type { Lines } from './lines.js';
import { type PlainBlock, placed, plainText } from './plain-text.js';
import { sidesOf } from './table-syntax.js';

const space = 32;
const pipe = 124;
const backslash = 92;

/** A GFM table up to the next blank line, if each row begins and ends with a pipe and all cells are plain text. */
export function plainTable(lines: Lines, first: number, mdx: boolean): PlainBlock | undefined {
  const header = plainRow(lines, first, mdx);
  const delimiters = lines.text(first + 1);
  const sides = delimiters.startsWith('|') ? sidesOf(delimiters, true) : undefined;
  if (header === undefined || sides?.length !== header.children!.length) return undefined;
  const rows = [header];
  let line = first + 2;
  for (; line < lines.count && !lines.isBlank(line); line++) {
    const row = plainRow(lines, line, mdx);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  const align = sides.map((side) => (side === 'none' ? null : side));
  const position = placed(lines.start(first), lines.end(line - 1));
  return { node: { type: 'table', align, children: rows, position }, next: line };
}

/** One row: a cell starts at its pipe and ends at the next one's, the last at the row's end. */
function plainRow(lines: Lines, line: number, mdx: boolean): Node | undefined {
  const text = lines.text(line);
  const offset = lines.start(line);
  const pipes = pipesOf(text);
  const last = pipes.at(-1)!;
  // What follows the last pipe would be a cell too, as what stands before the first.
  if (pipes.length < 2 || pipes[0] !== 0 || /[^ ]/.test(text.slice(last + 1)) || text.includes('\t')) return undefined;
  const cells: Node[] = [];
  for (let index = 0; index + 1 < pipes.length; index++) {
    const [from, to] = [pipes[index]!, pipes[index + 1]!];
    const children = plainCell(text, from + 1, to, offset, mdx);
    if (children === undefined) return undefined;
    const position = placed(offset + from, offset + (to === last ? text.length : to));
    cells.push({ type: 'tableCell', children, position });
  }
  return { type: 'tableRow', children: cells, position: placed(offset, offset + text.length) };
}

/** Where the pipes of a row stand that no backslash keeps. */
function pipesOf(row: string): readonly number[] {
  const out: number[] = [];
  for (let at = 0; at < row.length; at++) {
    const code = row.charCodeAt(at);
    if (code === pipe) out.push(at);
    else if (code === backslash && (row[at + 1] === '\\' || row[at + 1] === '|')) at++;
  }
  return out;
}

/** What stands between two pipes of a row at `offset`. */
function plainCell(row: string, from: number, to: number, offset: number, mdx: boolean): readonly Node[] | undefined {
  let [start, end] = [from, to];
  while (start < end && row.charCodeAt(start) === space) start++;
  while (end > start && row.charCodeAt(end - 1) === space) end--;
  if (start === end) return [];
  const nodes = plainText(row.slice(start, end), offset + start, mdx);
  // In a table's code a backslash keeps a pipe, and nothing else.
  return nodes?.map((node) =>
    node.type === 'inlineCode' ? { ...node, value: node.value!.replaceAll('\\|', '|') } : node,
  );
}
