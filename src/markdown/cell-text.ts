import {
  type Code,
  type Effects,
  isSpace,
  type Point,
  type ReadNode,
  type Token,
  type TokenizeContext,
} from './micromark.js';

const backtick = 96;

/**
 * The text of a table's cell, from its first character on. Nine cells in ten are plain words and code spans: these are
 * nodes at once; a cell with any other markup is left to micromark's tokenizer of text.
 */
export class CellText {
  readonly #context: TokenizeContext;
  readonly #effects: Effects;
  readonly #isMarkup: (context: TokenizeContext, code: Code) => boolean;
  /** Where white space began that nothing has followed yet. */
  #blank: Point | undefined;
  #inCode = false;
  #hasCode = false;
  #hasMarkup = false;

  constructor(context: TokenizeContext, effects: Effects, isMarkup: (context: TokenizeContext, code: Code) => boolean) {
    this.#context = context;
    this.#effects = effects;
    this.#isMarkup = isMarkup;
    effects.enter('chunkText', { contentType: 'text' });
  }

  /** Takes the next character of the cell in. */
  take(code: Code): void {
    if (isSpace(code)) this.#blank ??= this.#context.now();
    else this.#blank = undefined;
    if (code === backtick) {
      this.#inCode = !this.#inCode;
      this.#hasCode = true;
    } else if (!this.#inCode && !this.#hasMarkup) this.#hasMarkup = this.#isMarkup(this.#context, code);
    this.#effects.consume(code);
  }

  /** The text ends before the white space that was taken last. Returns its nodes, `undefined` where they are found later. */
  end(): readonly ReadNode[] | undefined {
    const token = this.#effects.exit('chunkText');
    if (this.#blank !== undefined) token.end = this.#blank;
    if (this.#hasMarkup || this.#inCode) return undefined;
    const text = this.#context.sliceSerialize(token);
    const nodes = this.#hasCode ? codeSpans(text, token) : [nodeOf('text', text, token.start, token.end)];
    if (nodes === undefined) return undefined;
    token.type = 'cellText';
    token.contentType = undefined;
    return nodes;
  }
}

/** A place as the tree has it. */
const place = ({ line, column, offset }: Point) => ({ line, column, offset });

function nodeOf(type: ReadNode['type'], value: string, start: Point, end: Point): ReadNode {
  return { type, value, position: { start: place(start), end: place(end) } };
}

/** The nodes of a text whose only markup is code spans of one backtick; `undefined` where it takes more to tell. */
function codeSpans(text: string, { start, end }: Token): readonly ReadNode[] | undefined {
  // A tab, or a character that was none, begins a chunk of its own: then places cannot be counted up.
  const oneChunk = end._index === start._index || (end._index === start._index + 1 && end._bufferIndex < 0);
  if (!oneChunk || start._bufferIndex < 0) return undefined;
  const parts = text.split('`');
  const point = (at: number): Point => ({ ...start, column: start.column + at, offset: start.offset + at });
  const nodes: ReadNode[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const isCode = index % 2 === 1;
    // Two backticks in a row open another kind of span, and white space inside of one may be padding.
    if (part === '' && (isCode || (index > 0 && index < parts.length - 1))) return undefined;
    if (isCode && (part.startsWith(' ') || part.endsWith(' '))) return undefined;
    const to = at + part.length + (isCode ? 2 : 0);
    // In a table's code a backslash keeps a pipe, and nothing else.
    if (isCode) nodes.push(nodeOf('inlineCode', part.replaceAll('\\|', '|'), point(at), point(to)));
    else if (part !== '') nodes.push(nodeOf('text', part, point(at), point(to)));
    at = to;
  }
  return nodes;
}
