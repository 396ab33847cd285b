import { distance } from 'fastest-levenshtein';

/** Digits become one sign, so that sentences that differ in figures only are the same sentence. */
export function maskFigures(text: string): string {
  return text.replace(/[\d０-９]+(?:[.,:][\d０-９]+)*/gu, '#');
}

/** How alike two texts are, 0 to 1: one minus the edit distance over the longer length, as TM tools count a match. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  // Edit distance is at least the difference in length: no need to compute what cannot be near.
  if (longest === 0 || Math.min(a.length, b.length) / longest < 0.5) return 0;
  // The distance takes time in the square of the length: paragraphs above this are compared by their beginnings and ends.
  const [left, right] = longest > 4000 ? [clip(a), clip(b)] : [a, b];
  return 1 - distance(left, right) / Math.max(left.length, right.length);
}

function clip(text: string): string {
  return text.length <= 4000 ? text : text.slice(0, 2000) + text.slice(-2000);
}

/** Runs of three characters, hashed; a text shorter than that is one run. */
function* trigrams(text: string): Generator<string> {
  if (text.length < 3) yield text;
  for (let i = 0; i + 3 <= text.length; i++) yield text.slice(i, i + 3);
}

/** Finds the texts nearest to a text without comparing it with each: candidates share rare trigrams. */
export interface NearestIndex {
  /** Indexes of the most promising texts, best first, at most `limit`. */
  candidates(text: string, limit: number): readonly number[];
}

/** Builds the index once; memory and time are linear in the length of the texts. */
export function createNearestIndex(texts: readonly string[]): NearestIndex {
  const holders = new Map<string, number[]>();
  texts.forEach((text, index) => {
    for (const gram of new Set(trigrams(text))) {
      const list = holders.get(gram);
      if (list === undefined) holders.set(gram, [index]);
      else list.push(index);
    }
  });
  return {
    candidates(text, limit) {
      const scores = new Map<number, number>();
      const grams = [...new Set(trigrams(text))]
        .map((gram) => holders.get(gram) ?? [])
        .filter((list) => list.length > 0);
      // Rare runs say most; the common ones (" the") are read only while they are few.
      grams.sort((a, b) => a.length - b.length);
      let read = 0;
      for (const list of grams) {
        if (read > 50_000) break;
        read += list.length;
        for (const index of list) scores.set(index, (scores.get(index) ?? 0) + 1);
      }
      const length = text.length;
      return [...scores]
        .map(([index, shared]) => ({ index, score: shared / Math.max(length, texts[index]!.length) }))
        .sort((a, b) => b.score - a.score || a.index - b.index)
        .slice(0, limit)
        .map(({ index }) => index);
    },
  };
}
