import fc from 'fast-check';
import { unitKinds, unitStates } from '../../src/model/article.js';
import { type MemoryEntry, memoryOrigins } from '../../src/model/memory.js';
import type { Delivery } from '../../src/store/store.js';

/** Leaves fields out where fast-check made them `undefined`, as entries of the program have them. */
function dense<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

/** Any text that a JavaScript string can be: NUL, line ends, quotes, lone surrogates, Hangul, emoji. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.constantFrom('\0', '\n', '\r\n', '"', '\\', '\ud800', '\udfff', '\u2028', '한글', '각', '👩‍👩‍👧', ' '),
);

export const anyEntry: fc.Arbitrary<MemoryEntry> = fc
  .record({
    source: anyText,
    target: anyText,
    kind: fc.option(fc.constantFrom(...unitKinds), { nil: undefined }),
    origin: fc.constantFrom(...memoryOrigins),
    state: fc.constantFrom(...unitStates),
    engine: fc.option(anyText, { nil: undefined }),
    fingerprint: fc.option(anyText, { nil: undefined }),
    note: fc.option(anyText, { nil: undefined }),
  })
  .map((entry) => dense(entry) as MemoryEntry);

/** An engine's answer; what is not said is as an engine would have it. */
export function answer(source: string, more: Partial<MemoryEntry> = {}): MemoryEntry {
  return { source, target: `${source} 번역`, origin: 'engine', state: 'translated', engine: 'test', ...more };
}

/** A delivery of one unit. */
export function delivered(slug: string, more: Partial<Delivery> = {}): Delivery {
  return {
    slug,
    from: 'en',
    to: 'ko',
    sourceRevision: 'a'.repeat(64),
    revision: 'b'.repeat(64),
    sourceSkeleton: 'c'.repeat(64),
    skeleton: 'd'.repeat(64),
    units: [
      {
        id: '1',
        source: 'Hello <pc1>world</pc1>',
        targetHash: 'e'.repeat(64),
        state: 'translated',
        origin: { kind: 'engine', engine: 'test' },
      },
    ],
    ...more,
  };
}

/** Entries in an order of their own, so that two lists compare whatever order a store gave them in. */
export function sorted(entries: readonly MemoryEntry[]): string[] {
  return entries.map((entry) => JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}
