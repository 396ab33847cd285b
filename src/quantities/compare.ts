import { compare as compareDecimals, type Decimal, divide } from '../model/decimal.js';
import type { NumberedName, Quantity, Reading } from '../model/quantity.js';
import { withoutAsides } from './asides.js';
import { boundsConflict, directionsConflict, signsConflict } from './bounds.js';
import { relateUnits } from './dimension.js';
import { pairNames, sharesDigits } from './names.js';
import { type Match, pairFigures } from './pairing.js';
import { shortenedDates } from './partial.js';
import { findSwaps } from './swaps.js';
import { standsAlone, withoutVerbatim } from './verbatim.js';

/** What differs between the figures of two texts. */
export type Difference =
  /** One figure stands for another: a wrong value, unit, currency or kind. */
  | { readonly type: 'value' | 'unit' | 'currency' | 'kind'; readonly source: Quantity; readonly target: Quantity }
  | { readonly type: 'bound' | 'sign' | 'direction'; readonly source: Quantity; readonly target: Quantity }
  | { readonly type: 'missing'; readonly source: Quantity }
  | { readonly type: 'extra'; readonly target: Quantity }
  | { readonly type: 'swapped'; readonly source: Quantity; readonly target: Quantity; readonly other: Match }
  | { readonly type: 'name-changed'; readonly source: NumberedName; readonly target: NumberedName }
  | { readonly type: 'name-missing'; readonly source: NumberedName }
  | { readonly type: 'name-extra'; readonly target: NumberedName };

/** A text with its figures read. */
export interface ReadText extends Reading {
  readonly text: string;
}

/** Compares the figures and numbered names of a text and its translation by value. Order of words does not count. */
export function compareFigures(source: ReadText, target: ReadText): Difference[] {
  const names = pairNames(source.names, target.names);
  const figures = pairFigures(source.quantities, target.quantities);
  const out: Difference[] = [];
  let left = [...figures.source];
  let right = [...figures.target];
  let [namesLeft, namesRight] = [[...names.source], [...names.target]];
  // A name on one side and a figure of the same digits on the other are one thing, read in two ways.
  [namesLeft, right] = reconcile(namesLeft, right);
  [namesRight, left] = reconcile(namesRight, left);
  const used = figures.matches.map((match) => match.target);
  const kept = withoutVerbatim([...left, ...namesLeft], target.text, used, [...right, ...namesRight]);
  left = left.filter((one) => kept.source.has(one) && !standsAlone(one, target.text, target.quantities));
  namesLeft = namesLeft.filter((one) => kept.source.has(one));
  right = right.filter((one) => kept.target.has(one));
  namesRight = namesRight.filter((one) => kept.target.has(one));
  ({ source: left, target: right } = withoutAsides(
    { source: left, target: right },
    { source: source.text, target: target.text },
    figures.matches,
  ));
  for (const { match, instead } of shortenedDates(figures.matches, right)) {
    out.push({ type: 'value', source: match.source, target: instead ?? match.target });
    right = right.filter((one) => one !== instead);
  }
  for (const { source: a, target: b } of figures.matches) {
    if (boundsConflict(a, b)) out.push({ type: 'bound', source: a, target: b });
    else if (signsConflict(a, b)) out.push({ type: 'sign', source: a, target: b });
    else if (directionsConflict(a, b)) out.push({ type: 'direction', source: a, target: b });
  }
  for (const { a, b } of findSwaps(source.text, target.text, figures.matches, names.matches)) {
    out.push({ type: 'swapped', source: a.source, target: a.target, other: b });
  }
  out.push(
    ...changes(left, right),
    ...names.changed.map(([a, b]): Difference => ({ type: 'name-changed', source: a, target: b })),
  );
  out.push(...nameChanges(namesLeft, namesRight));
  return out;
}

/** Takes out names that a leftover figure of the other side says, and those figures. */
function reconcile(names: readonly NumberedName[], figures: readonly Quantity[]): [NumberedName[], Quantity[]] {
  const open = [...figures];
  const left = names.filter((name) => {
    const at = open.findIndex((quantity) => sharesDigits(name, quantity));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  return [left, open];
}

/** Pairs what is left on both sides, nearest first, and reports the rest as missing or extra. */
function changes(source: readonly Quantity[], target: readonly Quantity[]): Difference[] {
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
        ? { type: 'missing', source: quantity }
        : { type: changeOf(quantity, other), source: quantity, target: other },
    );
  }
  out.push(...open.map((quantity) => ({ type: 'extra', target: quantity }) as const));
  return out;
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

/**
 * Words that say something else of the same sort: "the second layer" and 세 번째 레이어, "two facts" and 세 가지 사실, "two
 * decades" and 10년, "trillions of miles" and 수십억 마일. A word that is only missing says nothing.
 */
export function contradict(a: Quantity, b: Quantity): boolean {
  if (a.vague || b.vague) return a.vague === b.vague && a.kind === b.kind && (a.unit ?? b.unit) === (b.unit ?? a.unit);
  const times = [a, b].every(({ kind, unit }) => kind === 'multiplier' || (kind === 'number' && unit === 'time'));
  if (a.kind !== b.kind && !times) return false;
  // "the sixties" and 1970년대: both are values, and unequal, or they would have been paired.
  if (a.kind === 'date' || a.kind === 'time') return a.value !== undefined && b.value !== undefined;
  if (a.kind !== 'number' && !times && a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit)
    return (
      a.value !== undefined && b.value !== undefined && relateUnits(a.value, a.unit, b.value, b.unit) === 'different'
    );
  return [a, b].every(
    ({ value, kind }) => value !== undefined && (kind === 'ordinal' || compareDecimals(value, '2') >= 0),
  );
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

function nameChanges(source: readonly NumberedName[], target: readonly NumberedName[]): Difference[] {
  const open = [...target];
  const out: Difference[] = source.map((name) => {
    const at = open.findIndex((other) => other.key.startsWith(name.key.slice(0, 2)));
    const other = at < 0 ? undefined : open.splice(at, 1)[0];
    return other === undefined
      ? { type: 'name-missing', source: name }
      : { type: 'name-changed', source: name, target: other };
  });
  return [...out, ...open.map((name): Difference => ({ type: 'name-extra', target: name }))];
}

/** How many times larger (or smaller, as `down`) the target's value is, where a person would say so: 2 times or more. */
export function timesApart(
  source: Quantity,
  target: Quantity,
): { readonly times: Decimal; readonly larger: boolean } | undefined {
  const [x, y] = [first(source), first(target)];
  if (x === undefined || y === undefined || source.kind !== target.kind || source.unit !== target.unit)
    return undefined;
  if (
    !/^\d+(?:\.\d+)?$/.test(x) ||
    !/^\d+(?:\.\d+)?$/.test(y) ||
    compareDecimals(x, '0') === 0 ||
    compareDecimals(y, '0') === 0
  )
    return undefined;
  const larger = compareDecimals(y, x) > 0;
  const times = larger ? divide(y, x, 3) : divide(x, y, 3);
  return compareDecimals(times, '2') >= 0 ? { times, larger } : undefined;
}
