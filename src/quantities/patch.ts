import type { FigureStyle, LanguagePack, RenderContext } from '../languages/pack.js';
import { applyEdits, difference, type Edit } from '../model/edit.js';
import { type Content, toTagged } from '../model/inline.js';
import type { Quantity } from '../model/quantity.js';
import { crosses } from './render.js';
import { same } from './same.js';
import { opensInWords } from './sentences.js';
import { stylesOf } from './styles.js';

/**
 * The approved translation of `before` made to fit `now`, where the source changed in its figures alone. Exactly the
 * changed figures are replaced, in the style in which the translation wrote them, and the particles behind them agree.
 * `undefined` unless it is certain: the words and codes around are the same, each changed figure has one place in the
 * translation, hedges and signs stand, and what was written reads back as the new figure.
 */
export function patchFigures(
  before: Content,
  now: Content,
  target: Content,
  from: LanguagePack,
  to: LanguagePack,
  context: RenderContext,
): Content | undefined {
  const old = from.figures.read(before.text).quantities;
  const fresh = from.figures.read(now.text).quantities;
  if (old.length !== fresh.length || old.length === 0) return undefined;
  if (masked(before, old) === undefined || masked(before, old) !== masked(now, fresh)) return undefined;
  const there = to.figures.read(target.text).quantities;
  const replacements = replacementsOf(old, fresh, { text: target.text, figures: there }, to, context);
  if (replacements === undefined || replacements.length === 0) return undefined;
  if (replacements.some(({ edit }) => crosses(target, edit.start, edit.end) || followsArticle(target.text, edit)))
    return undefined;
  const patched = applyEdits(
    target,
    replacements.map(({ edit }) => edit),
  );
  const expected = there.map((one) => replacements.find(({ was }) => was === one)?.now ?? one);
  return agreesWith(patched, expected, to) ? withParticles(target, patched, replacements, to) : undefined;
}

/** A figure of the translation, what it shall be, and the edit that makes it so. */
interface Replacement {
  readonly was: Quantity;
  readonly now: Quantity;
  readonly edit: Edit;
}

/** Content with every figure as one sign, serialized: equal for two contents that differ in figures only. */
function masked(content: Content, figures: readonly Quantity[]): string | undefined {
  if (figures.some(({ start, end }) => crosses(content, start, end))) return undefined;
  return toTagged(
    applyEdits(
      content,
      figures.map(({ start, end }) => ({ start, end, text: figureSign })),
    ),
  );
}

/** U+E000, a private-use character: no text that people write holds it. */
const figureSign = '\uE000';

function replacementsOf(
  old: readonly Quantity[],
  fresh: readonly Quantity[],
  there: { readonly text: string; readonly figures: readonly Quantity[] },
  to: LanguagePack,
  context: RenderContext,
): readonly Replacement[] | undefined {
  const out: Replacement[] = [];
  const seen = new Set<number>();
  for (const [index, was] of old.entries()) {
    const now = fresh[index]!;
    if (seen.has(index)) continue;
    // The same figure twice in the source has two places in the translation; both must become the same.
    const twins = old.flatMap((one, i) => (same(one, was) === 'equal' ? [i] : []));
    for (const twin of twins) seen.add(twin);
    const changed = twins.filter((twin) => !isUnchanged(old[twin]!, fresh[twin]!));
    if (changed.length === 0) continue;
    if (changed.length !== twins.length || !isReplaceable(was, now)) return undefined;
    if (twins.some((twin) => same(fresh[twin]!, now) !== 'equal')) return undefined;
    const places = there.figures.filter((one) => same(was, one) === 'equal');
    if (places.length !== twins.length) return undefined;
    for (const place of places) {
      const begins = context.place === 'prose' && opensInWords(there.text, place);
      const replacement = replace(place, now, to, { ...context, begins });
      if (replacement === undefined) return undefined;
      out.push(replacement);
    }
  }
  return out;
}

const isUnchanged = (a: Quantity, b: Quantity): boolean =>
  a.text === b.text || (same(a, b) === 'equal' && a.approximate === b.approximate && a.precision === b.precision);

/** Words (one, half) may stand for anything in a translation; a sign or hedge that changes may change words around. */
function isReplaceable(was: Quantity, now: Quantity): boolean {
  return (
    was.hardness === 'hard' &&
    now.hardness === 'hard' &&
    was.kind === now.kind &&
    was.approximate === now.approximate &&
    was.direction === now.direction &&
    was.vague === now.vague &&
    isNegative(was) === isNegative(now) &&
    isOne(was) === isOne(now)
  );
}

const isNegative = ({ value }: Quantity): boolean => value?.startsWith('-') === true;
/** A noun beside it is singular: "1 player" does not become "2 player". */
const isOne = ({ value }: Quantity): boolean => value === '1' || value === '-1';

function replace(place: Quantity, now: Quantity, to: LanguagePack, context: RenderContext): Replacement | undefined {
  // A counter that only the translation has stays: "350" for 300대 is 350대.
  const counted = now.unit === undefined && place.unit !== undefined && place.kind === 'number';
  const wanted: Quantity = counted ? { ...now, unit: place.unit! } : now;
  const form = to.figures.render(wanted, { ...context, style: styleOf(place, to, context) });
  const [back, more] = to.figures.read(form).quantities;
  if (back === undefined || more !== undefined || same(wanted, back) !== 'equal') return undefined;
  return { was: place, now: wanted, edit: { start: place.start, end: place.end, text: form } };
}

/** The style in which a figure of the translation is written, where one of the styles is; else the project's own. */
function styleOf(place: Quantity, to: LanguagePack, context: RenderContext): FigureStyle {
  const own = context.style ?? {};
  return stylesOf(own).find((style) => to.figures.render(place, { ...context, style }) === place.text) ?? own;
}

/** "an 8% rise" and "a 9% rise": a word before the figure agrees with how the figure is read. */
function followsArticle(text: string, { start }: Edit): boolean {
  return /(?:^|[^\p{L}])an?\s$/iu.test(text.slice(Math.max(0, start - 4), start));
}

/** Whether the text reads as exactly these figures. */
function agreesWith({ text }: Content, expected: readonly Quantity[], to: LanguagePack): boolean {
  const found = to.figures.read(text).quantities;
  return found.length === expected.length && found.every((one, index) => same(one, expected[index]!) === 'equal');
}

/** Corrects the particles behind replaced figures; one that was not in agreement before is the author's own. */
function withParticles(
  target: Content,
  patched: Content,
  replacements: readonly Replacement[],
  to: LanguagePack,
): Content {
  if (to.particles === undefined) return patched;
  const byPlace = [...replacements].sort((a, b) => a.edit.start - b.edit.start);
  let shift = byPlace.reduce((sum, { edit }) => sum + edit.text.length - (edit.end - edit.start), 0);
  let out = patched;
  for (const { edit } of byPlace.reverse()) {
    const at = edit.end + shift;
    shift -= edit.text.length - (edit.end - edit.start);
    if (to.particles.correct(target.text, edit.end) !== target.text) continue;
    const correction = difference(out.text, to.particles.correct(out.text, at));
    if (correction !== undefined) out = applyEdits(out, [correction]);
  }
  return out;
}
