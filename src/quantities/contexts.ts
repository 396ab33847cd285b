import type { Quantity } from '../model/quantity.js';
import type { Match } from './pairing.js';
import { sentencesOf } from './sentences.js';

type Side = 'source' | 'target';

/** Where a figure stands, as something that a translation keeps: its sentence, or the Latin word that follows it. */
type Context = (figure: Quantity) => string | number | undefined;

/**
 * Pairs of figures that have changed contexts: a figure is in one context fewer times than in the source, and in another
 * more often; the other figure the other way round. Counted by value, so that it does not matter which of two equal
 * figures was paired with which.
 */
export function exchanged(
  texts: Readonly<Record<Side, string>>,
  figures: readonly Match[],
  comparable: (a: Match, b: Match) => boolean,
): (readonly [Match, Match])[] {
  const out: (readonly [Match, Match])[] = [];
  for (const contexts of [bySentence(texts), byNextWord(texts)]) {
    if (contexts === undefined) continue;
    const moves = movesOf(figures, contexts);
    for (const [at, a] of moves.entries()) {
      const b = moves
        .slice(at + 1)
        .find((one) => one.from === a.to && one.to === a.from && comparable(one.match, a.match));
      if (b !== undefined) out.push([a.match, b.match]);
    }
  }
  return out;
}

interface Move {
  readonly match: Match;
  readonly from: string | number;
  readonly to: string | number;
}

/** Values that stand less often in one context and more often in another. */
function movesOf(figures: readonly Match[], contexts: Readonly<Record<Side, Context>>): Move[] {
  const counts = new Map<string, Map<string | number, number>>();
  const matches = new Map<string, Match>();
  for (const [side, step] of [
    ['source', 1],
    ['target', -1],
  ] as const) {
    const seen = new Set<Quantity>();
    for (const match of figures) {
      const figure = match[side];
      const context = seen.has(figure) ? undefined : contexts[side](figure);
      seen.add(figure);
      if (context === undefined) continue;
      for (const value of valuesOf(figure)) {
        const own = counts.get(value) ?? new Map<string | number, number>();
        counts.set(value, own);
        own.set(context, (own.get(context) ?? 0) + step);
        matches.set(value, match);
      }
    }
  }
  const moves: Move[] = [];
  for (const [value, own] of counts) {
    const [from, more] = [...own].filter(([, count]) => count > 0);
    const [to, others] = [...own].filter(([, count]) => count < 0);
    // Only a value that has moved from one place to one other place; more than one says that the texts are cut otherwise.
    if (from !== undefined && to !== undefined && more === undefined && others === undefined)
      moves.push({ match: matches.get(value)!, from: from[0], to: to[0] });
  }
  return moves;
}

/** What a figure says: one value, or the ends of a range, which the other text may write as two figures. */
const valuesOf = ({ value, min, max }: Quantity) => [value, min, max].filter((one) => one !== undefined);

/** By sentence, where both texts have as many. */
function bySentence({ source, target }: Readonly<Record<Side, string>>): Record<Side, Context> | undefined {
  const [left, right] = [sentencesOf(source), sentencesOf(target)];
  if (left.length !== right.length || left.length < 2) return undefined;
  return {
    source: ({ start }) => left.findIndex(({ end }) => start < end),
    target: ({ start }) => right.findIndex(({ end }) => start < end),
  };
}

/** By the Latin word right after the figure, where both texts hold it: "2 CPU", 800 millicpu의. */
function byNextWord({ source, target }: Readonly<Record<Side, string>>): Record<Side, Context> | undefined {
  if (!/\d ?[A-Za-z]{2}/.test(source) || !/\d ?[A-Za-z]{2}/.test(target)) return undefined;
  const [left, right] = [source.toLowerCase(), target.toLowerCase()];
  const next =
    (text: string, other: string): Context =>
    ({ end }) => {
      const word = /^ ?([a-z]{2,})/.exec(text.slice(end, end + 24))?.[1];
      return word !== undefined && other.includes(word) ? word : undefined;
    };
  return { source: next(left, right), target: next(right, left) };
}
