import { languagePack } from '../../src/languages/index.js';
import type { GlossedUnit, UnitKind } from '../../src/model/article.js';
import { fromTagged, type InlineCode } from '../../src/model/inline.js';
import type { Quantity } from '../../src/model/quantity.js';

/** A unit as a person writes it in a test. */
export interface Written {
  readonly id?: string;
  readonly kind?: UnitKind;
  /** Tagged content: `See <pc1>the docs</pc1><ph2/>`. */
  readonly source: string;
  readonly from?: string;
  /** Figures as they stand in the source, with the form that the target must show. */
  readonly figures?: Readonly<Record<string, string>>;
  readonly terms?: Readonly<Record<string, string>>;
}

/** The unit with its figures and terms, as the glossary stage leaves it. Figures are read by the language pack. */
export function glossed({
  id = 'u1',
  kind = 'paragraph',
  source,
  from = 'en',
  figures = {},
  terms = {},
}: Written): GlossedUnit {
  const codes = [...source.matchAll(/<(pc|ph)(\d+)(\/?)>/g)].map(
    ([, kind, n]): InlineCode =>
      kind === 'ph'
        ? { id: Number(n), kind: 'ph', type: 'footnote', start: 0, end: 1, raw: `[^${n}]` }
        : { id: Number(n), kind: 'pc', type: 'strong', start: 0, end: 0, open: '**', close: '**' },
  );
  const read = fromTagged(source, codes);
  if (!read.ok) throw new Error(`not tagged content: ${source}`);
  const { text } = read.content;
  const found = languagePack(from).figures.read(text).quantities;
  const quantities = Object.entries(figures).flatMap(([written, required]) => {
    const plain = written.replaceAll('\\ph', '\uFFFC');
    const start = text.indexOf(plain);
    if (start < 0) throw new Error(`${written} does not stand in ${text}`);
    const quantity: Quantity = found.find((one) => one.start === start && one.text === plain) ?? {
      kind: 'number',
      hardness: 'hard',
      text: plain,
      start,
      end: start + plain.length,
    };
    return [{ quantity, required }];
  });
  quantities.sort((a, b) => a.quantity.start - b.quantity.start);
  return {
    ...read.content,
    id,
    kind,
    line: 1,
    column: 1,
    range: { start: 0, end: text.length },
    syntax: 'plain',
    quantities,
    terms: Object.entries(terms).map(([term, required]) => {
      const start = text.indexOf(term);
      return { concept: term, text: term, required, start, end: start + term.length };
    }),
  };
}
