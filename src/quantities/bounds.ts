import { compare } from '../model/decimal.js';
import type { Approximation, Quantity } from '../model/quantity.js';

const upward: ReadonlySet<Approximation> = new Set(['over', 'at-least']);
const downward: ReadonlySet<Approximation> = new Set(['under', 'at-most']);

/** "more than 5" against 5 미만. Over and at least are one here: languages draw that line in different places. */
export function boundsConflict({ approximate: a }: Quantity, { approximate: b }: Quantity): boolean {
  if (a === undefined || b === undefined) return false;
  return (upward.has(a) && downward.has(b)) || (downward.has(a) && upward.has(b));
}

/** A sign that one side writes and the other neither writes nor says: −3.2 % against 3.2 %, but not against 3.2% 감소. */
export function signsConflict(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'date' || a.kind === 'time' || a.value === undefined || b.value === undefined) return false;
  const [x, y] = [negative(a), negative(b)];
  if (x === y) return false;
  const other = x ? b : a;
  return other.direction !== 'down';
}

/** "rose 3 %" against 3% 하락. */
export function directionsConflict(a: Quantity, b: Quantity): boolean {
  if (a.direction === undefined || b.direction === undefined) return false;
  return a.direction !== b.direction && negative(a) === negative(b);
}

function negative({ value }: Quantity): boolean {
  return value?.startsWith('-') === true && compare(value, '0') !== 0;
}
