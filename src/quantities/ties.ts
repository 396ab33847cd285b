import type { Quantity } from '../model/quantity.js';
import { alike, saysSame } from './alike.js';
import type { Anchor, Place } from './anchors.js';
import type { Match } from './pairing.js';

/** Two figures that have changed places. */
export interface Swap {
  readonly a: Match;
  readonly b: Match;
}

export type Side = 'source' | 'target';
type Direction = 'before' | 'after';

/** How far a figure may stand from what it belongs to, in characters. */
const reach = 60;

/**
 * The anchors of two figures that have changed places; `undefined` where they have not. An anchor may stand before its figure in one language and after
 * it in the other, but it does so for both figures alike; where any reading of the texts ties them straight, they are.
 */
export function anchorsCross(
  pair: Swap,
  texts: Readonly<Record<Side, string>>,
  words: readonly Anchor[],
  figures: readonly Match[],
): readonly Anchor[] | undefined {
  if (words.some((word) => keepsHands(word, pair, texts))) return undefined;
  if (words.some((word) => changesHands(word, pair, texts))) return [];
  const others = figures.filter((m) => m !== pair.a && m !== pair.b && !alike(m, pair.a));
  const anchors: Anchor[] = [...words, ...others.filter((m) => once(m, figures))];
  if (anchors.length < 2) return undefined;
  const rivals = figures.filter((m) => m === pair.a || m === pair.b || alike(m, pair.a));
  let crossed: readonly Anchor[] | undefined;
  for (const here of ['before', 'after'] as const) {
    const [x, y] = ties(pair, 'source', here, texts.source, anchors, rivals);
    if (x === undefined || y === undefined || x === y) continue;
    for (const there of ['before', 'after'] as const) {
      const [u, v] = ties(pair, 'target', there, texts.target, anchors, rivals);
      if (x === u && y === v) return undefined;
      if (x === v && y === u) crossed = [x, y];
    }
  }
  return crossed;
}

/** Whether a word right beside one figure stands right beside the other one in the translation: "2.6 rebounds", 5.6리바운드. */
function changesHands(word: Anchor, { a, b }: Swap, texts: Readonly<Record<Side, string>>): boolean {
  const tight = (match: Match, side: Side) => touches(match[side], word[side], texts[side]);
  const [as, at, bs, bt] = [tight(a, 'source'), tight(a, 'target'), tight(b, 'source'), tight(b, 'target')];
  return (as && !bs && bt && !at) || (bs && !as && at && !bt);
}

/** Whether a word stands right beside one and the same figure in both texts: "four races", 4개의 레이스. */
function keepsHands(word: Anchor, { a, b }: Swap, texts: Readonly<Record<Side, string>>): boolean {
  return [a, b].some(
    (match) => touches(match.source, word.source, texts.source) && touches(match.target, word.target, texts.target),
  );
}

/** Side by side but for a space or a particle. */
function touches(figure: Place, word: Place, text: string): boolean {
  const [end, start] = figure.start < word.start ? [figure.end, word.start] : [word.end, figure.start];
  return start >= end && start - end <= 2 && !/[.,;:()|\n]/.test(text.slice(end, start));
}

/** Whether no other figure says the same: otherwise it cannot be told which of them a figure stands by. */
export function once(match: Match, all: readonly Match[]): boolean {
  return !all.some((other) => other !== match && saysSame(other.source, match.source));
}

/** Joints at which one thing said ends and the next begins. */
const parting = /[,;:]|\b(?:and|while|but|or)\b|고 |며 |지만|반면|및 /i;

function stretch(a: Place, b: Place, text: string): string {
  return a.start < b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start);
}

type Tie = Anchor | undefined;

function ties(
  { a, b }: Swap,
  side: Side,
  where: Direction,
  text: string,
  anchors: readonly Anchor[],
  rivals: readonly Match[],
): readonly [Tie, Tie] {
  return [tie(a[side], side, where, text, anchors, rivals), tie(b[side], side, where, text, anchors, rivals)];
}

/** The nearest anchor on one side of a figure in its sentence, with no rival between them and none much nearer behind. */
function tie(
  figure: Quantity,
  side: Side,
  where: Direction,
  text: string,
  anchors: readonly Anchor[],
  rivals: readonly Match[],
): Tie {
  const ahead = nearest(figure, side, where, anchors);
  if (ahead === undefined) return undefined;
  const [anchor, gap] = ahead;
  const behind = nearest(figure, side, where === 'before' ? 'after' : 'before', anchors);
  // An anchor beyond "and" or a comma belongs to the next thing said.
  if (behind !== undefined && 2 * (behind[1] + 1) < gap && !parting.test(stretch(figure, behind[0][side], text)))
    return undefined;
  const between = stretch(figure, anchor[side], text);
  if (/[.!?。]\s|[;\n]/.test(between)) return undefined;
  const parted = rivals.some((rival) => {
    const other = distance(figure, rival[side], where);
    return other >= 0 && other < gap;
  });
  return parted ? undefined : anchor;
}

function nearest(
  figure: Place,
  side: Side,
  where: Direction,
  anchors: readonly Anchor[],
): readonly [Anchor, number] | undefined {
  let best: readonly [Anchor, number] | undefined;
  for (const anchor of anchors) {
    const gap = distance(figure, anchor[side], where);
    if (gap >= 0 && gap < (best?.[1] ?? reach)) best = [anchor, gap];
  }
  return best;
}

function distance(figure: Place, other: Place, where: Direction): number {
  return where === 'before' ? figure.start - other.end : other.start - figure.end;
}
