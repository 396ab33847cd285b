import type { Article, Unit } from '../model/article.js';
import type { Content } from '../model/inline.js';
import { writeChartLabel } from './charts.js';
import { escapeHtml, strengths, type TextPlace } from './escape.js';
import { readsBack } from './readback.js';
import { isPlain, type Writing, writeHtml, writeMarkdown } from './write.js';
import { writeScalar } from './yaml.js';

/** A unit's content as source. `variant` counts from 0, the prettiest; each next one is safer. */
export interface UnitSource {
  readonly source: string;
  readonly variant: number;
  /** There is no safer variant. */
  readonly last: boolean;
}

const places: Readonly<Record<string, TextPlace>> = {
  paragraph: 'paragraph',
  setext: 'paragraph',
  atx: 'line',
  directive: 'line',
  'directive:]': 'label',
  cell: 'cell',
};

/** Markdown's variants: more escapes; then HTML elements for marks that cannot work; last, references only. */
const variants = strengths.flatMap((strength) => [
  { strength, elements: false },
  { strength, elements: true },
]);

/** What continues a paragraph on its next line: its first line's prefix, list markers blanked, quote marks kept. */
function continuation(article: Article, unit: Unit): string {
  const prefix = article.text.slice(unit.range.start - unit.column + 1, unit.range.start);
  return prefix.replace(/[^>\t]/g, ' ');
}

/** Writes units of one article. */
export class UnitWriter {
  readonly #article: Article;
  readonly #newline: string;
  readonly #mdx: boolean;

  constructor(article: Article, newline: string, mdx: boolean) {
    this.#article = article;
    this.#newline = newline;
    this.#mdx = mdx;
  }

  /**
   * The first variant, from `from` on, that reads back as `content`; the last one where none does. `untried` is the first
   * variant without a look, for whoever reads the whole afterwards.
   */
  write(unit: Unit, content: Content, from: number | 'untried'): UnitSource {
    return from === 'untried' ? this.#write(unit, content, 0, () => true) : this.#write(unit, content, from, readsBack);
  }

  #write(unit: Unit, content: Content, from: number, reads: typeof readsBack): UnitSource {
    const [syntax, detail] = split(unit.syntax);
    if (syntax === 'yaml') return this.#scalar(unit, content, detail, from);
    if (syntax === 'chart') {
      const old = this.#article.text.slice(unit.range.start, unit.range.end);
      return only(writeChartLabel(detail, content.text, old));
    }
    if (syntax === 'html' || syntax === 'jsx') return this.#html(unit, content, syntax === 'jsx', from);
    const inCell = unit.within !== undefined && this.#article.units[unit.within.unit]?.syntax === 'cell';
    if (syntax === 'attribute') return only(piped(escapeHtml(content.text, detail, false), '&#124;', inCell));
    if (syntax === 'parameter') return only(piped(content.text.replace(/["\\]/g, '\\$&'), '\\|', inCell));
    if (syntax === 'alt' || syntax === 'title') return this.#label(unit, content, from, detail, inCell, reads);
    return this.#markdown(unit, content, places[unit.syntax] ?? 'paragraph', from, reads);
  }

  #scalar(unit: Unit, content: Content, style: string, from: number): UnitSource {
    const old = this.#article.text.slice(unit.range.start, unit.range.end);
    const source = writeScalar(content.text, from === 0 ? style : 'double', old, this.#newline);
    return { source, variant: from, last: from > 0 || style === 'double' };
  }

  /**
   * A tag alone on its line starts an HTML block, `<em>text</em>` a paragraph: where the text was on the next line, it
   * goes back there.
   */
  #html(unit: Unit, content: Content, jsx: boolean, from: number): UnitSource {
    const source = writeHtml(content, jsx);
    const tag = from === 0 ? null : /^<[^<>]*>/.exec(source);
    const newline = this.#newline + continuation(this.#article, unit);
    const broken = tag === null ? source : tag[0] + newline + source.slice(tag[0].length).trimStart();
    return { source: broken, variant: from, last: from > 0 };
  }

  #markdown(unit: Unit, content: Content, place: TextPlace, from: number, reads: typeof readsBack): UnitSource {
    if (from === 0 && isPlain(content)) return { source: content.text, variant: 0, last: false };
    const write = (variant: number, newline: string): string => {
      const writing: Writing = { ...variants[variant]!, place, mdx: this.#mdx, newline };
      return writeMarkdown(content, writing);
    };
    for (let variant = from; variant < variants.length; variant++) {
      if (reads(this.#article, unit, write(variant, '\n'), content, this.#mdx)) {
        const newline = this.#newline + continuation(this.#article, unit);
        return { source: write(variant, newline), variant, last: variant === variants.length - 1 };
      }
    }
    const variant = variants.length - 1;
    return { source: write(variant, this.#newline + continuation(this.#article, unit)), variant, last: true };
  }

  /** Alt text and titles: text only, between brackets or quotes. */
  #label(
    unit: Unit,
    { text }: Content,
    from: number,
    detail: string,
    inCell: boolean,
    reads: typeof readsBack,
  ): UnitSource {
    const content: Content = { text, codes: [] };
    // `alt:label`: the unit takes in `][]`, and writes the label in full.
    const tail = unit.syntax.startsWith('alt:') ? `][${detail}]` : '';
    for (let variant = from; variant < strengths.length; variant++) {
      const writing: Writing = {
        place: 'label',
        strength: strengths[variant]!,
        elements: false,
        mdx: this.#mdx,
        newline: '\n',
      };
      const written = writeMarkdown(content, writing);
      const escaped = unit.syntax.startsWith('title') ? written.replace(/(?<!\\)["')(]/g, '\\$&') : written;
      const source = piped(escaped, '&#124;', inCell);
      const last = variant === strengths.length - 1;
      if (last || reads(this.#article, unit, source, content, this.#mdx))
        return { source: source + tail, variant, last };
    }
    return only(text);
  }
}

/** A pipe would end the cell, also inside the bytes of a code. */
const piped = (source: string, pipe: string, inCell: boolean): string =>
  inCell ? source.replace(/\\?\|/g, pipe) : source;

const only = (source: string): UnitSource => ({ source, variant: 0, last: true });

function split(syntax: string): [string, string] {
  const colon = syntax.indexOf(':');
  return colon < 0 ? [syntax, ''] : [syntax.slice(0, colon), syntax.slice(colon + 1)];
}
