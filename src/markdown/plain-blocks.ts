import type { Lines } from './lines.js';
import { plainTable } from './plain-table.js';
import { type PlainBlock, placed, plainText } from './plain-text.js';

const hash = 35;
const backtick = 96;
const pipe = 124;

const headingLine = /^(#{1,6})( +)([^ ](?:.*[^ #])?)$/s;
/** The first line of a code block: its language, and what else is said of it. */
const openingFence = /^(`{3,}) *([^\s`&\\\0]*)(?: +([^\s`&\\\0](?:[^\t`&\\\0]*[^\s`&\\\0])?))?$/;
const closingFence = /^[ \t]*(`{3,})[ \t]*$/;
/** What no line of a paragraph begins with: the mark of another block, white space. */
const marked = /^(?:[\s#>\-+*_=~<:|{$[]|```|\d+[.)])/;
const space = /[ \t]/;

/**
 * Reads blocks without micromark, line by line: a heading, a paragraph, a fenced code block, a table, each at the left margin
 * and with nothing in it that could be more.
 */
export class PlainBlocks {
  readonly #lines: Lines;
  readonly #mdx: boolean;
  /** The end of a fence of so many backticks was looked for in vain: the rest of a text is not read for each. */
  #endless = Number.POSITIVE_INFINITY;

  constructor(lines: Lines, mdx: boolean) {
    this.#lines = lines;
    this.#mdx = mdx;
  }

  /** The block that starts with a line, where all before it is closed; `undefined` where it takes micromark to tell. */
  at(line: number): PlainBlock | undefined {
    const { source } = this.#lines;
    const start = this.#lines.start(line);
    const first = source.charCodeAt(start);
    if (first === hash) return this.#heading(line);
    if (first === pipe) return plainTable(this.#lines, line, this.#mdx);
    if (first === backtick && source.startsWith('```', start)) return this.#code(line);
    return this.#paragraph(line);
  }

  #heading(line: number): PlainBlock | undefined {
    const start = this.#lines.start(line);
    const match = headingLine.exec(this.#lines.text(line));
    if (match === null) return undefined;
    const depth = match[1]!.length;
    const children = plainText(match[3]!, start + depth + match[2]!.length, this.#mdx);
    if (children === undefined) return undefined;
    const position = placed(start, this.#lines.end(line));
    return { node: { type: 'heading', depth, children, position }, next: line + 1 };
  }

  /** Lines up to a blank one, none of which may begin another block. */
  #paragraph(first: number): PlainBlock | undefined {
    const lines = this.#lines;
    let line = first;
    for (; line < lines.count && !lines.isBlank(line); line++) {
      if (marked.test(lines.text(line)) || space.test(lines.source.charAt(lines.end(line) - 1))) return undefined;
    }
    const [start, end] = [lines.start(first), lines.end(line - 1)];
    const children = plainText(lines.source.slice(start, end), start, this.#mdx);
    if (children === undefined) return undefined;
    return { node: { type: 'paragraph', children, position: placed(start, end) }, next: line };
  }

  /** A code block up to the fence that closes it, which must stand at the left margin too. */
  #code(first: number): PlainBlock | undefined {
    const lines = this.#lines;
    const match = openingFence.exec(lines.text(first));
    if (match === null || match[1]!.length >= this.#endless) return undefined;
    const [, fence = '', lang = '', meta = null] = match;
    for (let line = first + 1; line < lines.count; line++) {
      const close = closingFence.exec(lines.text(line));
      if (close === null || close[1]!.length < fence.length) continue;
      if (close[0] !== close[1]) break;
      const value = line === first + 1 ? '' : lines.source.slice(lines.start(first + 1), lines.end(line - 1));
      if (value.includes('\0')) return undefined;
      const position = placed(lines.start(first), lines.end(line));
      return { node: { type: 'code', lang: lang === '' ? null : lang, meta, value, position }, next: line + 1 };
    }
    this.#endless = fence.length;
    return undefined;
  }
}
