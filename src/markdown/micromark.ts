/*
 * micromark's and mdast-util-from-markdown's extension shapes, as far as they are used here: the packages that declare
 * them are not ours to depend on.
 */

/** A character; line endings are −5 … −3, a tab −2, the virtual spaces after it −1, the end `null`. */
export type Code = number | null;
export type State = (code: Code) => State | undefined;

/** A place in the text; `_index` and `_bufferIndex` are that of its chunk, a stretch of a line without tabs. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly _index: number;
  readonly _bufferIndex: number;
}

export interface Token {
  type: string;
  start: Point;
  end: Point;
  /** What the token's text is tokenized as later; where absent it is what it is. */
  contentType?: 'text' | undefined;
  /** What a table's cell holds, where that is known already. */
  _nodes?: readonly ReadNode[];
  /** How a table's columns are set. */
  _align?: readonly ('left' | 'right' | 'center' | 'none')[];
}

/** A leaf of the tree that is made without tokens. */
export interface ReadNode {
  readonly type: 'text' | 'inlineCode';
  readonly value: string;
  readonly position: { readonly start: object; readonly end: object };
}

export type Event = ['enter' | 'exit', Token, TokenizeContext];

export interface Effects {
  enter(type: string, fields?: Partial<Token>): Token;
  exit(type: string): Token;
  consume(code: Code): undefined;
}

export interface Construct {
  readonly name: string;
  /** Whether it may begin after that character. */
  readonly previous?: (this: TokenizeContext, code: Code) => boolean;
  readonly tokenize: (this: TokenizeContext, effects: Effects, ok: State, nok: State) => State;
  /** Called with all events once the construct is done. */
  readonly resolveTo?: (events: Event[]) => Event[];
}

export type Constructs = Record<number, Construct | Construct[]>;

export interface TokenizeContext {
  /** Whether the line stands in a paragraph that it would end. */
  interrupt?: boolean;
  readonly events: Event[];
  readonly parser: {
    /** Lines, from 1, that stand in a container without its mark. */
    readonly lazy: Readonly<Record<number, boolean>>;
    readonly constructs: { readonly text: Constructs; readonly disable: { readonly null: readonly string[] } };
  };
  now(): Point;
  sliceSerialize(token: Pick<Token, 'start' | 'end'>): string;
}

export interface SyntaxExtension {
  text?: Constructs;
  flow?: Constructs;
  readonly disable?: { readonly null: readonly string[] };
}

interface Context {
  /** Open nodes, the innermost last. */
  readonly stack: { readonly children: object[] }[];
  enter(node: object, token: unknown): void;
  exit(token: unknown): void;
}
export type Handle = (this: Context, token: Token) => undefined;
export interface TreeExtension {
  readonly enter?: Record<string, Handle>;
  readonly exit?: Record<string, Handle>;
  transforms?: unknown[];
}

export const isEol = (code: Code): boolean => code !== null && code < -2;

/** A space, a tab, or what a tab stands for. */
export const isSpace = (code: Code): boolean => code === 32 || code === -2 || code === -1;
