import type { Article, Reference, Unit, UnitPair } from '../model/article.js';
import { addressKey, hostOf, isRelated, namesLocale } from './addresses.js';
import type { Finding } from './check.js';
import { oneFigure } from './near-misses.js';

/** What became of the references of an article. */
export interface ReferencePairing {
  readonly missing: readonly Reference[];
  readonly extra: readonly Reference[];
  /** One address where another should be. */
  readonly changed: readonly (readonly [Reference, Reference])[];
}

/** What is told of a link or image of a translation that its source has not. */
export function added({ url, line, column }: Reference): Finding {
  return { key: 'extra', type: 'addition', values: { url }, severity: 'minor', line, column };
}

/** The unit that stands opposite another, by the unit. */
export type Counterparts = ReadonlyMap<Unit, Unit>;

/**
 * Pairs the links or images of two articles. First inside units that stand opposite each other, so that a link lost in
 * one sentence is missed there although another has the same address; then over the whole article, for sentences move.
 */
export function pairReferences(
  source: Article,
  target: Article,
  kind: Reference['kind'],
  counterparts: Counterparts,
): ReferencePairing {
  const own = ({ references = [] }: Article) => references.filter((reference) => reference.kind === kind);
  const open = new Unpaired(own(source), own(target));
  if (open.left.length + open.right.length === 0) return { missing: [], extra: [], changed: [] };
  const places = new Map(target.units.map((unit, index) => [unit, index]));
  const at: Keys = [({ unit }) => places.get(counterparts.get(source.units[unit ?? -1]!)!), ({ unit }) => unit];
  open.take(both(at, whole));
  open.take(both(at, key));
  open.take(both(at, localized));
  const moved = open.takeRelated((a, b) => at[0](a) !== undefined && at[0](a) === at[1](b));
  open.take([whole, whole]);
  open.take([key, key]);
  open.take([localized, localized]);
  const slipped = open.pairs.filter((pair) => !moved.includes(pair) && anchorSlipped(pair[0].url, pair[1].url));
  const same = open.pairs.length;
  open.take(at);
  // An address that the other side has elsewhere was said once more or once less, and is nobody's counterpart.
  const wanted = new Set(own(source).map(key));
  const present = new Set(own(target).map(key));
  const repeated = open.left.filter((reference) => present.has(key(reference)));
  open.left = open.left.filter((reference) => !present.has(key(reference)));
  open.right = open.right.filter((reference) => !wanted.has(key(reference)));
  open.takeRelated(() => true);
  // Two links of sentences that stand opposite others are no pair: one was lost here, another came in there.
  const opposite = new Set(counterparts.values());
  const free = (unit: Unit | undefined, taken: { has(unit: Unit): boolean }) =>
    unit === undefined || !taken.has(unit) ? 0 : undefined;
  open.take([
    ({ unit }) => free(source.units[unit ?? -1], counterparts),
    ({ unit }) => free(target.units[unit ?? -1], opposite),
  ]);
  // Said once less, and nothing else in its place: a link was dropped although its address stands elsewhere.
  const fewer = Math.max(0, own(source).length - own(target).length - open.left.length);
  return {
    missing: [...open.left, ...repeated.slice(0, fewer)].sort((a, b) => a.range.start - b.range.start),
    extra: open.right,
    changed: [...slipped, ...moved, ...open.pairs.slice(same)],
  };
}

type Key = (reference: Reference) => string | number | undefined;
/** What two references of either side must have in common. */
type Keys = readonly [Key, Key];

const whole: Key = ({ url }) => url;
const key: Key = ({ url }) => addressKey(url);
/** Pages of one site that carry their locale may have translated names (en.wikipedia.org/wiki/Bank, ko.wikipedia.org/wiki/은행). */
const localized: Key = ({ url }) => (namesLocale(url) ? hostOf(url) : undefined);

function both([left, right]: Keys, more: Key): Keys {
  const join = (a: ReturnType<Key>, b: ReturnType<Key>) =>
    a === undefined || b === undefined ? undefined : `${a} ${b}`;
  return [
    (reference) => join(left(reference), more(reference)),
    (reference) => join(right(reference), more(reference)),
  ];
}

/** References beyond these are not tried against each other for likeness: the search is quadratic. */
const mostRelated = 200;

/** References of two articles that have found no counterpart yet, and the pairs of those that have. */
class Unpaired {
  readonly pairs: (readonly [Reference, Reference])[] = [];
  left: readonly Reference[];
  right: readonly Reference[];

  constructor(left: readonly Reference[], right: readonly Reference[]) {
    this.left = left;
    this.right = right;
  }

  /** Pairs references with one key, in order. */
  take([left, right]: Keys): void {
    if (this.left.length === 0 || this.right.length === 0) return;
    const queues = new Map<string | number, Reference[]>();
    for (const reference of this.right) {
      const value = right(reference);
      if (value === undefined) continue;
      const queue = queues.get(value);
      if (queue === undefined) queues.set(value, [reference]);
      else queue.push(reference);
    }
    const taken = new Set<Reference>();
    this.left = this.left.filter((reference) => {
      const value = left(reference);
      const other = value === undefined ? undefined : queues.get(value)?.shift();
      if (other === undefined) return true;
      this.pairs.push([reference, other]);
      taken.add(other);
      return false;
    });
    this.right = this.right.filter((reference) => !taken.has(reference));
  }

  /** Pairs each reference with the first whose address may be its own under another name; returns the pairs. */
  takeRelated(fits: (a: Reference, b: Reference) => boolean): readonly (readonly [Reference, Reference])[] {
    const before = this.pairs.length;
    const open = this.right.slice(0, mostRelated);
    const rest = this.right.slice(mostRelated);
    this.left = this.left.filter((reference, index) => {
      const found =
        index < mostRelated ? open.findIndex((b) => fits(reference, b) && isRelated(reference.url, b.url)) : -1;
      const [other] = found < 0 ? [] : open.splice(found, 1);
      if (other !== undefined) this.pairs.push([reference, other]);
      return other === undefined;
    });
    this.right = [...open, ...rest];
    return this.pairs.slice(before);
  }
}

/** Of the pairs of one article: several checks ask for them. */
const known = new WeakMap<readonly UnitPair[], Counterparts>();

/** Units by the units they stand opposite. */
export function counterpartsOf(pairs: readonly UnitPair[]): Counterparts {
  const before = known.get(pairs);
  if (before !== undefined) return before;
  const out = new Map<Unit, Unit>();
  for (const { source, target } of pairs) if (source !== null && target !== null) out.set(source, target);
  known.set(pairs, out);
  return out;
}

/** Whether two addresses differ in a figure of their anchor: `model.py#L34` and `model.py#L35`. */
function anchorSlipped(a: string, b: string): boolean {
  const [anchor, other] = [a.split('#')[1] ?? '', b.split('#')[1] ?? ''];
  return anchor !== other && oneFigure(anchor, other) !== undefined;
}
