import type { Polarities, Pole } from '../languages/polarity.js';
import type { Span } from '../model/issue.js';
import { alignedSentences, type Stretch } from './sentences.js';
import { unionOf } from './union.js';

/** A word whose opposite stands in the translation: "increased" and 감소했다. */
export interface Opposite {
  readonly axis: keyof Polarities;
  readonly source: Span;
  readonly target: Span;
}

const axes: readonly (keyof Polarities)[] = ['trend', 'bound'];

/**
 * Directions that a translation turns round, sentence by sentence where the sentences match. A plain word of one direction
 * must have lost its like, and a plain word of the other direction must be there with nothing in the source that it could
 * stand for; a word that is only missing says nothing.
 */
export function findOpposites(source: string, target: string, from: Polarities, to: Polarities): Opposite[] {
  // Most texts say no direction at all, which one look at the shorter of them tells.
  const [text, words] = source.length < target.length ? [source, from] : [target, to];
  if (!anyPlain(words).test(text)) return [];
  const open = axes.filter(
    (axis) =>
      (holds(source, from[axis].up.plain) && holds(target, to[axis].down.plain)) ||
      (holds(source, from[axis].down.plain) && holds(target, to[axis].up.plain)),
  );
  if (open.length === 0) return [];
  const out: Opposite[] = [];
  for (const [left, right] of alignedSentences(source, target)) {
    const here = source.slice(left.start, left.end);
    const there = target.slice(right.start, right.end);
    for (const axis of open) {
      const [a, b] = [from[axis], to[axis]];
      const found = turned(here, there, a.up, a.down, b.up, b.down) ?? turned(here, there, a.down, a.up, b.down, b.up);
      if (found !== undefined) out.push({ axis, source: moved(found[0], left), target: moved(found[1], right) });
    }
  }
  return out;
}

const unions = new WeakMap<Polarities, RegExp>();

/** The plain words of every direction as one expression. */
function anyPlain(words: Polarities): RegExp {
  let union = unions.get(words);
  if (union === undefined) {
    union = unionOf(axes.flatMap((axis) => [words[axis].up.plain, words[axis].down.plain]));
    unions.set(words, union);
  }
  return union;
}

function turned(
  source: string,
  target: string,
  lost: Pole,
  other: Pole,
  like: Pole,
  opposite: Pole,
): readonly [Span, Span] | undefined {
  const said = all(source, lost.plain);
  const gained = all(target, opposite.plain);
  if (said.length === 0 || gained.length === 0) return undefined;
  const [against, kept] = [all(source, other.plain).length, all(target, like.plain).length];
  // As many plain words on both sides, not the same: "decreases … increasing" and 감소 … 감소.
  const even = said.length + against === gained.length + kept && kept < said.length;
  const [here, there] = [all(source, lost.wide).length, all(target, like.wide).length];
  const [before, after] = [all(source, other.wide).length, all(target, opposite.wide).length];
  const gone = said.length > there;
  const come = gained.length > before;
  // "loss … declining" and 손실 … 증가: loss takes 손실, which stands for no other word then.
  const balanced = even && here > there && after > before;
  return (gone && come) || (even && (gone || come)) || balanced ? [said[0]!, gained[gained.length - 1]!] : undefined;
}

const holds = (text: string, words: RegExp): boolean => text.search(words) >= 0;

function all(text: string, words: RegExp): Span[] {
  const out: Span[] = [];
  for (const { index, 0: found } of text.matchAll(words))
    out.push({ text: found, start: index, end: index + found.length });
  return out;
}

const moved = ({ text, start, end }: Span, { start: by }: Stretch): Span => ({
  text,
  start: start + by,
  end: end + by,
});
