import type { Node } from './draft.js';
import { opaqueEnd } from './opaque.js';

/*
 * Phrasing that is read without micromark: words, code spans of one backtick on one line, and links to an address. It is most
 * of a page, and micromark looks at each of its characters four times.
 */

/** What may begin or end markup outside of a code span, or is no character of a text. A lone `&`, `<`, `~` or `$` is a word. */
const markup = /[\0\t\\*_[\]]|[&<][\w#/!?]|~~|\$\$|:\/\/|www\.|\{[{%]/i;
/** In MDX every brace opens an expression. */
const markupOfMdx = new RegExp(`${markup.source}|\\{`, 'i');
/** White space at an end may be no part of what stands there. */
const padded = /^\s|\s$/;

/** A block that was read, and the line behind it. */
export interface PlainBlock {
  readonly node: Node;
  readonly next: number;
}

/** The place of a node without its line and column, which nothing here asks for. */
export const placed = (start: number, end: number): NonNullable<Node['position']> => ({
  start: { line: 0, column: 0, offset: start },
  end: { line: 0, column: 0, offset: end },
});

/** A code span of one backtick, or a link whose address needs no marks of its own: no image, no footnote. */
const marked = /`([^`\r\n\t\0]+)`(?!`)|(?<!!)\[(?!\^)((?:[^[\]`\r\n]|`[^`\r\n]+`)+)\]\(([^\s()<>{}\\&`"'\0]+)\)/g;

/**
 * The phrasing nodes of `text`, which stands at `offset`; `undefined` where it takes a parser to tell. It has no white space
 * at either end, nor before a line end or after one: that would be markup.
 */
export function plainText(text: string, offset: number, mdx: boolean): readonly Node[] | undefined {
  const nodes: Node[] = [];
  let at = 0;
  const words = (end: number): boolean => {
    const value = text.slice(at, end);
    if (value !== '') nodes.push({ type: 'text', value, position: placed(offset + at, offset + end) });
    return !value.includes('`') && !(mdx ? markupOfMdx : markup).test(value);
  };
  for (const match of /[`[]/.test(text) ? text.matchAll(marked) : []) {
    const { 0: whole, 1: code, 2: label = '', 3: url, index } = match;
    if (!words(index)) return undefined;
    at = index + whole.length;
    const position = placed(offset + index, offset + at);
    if (code === undefined) {
      const children = padded.test(label) ? undefined : plainText(label, offset + index + 1, mdx);
      if (children === undefined) return undefined;
      nodes.push({ type: 'link', title: null, url: url!, children, position });
    } else if (padded.test(code)) return undefined;
    else nodes.push({ type: 'inlineCode', value: code, position });
  }
  return words(text.length) ? nodes : undefined;
}

const bareTag = /^<\/?[A-Za-z][A-Za-z\d-]*>$/;

/** The phrasing nodes of a line that stands by itself at `offset`: a generator's tag, plain text; `undefined` for any more. */
export function plainLine(line: string, offset: number, mdx: boolean): readonly Node[] | undefined {
  const position = placed(offset, offset + line.length);
  if (line.startsWith('{') && opaqueEnd(line, 0, mdx) === line.length) return [{ type: 'opaque', position }];
  if (bareTag.test(line)) return [{ type: 'html', value: line, position }];
  return /^\s|[\s#]$/.test(line) || line === '' ? undefined : plainText(line, offset, mdx);
}
