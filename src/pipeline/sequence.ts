/** An index into each of two sequences. */
export type Match = readonly [number, number];

/**
 * Which entries of two sequences are the same, in order: common head and tail, then the entries that occur once in each
 * ("patience diff", Bram Cohen 2008), then the same again between them. Near-linear, where a full longest common
 * subsequence of two articles of 10,000 units would take 10⁸ steps.
 */
export function matchSequences(a: readonly string[], b: readonly string[]): Match[] {
  const matches: Match[] = [];
  // An explicit stack: a nest as deep as an article is long would overflow the call stack.
  const stack: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let range = stack.pop(); range !== undefined; range = stack.pop()) {
    let [a0, a1, b0, b1] = range;
    while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) matches.push([a0++, b0++]);
    while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) matches.push([--a1, --b1]);
    if (a0 === a1 || b0 === b1) continue;
    const anchors = inOrder(uniquePairs(a, a0, a1, b, b0, b1));
    if (anchors.length === 0) continue;
    for (const [i, j] of [...anchors, [a1, b1] as const]) {
      stack.push([a0, i, b0, j]);
      if (i < a1) matches.push([i, j]);
      a0 = i + 1;
      b0 = j + 1;
    }
  }
  return matches.sort((x, y) => x[0] - y[0]);
}

/** Entries that occur exactly once in either range, in order of `a`. */
function uniquePairs(
  a: readonly string[],
  a0: number,
  a1: number,
  b: readonly string[],
  b0: number,
  b1: number,
): Match[] {
  const once = (list: readonly string[], from: number, to: number): Map<string, number> => {
    const at = new Map<string, number>();
    for (let i = from; i < to; i++) {
      const entry = list[i]!;
      at.set(entry, at.has(entry) ? -1 : i);
    }
    return at;
  };
  const inB = once(b, b0, b1);
  return [...once(a, a0, a1)].flatMap(([entry, i]) => {
    const j = inB.get(entry) ?? -1;
    return i >= 0 && j >= 0 ? [[i, j] as const] : [];
  });
}

/** The longest run of pairs that rises in both sequences (patience sorting, n log n). */
function inOrder(pairs: readonly Match[]): Match[] {
  const tops: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, j], index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < j) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = index;
  });
  const run: Match[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) run.push(pairs[at]!);
  return run.reverse();
}

/** The stretches between matches, `[a from, a to, b from, b to]`; none is empty on both sides. */
export function gaps(matches: readonly Match[], aLength: number, bLength: number): [number, number, number, number][] {
  const out: [number, number, number, number][] = [];
  let a = 0;
  let b = 0;
  for (const [i, j] of [...matches, [aLength, bLength] as const]) {
    if (i > a || j > b) out.push([a, i, b, j]);
    a = i + 1;
    b = j + 1;
  }
  return out;
}
