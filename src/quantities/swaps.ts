import type { NumberedName, Quantity } from '../model/quantity.js';
import type { Match } from './pairing.js';

/** A word that both texts hold exactly once: what a figure can be tied to in either language. */
interface Anchor {
  readonly source: number;
  readonly target: number;
}

/** Two figures that have changed places. */
export interface Swap {
  readonly a: Match;
  readonly b: Match;
}

const latin = /[A-Za-z][A-Za-z'’-]+/g;

/** Latin words and names that stand once in each text. */
function anchorsOf(
  source: string,
  target: string,
  names: readonly (readonly [NumberedName, NumberedName])[],
  fixed: readonly Match[],
): Anchor[] {
  const where = (text: string) => {
    const found = new Map<string, number[]>();
    for (const match of text.matchAll(latin)) {
      const word = match[0].toLowerCase();
      const list = found.get(word);
      if (list === undefined) found.set(word, [match.index]);
      else list.push(match.index);
    }
    return found;
  };
  const [left, right] = [where(source), where(target)];
  const out: Anchor[] = [];
  for (const [word, places] of right) {
    const others = left.get(word);
    if (places.length === 1 && others?.length === 1) out.push({ source: others[0]!, target: places[0]! });
  }
  for (const [a, b] of names) out.push({ source: a.start, target: b.start });
  for (const { source: a, target: b } of fixed) out.push({ source: a.start, target: b.start });
  return out;
}

/** How far apart a figure and what it belongs to may stand. */
const reach = 40;

function nearest(
  at: number,
  end: number,
  anchors: readonly Anchor[],
  side: 'source' | 'target',
): readonly [Anchor, number] | undefined {
  let best: readonly [Anchor, number] | undefined;
  for (const anchor of anchors) {
    const place = anchor[side];
    const distance = place >= end ? place - end : at - place;
    if (distance >= 0 && distance <= reach && (best === undefined || distance < best[1])) best = [anchor, distance];
  }
  return best;
}

/** What a counter or unit says against a match: 3 countries matched with 3명. */
function countersCross(a: Match, b: Match): boolean {
  const units = [a.source.unit, a.target.unit, b.source.unit, b.target.unit];
  if (
    a.source.kind !== 'number' ||
    b.source.kind !== 'number' ||
    units.some((unit) => unit === undefined || unit === 'item')
  )
    return false;
  const [as, at, bs, bt] = units;
  return as !== at && bs !== bt && as === bt && bs === at;
}

/** Kinds whose figures can be taken for each other. */
function comparable(a: Match, b: Match): boolean {
  const [x, y] = [a.source, b.source];
  if (x.kind !== y.kind || x.hardness !== 'hard' || y.hardness !== 'hard') return false;
  if (x.kind !== 'number' && x.unit !== y.unit) return false;
  return saying(x) !== saying(y);
}

const saying = ({ value, min, max }: Quantity) => `${value ?? ''}|${min ?? ''}|${max ?? ''}`;

/**
 * Figures that are all there but belong to something else now. Each figure is tied to the nearest word, name or other
 * figure that both texts hold once; two figures of one kind whose ties have crossed are swapped. Where nothing in common
 * stands near, nothing is said.
 */
export function findSwaps(
  source: string,
  target: string,
  matches: readonly Match[],
  names: readonly (readonly [NumberedName, NumberedName])[],
): Swap[] {
  const figures = matches.filter(({ source: s }) => s.hardness === 'hard');
  if (figures.length < 2 || figures.length > 60) return [];
  const out: Swap[] = [];
  const used = new Set<Match>();
  for (let i = 0; i < figures.length; i++) {
    for (let j = i + 1; j < figures.length; j++) {
      const [a, b] = [figures[i]!, figures[j]!];
      if (used.has(a) || used.has(b) || !comparable(a, b)) continue;
      const others = figures.filter((m) => m !== a && m !== b && !comparable(m, a) && m.source.kind !== a.source.kind);
      if (!countersCross(a, b) && !anchorsCross(source, target, a, b, names, others)) continue;
      out.push({ a, b });
      used.add(a).add(b);
    }
  }
  return out;
}

function anchorsCross(
  source: string,
  target: string,
  a: Match,
  b: Match,
  names: readonly (readonly [NumberedName, NumberedName])[],
  others: readonly Match[],
): boolean {
  const anchors = anchorsOf(source, target, names, others);
  if (anchors.length < 2) return false;
  const [sa, sb] = [
    nearest(a.source.start, a.source.end, anchors, 'source'),
    nearest(b.source.start, b.source.end, anchors, 'source'),
  ];
  const [ta, tb] = [
    nearest(a.target.start, a.target.end, anchors, 'target'),
    nearest(b.target.start, b.target.end, anchors, 'target'),
  ];
  if (sa === undefined || sb === undefined || ta === undefined || tb === undefined) return false;
  if (sa[0] === sb[0] || sa[0] !== tb[0] || sb[0] !== ta[0]) return false;
  // A tie is trusted only where the figure stands clearly nearer to it than to the other's, on both sides.
  const far = (match: Match, anchor: Anchor, side: 'source' | 'target') => {
    const { start, end } = match[side];
    const place = anchor[side];
    return place >= end ? place - end : start - place;
  };
  return (
    far(a, sb[0], 'source') > sa[1] + 4 &&
    far(b, sa[0], 'source') > sb[1] + 4 &&
    far(a, tb[0], 'target') > ta[1] + 4 &&
    far(b, ta[0], 'target') > tb[1] + 4
  );
}
