import type { Article, Reference, Unit, UnitPair } from '../model/article.js';
import { addressKey, hostOf, isRelated, namesLocale } from './addresses.js';
import { oneFigure } from './near-misses.js';

/** What became of the references of an article. */
export interface ReferencePairing {
  readonly missing: readonly Reference[];
  readonly extra: readonly Reference[];
  /** One address where another should be. */
  readonly changed: readonly (readonly [Reference, Reference])[];
}

/** The unit that stands opposite another, by the unit. */
export type Counterparts = ReadonlyMap<Unit, Unit>;

/** Pairs the links or images of two articles: by address, by likeness of address, by the units they stand in, by order. */
export function pairReferences(
  source: Article,
  target: Article,
  kind: Reference['kind'],
  counterparts: Counterparts,
): ReferencePairing {
  const own = ({ references = [] }: Article) => references.filter((reference) => reference.kind === kind);
  const [all, others] = [own(source), own(target)];
  const known = new Set(all.map(({ url }) => addressKey(url)));
  const present = new Set(others.map(({ url }) => addressKey(url)));
  const pairs: [Reference, Reference][] = [];
  let open = [...others];
  let left = [...all];
  const take = (fits: (a: Reference, b: Reference) => boolean, keep: boolean) => {
    left = left.filter((reference) => {
      const at = open.findIndex((other) => fits(reference, other));
      const [other] = at < 0 ? [] : open.splice(at, 1);
      if (other !== undefined && keep) pairs.push([reference, other]);
      return other === undefined;
    });
  };
  const opposite = (a: Reference, b: Reference) => {
    const [unit, other] = [source.units[a.unit ?? -1], target.units[b.unit ?? -1]];
    return unit !== undefined && other !== undefined && counterparts.get(unit) === other;
  };
  const byKey = new Map<string, Reference[]>();
  for (const reference of others) {
    const key = addressKey(reference.url);
    byKey.set(key, [...(byKey.get(key) ?? []), reference]);
  }
  const slipped: [Reference, Reference][] = [];
  left = left.filter((reference) => {
    const other = byKey.get(addressKey(reference.url))?.shift();
    if (other !== undefined && anchorSlipped(reference.url, other.url)) slipped.push([reference, other]);
    return other === undefined;
  });
  open = [...byKey.values()].flat().sort((a, b) => a.range.start - b.range.start);
  take(isLocalized, false);
  // An address that the source has elsewhere was said once more, and is no stranger.
  const strangers = open.filter(({ url }) => !known.has(addressKey(url)));
  const dropped = all.length - others.length;
  open = strangers;
  const gone = left.filter(({ url }) => !present.has(addressKey(url)));
  const repeated = left.filter(({ url }) => present.has(addressKey(url)));
  left = gone;
  take((a, b) => isRelated(a.url, b.url), true);
  left = [...left, ...repeated];
  take(opposite, true);
  const again = new Set(repeated.filter((reference) => left.includes(reference)));
  left = left.filter((reference) => !again.has(reference));
  take(() => true, true);
  return {
    // Said once less, and nothing else in its place: a link was dropped although its address stands elsewhere.
    missing: [...left, ...(dropped > left.length ? [...again].slice(0, dropped - left.length) : [])],
    extra: open,
    changed: [...slipped, ...pairs],
  };
}

/** Units by the units they stand opposite. */
export function counterpartsOf(pairs: readonly UnitPair[]): Counterparts {
  return new Map(
    pairs.flatMap(({ source, target }): [Unit, Unit][] =>
      source === null || target === null ? [] : [[source, target]],
    ),
  );
}

/** Whether two addresses differ in a figure of their anchor: `model.py#L34` and `model.py#L35`. */
function anchorSlipped(a: string, b: string): boolean {
  const [anchor, other] = [a.split('#')[1] ?? '', b.split('#')[1] ?? ''];
  return anchor !== other && oneFigure(anchor, other) !== undefined;
}

/** Pages of one site that carry their locale may have translated names (en.wikipedia.org/wiki/Bank, ko.wikipedia.org/wiki/은행). */
function isLocalized(a: Reference, b: Reference): boolean {
  const [host, other] = [hostOf(a.url), hostOf(b.url)];
  return host !== undefined && host === other && (namesLocale(a.url) || namesLocale(b.url)) && a.url !== b.url;
}
