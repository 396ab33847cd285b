import type { BlockKind, UnitKind } from '../model/article.js';
import type { Collector, OpenTable } from './collect.js';
import type { Draft, Scope } from './draft.js';
import type { HtmlSink, TableSink } from './html.js';
import { attribute, type Tag } from './tags.js';

/** A table whose end has not come: a blank line ends an HTML block, not the table in it. */
export interface UnclosedTable {
  readonly block: number;
  readonly index: number;
  readonly table: OpenTable;
}

/** Blocks and units of an HTML block. */
export class HtmlBlocks implements HtmlSink, TableSink {
  readonly #out: Collector;
  readonly #scope: Scope;
  readonly #parent: number;
  readonly #nextTable: () => number;
  readonly #tables: UnclosedTable[];
  #heading: number | undefined;

  /** `tables` are those that stand open before this block; it leaves there those that do after it. */
  constructor(out: Collector, scope: Scope, parent: number, nextTable: () => number, tables: UnclosedTable[]) {
    this.#tables = tables;
    this.#out = out;
    this.#scope = scope;
    this.#parent = parent;
    this.#nextTable = nextTable;
  }

  open(kind: BlockKind, tag: Tag): void {
    const range = { start: tag.start, end: tag.end };
    if (kind === 'table') {
      const table: OpenTable = { alignment: [], rows: [] };
      const block = this.#out.block({ kind, range, parent: this.#parent, table });
      this.#tables.push({ block, index: this.#nextTable(), table });
      return;
    }
    const id = attribute(this.#scope.source, tag, 'id');
    const level = Number(tag.name.charAt(1));
    this.#heading = this.#out.block({
      kind,
      range,
      parent: this.#parent,
      level,
      ...(id === undefined ? {} : { anchor: id }),
    });
  }

  close(kind: BlockKind, end: number): void {
    const table = kind === 'table' ? this.#tables.pop() : undefined;
    const block = kind === 'table' ? table?.block : this.#heading;
    // `<tr></tr>` shows nothing.
    if (table?.table.rows.at(-1)?.length === 0) table.table.rows.pop();
    if (kind === 'heading') this.#heading = undefined;
    if (block === undefined) return;
    const open = this.#out.blocks[block]!;
    open.range = { start: open.range.start, end };
  }

  row(tag: Tag): void {
    const rows = this.#tables.at(-1)?.table.rows;
    // `<tr><tr>`: a row without cells is none.
    if (!tag.closing && rows?.at(-1)?.length !== 0) rows?.push([]);
  }

  cell(tag: Tag): void {
    const table = this.#tables.at(-1)?.table;
    if (table === undefined || tag.closing) return;
    if (table.rows.length === 0) table.rows.push([]);
    const point = this.#out.lines.point(tag.end);
    table.rows.at(-1)!.push({ text: '', codes: [], range: { start: tag.end, end: tag.end }, ...point });
  }

  text(kind: UnitKind, draft: Draft, start: number, end: number): void {
    const open = this.#tables.at(-1);
    const row = open === undefined ? -1 : open.table.rows.length - 1;
    const column = (open?.table.rows[row]?.length ?? 0) - 1;
    const inCell = open !== undefined && column >= 0 && kind !== 'caption';
    const block = inCell ? open.block : (this.#heading ?? this.#parent);
    const cell = inCell ? { cell: { table: open.index, row, column } } : {};
    const syntax = this.#scope.mdx ? 'jsx' : 'html';
    const unit = this.#out.draft(draft, {
      kind: inCell ? 'table-cell' : kind,
      syntax,
      range: { start, end },
      block,
      ...cell,
    });
    const target = inCell ? open.table.rows[row]![column]! : undefined;
    if (target === undefined) return;
    if (target.text !== '') {
      // `<td><p>a</p><p>b</p></td>`: several units, one cell; its codes are those of the first.
      target.text += ` ${draft.text}`;
      return;
    }
    Object.assign(
      target,
      { text: draft.text, codes: draft.codes, range: { start, end } },
      unit === undefined ? {} : { unit },
    );
  }

  markup(draft: Draft): void {
    this.#out.subFlows(draft.subFlows, this.#tables.at(-1)?.block ?? this.#parent, undefined);
    this.#out.found(draft, this.#tables.at(-1)?.block ?? this.#parent, undefined);
  }
}
