import { DiptychError } from '../model/errors.js';
import { type MemoryEntry, memoryEntrySchema } from '../model/memory.js';

/** Human text outranks imported text, which outranks an engine's, whatever their age. */
export const originRank: Readonly<Record<MemoryEntry['origin'], number>> = { human: 2, imported: 1, engine: 0 };

/** Entries of one language pair by source and kind, one each. */
export interface Entries {
  get(asked: Pick<MemoryEntry, 'source' | 'kind'>): MemoryEntry | undefined;
  /** Puts an entry in the place of that of its source and kind. */
  set(entry: MemoryEntry): void;
  values(): Iterable<MemoryEntry>;
}

/** No entries yet. They are found by their source itself: a run holds each, and a key of its own would hold every text twice. */
export function createEntries(): Entries {
  const bySource = new Map<string, readonly MemoryEntry[]>();
  return {
    get: ({ source, kind }) => bySource.get(source)?.find((entry) => entry.kind === kind),
    set(entry) {
      const before = bySource.get(entry.source) ?? [];
      bySource.set(entry.source, [...before.filter(({ kind }) => kind !== entry.kind), entry]);
    },
    *values() {
      for (const entries of bySource.values()) yield* entries;
    },
  };
}

/** What entries of one source are told apart by. Neither part holds a NUL. */
export function entryKey({ source, kind }: Pick<MemoryEntry, 'source' | 'kind'>): string {
  return `${source}\0${kind ?? ''}`;
}

/** Whether an entry stays when another of its key comes. */
export function outranks(present: MemoryEntry, entry: MemoryEntry): boolean {
  return originRank[present.origin] > originRank[entry.origin];
}

/** Human text before imported text before an engine's, otherwise as they stand. */
export function byRank(entries: Iterable<MemoryEntry>): MemoryEntry[] {
  return [...entries].sort((a, b) => originRank[b.origin] - originRank[a.origin]);
}

/** Puts an entry in, unless one of higher rank stands there. Returns whether it did. */
export function putEntry(entries: Entries, entry: MemoryEntry): boolean {
  const present = entries.get(entry);
  if (present !== undefined && outranks(present, entry)) return false;
  entries.set(entry);
  return true;
}

/** One line of a memory file, its fields always in the same order so that git sees only real changes. */
export function entryLine({ source, target, kind, origin, state, engine, fingerprint, note }: MemoryEntry): string {
  return JSON.stringify({ source, target, kind, origin, state, engine, fingerprint, note });
}

/** The file of entries: one a line, sorted by source and kind in code-unit order, which no locale setting changes. */
export function entriesText(entries: Entries): string {
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = [...entries.values()].sort((a, b) => before(a.source, b.source) || before(a.kind ?? '', b.kind ?? ''));
  return sorted.map((entry) => `${entryLine(entry)}\n`).join('');
}

/**
 * Reads the lines of a memory file into `entries`. Throws `invalid-memory` with file:line. In a journal the last line may
 * be torn, by a process that was killed while writing it; it was never acknowledged and is passed over.
 */
export function readEntries(text: string, file: string, entries: Entries, journal: boolean): void {
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const parsed = parseLine(line);
    if (parsed.entry !== undefined) {
      putEntry(entries, parsed.entry);
      return;
    }
    if (journal) return;
    throw new DiptychError('invalid-memory', { reason: parsed.reason }, { file, line: index + 1, column: 1 });
  });
}

function parseLine(line: string): { entry: MemoryEntry } | { entry?: undefined; reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  const result = memoryEntrySchema.safeParse(json);
  if (result.success) return { entry: result.data };
  const [issue] = result.error.issues;
  return { reason: `${issue?.path.join('.') || 'entry'}: ${issue?.message ?? ''}` };
}
