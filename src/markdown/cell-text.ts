import {
  type Code,
  type Effects,
  type Event,
  isSpace,
  type Point,
  type Token,
  type TokenizeContext,
} from './micromark.js';

const backtick = 96;

/**
 * The text of a table's cell, from its first character on. Nine cells in ten are plain words and code spans: these become
 * tokens at once; a cell with any other markup is left to micromark's tokenizer of text.
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

  /** The text ends before the white space that was taken last. */
  end(): void {
    const token = this.#effects.exit('chunkText');
    if (this.#blank !== undefined) token.end = this.#blank;
    if (this.#hasMarkup || this.#inCode) return;
    if (!this.#hasCode) {
      token.type = 'data';
      token.contentType = undefined;
      return;
    }
    const { events } = this.#context;
    const pieces = codeSpans(this.#context.sliceSerialize(token), token, events.at(-1)![2]);
    if (pieces !== undefined) events.splice(-2, 2, ...pieces);
  }
}

/** The events of a text whose only markup is code spans of one backtick; `undefined` where it takes more to tell. */
function codeSpans(text: string, { start, end }: Token, context: TokenizeContext): Event[] | undefined {
  // A tab, or a character that was none, begins a chunk of its own: then places cannot be counted up.
  const oneChunk = end._index === start._index || (end._index === start._index + 1 && end._bufferIndex < 0);
  if (!oneChunk || start._bufferIndex < 0) return undefined;
  const parts = text.split('`');
  const point = (at: number): Point =>
    at === text.length
      ? end
      : {
          line: start.line,
          column: start.column + at,
          offset: start.offset + at,
          _index: start._index,
          _bufferIndex: start._bufferIndex + at,
        };
  const events: Event[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const isCode = index % 2 === 1;
    // Two backticks in a row open another kind of span, and white space inside of one may be padding.
    if (part === '' && (isCode || (index > 0 && index < parts.length - 1))) return undefined;
    if (isCode && (part.startsWith(' ') || part.endsWith(' '))) return undefined;
    const to = at + part.length + (isCode ? 2 : 0);
    if (isCode) {
      const span: Token = { type: 'codeText', start: point(at), end: point(to) };
      const data: Token = { type: 'codeTextData', start: point(at + 1), end: point(to - 1) };
      events.push(['enter', span, context], ['enter', data, context], ['exit', data, context], ['exit', span, context]);
    } else if (part !== '') {
      const data: Token = { type: 'data', start: point(at), end: point(to) };
      events.push(['enter', data, context], ['exit', data, context]);
    }
    at = to;
  }
  return events;
}
