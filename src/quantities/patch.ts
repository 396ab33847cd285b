import type { LanguagePack, RenderContext } from '../languages/pack.js';
import type { Content } from '../model/inline.js';
import type { Quantity } from '../model/quantity.js';
import { compareFigures } from './compare.js';
import { pairFigures } from './pairing.js';
import { renderFigure } from './render.js';
import { same } from './same.js';
import { type Replacement, spliceContent } from './splice.js';

/** A text with its figures taken out, so that two texts that differ in figures alone are equal. */
function masked(text: string, quantities: readonly Quantity[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of quantities) {
    out += `${text.slice(at, start)}\u0000`;
    at = end;
  }
  return out + text.slice(at);
}

/**
 * The translation of `now`, where `before` was its source until figures changed in it: `target` with just those figures
 * replaced. `undefined` when words changed too, when a figure's counterpart is not certain, or when the result would not say
 * the same as `now`.
 */
export function patchFigures(
  before: Content,
  now: Content,
  target: Content,
  from: LanguagePack,
  to: LanguagePack,
  context: RenderContext,
): Content | undefined {
  const [old, fresh] = [from.figures.read(before.text).quantities, from.figures.read(now.text).quantities];
  if (old.length !== fresh.length || masked(before.text, old) !== masked(now.text, fresh)) return undefined;
  const changed = old.flatMap((quantity, i) =>
    same(quantity, fresh[i]!) === 'equal' && quantity.text === fresh[i]!.text ? [] : [i],
  );
  if (changed.length === 0) return undefined;
  const standing = to.figures.read(target.text).quantities;
  const { matches } = pairFigures(old, standing);
  const replacements: Replacement[] = [];
  for (const index of changed) {
    const found = matches.filter(({ source }) => source === old[index]);
    const [match] = found;
    // The same value twice in the source: which of the two stands where in the target is not certain.
    const twins = old.filter((quantity) => same(quantity, old[index]!) !== undefined).length;
    if (match === undefined || found.length > 1 || twins > 1) return undefined;
    const { start, end } = match.target;
    replacements.push({ start, end, text: renderFigure(fresh[index]!, to, context) });
  }
  replacements.sort((a, b) => a.start - b.start);
  if (replacements.some((one, i) => i > 0 && one.start < replacements[i - 1]!.end)) return undefined;
  const patched = spliceContent(target, replacements, to);
  if (patched === undefined) return undefined;
  const differences = compareFigures(
    { ...from.figures.read(now.text), text: now.text },
    { ...to.figures.read(patched.text), text: patched.text },
  );
  return differences.some(({ type }) => type !== 'extra' && type !== 'name-extra') ? undefined : patched;
}
