import type { Node } from './draft.js';
import { opaqueEnd } from './opaque.js';

/*
 * Phrasing that is read without micromark: words, and code spans of one backtick on one line. It is most of a page, and
 * micromark looks at each of its characters four times.
 */

/** What may begin or end markup outside of a code span, or is no character of a text. A lone `&`, `<`, `~` or `$` is a word. */
const markup = /[\0\t\\*_[\]]|[&<][\w#/!?]|~~|\$\$|:\/\/|www\.|\{[{%]/i;
/** In MDX every brace opens an expression. */
const markupOfMdx = new RegExp(`${markup.source}|\\{`, 'i');
const outOfCode = /[\0\t\r\n]/;

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

/**
 * The phrasing nodes of `text`, which stands at `offset`; `undefined` where it takes a parser to tell. It has no white space
 * at either end, nor before a line end or after one: that would be markup.
 */
export function plainText(text: string, offset: number, mdx: boolean): readonly Node[] | undefined {
  const pattern = mdx ? markupOfMdx : markup;
  if (!text.includes('`')) {
    return pattern.test(text)
      ? undefined
      : [{ type: 'text', value: text, position: placed(offset, offset + text.length) }];
  }
  const parts = text.split('`');
  const nodes: Node[] = [];
  let at = offset;
  for (let index = 0; index < parts.length; index++) {
    const value = parts[index]!;
    const isCode = index % 2 === 1;
    const to = at + value.length + (isCode ? 2 : 0);
    if (isCode) {
      // Two backticks in a row open another kind of span, white space at an end may be padding, and the last has no end.
      if (value === '' || value.startsWith(' ') || value.endsWith(' ') || index === parts.length - 1) return undefined;
      if (outOfCode.test(value)) return undefined;
      nodes.push({ type: 'inlineCode', value, position: placed(at, to) });
    } else if (value !== '') {
      if (pattern.test(value)) return undefined;
      nodes.push({ type: 'text', value, position: placed(at, to) });
    } else if (index > 0 && index < parts.length - 1) return undefined;
    at = to;
  }
  return nodes;
}

const bareTag = /^<\/?[A-Za-z][A-Za-z\d-]*>$/;

/** The phrasing nodes of a line that stands by itself at `offset`: a generator's tag, plain text; `undefined` for any more. */
export function plainLine(line: string, offset: number, mdx: boolean): readonly Node[] | undefined {
  const position = placed(offset, offset + line.length);
  if (line.startsWith('{') && opaqueEnd(line, 0, mdx) === line.length) return [{ type: 'opaque', position }];
  if (bareTag.test(line)) return [{ type: 'html', value: line, position }];
  return /^\s|[\s#]$/.test(line) || line === '' ? undefined : plainText(line, offset, mdx);
}
