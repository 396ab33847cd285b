import type { Block, BlockKind, UnitKind } from '../model/article.js';
import { chartLabels } from './charts.js';
import { type Collector, hasContent, type OpenTable } from './collect.js';
import { Draft, type Node, type Scope } from './draft.js';
import { headingParts, withoutMarkup } from './edges.js';
import { readHtml } from './html.js';
import { HtmlBlocks, type UnclosedTable } from './html-blocks.js';
import { endOf, readInline, startOf } from './inline.js';
import { titleSpan } from './links.js';
import { directiveLine } from './opaque.js';
import { plainLine } from './plain-text.js';
import { segments } from './segments.js';

/** Where a node stands: its parent block, and what its paragraphs are. */
interface Place {
  readonly parent?: number;
  /** Kind of the first paragraph's unit. */
  readonly kind: UnitKind;
}

interface OpenDirective {
  readonly block: number;
  readonly colons: number;
}

const blocksOf: Readonly<Record<string, BlockKind>> = {
  list: 'list',
  blockquote: 'blockquote',
  thematicBreak: 'thematic-break',
};

/** Reads a syntax tree into a collector: one walk, in document order. */
export class Extractor {
  readonly #out: Collector;
  readonly #scope: Scope;
  /** Parses the title of a directive, which stands outside of the tree. */
  readonly #parse: (text: string) => readonly Node[];
  #tables = 0;
  /** HTML tables of the container being read that a blank line has cut: the next HTML block goes on with them. */
  #unclosed: UnclosedTable[] = [];

  constructor(out: Collector, scope: Scope, parse: (text: string) => readonly Node[]) {
    this.#out = out;
    this.#scope = scope;
    this.#parse = parse;
  }

  /** Reads the blocks of the document, or of a container. */
  children(nodes: readonly Node[], place: Place): void {
    const open: OpenDirective[] = [];
    const outer = this.#unclosed;
    this.#unclosed = [];
    let kind = place.kind;
    for (const node of nodes) {
      const parent = open.at(-1)?.block ?? place.parent;
      const here: Place = { kind, ...(parent === undefined ? {} : { parent }) };
      if (node.type === 'opaqueLine') this.#line(node, here, open);
      else this.#block(node, here);
      kind = 'paragraph';
    }
    // An unclosed directive runs to the end of its container.
    const last = nodes.at(-1);
    for (const { block } of open) this.#closeAt(block, last === undefined ? 0 : this.#end(last));
    this.#unclosed = outer;
  }

