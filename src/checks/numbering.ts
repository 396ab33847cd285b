import { replacement } from '../languages/agree.js';
import type { Label, Labels } from '../languages/labels.js';
import type { Article, Reference, Unit, UnitPair } from '../model/article.js';
import type { Fix, Span } from '../model/issue.js';
import { captionsOf, outOfOrder } from './captions.js';
import type { ArticlePair, Check, CheckContext, Finding } from './check.js';

/** "Figure 2" is 그림 2: labels keep their numbers, captions count on, references lead to what they name. */
export const numbering: Check = {
  id: 'numbering',
  type: 'inconsistency',
  category: 'accuracy',
  unit: (pair, context) => changed(pair, context).map(([a, b]) => otherLabel(pair, a, b, context)),
  article(article, context) {
    const { from, to } = context;
    if (from.labels === undefined || to.labels === undefined) return [];
    return [...captions(article, from.labels, to.labels, context), ...misled(article, from.labels, to.labels)];
  },
};

const key = ({ kind, number }: Label) => `${kind} ${number}`;
const span = ({ start, end }: Label, text: string): Span => ({ text: text.slice(start, end), start, end });

/**
 * Labels of the source that the translation lacks, with those that it has instead. A label that only one side has is no
 * mistake: "the figure above" is said of 그림 2, and sentences move.
 */
function changed({ source, target }: UnitPair, { from, to }: CheckContext): readonly (readonly [Label, Label])[] {
  if (source === null || target === null || from.labels === undefined || to.labels === undefined) return [];
  const said = from.labels.read(source.text);
  if (said.length === 0) return [];
  const written = to.labels.read(target.text);
  const odd = without(written, said);
  const lost = without(said, written);
  const pairs: (readonly [Label, Label])[] = [];
  // The same number under another word, then another number under the same word, then what is left in order.
  const ways = [(a: Label, b: Label) => a.number === b.number, (a: Label, b: Label) => a.kind === b.kind, () => true];
  for (const fits of ways) {
    for (const label of lost.splice(0)) {
      const at = odd.findIndex((other) => fits(label, other) && !(label.unsure && other.unsure));
      if (at < 0) lost.push(label);
      else pairs.push([label, ...odd.splice(at, 1)] as [Label, Label]);
    }
  }
  return pairs;
}

/** The labels that `others` do not have, each once. */
function without(labels: readonly Label[], others: readonly Label[]): Label[] {
  const known = new Set(others.map(key));
  return labels.filter((label) => !known.has(key(label)) && known.add(key(label)) !== undefined);
}

function otherLabel(pair: UnitPair, a: Label, b: Label, context: CheckContext): Finding {
  const [left, right] = [span(a, pair.source!.text), span(b, pair.target!.text)];
  const fix = a.kind === b.kind ? renumbered(pair.target!.text, b, a.number, context) : undefined;
  return {
    key: 'changed',
    type: 'numbers',
    values: { source: left.text, target: right.text },
    severity: a.unsure || b.unsure ? 'minor' : 'major',
    pair,
    source: left,
    target: right,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The label with another number, and the particle after it made to agree: 그림 3은, 그림 2는. */
function renumbered(text: string, { at, length }: Label, number: string, { to }: CheckContext): Fix {
  return replacement(text, { start: at, end: at + length }, number, to);
}

/** Captions that no longer count on, and labels without their caption, where the source has neither fault. */
function captions(article: ArticlePair, from: Labels, to: Labels, context: CheckContext): readonly Finding[] {
  const [own, other] = [captionsOf(article.source, from), captionsOf(article.target, to)];
  if (own.length === 0 || other.length === 0) return [];
  const bySource = new Map(article.pairs.map((pair) => [pair.source, pair]));
  const byTarget = new Map(article.pairs.map((pair) => [pair.target, pair]));
  // A caption need not begin its translation: 연도별 생산량(그림 2).
  const moved = own.flatMap(({ unit }) => to.read(bySource.get(unit)?.target?.text ?? ''));
  const known = new Set(own.map(({ label }) => key(label)));
  const present = new Set([...other.map(({ label }) => label), ...moved].map(key));
  const kinds = new Set(other.map(({ label }) => label.kind));
  /** What the pairs of units have told already. */
  const told = new Set(
    article.pairs.flatMap((pair) => changed(pair, context).map(([, { at }]) => `${pair.target!.id} ${at}`)),
  );
  const found = (kind: string, unit: Unit, label: Label, values = {}): Finding => {
    const target = span(label, unit.text);
    const pair = byTarget.get(unit) ?? { source: null, target: unit };
    return { key: kind, values: { target: target.text, ...values }, severity: 'minor', pair, target };
  };
  const isTold = (unit: Unit, { at }: Label) => told.has(`${unit.id} ${at}`);
  const skips = [...kinds]
    .filter((kind) => outOfOrder(own, kind).length === 0)
    // One caption too few puts all that follow out of their count.
    .flatMap((kind) => outOfOrder(other, kind).slice(0, 1))
    .filter(({ unit, label }) => !isTold(unit, label))
    .map(({ unit, label, expected }) => found('sequence', unit, label, { expected: String(expected) }));
  const lost = article.target.units.flatMap((unit) =>
    to.read(unit.text).flatMap((label) => {
      if (label.unsure || !kinds.has(label.kind) || !known.has(key(label)) || present.has(key(label))) return [];
      present.add(key(label));
      return isTold(unit, label) ? [] : [found('dangling', unit, label)];
    }),
  );
  return [...skips, ...lost];
}

/** Links inside the page whose text names another figure or table than their anchor, though the source's do not. */
function misled({ source, target }: ArticlePair, from: Labels, to: Labels): readonly Finding[] {
  const known = new Set(crossed(source, from, to).map(({ named, led }) => `${named} ${led}`));
  return crossed(target, to, from)
    .filter(({ named, led }) => !known.has(`${named} ${led}`))
    .map(({ link }) => ({
      key: 'misled',
      values: { target: link.text, url: link.url },
      severity: 'major',
      line: link.line,
      column: link.column,
    }));
}

/** Links whose text and anchor each hold one label, and not the same. */
function crossed(article: Article, own: Labels, other: Labels): { link: Reference; named: string; led: string }[] {
  return (article.references ?? []).flatMap((link) => {
    const [named, ...more] = own.read(link.text);
    const anchor = anchorOf(link);
    if (link.kind !== 'link' || named === undefined || more.length > 0 || anchor === undefined) return [];
    const led = own.read(anchor)[0] ?? other.read(anchor)[0];
    return led === undefined || key(led) === key(named) ? [] : [{ link, named: key(named), led: key(led) }];
  });
}

/** An anchor of the page itself as words: `#table-2`, `#tbl2`. */
function anchorOf({ url }: Reference): string | undefined {
  if (!url.startsWith('#')) return undefined;
  let anchor = url.slice(1);
  try {
    anchor = decodeURIComponent(anchor);
  } catch {
    // A stray percent sign: the anchor is read as it stands.
  }
  return anchor.replace(/[-_]+/g, ' ').replace(/(?<=\p{L})(?=\d)/gu, ' ');
}
