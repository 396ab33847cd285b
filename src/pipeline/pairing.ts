import { gaps, matchSequences } from './sequence.js';

/**
 * For each unit of the source as it is now, the index of the unit that it was when last translated; `undefined` for what
 * is new. Equal units pair first; between them as many units as before pair in order, else the most alike pair.
 * `likeness` is between 0 and 1.
 */
export function pairUnits(
  now: readonly string[],
  before: readonly string[],
  likeness: (a: string, b: string) => number,
): (number | undefined)[] {
  const pairs = new Array<number | undefined>(now.length).fill(undefined);
  const same = matchSequences(now, before);
  for (const [i, j] of same) pairs[i] = j;
  for (const [a0, a1, b0, b1] of gaps(same, now.length, before.length)) {
    if (a1 - a0 === b1 - b0) {
      for (let i = a0; i < a1; i++) pairs[i] = b0 + i - a0;
    } else {
      pairAlike(now, before, [a0, a1, b0, b1], likeness, pairs);
    }
  }
  return pairs;
}

/** Below this a unit is a new one, not another wording: less than half of it is the same. */
const enough = 0.5;

/** How many comparisons one passage may cost: a rewritten article of thousands of paragraphs is not worth more. */
const most = 40_000;

function pairAlike(
  now: readonly string[],
  before: readonly string[],
  [a0, a1, b0, b1]: readonly [number, number, number, number],
  likeness: (a: string, b: string) => number,
  pairs: (number | undefined)[],
): void {
  if ((a1 - a0) * (b1 - b0) > most) return;
  const scored: { i: number; j: number; score: number }[] = [];
  for (let i = a0; i < a1; i++) {
    for (let j = b0; j < b1; j++) {
      const score = likeness(now[i]!, before[j]!);
      if (score >= enough) scored.push({ i, j, score });
    }
  }
  scored.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j);
  const used = new Set<number>();
  for (const { i, j } of scored) {
    if (pairs[i] !== undefined || used.has(j)) continue;
    pairs[i] = j;
    used.add(j);
  }
}
