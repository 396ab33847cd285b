import type { Content, InlineCode } from './inline.js';
import type { Locale } from './locale.js';
import type { Quantity } from './quantity.js';

/** UTF-16 offsets into the article's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in a file: line and column counted from 1, column in UTF-16 units. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

export const unitKinds = [
  'title',
  'frontmatter',
  'faq-question',
  'faq-answer',
  'heading',
  'paragraph',
  'list-item',
  'table-cell',
  'image-alt',
  'link-title',
  'caption',
  'chart-label',
  'footnote',
  'html-text',
  'html-attribute',
  'line',
] as const;
/** What a unit is in its article. `line` is a line of a bilingual file, which has no article around it. */
export type UnitKind = (typeof unitKinds)[number];

/** Where a cell stands: table, row and column counted from 0; row 0 is the header. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/**
 * The smallest thing translated. `text` and `codes` are as `Content` says. `id` is stable while the unit's text stands:
 * it is made of the kind, a hash of the content and, for repeated content, its count, so that inserting a heading
 * re-translates nothing after it.
 */
export interface Unit extends Content, Point {
  readonly id: string;
  readonly kind: UnitKind;
  /** The bytes of the article that this unit replaces on merging. */
  readonly range: Range;
  /** How its text is written there; the markdown room alone reads it. */
  readonly syntax: string;
  /** Index into `Article.blocks` of the block that holds it; absent in frontmatter. */
  readonly block?: number;
  /** Frontmatter path, such as `faq.0.question`. */
  readonly path?: string;
  readonly cell?: CellPlace;
  /**
   * For text inside the bytes of another unit's code (an image's alt text, a link's title; XLIFF calls it a sub-flow):
   * the index of that unit, which comes before this one, the id of the code, and the offset in the code's bytes (`raw`,
   * `open`; for a link's title, `close`). Only such a unit lies inside another's range.
   */
  readonly within?: { readonly unit: number; readonly code: number; readonly offset: number };
}

/** A link or image of the article, Markdown or HTML, wherever it stands. */
export interface Reference extends Point {
  readonly kind: 'link' | 'image';
  /** Destination as written, of the definition where it is by reference; the label itself where none defines it. */
  readonly url: string;
  /** A link's visible text or an image's alt text. Empty for a bare address. */
  readonly text: string;
  readonly title?: string;
  readonly range: Range;
  /** Index into `Article.blocks`. */
  readonly block?: number;
  /** Index into `Article.units` of the unit whose text holds it. */
  readonly unit?: number;
}

export const blockKinds = [
  'heading',
  'paragraph',
  'list',
  'list-item',
  'blockquote',
  'code',
  'table',
  'html',
  'math',
  'thematic-break',
  'directive',
  'footnote-definition',
  'definition',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/** One block of the body. `Article.blocks` lists them all in document order; `parent` is an index into that list. */
export interface Block extends Point {
  readonly kind: BlockKind;
  readonly range: Range;
  readonly parent?: number;
  /** Heading level 1–6. */
  readonly level?: number;
  /** Explicit heading anchor (`{#setup}`, `[[setup]]`, `<a id>`), without its marks. */
  readonly anchor?: string;
  readonly ordered?: boolean;
  readonly checked?: boolean;
  /** Info string's first word of a fenced block; name of a directive; kind of an alert (`> [!NOTE]` gives `note`). */
  readonly language?: string;
  /** Content of code, math and HTML, site-generator lines included; label of a definition or footnote. */
  readonly value?: string;
  /** Destination of a definition. */
  readonly url?: string;
  readonly table?: Table;
}

/** A table as it stands: cells of ragged rows are as many as the row has. */
export interface Table {
  readonly alignment: readonly ('left' | 'right' | 'center' | null)[];
  /** Row 0 is the header. */
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell extends Content, Point {
  readonly range: Range;
  /** Index into `Article.units`, absent for an empty cell. */
  readonly unit?: number;
}

/** A source article or a translation, parsed. */
export interface Article {
  /** Path as the caller gave it, for messages. */
  readonly file: string;
  readonly slug: string;
  readonly locale: Locale;
  /** The file's text, exactly. */
  readonly text: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly revision: string;
  readonly frontmatter: Readonly<Record<string, unknown>>;
  /** Where the frontmatter's YAML stands, without the fences; absent when there is none. */
  readonly frontmatterRange?: Range;
  readonly blocks: readonly Block[];
  /** In document order; ranges never overlap, except that a unit with `within` lies inside that unit. */
  readonly units: readonly Unit[];
  /** Every link and image of the body in document order; the parser always gives it. */
  readonly references?: readonly Reference[];
}

/** A term of the termbase found in a unit. */
export interface TermMatch extends Range {
  /** The concept's id. */
  readonly concept: string;
  readonly text: string;
  /** The preferred designation in the target locale; absent where the termbase has none. */
  readonly required?: string;
  readonly doNotTranslate?: true;
}

/** A quantity with the form that the target locale must show. */
export interface RenderedQuantity {
  readonly quantity: Quantity;
  readonly required: string;
}

/** What the glossary stage adds to a unit. */
export interface GlossedUnit extends Unit {
  readonly terms: readonly TermMatch[];
  readonly quantities: readonly RenderedQuantity[];
  /** Those topics of the article that choose among the termbase's terms; absent where none does. */
  readonly topics?: readonly string[];
}

/** XLIFF 2.1 §4.3.1.33 states of a unit. */
export const unitStates = ['initial', 'translated', 'reviewed', 'final'] as const;
export type UnitState = (typeof unitStates)[number];

/** Where a target came from: a memory entry, an engine, our own rendering, a figure patch, a person. */
export interface Origin {
  readonly kind: 'memory' | 'engine' | 'rendered' | 'patched' | 'human' | 'source';
  /** Engine id, with the model where there is one: `openai:gpt-5`. */
  readonly engine?: string;
}

/** What the translate stage adds to a unit. `target` absent: the unit stays in the source language. */
export interface TranslatedUnit extends GlossedUnit {
  readonly target?: Content;
  readonly state: UnitState;
  readonly origin: Origin;
}

/** The stages add fields to the article and never take any away. */
export interface GlossedArticle extends Article {
  readonly units: readonly GlossedUnit[];
  readonly targetLocale: Locale;
}

/** A source unit and its translation, as the checks see them. `null`: nothing stands opposite. */
export interface UnitPair {
  readonly source: Unit | null;
  readonly target: Unit | null;
  /** Texts of the headers over a table's cells: "Value ($B)" says what `45` below it is. */
  readonly headers?: { readonly source: string; readonly target: string };
}

/** A unit without an article: a line of a bilingual file. */
export function lineUnit(id: string, text: string, line: number, codes: readonly InlineCode[] = []): Unit {
  return { id, kind: 'line', text, codes, line, column: 1, range: { start: 0, end: text.length }, syntax: 'plain' };
}
