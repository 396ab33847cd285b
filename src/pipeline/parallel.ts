import type { Article } from '../model/article.js';

/** Whether unit stands opposite unit, as many and of the same kinds: nothing ran over into its neighbour. */
export function isParallel(source: Article, translation: Article): boolean {
  return (
    source.units.length === translation.units.length &&
    source.units.every(({ kind }, index) => kind === translation.units[index]?.kind)
  );
}
