import type { LanguagePack, RenderContext } from '../languages/pack.js';
import type { GlossedUnit, RenderedQuantity } from '../model/article.js';
import type { Content } from '../model/inline.js';
import type { Quantity } from '../model/quantity.js';
import { same } from './same.js';
import { type Replacement, spliceContent } from './splice.js';

/** Every quantity of a text with the form that the target language must show, in order. */
export function renderAll(
  text: string,
  from: LanguagePack,
  to: LanguagePack,
  context: RenderContext,
): RenderedQuantity[] {
  return from.figures
    .read(text)
    .quantities.map((quantity) => ({ quantity, required: renderFigure(quantity, to, context) }));
}

/**
 * A figure in the target language's own form. Kept as written where both languages write it so: 92.1, 40%, 150MW, $8.00 under a
 * style that asks for signs.
 */
export function renderFigure(quantity: Quantity, to: LanguagePack, context: RenderContext): string {
  return isShared(quantity) && reads(quantity.text, quantity, to)
    ? quantity.text
    : to.figures.render(quantity, context);
}

/** Figures in digits with no word of a language: a plain number, a percentage, a measure with its symbol. */
function isShared({ kind, text, hardness }: Quantity): boolean {
  if (hardness === 'soft') return false;
  if (kind === 'number' || kind === 'percent') return /^-?\d{1,4}(?:\.\d+)?%?$|^-?[1-9],\d{3}$/.test(text);
  return (
    kind === 'measure' &&
    /^-?[\d,.]+ ?[A-Za-zµμ°℃%²³/]{1,5}$/.test(text) &&
    /^[^A-Za-z]*(?:[A-Z]|[kmcnµμ]?[mgLlWVAB]\b|℃|°)/.test(text)
  );
}

function reads(text: string, quantity: Quantity, to: LanguagePack): boolean {
  const [read, more] = to.figures.read(text).quantities;
  return (
    read !== undefined &&
    more === undefined &&
    read.start === 0 &&
    read.end === text.length &&
    read.kind === quantity.kind &&
    same(quantity, read) === 'equal'
  );
}

/** What may stand beside figures in a unit that is written without an engine: spaces and signs that both languages share. */
const neutral = /^[\s~≈()[\]+\-–—,/·:;|&.<>≥≤=\uFFFC]*$/;

/**
 * The target of a unit that is nothing but figures, numbered names and terms with a designation (`$45B`, `~1.8T`, `GPT-5.5`, `Q3
 * 2027`). `undefined` for all others: words need a translation.
 */
export function renderUnit(
  unit: Content & Partial<Pick<GlossedUnit, 'terms'>>,
  from: LanguagePack,
  to: LanguagePack,
  context: RenderContext,
): Content | undefined {
  const { quantities, names } = from.figures.read(unit.text);
  const terms = (unit.terms ?? []).filter((term) => term.required !== undefined || term.doNotTranslate);
  const figures = quantities.map(
    (quantity): Replacement => ({
      start: quantity.start,
      end: quantity.end,
      text: renderFigure(quantity, to, context),
    }),
  );
  const free = terms.filter((term) => !quantities.some((q) => q.start < term.end && term.start < q.end));
  const kept = names
    .filter((name) => !free.some((term) => term.start <= name.start && term.end >= name.end))
    .map((name): Replacement => ({ start: name.start, end: name.end, text: name.text }));
  const named = free.map(
    (term): Replacement => ({ start: term.start, end: term.end, text: term.required ?? term.text }),
  );
  const all = [...figures, ...kept, ...named].sort((a, b) => a.start - b.start);
  if (all.length === 0 || all.some((one, i) => i > 0 && one.start < all[i - 1]!.end)) return undefined;
  let rest = '';
  let at = 0;
  for (const { start, end } of all) {
    rest += unit.text.slice(at, start);
    at = end;
  }
  rest += unit.text.slice(at);
  if (!neutral.test(rest)) return undefined;
  // A name in another script than the target's own is kept only where it is Latin: 코로나19 needs a translation.
  if (kept.some(({ text }) => !/^[\u0020-\u024f]*$/.test(text))) return undefined;
  const content = spliceContent(unit, all, to);
  if (content === undefined) return undefined;
  const back = to.figures.read(content.text).quantities;
  return quantities.length === back.length && quantities.every((quantity, i) => same(quantity, back[i]!) !== undefined)
    ? content
    : undefined;
}
