import type { PhrasingContent, Root, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const printer = unified().use(remarkStringify).use(remarkGfm, { tablePipeAlign: false });

/** A table as Markdown, made anew from plain texts: whatever they hold is escaped and stays text. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((text) => ({
      type: 'tableCell',
      children: [{ type: 'text', value: text.replace(/\s+/g, ' ') } satisfies PhrasingContent],
    })),
  });
  const root: Root = { type: 'root', children: [{ type: 'table', children: [row(header), ...rows.map(row)] }] };
  return printer.stringify(root);
}