  #start(node: Node): number {
    return (node.position?.start.offset ?? 0) + this.#scope.base;
  }

  #end(node: Node): number {
    return (node.position?.end.offset ?? 0) + this.#scope.base;
  }

  #add(kind: BlockKind, start: number, end: number, place: Place, more: Partial<Block> = {}): number {
    return this.#out.block({
      kind,
      range: { start, end },
      ...(place.parent === undefined ? {} : { parent: place.parent }),
      ...more,
    });
  }

  #closeAt(block: number, end: number): void {
    const open = this.#out.blocks[block]!;
    open.range = { start: open.range.start, end };
  }

  #block(node: Node, place: Place): void {
    const start = this.#start(node);
    const end = this.#end(node);
    switch (node.type) {
      case 'paragraph':
        this.#paragraph(node, place);
        break;
      case 'heading':
        this.#unclosed = [];
        this.#heading(node, place);
        break;
      case 'table':
        this.#table(node, place);
        break;
      case 'html':
        this.#html(start, end, place);
        break;
      case 'code':
        // Between the lines of a table an indented tag is markup, whatever CommonMark makes of its blank line.
        if (this.#unclosed.length > 0 && node.lang == null && /^<\/?t[dhr]\b/i.test(node.value ?? '')) {
          this.#html(start, end, place);
          break;
        }
        this.#code(node, place);
        break;
      case 'math':
        this.#add('math', start, end, place, { value: node.value ?? '' });
        break;
      case 'definition':
        this.#definition(node, place);
        break;
      case 'footnoteDefinition': {
        const parent = this.#add('footnote-definition', start, end, place, { value: node.label ?? '' });
        this.children(node.children ?? [], { parent, kind: 'footnote' });
        break;
      }
      case 'listItem': {
        const checked = node.checked == null ? {} : { checked: node.checked };
        const parent = this.#add('list-item', start, end, place, checked);
        this.children(node.children ?? [], { parent, kind: 'list-item' });
        break;
      }
      default:
        this.#container(node, place);
    }
  }

  /** Code; of a chart that is written as text, its labels are units. */
  #code(node: Node, place: Place): void {
    const start = this.#start(node);
    const end = this.#end(node);
    const { lang: language } = node;
    const more = { value: node.value ?? '', ...(language == null ? {} : { language }) };
    const block = this.#add('code', start, end, place, more);
    const { source } = this.#scope;
    // In a list or a quotation every line has a prefix, which is no part of the chart.
    if (language == null || !/^(?:|[\r\n])$/.test(source.charAt(start - 1))) return;
    const fence = /^(`{3,}|~{3,})[^\r\n]*(?:\r\n?|\n)/.exec(source.slice(start, end));
    if (fence === null) return;
    const from = start + fence[0].length;
    const to = source.slice(from, end).search(/(?:\r\n?|\n)?[ \t]*(?:`{3,}|~{3,})[ \t]*$/);
    for (const label of chartLabels(language, source.slice(from, to < 0 ? end : from + to))) {
      const range = { start: from + label.start, end: from + label.end };
      this.#out.unit(
        { text: label.text, codes: [] },
        { kind: 'chart-label', syntax: `chart:${label.syntax}`, range, block },
      );
    }
  }

  #container(node: Node, place: Place): void {
    const kind = blocksOf[node.type] ?? 'html';
    const ordered = node.type === 'list' ? { ordered: node.ordered === true } : {};
    const parent = this.#add(kind, this.#start(node), this.#end(node), place, ordered);
    this.children(node.children ?? [], { parent, kind: 'paragraph' });
  }

  #paragraph(node: Node, place: Place): void {
    const draft = new Draft(this.#scope);
    let kind = place.kind;
    const paragraph = this.#alert(node, place);
    if (paragraph === undefined) return;
    for (const segment of segments(draft, paragraph)) {
      const { nodes, start, end } = segment.opaque ? segment : withoutMarkup(this.#scope, segment);
      const content = new Draft(this.#scope);
      readInline(content, nodes);
      content.trim();
      if (segment.opaque || !hasContent(content)) {
        this.#markup(content, segment.start, segment.end, place);
        continue;
      }
      const block = this.#add('paragraph', segment.start, segment.end, place);
      this.#out.draft(content, { kind, syntax: 'paragraph', range: { start, end }, block });
      kind = 'paragraph';
    }
  }

  /** Lines of markup: kept, but attributes in them are translated. */
  #markup(draft: Draft, start: number, end: number, place: Place): void {
    const block = this.#add('html', start, end, place);
    const first = this.#out.units.length;
    this.#out.subFlows(draft.subFlows, block, undefined);
    this.#out.found(draft, block, undefined);
    this.#out.blocks[block]!.value = this.#out.skeleton(start, end, first);
  }

  /** `> [!NOTE]` marks its quote; the mark is no text. Returns the paragraph without it. */
  #alert(node: Node, place: Place): Node | undefined {
    const { source } = this.#scope;
    const parent = place.parent === undefined ? undefined : this.#out.blocks[place.parent];
    const first = node.children?.[0];
    const start = this.#start(node);
    if (parent?.kind !== 'blockquote' || first?.type !== 'text' || source.charAt(start) !== '[') return node;
    const mark = /^\[!([A-Za-z]+)\][+-]?[ \t]*(?:(?:\r\n?|\n)[ \t>]*)?/.exec(source.slice(start, this.#end(first)));
    if (mark === null) return node;
    parent.language = mark[1]!.toLowerCase();
    const value = (first.value ?? '').replace(/^\[![A-Za-z]+\][+-]?\s*/, '');
    const offset = start + mark[0].length;
    const rest = (node.children ?? []).slice(1);
    if (value === '' && rest.length === 0) return undefined;
    const at = { line: 0, column: 0, offset: offset - this.#scope.base };
    const end = node.position!.end;
    const text = { ...first, value, position: { start: at, end: first.position!.end } };
    return { ...node, children: value === '' ? rest : [text, ...rest], position: { start: at, end } };
  }

  #heading(node: Node, place: Place): void {
    const start = this.#start(node);
    const end = this.#end(node);
    const parts = headingParts(this.#scope, node);
    const anchor = parts.anchor === undefined ? {} : { anchor: parts.anchor };
    const block = this.#add('heading', start, end, place, { level: node.depth ?? 1, ...anchor });
    const draft = new Draft(this.#scope);
    readInline(draft, parts.nodes);
    draft.trim();
    const syntax = this.#scope.source.charAt(start) === '#' ? 'atx' : 'setext';
    this.#out.draft(draft, { kind: 'heading', syntax, range: { start: parts.start, end: parts.end }, block });
  }

  #table(node: Node, place: Place): void {
    const table: OpenTable = { alignment: [...(node.align ?? [])], rows: [] };
    const block = this.#add('table', this.#start(node), this.#end(node), place, { table });
    const index = this.#tables++;
    for (const [row, rowNode] of (node.children ?? []).entries()) {
      table.rows.push([]);
      for (const [column, cell] of (rowNode.children ?? []).entries()) {
        const parts = withoutMarkup(this.#scope, cellSpan(this.#scope, cell));
        const draft = new Draft(this.#scope);
        readInline(draft, parts.nodes);
        draft.trim();
        const range = { start: parts.start, end: parts.end };
        const unit = this.#out.draft(draft, {
          kind: 'table-cell',
          syntax: 'cell',
          range,
          block,
          cell: { table: index, row, column },
        });
        table.rows[row]!.push({
          text: draft.text,
          codes: draft.codes,
          range,
          ...this.#out.lines.point(parts.start),
          ...(unit === undefined ? {} : { unit }),
        });
      }
    }
  }

  #definition(node: Node, place: Place): void {
    const start = this.#start(node);
    const end = this.#end(node);
    const block = this.#add('definition', start, end, place, { value: node.label ?? '', url: node.url ?? '' });
    if (node.title == null || node.title.trim() === '') return;
    const colon = this.#scope.source.indexOf(']:', start);
    const span = colon < 0 ? undefined : titleSpan(this.#scope.source, colon + 2, end);
    if (span === undefined) return;
    const text = node.title.replace(/[ \t\r\n]+/g, ' ').trim();
    const range = { start: span.start, end: span.end };
    this.#out.unit({ text, codes: [] }, { kind: 'link-title', syntax: `title:${span.quote}`, range, block });
  }

  /** A line of a directive's fence, or of site-generator markup. */
  #line(node: Node, place: Place, open: OpenDirective[]): void {
    const start = this.#start(node);
    const end = this.#end(node);
    const raw = this.#scope.source.slice(start, end);
    const match = raw.startsWith(':') ? directiveLine.exec(raw) : null;
    if (match === null) {
      const draft = new Draft(this.#scope);
      readInline(draft, this.#inlineOf(start, end));
      this.#markup(draft, start, end, place);
      return;
    }
    const colons = match[1]!.length;
    if (match[2] === undefined && match[3] === undefined && match[5] === undefined) {
      const inner = open.findLastIndex((directive) => directive.colons <= colons);
      if (inner < 0) return;
      for (const { block } of open.splice(inner)) this.#closeAt(block, end);
      return;
    }
    const attributes = match[4] === undefined ? {} : { value: match[4] };
    const language = match[2] === undefined ? {} : { language: match[2] };
    const block = this.#add('directive', start, end, place, { ...language, ...attributes });
    if (colons > 2) open.push({ block, colons });
    const title = match[3] ?? match[5];
    if (title === undefined || title.trim() === '') return;
    const at = start + raw.indexOf(title, colons + (match[2]?.length ?? 0));
    const draft = new Draft(this.#scope);
    readInline(draft, this.#inlineOf(at, at + title.length));
    draft.trim();
    const syntax = match[3] === undefined ? 'directive' : 'directive:]';
    const trimmed = title.length - title.trimStart().length;
    const range = { start: at + trimmed, end: at + title.trimEnd().length };
    this.#out.draft(draft, { kind: 'paragraph', syntax, range, block });
  }

  /** Phrasing nodes of a piece of source outside of the tree, with positions in the article. */
  #inlineOf(start: number, end: number): readonly Node[] {
    const { source, base, mdx } = this.#scope;
    const line = source.slice(start, end);
    const plain = plainLine(line, start - base, mdx);
    if (plain !== undefined) return plain;
    // A heading holds any one line of phrasing.
    const heading = this.#parse(`# ${line}`)[0];
    return (heading?.children ?? []).map((node) => shifted(node, start - base - 2));
  }

  #html(start: number, end: number, place: Place): void {
    const block = this.#add('html', start, end, place);
    const first = this.#out.units.length;
    const sink = new HtmlBlocks(this.#out, this.#scope, block, () => this.#tables++, this.#unclosed);
    readHtml(this.#scope, start, end, sink);
    this.#out.blocks[block]!.value = this.#out.skeleton(start, end, first);
  }
}

function shifted(node: Node, by: number): Node {
  const move = (at: { line: number; column: number; offset?: number }) => ({ ...at, offset: (at.offset ?? 0) + by });
  return {
    ...node,
    ...(node.position === undefined
      ? {}
      : { position: { start: move(node.position.start), end: move(node.position.end) } }),
    ...(node.children === undefined ? {} : { children: node.children.map((child) => shifted(child, by)) }),
  };
}

function cellSpan(scope: Scope, cell: Node): { nodes: readonly Node[]; start: number; end: number } {
  const nodes = cell.children ?? [];
  const first = nodes[0];
  const last = nodes.at(-1);
  const draft = new Draft(scope);
  if (first === undefined || last === undefined) {
    const at = startOf(draft, cell);
    return { nodes, start: at, end: at };
  }
  return { nodes, start: startOf(draft, first), end: endOf(draft, last) };
}
