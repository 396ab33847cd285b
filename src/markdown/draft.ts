import type { UnitKind } from '../model/article.js';
import type { InlineCode, PairedCode } from '../model/inline.js';
import { placeholder } from '../model/inline.js';

/** A node of the syntax tree, as far as this room reads it. */
export interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly url?: string;
  readonly title?: string | null;
  readonly alt?: string | null;
  readonly label?: string | null;
  readonly identifier?: string;
  readonly referenceType?: 'full' | 'collapsed' | 'shortcut';
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly checked?: boolean | null;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly align?: readonly ('left' | 'right' | 'center' | null)[] | null;
  readonly position?: { readonly start: Position; readonly end: Position };
}
interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset?: number;
}

/** What reading a unit needs to know of its document. */
export interface Scope {
  readonly source: string;
  /** Offset in `source` of the tree's offset 0. */
  readonly base: number;
  readonly mdx: boolean;
  /** Destinations of link definitions by normalized label. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** Text inside a code's bytes that is translated on its own. */
export interface SubFlow {
  readonly code: number;
  readonly kind: UnitKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly syntax: string;
  /** Where it starts in the code's bytes. */
  readonly offset: number;
}

/** A link or image found on the way. */
export interface FoundReference {
  readonly kind: 'link' | 'image';
  readonly url: string;
  readonly text: string;
  readonly title?: string;
  readonly start: number;
  readonly end: number;
}

/** Content being read: text and codes grow together. */
export class Draft {
  text = '';
  readonly codes: InlineCode[] = [];
  readonly subFlows: SubFlow[] = [];
  readonly references: FoundReference[] = [];
  readonly scope: Scope;

  constructor(scope: Scope) {
    this.scope = scope;
  }

  /** The id that the next code gets. */
  get nextId(): number {
    return this.codes.length + 1;
  }

  /** Adds visible text; a line end in the source, with the indent around it, is one space. */
  append(text: string): void {
    this.text += /[\r\n]/.test(text) ? text.replace(/[ \t]*(?:\r\n?|\n)[ \t]*/g, ' ') : text;
  }

  placeholder(type: string, raw: string, value: string): void {
    const start = this.text.length;
    this.codes.push({ id: this.nextId, kind: 'ph', type, value, start, end: start + 1, raw });
    this.text += placeholder;
  }

  /** A paired code around what `content` appends. */
  pair(type: string, open: string, close: string, value: string | undefined, content: () => void): void {
    const index = this.codes.length;
    const start = this.text.length;
    const code: PairedCode = {
      id: index + 1,
      kind: 'pc',
      type,
      ...(value === undefined ? {} : { value }),
      start,
      end: start,
      open,
      close,
    };
    this.codes.push(code);
    content();
    this.codes[index] = { ...code, end: this.text.length };
  }

  /** Drops white space at both ends; codes move with the text. */
  trim(): void {
    const leading = this.text.length - this.text.trimStart().length;
    const length = this.text.trim().length;
    if (leading === 0 && length === this.text.length) return;
    this.text = this.text.slice(leading, leading + length);
    const clamp = (offset: number) => Math.min(Math.max(offset - leading, 0), length);
    this.codes.forEach((code, i) => {
      this.codes[i] = { ...code, start: clamp(code.start), end: clamp(code.end) };
    });
  }
}
