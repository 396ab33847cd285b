import type { Concept } from '../../model/concept.js';

/** What a file of terms gave, and what of it has no place here: how often, by kind. */
export interface Imported {
  readonly concepts: readonly Concept[];
  readonly dropped: ReadonlyMap<string, number>;
}

/** A file of terms, and what of the termbase has no place in it. */
export interface Exported {
  readonly text: string;
  readonly dropped: ReadonlyMap<string, number>;
}

/** Largest file of terms that is read, in bytes: some 50,000 concepts of TBX. */
export const importLimit = 20_000_000;

/** Counts by kind. */
export class Tally {
  readonly counts = new Map<string, number>();
  add(kind: string, times = 1): void {
    if (times > 0) this.counts.set(kind, (this.counts.get(kind) ?? 0) + times);
  }
}
