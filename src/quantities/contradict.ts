import { compare, type Decimal, divide } from '../model/decimal.js';
import type { Quantity } from '../model/quantity.js';
import { relateUnits } from './dimension.js';

/**
 * Words that say something else of the same sort: "the second layer" and 세 번째 레이어, "two facts" and 세 가지 사실, "two
 * decades" and 10년, "trillions of miles" and 수십억 마일. A word that is only missing says nothing.
 */
export function contradict(a: Quantity, b: Quantity): boolean {
  if (a.vague && b.vague && a.kind !== b.kind) return a.magnitude === b.magnitude;
  if (a.vague || b.vague) return a.vague === b.vague && (a.unit ?? b.unit) === (b.unit ?? a.unit);
  const times = [a, b].every(({ kind, unit }) => kind === 'multiplier' || (kind === 'number' && unit === 'time'));
  if (a.kind !== b.kind && !times) return false;
  // "the sixties" and 1970년대: both are values, and unequal, or they would have been paired.
  if (a.kind === 'date' || a.kind === 'time') return a.value !== undefined && b.value !== undefined;
  if (a.kind !== 'number' && !times && a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit)
    return (
      a.value !== undefined && b.value !== undefined && relateUnits(a.value, a.unit, b.value, b.unit) === 'different'
    );
  // "half an inch" and 1.5인치: two measures in one unit.
  if (a.kind === 'measure' || a.kind === 'duration') return a.unit !== undefined && a.unit === b.unit;
  return [a, b].every(({ value, kind }) => value !== undefined && (kind === 'ordinal' || compare(value, '2') >= 0));
}

/** How many times larger (or smaller, as `down`) the target's value is, where a person would say so: 2 times or more. */
export function timesApart(
  source: Quantity,
  target: Quantity,
): { readonly times: Decimal; readonly larger: boolean } | undefined {
  const [x, y] = [source.value ?? source.min, target.value ?? target.min];
  if (x === undefined || y === undefined || source.kind !== target.kind || source.unit !== target.unit)
    return undefined;
  if (!/^\d+(?:\.\d+)?$/.test(x) || !/^\d+(?:\.\d+)?$/.test(y) || compare(x, '0') === 0 || compare(y, '0') === 0)
    return undefined;
  const larger = compare(y, x) > 0;
  const times = larger ? divide(y, x, 3) : divide(x, y, 3);
  return compare(times, '2') >= 0 ? { times, larger } : undefined;
}
