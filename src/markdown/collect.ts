import type { Block, CellPlace, Range, Reference, Table, TableCell, Unit, UnitKind } from '../model/article.js';
import { sha256 } from '../model/hash.js';
import { type Content, toTagged } from '../model/inline.js';
import type { Draft, SubFlow } from './draft.js';
import { LineIndex } from './lines.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** A table while its cells are read. */
export interface OpenTable extends Table {
  readonly rows: Mutable<TableCell>[][];
}

/** What a unit is besides its content. */
export interface UnitPlace {
  readonly kind: UnitKind;
  readonly syntax: string;
  readonly range: Range;
  readonly block?: number;
  readonly path?: string;
  readonly cell?: CellPlace;
  readonly within?: NonNullable<Unit['within']>;
}

/** Codes that show a reader something; a unit of all others and no text is markup only. */
const shown = new Set(['code', 'link', 'image', 'math', 'footnote']);

/** Whether there is anything to translate or to compare: visible text, or a code that shows something. */
export function hasContent({ text, codes }: Content): boolean {
  return /[^\s\uFFFC]/.test(text) || codes.some((code) => shown.has(code.type));
}

/** Gathers blocks, units and references in document order; ids and positions are made here only. */
export class Collector {
  readonly text: string;
  readonly lines: LineIndex;
  readonly blocks: Mutable<Block>[] = [];
  readonly units: Unit[] = [];
  readonly references: Reference[] = [];
  readonly #seen = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
    this.lines = new LineIndex(text);
  }

  /** Adds a block; returns its index. */
  block(block: Omit<Block, 'line' | 'column'>): number {
    return this.blocks.push({ ...block, ...this.lines.point(block.range.start) }) - 1;
  }

  /** Adds a unit; returns its index. */
  unit(content: Content, place: UnitPlace): number {
    const key = `${place.kind}-${sha256(toTagged(content)).slice(0, 10)}`;
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    const { text, codes } = content;
    const id = count === 1 ? key : `${key}-${count}`;
    return this.units.push({ id, text, codes, ...place, ...this.lines.point(place.range.start) }) - 1;
  }

  /** Adds what a draft holds: its unit, if it has content, the units inside its codes, its references. */
  draft(draft: Draft, place: UnitPlace): number | undefined {
    const { text, codes } = draft;
    const unit = hasContent(draft) ? this.unit({ text, codes }, place) : undefined;
    this.subFlows(draft.subFlows, place.block, unit);
    this.found(draft, place.block, unit);
    return unit;
  }

  subFlows(flows: readonly SubFlow[], block: number | undefined, unit: number | undefined): void {
    for (const { kind, text, start, end, syntax, code, offset } of flows) {
      this.unit(
        { text, codes: [] },
        {
          kind,
          syntax,
          range: { start, end },
          ...(block === undefined ? {} : { block }),
          ...(unit === undefined ? {} : { within: { unit, code, offset } }),
        },
      );
    }
  }

  found(draft: Draft, block: number | undefined, unit: number | undefined): void {
    for (const { start, end, ...reference } of draft.references) {
      this.references.push({
        ...reference,
        range: { start, end },
        ...(block === undefined ? {} : { block }),
        ...(unit === undefined ? {} : { unit }),
        ...this.lines.point(start),
      });
    }
  }

  /** The source between two offsets with the units from `firstUnit` on cut out: what no translation may change. */
  skeleton(start: number, end: number, firstUnit: number): string {
    let out = '';
    let at = start;
    for (const { range } of this.units.slice(firstUnit)) {
      if (range.start < at) continue;
      out += this.text.slice(at, range.start);
      at = range.end;
    }
    return (out + this.text.slice(at, end)).replace(/\s+/g, ' ').trim();
  }
}
