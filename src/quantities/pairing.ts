import { compare } from '../model/decimal.js';
import type { Quantity } from '../model/quantity.js';
import { sumIn } from './dimension.js';
import { end, same } from './same.js';

/** A figure of the source with its counterpart. */
export interface Match {
  readonly source: Quantity;
  readonly target: Quantity;
}

export interface Pairing {
  readonly matches: readonly Match[];
  readonly source: readonly Quantity[];
  readonly target: readonly Quantity[];
}

/** Beyond this many unmatched figures on a side only equal values are looked for, by key: a table pasted as one unit. */
const quadraticLimit = 120;

/**
 * Pairs the figures of two texts by what they say: equal values first, in their order, then variants, then ranges against
 * their two ends. Each figure is used once; words that come and go take what hard figures leave ("a single GPU … from 1 to
 * 2 GPUs" and 1개에서 2개). Linear for equal values; the rest is bounded.
 */
export function pairFigures(source: readonly Quantity[], target: readonly Quantity[]): Pairing {
  if (source.length === 0 || target.length === 0) return { matches: [], source, target };
  const matches: Match[] = [];
  if (source.every(isHard) && target.every(isHard)) return pairAll(source, target, matches);
  const hard = pairAll(source.filter(isHard), target.filter(isHard), matches);
  const [left, right] = [new Set(hard.source), new Set(hard.target)];
  return pairAll(
    source.filter((one) => !isHard(one) || left.has(one)),
    target.filter((one) => !isHard(one) || right.has(one)),
    matches,
  );
}

const isHard = ({ hardness }: Quantity) => hardness === 'hard';

function pairAll(source: readonly Quantity[], target: readonly Quantity[], matches: Match[]): Pairing {
  let [left, right] = pairEqual(source, target, matches);
  // What is left on one side alone has no counterpart.
  if (left.length > 0 && right.length > 0 && left.length <= quadraticLimit && right.length <= quadraticLimit) {
    for (const wanted of ['equal', 'variant'] as const) [left, right] = search(left, right, wanted, matches);
    [left, right] = rangeEnds(left, right, matches, false);
    [right, left] = rangeEnds(right, left, matches, true);
    [left, right] = sums(left, right, matches, false);
    [right, left] = sums(right, left, matches, true);
  }
  return { matches, source: left, target: right };
}

/** Up to so many figures against so many they are compared one with another, which costs less than a key for each. */
const few = 64;

/** Whether two figures are identical. Spelling, hedges and hardness do not count. */
function identical(a: Quantity, b: Quantity): boolean {
  return (
    a.value === b.value &&
    a.kind === b.kind &&
    a.unit === b.unit &&
    a.min === b.min &&
    a.max === b.max &&
    a.magnitude === b.magnitude &&
    a.dayPeriod === b.dayPeriod &&
    (a.terms === b.terms || String(a.terms) === String(b.terms))
  );
}

/** Pairs identical figures in their order. */
function pairEqual(
  source: readonly Quantity[],
  target: readonly Quantity[],
  matches: Match[],
): [Quantity[], Quantity[]] {
  if (source.length * target.length > few) return byKey(source, target, matches);
  const open: (Quantity | undefined)[] = [...target];
  const left: Quantity[] = [];
  for (const quantity of source) {
    const at = open.findIndex((other) => other !== undefined && identical(quantity, other));
    if (at < 0) left.push(quantity);
    else {
      matches.push({ source: quantity, target: open[at]! });
      open[at] = undefined;
    }
  }
  return [left, open.filter((quantity) => quantity !== undefined)];
}

/** What identical figures share, as one string. */
function key({ kind, value, min, max, unit, magnitude, terms, dayPeriod }: Quantity): string {
  return `${kind}|${value ?? ''}|${min ?? ''}|${max ?? ''}|${unit ?? ''}|${magnitude ?? ''}|${terms ?? ''}|${dayPeriod ?? ''}`;
}

