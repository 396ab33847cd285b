/** A pair of what stands opposite; `null` where nothing does. */
export type Aligned<T> = readonly [T | null, T | null];

/**
 * Beyond this many cells the matrix is cut to a band around its diagonal: what stands 64 places off was moved, not
 * dropped, and two files of 50,000 units stay bounded.
 */
const cells = 30_000;

/**
 * Aligns two sequences in order (Needleman–Wunsch): the pairs with the highest sum of scores, each member left alone
 * costing `gap`. A dropped member shifts nothing after it. `score` of a pair that must not be: a large negative number.
 */
export function alignSequences<T>(
  left: readonly T[],
  right: readonly T[],
  score: (a: T, b: T) => number,
  gap = -0.6,
): Aligned<T>[] {
  const [n, m] = [left.length, right.length];
  const band = n * m <= cells ? Math.max(n, m) : Math.max(64, Math.floor(cells / Math.max(n, m)), Math.abs(n - m) + 32);
  const width = 2 * band + 1;
  const step = new Uint8Array((n + 1) * Math.min(width, m + 1));
  const columns = Math.min(width, m + 1);
  // The band's first column in a row, so that a cell's place in the matrix is its distance from there.
  const from = (i: number) =>
    columns === m + 1 ? 0 : Math.max(0, Math.min(m + 1 - columns, Math.round((i * m) / Math.max(n, 1)) - band));
  let before = new Float64Array(m + 2).fill(Number.NEGATIVE_INFINITY);
  let now = new Float64Array(m + 2).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i <= n; i++) {
    now.fill(Number.NEGATIVE_INFINITY);
    const start = from(i);
    for (let j = start; j < start + columns && j <= m; j++) {
      if (i === 0 && j === 0) {
        now[0] = 0;
        continue;
      }
      let best = Number.NEGATIVE_INFINITY;
      let how = 0;
      if (i > 0 && j > 0 && before[j - 1]! > Number.NEGATIVE_INFINITY) {
        best = before[j - 1]! + score(left[i - 1]!, right[j - 1]!);
        how = 1;
      }
      if (i > 0 && before[j]! + gap > best) {
        best = before[j]! + gap;
        how = 2;
      }
      if (j > start && now[j - 1]! + gap > best) {
        best = now[j - 1]! + gap;
        how = 3;
      }
      now[j] = best;
      step[i * columns + (j - start)] = how;
    }
    [before, now] = [now, before];
  }
  const out: Aligned<T>[] = [];
  let [i, j] = [n, m];
  while (i > 0 || j > 0) {
    const how = step[i * columns + (j - from(i))] ?? 0;
    if (i > 0 && j > 0 && how === 1) out.push([left[--i]!, right[--j]!]);
    else if (i > 0 && (how === 2 || j === 0)) out.push([left[--i]!, null]);
    else out.push([null, right[--j]!]);
  }
  return out.reverse();
}
