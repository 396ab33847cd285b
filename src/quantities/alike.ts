import type { Quantity } from '../model/quantity.js';
import type { Match } from './pairing.js';

/** What a figure says, without its unit. */
export const said = ({ value, min, max, terms }: Quantity) => `${value ?? ''}|${min ?? ''}|${max ?? ''}|${terms ?? ''}`;

/** Figures that can be taken for each other: of one kind and unit, saying different things. */
export function alike(a: Match, b: Match): boolean {
  const [x, y] = [a.source, b.source];
  if (said(x) === said(y)) return false;
  // "55, 60 minutes" is 55분, 60분.
  if (x.kind !== y.kind) return (x.kind === 'number' || y.kind === 'number') && sameSort(a.target, b.target);
  return x.kind === 'number' || x.unit === y.unit;
}

const sameSort = (x: Quantity, y: Quantity) => x.kind !== 'number' && x.kind === y.kind && x.unit === y.unit;