function byKey(source: readonly Quantity[], target: readonly Quantity[], matches: Match[]): [Quantity[], Quantity[]] {
  const waiting = new Map<string, Quantity[]>();
  for (const quantity of target) {
    const k = key(quantity);
    const list = waiting.get(k);
    if (list === undefined) waiting.set(k, [quantity]);
    else list.push(quantity);
  }
  const used = new Set<Quantity>();
  const left: Quantity[] = [];
  for (const quantity of source) {
    const found = waiting.get(key(quantity))?.shift();
    if (found === undefined) left.push(quantity);
    else {
      matches.push({ source: quantity, target: found });
      used.add(found);
    }
  }
  return [left, target.filter((quantity) => !used.has(quantity))];
}

function search(
  source: readonly Quantity[],
  target: readonly Quantity[],
  wanted: 'equal' | 'variant',
  matches: Match[],
): [Quantity[], Quantity[]] {
  const open = [...target];
  const left: Quantity[] = [];
  for (const quantity of source) {
    const at = open.findIndex((other) => same(quantity, other) === wanted);
    if (at < 0) left.push(quantity);
    else matches.push({ source: quantity, target: open.splice(at, 1)[0]! });
  }
  return [left, open];
}

/** A range on one side against two figures on the other: "from 52% to 78%" and 52~78%. */
function rangeEnds(
  wide: readonly Quantity[],
  points: readonly Quantity[],
  matches: Match[],
  swapped: boolean,
): [Quantity[], Quantity[]] {
  const open = [...points];
  const left: Quantity[] = [];
  for (const quantity of wide) {
    const ends = endsOf(quantity);
    const found = ends?.map((one) => open.find((other) => other !== undefined && same(one, other) !== undefined));
    const [low, high] = found ?? [];
    if (ends === undefined || low === undefined || high === undefined || low === high) {
      left.push(quantity);
      continue;
    }
    for (const point of [low, high]) {
      open.splice(open.indexOf(point), 1);
      matches.push(swapped ? { source: point, target: quantity } : { source: quantity, target: point });
    }
  }
  return [left, open];
}

/** A measure on one side that the other side says in several units: "17 pounds 1 ounce" read as 273 ounces, 17파운드 1온스. */
function sums(
  whole: readonly Quantity[],
  parts: readonly Quantity[],
  matches: Match[],
  swapped: boolean,
): [Quantity[], Quantity[]] {
  const open = [...parts];
  const left = whole.filter((quantity) => {
    const found = sumAt(quantity, open);
    if (found === undefined) return true;
    for (const part of open.splice(...found))
      matches.push(swapped ? { source: part, target: quantity } : { source: quantity, target: part });
    return false;
  });
  return [left, open];
}

/** Where figures stand side by side that together are `whole`, and how many: 2시간 4분 43초. */
export function sumAt(whole: Quantity, open: readonly Quantity[]): readonly [number, number] | undefined {
  const { unit, value } = whole;
  if (unit === undefined || value === undefined) return undefined;
  for (let at = 0; at + 1 < open.length; at++) {
    for (let count = 2; count <= mostParts && at + count <= open.length; count++) {
      if (open[at + count - 1]!.start - open[at + count - 2]!.end > 2) break;
      const sum = sumIn(unit, open.slice(at, at + count));
      if (sum === undefined) break;
      if (compare(sum, value) === 0) return [at, count];
    }
  }
  return undefined;
}

/** Days, hours, minutes and seconds. */
const mostParts = 4;

function endsOf(quantity: Quantity): readonly [Quantity, Quantity] | undefined {
  if (quantity.min !== undefined && quantity.max !== undefined)
    return [end(quantity, quantity.min), end(quantity, quantity.max)];
  if (quantity.kind === 'ratio' && quantity.terms?.length === 2) {
    const { terms: _terms, ...rest } = quantity;
    const plain: Quantity = { ...rest, kind: 'number' };
    return [end(plain, quantity.terms[0]!), end(plain, quantity.terms[1]!)];
  }
  return undefined;
}
