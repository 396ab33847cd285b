import type { LanguagePack, RenderContext } from '../languages/pack.js';
import type { GlossedUnit, RenderedQuantity } from '../model/article.js';
import { applyEdits, type Edit } from '../model/edit.js';
import { type Content, placeholder } from '../model/inline.js';
import type { Quantity } from '../model/quantity.js';
import { same } from './same.js';

/**
 * All quantities of a source text, in order, each with the form that the target language must show in `context`. The
 * form has no hedge (about, 약) unless the source writes it inside the figure, as 30여 명 does: words around a figure
 * are translated with the sentence.
 */
export function renderAll(
  text: string,
  from: LanguagePack,
  to: LanguagePack,
  context: RenderContext,
): readonly RenderedQuantity[] {
  return from.figures.read(text).quantities.map((quantity) => {
    const inside = quantity.approximate !== undefined && isHedged(quantity.text, from);
    return { quantity, required: to.figures.render(quantity, { ...context, hedged: inside }) };
  });
}

/** Whether a figure's own characters hedge it. */
function isHedged(text: string, pack: LanguagePack): boolean {
  const [alone] = pack.figures.read(text).quantities;
  return alone?.approximate !== undefined && alone.text === text;
}

/**
 * The translation of a unit that holds nothing but figures, names, terms, codes, punctuation and symbols: `$45B`,
 * `~1.8T`, `Q3 2027`, `12–18 months`, `40% (NVIDIA)`, an image alone, `—`. `undefined` as soon as one word is left that an engine must
 * translate, or where a form does not read back as its figure.
 */
export function renderUnit(
  unit: Pick<GlossedUnit, 'text' | 'codes' | 'terms'>,
  from: LanguagePack,
  to: LanguagePack,
  context: RenderContext,
): Content | undefined {
  const { text, terms } = unit;
  if (text.length > longest) return undefined;
  if (!hasWords(text, [])) return { text, codes: unit.codes };
  const { quantities, names } = from.figures.read(text);
  const figures = quantities.map((quantity) => ({ quantity, ...withHedge(text, quantity, from) }));
  const taken = [...figures, ...names];
  const free = terms.filter((term) => !taken.some(({ start, end }) => start < term.end && term.start < end));
  const known = [...taken, ...free].sort((a, b) => a.start - b.start);
  // Most units are prose: that is seen before anything is written.
  if (known.length === 0 || hasWords(text, known)) return undefined;
  const edits: Edit[] = [];
  for (const { quantity, start, end } of figures) {
    if (quantity.hardness === 'soft' && !/\d/.test(quantity.text)) return undefined;
    const form = to.figures.render(quantity, { ...context, hedged: true });
    const [back, more] = to.figures.read(form).quantities;
    if (back === undefined || more !== undefined || same(quantity, back) !== 'equal') return undefined;
    edits.push({ start, end, text: form });
  }
  for (const term of free) {
    if (term.required === undefined && term.doNotTranslate === undefined) return undefined;
    edits.push({ start: term.start, end: term.end, text: term.required ?? term.text });
  }
  // A name in Latin letters stays as it is; 코로나19 needs a translation.
  const written = names.filter((name) => !edits.some(({ start, end }) => start <= name.start && name.end <= end));
  if (written.some((name) => !/^[\u0020-\u024f]*$/.test(name.text))) return undefined;
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  if (ordered.some(({ start }, index) => start < (ordered[index - 1]?.end ?? 0))) return undefined;
  if (ordered.some(({ start, end }) => crosses(unit, start, end))) return undefined;
  return applyEdits(unit, ordered);
}

/** Longest text that can be figures alone; a longer one is a paragraph or a blob. */
const longest = 500;

/** Whether letters or digits stand outside the stretches that are known. */
function hasWords(text: string, known: readonly { readonly start: number; readonly end: number }[]): boolean {
  let at = 0;
  for (const { start, end } of known) {
    if (/[\p{L}\p{N}]/u.test(text.slice(at, Math.max(at, start)))) return true;
    at = Math.max(at, end);
  }
  return /[\p{L}\p{N}]/u.test(text.slice(at));
}

/** A figure with the hedge that stands around it: `~1.8T`, `about $5`, `40%+`, `20명 이상`. */
function withHedge(text: string, quantity: Quantity, { figures }: LanguagePack): { start: number; end: number } {
  const { start, end, approximate } = quantity;
  if (approximate === undefined || figures.hedges === undefined) return { start, end };
  const before = figures.hedges.before.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = figures.hedges.after.exec(text.slice(end))?.[0].length ?? 0;
  return { start: start - before, end: end + after };
}

/** Whether a code begins or ends inside a stretch, or a placeholder stands in it: `**$25** billion`. */
export function crosses({ text, codes }: Content, start: number, end: number): boolean {
  if (text.slice(start, end).includes(placeholder)) return true;
  return codes.some((code) => (start < code.start && code.start < end) || (start < code.end && code.end < end));
}
