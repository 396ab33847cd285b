import type { Article, Reference, Unit, UnitPair } from '../model/article.js';
import { isRelated, siteOf } from './addresses.js';
import type { ArticlePair, Check, Finding } from './check.js';
import { isSlip, oneFigure } from './near-misses.js';
import { added, type Counterparts, counterpartsOf, pairReferences } from './references.js';

/** The same links to the same places. A path, a host or an anchor may be the locale's own. */
export const links: Check = {
  id: 'links',
  type: 'markup',
  category: 'design-and-markup',
  article(article) {
    const { source, target, pairs } = article;
    const counterparts = counterpartsOf(pairs);
    const { missing, extra, changed } = pairReferences(source, target, 'link', counterparts);
    const usual = missing.length === 0 ? 0 : usualRatio(pairs);
    // A changed figure in the anchor alone is a slip; the same site or words in common: a page that moved.
    const hasSlipped = (a: Reference, b: Reference) => oneFigure(a.url, b.url) !== undefined && isSlip(a.url, b.url);
    const isMoved = (a: Reference, b: Reference) => isRelated(a.url, b.url) && !hasSlipped(a, b);
    // Pages moved and links came in: this translates another revision of the source, whose links were others.
    const revised = changed.filter(([a, b]) => isMoved(a, b)).length + extra.length >= 2;
    // Units into which another link came: its sentence was written anew.
    const came = new Set(extra.map(({ unit }) => target.units[unit ?? -1]));
    const sites = new Set((source.references ?? []).map(({ url }) => siteOf(url)));
    const again = repeatedIn(source);
    return [
      ...missing.map((reference) => missingFinding(reference, article, counterparts, usual, came, again)),
      ...changed.map(([a, b]): Finding => {
        const values = { source: a.url, target: b.url };
        const moved = isMoved(a, b) || (revised && sites.has(siteOf(b.url)) && !hasSlipped(a, b));
        return { key: 'changed', values, severity: moved ? 'minor' : 'major', line: b.line, column: b.column };
      }),
      ...extra.map(added),
    ];
  },
};

/** A dropped link is a fault where its sentence was translated; where that is missing or cut, it went with it. */
function missingFinding(
  reference: Reference,
  { source }: ArticlePair,
  counterparts: Counterparts,
  usual: number,
  came: ReadonlySet<Unit | undefined>,
  again: ReadonlySet<Reference>,
): Finding {
  const { url, text, line, unit: at } = reference;
  const unit = source.units[at ?? -1];
  const other = unit === undefined ? undefined : counterparts.get(unit);
  const whole = other !== undefined && unit !== undefined && other.text.length >= 0.7 * usual * unit.text.length;
  const rewritten = came.has(other);
  // A bare address may have run into the letters beside it: it is there to read, if not to follow.
  const written = other?.text.includes(tailOf(url)) === true;
  const place = other === undefined ? {} : { line: other.line, column: other.column };
  const bare = other === undefined ? undefined : unaddressed(other);
  return {
    key: bare === undefined ? 'missing' : 'unaddressed',
    type: 'omission',
    values: { url, text: bare ?? text, line },
    severity: whole && !written && !rewritten && !again.has(reference) ? 'major' : 'minor',
    ...place,
  };
}

/** The text of an `<a>` without an address, which tools leave of a link whose place they lost: readers see plain text. */
function unaddressed({ text, codes }: Unit): string | undefined {
  const code = codes.find((one) => one.kind === 'pc' && one.type === 'html' && /^<a\s*>$/i.test(one.open));
  return code === undefined ? undefined : text.slice(code.start, code.end);
}

/** What names the page in an address that may be written from another folder: `pix2pix#usage` of `../api/pix2pix#usage`. */
function tailOf(url: string): string {
  const tail = url.slice(url.lastIndexOf('/', url.length - 2) + 1);
  return /[#.]/.test(tail) && tail.length >= 8 ? tail : url;
}

/** Links whose paragraph links to the same address before: "[ControlNet](x) is … [ControlNet](x) has" loses nothing. */
function repeatedIn({ references = [] }: Article): ReadonlySet<Reference> {
  const linked = new Set<string>();
  const key = ({ unit, url }: Reference) => `${unit} ${url}`;
  const links = references.filter(({ kind }) => kind === 'link');
  return new Set(links.filter((link) => linked.has(key(link)) || !linked.add(key(link))));
}

/** How long a translation usually is for its source in this article: the median over its longer units. */
function usualRatio(pairs: readonly UnitPair[]): number {
  const ratios = pairs.flatMap(({ source, target }) =>
    source === null || target === null || source.text.length < 30 ? [] : [target.text.length / source.text.length],
  );
  ratios.sort((a, b) => a - b);
  return ratios[ratios.length >> 1] ?? 0.5;
}
