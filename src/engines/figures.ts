import type { GlossedUnit, RenderedQuantity } from '../model/article.js';
import type { Content, InlineCode, PairedCode } from '../model/inline.js';
import { placeholder, toTagged } from '../model/inline.js';

/**
 * Figures as codes. In an engine's text each figure of a unit stands in a pair of tags, `<q1>$25 billion</q1>`. Inside
 * the program such a pair is an ordinary paired code whose id lies above all ids of the unit, so that the one reader of
 * tagged text (`fromTagged`) tells lost, repeated and crossing tags for both.
 */

/** `type` of the codes that stand for figures. */
const figureType = 'figure';

/** Figures that an engine may not write on its own, in order: all but the soft ones ("one of", "half"), which are words. */
export function guardedFigures({ quantities }: Pick<GlossedUnit, 'quantities'>): readonly RenderedQuantity[] {
  return quantities.filter(({ quantity }) => quantity.hardness === 'hard');
}

/** Id of the code of figure 1, less one. */
function baseOf(codes: readonly InlineCode[]): number {
  return codes.reduce((top, { id }) => Math.max(top, id), 0);
}

/** The codes that an answer must hold: the unit's own and one for each guarded figure. */
export function expectedCodes(unit: GlossedUnit): readonly InlineCode[] {
  const base = baseOf(unit.codes);
  return [...unit.codes, ...guardedFigures(unit).map(({ quantity }, index) => figureCode(base + index + 1, quantity))];
}

function figureCode(id: number, { start, end }: { start: number; end: number }): PairedCode {
  return { id, kind: 'pc', type: figureType, start, end, open: '', close: '' };
}

/** The figure codes of an answer's content by their number, counted from 1; what is left are the unit's own codes. */
export function splitCodes(
  unit: GlossedUnit,
  codes: readonly InlineCode[],
): { readonly own: readonly InlineCode[]; readonly figures: ReadonlyMap<number, PairedCode> } {
  const base = baseOf(unit.codes);
  const figures = new Map<number, PairedCode>();
  const own: InlineCode[] = [];
  for (const code of codes) {
    if (code.id > base && code.kind === 'pc') figures.set(code.id - base, code);
    else own.push(code);
  }
  return { own, figures };
}

/** The name by which an engine knows a code: `<q1>`, `<pc2>`, `<ph3/>`. */
export function tagName(unit: GlossedUnit, id: number): string {
  const base = baseOf(unit.codes);
  if (id > base) return `<q${id - base}>`;
  const kind = unit.codes.find((code) => code.id === id)?.kind ?? 'pc';
  return kind === 'ph' ? `<ph${id}/>` : `<pc${id}>`;
}

/** An answer's `<qN>` as the codes that they stand for, for `fromTagged`. */
export function withFigureCodes(unit: GlossedUnit, tagged: string): string {
  const base = baseOf(unit.codes);
  return tagged.replace(/<(\/?)q(\d{1,4})>/g, (_, slash: string, n: string) => `<${slash}pc${base + Number(n)}>`);
}

/**
 * The unit as tagged text with its figures in tags. Emphasis or a link that covers part of a figure
 * (`**$25** billion`) is widened to the whole of it, and a footnote mark inside one moves behind it: in the target the
 * figure is one word or two, in another order.
 */
export function tagFigures(unit: GlossedUnit): string {
  const figures = guardedFigures(unit).map(({ quantity }) => quantity);
  if (figures.length === 0) return toTagged(unit);
  const { text, codes, spans } = moveMarksOut(unit, figures);
  const widened = codes
    .map((code) => (code.kind === 'ph' ? code : widen(code, spans)))
    // A mark that moved may now come after what it stood before; the sort is stable, so that pairs stay nested.
    .sort((a, b) => a.start - b.start);
  const base = baseOf(unit.codes);
  const all: InlineCode[] = [];
  let next = 0;
  for (const code of widened) {
    for (let span = spans[next]; span !== undefined && span.start < code.start; span = spans[next]) {
      all.push(figureCode(base + ++next, span));
    }
    all.push(code);
  }
  for (; next < spans.length; next++) all.push(figureCode(base + next + 1, spans[next]!));
  return toTagged({ text, codes: all }).replace(/<(\/?)pc(\d+)>/g, (tag, slash: string, id: string) =>
    Number(id) > base ? `<${slash}q${Number(id) - base}>` : tag,
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Content with the placeholders that stood inside a figure behind it, and where the figures are now. */
function moveMarksOut({ text, codes }: Content, figures: readonly Span[]): Content & { readonly spans: Span[] } {
  const inside = (at: number) => figures.findIndex(({ start, end }) => start < at && at < end);
  if (!codes.some((code) => code.kind === 'ph' && inside(code.start) >= 0)) {
    return { text, codes, spans: figures.map(({ start, end }) => ({ start, end })) };
  }
  let moved = text;
  const place = new Map(codes.map((code) => [code.id, code]));
  const spans = figures.map(({ start, end }) => {
    const marks = codes.filter((code) => code.kind === 'ph' && start < code.start && code.start < end);
    const visible = text.slice(start, end).replaceAll(placeholder, '');
    moved = moved.slice(0, start) + visible + placeholder.repeat(marks.length) + moved.slice(end);
    marks.forEach((mark, index) => {
      const at = start + visible.length + index;
      place.set(mark.id, { ...mark, start: at, end: at + 1 });
    });
    return { start, end: start + visible.length };
  });
  return { text: moved, codes: codes.map(({ id }) => place.get(id)!), spans };
}

function widen(code: PairedCode, spans: readonly Span[]): PairedCode {
  const first = spans.find(({ start, end }) => start < code.start && code.start < end);
  const last = spans.find(({ start, end }) => start < code.end && code.end < end);
  const touched = first ?? last;
  if (touched === undefined) return code;
  return { ...code, start: first?.start ?? code.start, end: last?.end ?? code.end };
}
