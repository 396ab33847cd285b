import { counterClasses, type Quantity } from '../model/quantity.js';

/** Classes that count what another class may count: 곳 for companies, 번 for goals, 마리 for species. */
const kin: readonly ReadonlySet<string>[] = [
  ['machine', 'vehicle', 'ship'],
  ['company', 'place', 'country', 'building', 'household', 'floor'],
  ['time', 'case', 'round', 'step', 'goal', 'vote', 'serving'],
  ['book', 'copy', 'sheet', 'page', 'letter', 'step'],
  ['kind', 'animal', 'tree'],
  ['bottle', 'cup', 'serving'],
  ['person', 'vote', 'bed', 'serving'],
].map((names) => new Set(names));

/** Classes that count anything. */
const neutral: ReadonlySet<string> = new Set(['item', 'pair', 'generation']);
const known: ReadonlySet<string> = new Set(counterClasses);

/** Whether two counts are of different things, as their counters say: 40 families and 40명, 10 gunmen and 10건. */
export function classesConflict({ kind, unit: a }: Quantity, { kind: other, unit: b }: Quantity): boolean {
  if (kind !== 'number' || other !== 'number' || a === undefined || b === undefined || a === b) return false;
  if (!known.has(a) || !known.has(b) || neutral.has(a) || neutral.has(b)) return false;
  return !kin.some((set) => set.has(a) && set.has(b));
}

/** How often against how many times as much: "seven times over the bridge" and 7배. "Grew 90 times" is 90배. */
export function timesConflict(a: Quantity, b: Quantity): boolean {
  const often = ({ kind, unit }: Quantity) => kind === 'number' && unit === 'time';
  if (!((often(a) && b.kind === 'multiplier') || (often(b) && a.kind === 'multiplier'))) return false;
  // "dozens of times" is all that English has for 수십 배, and for 수십 번.
  if (a.vague || b.vague) return false;
  return a.direction === undefined && b.direction === undefined;
}
