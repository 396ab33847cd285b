import type { NumberedName, Quantity } from '../model/quantity.js';
import { contradict } from './contradict.js';
import type { Difference } from './difference.js';
import type { Match } from './pairing.js';

/** Pairs what is left on both sides, nearest first, and reports the rest as missing or extra. */
export function changes(
  source: readonly Quantity[],
  target: readonly Quantity[],
  matches: readonly Match[],
): Difference[] {
  const out: Difference[] = [];
  const open = target.slice(0, 200);
  for (const quantity of source.slice(0, 200)) {
    let best = -1;
    let score = 0;
    open.forEach((other, index) => {
      const likeness = likely(quantity, other);
      if (likeness > score) [best, score] = [index, likeness];
    });
    const other = best < 0 ? undefined : open.splice(best, 1)[0];
    out.push(
      other === undefined
        ? { type: 'missing', source: quantity, ...(isRepeated(quantity, matches) ? { again: true } : {}) }
        : { type: changeOf(quantity, other), source: quantity, target: other },
    );
  }
  out.push(...open.map((quantity) => ({ type: 'extra', target: quantity }) as const));
  return out;
}

/** A figure that the source says twice need be said once: "at least 50 votes … if she gets 50 votes". */
function isRepeated({ kind, value, unit }: Quantity, matches: readonly Match[]): boolean {
  if (value === undefined || value.length < 2) return false;
  return matches.some(({ source }) => source.kind === kind && source.value === value && source.unit === unit);
}

function changeOf(a: Quantity, b: Quantity): 'value' | 'unit' | 'currency' | 'kind' {
  const equal =
    first(a) !== undefined && first(a) === first(b) && (a.max === undefined || b.max === undefined || a.max === b.max);
  if (a.kind === b.kind) return !equal || a.unit === b.unit ? 'value' : a.kind === 'money' ? 'currency' : 'unit';
  return equal ? (a.kind === 'money' || b.kind === 'money' ? 'currency' : 'kind') : 'value';
}

const first = (quantity: Quantity) => quantity.value ?? quantity.min;

/** How likely a figure stands where another should: its kind, its unit, its digits. 0: not at all. */
function likely(a: Quantity, b: Quantity): number {
  const kind = a.kind === b.kind ? 4 : related(a, b) ? 2 : 0;
  if (kind === 2 && contradict(a, b)) return 4;
  if (kind === 0) return 0;
  const unit = a.unit !== undefined && a.unit === b.unit ? 2 : 0;
  const value = first(a) !== undefined && first(a) === first(b) ? 4 : shareDigits(a, b) ? 2 : 0;
  if (kind === 2 && value === 0) return 0;
  // A word that comes and goes is no counterpart of another figure, unless both count the same sort of thing.
  if ((a.hardness === 'soft' || b.hardness === 'soft') && value === 0 && !contradict(a, b)) return 0;
  return kind + unit + value;
}

function related(a: Quantity, b: Quantity): boolean {
  const set = new Set([a.kind, b.kind]);
  if (set.has('percent') || set.has('percentage-point'))
    return (
      set.has('number') ||
      set.has('multiplier') ||
      (set.has('percent') && set.has('percentage-point')) ||
      set.has('measure') ||
      set.has('fraction')
    );
  if (set.has('date')) return set.has('number') || set.has('duration') || set.has('ordinal');
  if (set.has('time')) return set.has('duration') || set.has('number');
  return true;
}

function shareDigits(a: Quantity, b: Quantity): boolean {
  if (a.hardness === 'soft' || b.hardness === 'soft') return false;
  const digits = (quantity: Quantity) => (first(quantity) ?? '').replace(/\D/g, '').replace(/^0+|0+$/g, '');
  return digits(a) !== '' && digits(a) === digits(b);
}

export function nameChanges(source: readonly NumberedName[], target: readonly NumberedName[]): Difference[] {
  if (source.length + target.length === 0) return [];
  const open = new Map<string, NumberedName[]>();
  for (const name of target) {
    const list = open.get(name.key.slice(0, 2));
    if (list === undefined) open.set(name.key.slice(0, 2), [name]);
    else list.push(name);
  }
  const out: Difference[] = source.map((name) => {
    const other = open.get(name.key.slice(0, 2))?.shift();
    return other === undefined
      ? { type: 'name-missing', source: name }
      : { type: 'name-changed', source: name, target: other };
  });
  return [...out, ...[...open.values()].flat().map((name): Difference => ({ type: 'name-extra', target: name }))];
}
