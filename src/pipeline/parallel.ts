import type { Article, Unit } from '../model/article.js';
import { recode } from './recode.js';

/** Whether unit stands opposite unit, as many and of the same kinds: nothing ran over into its neighbour. */
export function isParallel(source: Article, translation: Article): boolean {
  return (
    source.units.length === translation.units.length &&
    source.units.every(({ kind }, index) => kind === translation.units[index]?.kind)
  );
}

/**
 * For each unit of the source, the index of its unit in a parallel translation: the same, except inside a unit whose
 * codes the translation puts in another order. Two images in one paragraph may change places, and with them their
 * alternative texts.
 */
export function counterparts(source: Article, translation: Article): number[] {
  const places = source.units.map((_, index) => index);
  for (const [parent, inner] of innerUnits(source)) {
    const opposite = translation.units[parent];
    const codes = opposite && recode(opposite, source.units[parent]!.codes)?.codes;
    if (opposite === undefined || codes === undefined) continue;
    const own = new Map(codes.map((code, order) => [code.id, opposite.codes[order]!.id]));
    const taken = new Set<number>();
    for (const index of inner) {
      const unit = source.units[index]!;
      const code = own.get(unit.within?.code ?? -1);
      const place = inner.find((at) => {
        const candidate = translation.units[at];
        return !taken.has(at) && candidate?.within?.code === code && candidate?.kind === unit.kind;
      });
      if (place === undefined) continue;
      taken.add(place);
      places[index] = place;
    }
  }
  return places;
}

/** The indexes of the units inside each unit that has some. */
function innerUnits({ units }: { readonly units: readonly Unit[] }): Map<number, number[]> {
  const inner = new Map<number, number[]>();
  units.forEach(({ within }, index) => {
    if (within !== undefined) inner.set(within.unit, [...(inner.get(within.unit) ?? []), index]);
  });
  return inner;
}
