import type { Article, Reference } from '../model/article.js';
import { addressKey, hostOf, isRelated, namesLocale } from './addresses.js';

/** What became of the references of an article. */
export interface ReferencePairing {
  readonly missing: readonly Reference[];
  readonly extra: readonly Reference[];
  /** One address where another should be. */
  readonly changed: readonly (readonly [Reference, Reference])[];
}

/** Pairs the links or images of two articles by address, then what is left by order. */
export function pairReferences(source: Article, target: Article, kind: Reference['kind']): ReferencePairing {
  const own = ({ references = [] }: Article) => references.filter((reference) => reference.kind === kind);
  const [all, others] = [own(source), own(target)];
  const open = new Map<string, Reference[]>();
  for (const reference of others) {
    const key = addressKey(reference.url);
    open.set(key, [...(open.get(key) ?? []), reference]);
  }
  const known = new Set(all.map(({ url }) => addressKey(url)));
  const left: Reference[] = [];
  for (const reference of all) if (open.get(addressKey(reference.url))?.shift() === undefined) left.push(reference);
  let rest = [...open.values()].flat().sort((a, b) => a.range.start - b.range.start);
  const localized = left.filter((reference) => {
    const at = rest.findIndex((other) => isLocalized(reference, other));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  // An address that stands elsewhere in the translation was said less often, not lost.
  const present = new Set(others.map(({ url }) => addressKey(url)));
  const gone = localized.filter(({ url }) => !present.has(addressKey(url)));
  rest = rest.filter(({ url }) => !known.has(addressKey(url)));
  const changed: [Reference, Reference][] = [];
  // What looks like the same page first, then what stands in the same place.
  const unlike = gone.filter((reference) => {
    const at = rest.findIndex((other) => isRelated(reference.url, other.url));
    const other = at < 0 ? undefined : rest.splice(at, 1)[0];
    if (other !== undefined) changed.push([reference, other]);
    return other === undefined;
  });
  const missing: Reference[] = [];
  for (const reference of unlike) {
    const other = rest.shift();
    if (other === undefined) missing.push(reference);
    else changed.push([reference, other]);
  }
  const repeated = localized.filter(({ url }) => present.has(addressKey(url)));
  const dropped = all.length - others.length;
  // Said once less, and nothing else in its place: a link was dropped although its address stands elsewhere.
  return { missing: [...missing, ...(dropped > 0 ? repeated.slice(0, dropped) : [])], extra: rest, changed };
}

/** Pages of one site that carry their locale may have translated names (en.wikipedia.org/wiki/Bank, ko.wikipedia.org/wiki/은행). */
function isLocalized(a: Reference, b: Reference): boolean {
  const [host, other] = [hostOf(a.url), hostOf(b.url)];
  return host !== undefined && host === other && (namesLocale(a.url) || namesLocale(b.url)) && a.url !== b.url;
}
