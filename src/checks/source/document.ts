import type { Cues } from '../../languages/cues.js';
import type { LanguagePack } from '../../languages/pack.js';
import { tablesOf } from '../../markdown/tables.js';
import type { Article, Unit } from '../../model/article.js';
import type { Quantity } from '../../model/quantity.js';
import { type Grid, gridOf } from './grid.js';
import { type List, listsOf } from './lists.js';
import { contentWords } from './words.js';

/** A figure with what the text around it says of it. */
export interface Mention {
  readonly unit: Unit;
  readonly quantity: Quantity;
  /** Which sentence of the article, counted over all units. */
  readonly sentence: number;
  /** Content words of its sentence; for a cell, of the row's label, the column's header and the cell. */
  readonly words: ReadonlySet<string>;
  /** Years, quarters and dates of the same sentence, row and header, in EDTF. */
  readonly periods: ReadonlySet<string>;
}

/** A sentence: its place in the unit's text and its figures in order. */
export interface Sentence {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/** An article as the checks of a source read it. Computed once, whatever the number of checks. */
export interface SourceDocument {
  readonly article: Article;
  readonly cues: Cues;
  readonly pack: LanguagePack;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly tables: readonly Grid[];
  readonly lists: readonly List[];
  /** Sentences by the block that holds them (index into `Article.blocks`), in order. */
  readonly byBlock: ReadonlyMap<number, readonly Sentence[]>;
  /** Mentions of one and the same figure, by `figureKey`. */
  readonly byFigure: ReadonlyMap<string, readonly Mention[]>;
}

/** What makes two figures the same: kind, unit and value. */
export function figureKey({ kind, unit = '', value = '' }: Pick<Quantity, 'kind' | 'unit' | 'value'>): string {
  return `${kind} ${unit} ${value}`;
}

function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const out = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = out.get(key);
    if (group === undefined) out.set(key, [one]);
    else group.push(one);
  }
  return out;
}

/** A full stop ends a sentence before space or the end, so that `$1.2bn` and `e.g.` inside brackets stay whole. */
const sentenceEnd = /[.!?。](?=["'”’)\]]*(?:\s|$))["'”’)\]]*/g;

function sentencesOf(text: string): [number, number][] {
  const out: [number, number][] = [];
  let start = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    out.push([start, end]);
    start = end;
  }
  if (text.slice(start).trim() !== '') out.push([start, text.length]);
  return out;
}

const periodsOf = (quantities: readonly Quantity[]): string[] =>
  quantities.flatMap((q) => (q.kind === 'date' ? [q.value, q.min, q.max].filter((edtf) => edtf !== undefined) : []));

/** Reads an article for its source checks. Linear in its length. */
export function readDocument(article: Article, pack: LanguagePack, cues: Cues): SourceDocument {
  const sentences: Sentence[] = [];
  const grids = tablesOf(article).map((table) => gridOf(table, article, pack, cues));
  const add = (unit: Unit, start: number, end: number, quantities: readonly Quantity[], context: string) => {
    const text = unit.text.slice(start, end);
    const words = contentWords(`${text} ${context}`, cues);
    const around = context === '' ? [] : pack.figures.read(context).quantities;
    const periods = new Set(periodsOf([...quantities, ...around]));
    const sentence = sentences.length;
    const mentions = quantities.map((quantity) => ({ unit, quantity, sentence, words, periods }));
    sentences.push({ unit, start, end, text, mentions });
  };
  for (const unit of article.units) {
    const { quantities } = pack.figures.read(unit.text);
    if (unit.cell !== undefined) {
      const grid = grids[unit.cell.table];
      const context = grid === undefined ? '' : `${grid.label(unit.cell.row)} · ${grid.header(unit.cell.column)}`;
      add(unit, 0, unit.text.length, quantities, context);
      continue;
    }
    for (const [start, end] of sentencesOf(unit.text)) {
      add(
        unit,
        start,
        end,
        quantities.filter((q) => q.start >= start && q.start < end),
        '',
      );
    }
  }
  const mentions = sentences.flatMap((sentence) => sentence.mentions);
  return {
    article,
    cues,
    pack,
    sentences,
    mentions,
    tables: grids,
    lists: listsOf(article),
    byBlock: grouped(sentences, ({ unit }) => unit.block ?? -1),
    byFigure: grouped(mentions, ({ quantity }) => figureKey(quantity)),
  };
}
