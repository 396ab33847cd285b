import type { UnitKind } from '../model/article.js';
import type { MemoryEntry } from '../model/memory.js';
import { createNearestIndex, likeness, maskFigures, type NearestIndex } from './similarity.js';

/** A memory entry near a source, with how alike the sources are (0 to 1, figures masked). */
export interface NearEntry {
  readonly entry: MemoryEntry;
  readonly score: number;
}

/** A language pair's memory, ready to be asked. */
export interface Memory {
  /**
   * The entry of this very source: of the same kind of unit if there is one, else one that serves every kind. Engine
   * text made under a fingerprint (prompt, style, terms) that is none of `fingerprints` is near, not exact; without them
   * all counts. White space counts as one space.
   */
  exact(source: string, kind: UnitKind, fingerprints?: ReadonlySet<string>): MemoryEntry | undefined;
  /** Entries of nearly the same source, best first, at most `limit`, none under `threshold`. */
  near(source: string, limit?: number, threshold?: number): readonly NearEntry[];
  readonly size: number;
}

function folded(source: string): string {
  return source.replace(/\s+/g, ' ').trim();
}

const rank: Readonly<Record<MemoryEntry['origin'], number>> = { human: 2, imported: 1, engine: 0 };

/** Whether an entry may stand for a translation made today: an engine's only under one of these fingerprints. */
export function isCurrent(
  { origin, fingerprint }: MemoryEntry,
  fingerprints: ReadonlySet<string> | undefined,
): boolean {
  return (
    origin !== 'engine' || fingerprint === undefined || fingerprints === undefined || fingerprints.has(fingerprint)
  );
}

/** An engine's answer that never became a translation: the checks of its article took it back. */
const isTakenBack = ({ origin, state }: MemoryEntry): boolean => origin === 'engine' && state === 'initial';

/**
 * Builds a memory from its entries, the better before the worse where two have one source. Answers that were taken back
 * are passed over.
 */
export function createMemory(all: readonly MemoryEntry[]): Memory {
  const entries = all.filter((entry) => !isTakenBack(entry));
  const bySource = new Map<string, MemoryEntry[]>();
  for (const entry of entries) {
    const key = folded(entry.source);
    const list = bySource.get(key);
    if (list === undefined) bySource.set(key, [entry]);
    else list.push(entry);
  }
  let index: NearestIndex | undefined;
  let masked: readonly string[] = [];

  return {
    size: entries.length,
    exact(source, kind, fingerprints) {
      const usable = (bySource.get(folded(source)) ?? []).filter((entry) => isCurrent(entry, fingerprints));
      const best = (list: readonly MemoryEntry[]) =>
        list.reduce<MemoryEntry | undefined>(
          (a, b) => (a !== undefined && rank[a.origin] >= rank[b.origin] ? a : b),
          undefined,
        );
      return (
        best(usable.filter((entry) => entry.kind === kind)) ?? best(usable.filter((entry) => entry.kind === undefined))
      );
    },
    near(source, limit = 3, threshold = 0.7) {
      if (entries.length === 0) return [];
      // Built on first use: a run that memory answers whole never pays for it.
      if (index === undefined) {
        masked = entries.map((entry) => maskFigures(entry.source));
        index = createNearestIndex(masked);
      }
      const text = maskFigures(source);
      return index
        .candidates(text, 20)
        .map((at): NearEntry => ({ entry: entries[at]!, score: likeness(text, masked[at]!) }))
        .filter(({ score }) => score >= threshold)
        .sort((a, b) => b.score - a.score || rank[b.entry.origin] - rank[a.entry.origin])
        .slice(0, limit);
    },
  };
}
