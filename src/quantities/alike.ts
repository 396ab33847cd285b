import type { Quantity } from '../model/quantity.js';
import type { Match } from './pairing.js';

/** Whether two figures say the same but for their units. */
export function saysSame(a: Quantity, b: Quantity): boolean {
  return (
    a.value === b.value &&
    a.min === b.min &&
    a.max === b.max &&
    (a.terms === b.terms || String(a.terms) === String(b.terms))
  );
}

/** Figures that can be taken for each other: of one kind and unit, saying different things. */
export function alike(a: Match, b: Match): boolean {
  const [x, y] = [a.source, b.source];
  if (saysSame(x, y)) return false;
  // "55, 60 minutes" is 55분, 60분.
  if (x.kind !== y.kind) return (x.kind === 'number' || y.kind === 'number') && sameSort(a.target, b.target);
  return x.kind === 'number' || x.unit === y.unit;
}

const sameSort = (x: Quantity, y: Quantity) => x.kind !== 'number' && x.kind === y.kind && x.unit === y.unit;
