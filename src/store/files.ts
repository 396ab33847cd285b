import { readFile, unlink } from 'node:fs/promises';
import { z } from 'zod';
import { unitStates } from '../model/article.js';
import { DiptychError } from '../model/errors.js';
import type { LanguagePair } from '../model/memory.js';
import { type Journal, openJournal, writeWhole } from './durable.js';
import { type Entries, entriesText, entryLine, putEntry, readEntries } from './entries.js';
import { type Lock, takeLock } from './lock.js';
import { insideProject, storePaths } from './paths.js';
import type { Delivery, Store } from './store.js';

const deliverySchema = z.object({
  slug: z.string(),
  from: z.string(),
  to: z.string(),
  sourceRevision: z.string(),
  revision: z.string(),
  sourceSkeleton: z.string().optional(),
  skeleton: z.string().optional(),
  units: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      targetHash: z.string(),
      state: z.enum(unitStates),
      origin: z.object({
        kind: z.enum(['memory', 'engine', 'rendered', 'patched', 'human', 'source']),
        engine: z.string().optional(),
      }),
    }),
  ),
  waivers: z
    .array(z.object({ issue: z.string(), reason: z.string(), by: z.string(), at: z.string() }))
    .optional(),
});

/** A language pair's memory while the store is open. */
interface Loaded {
  readonly pair: LanguagePair;
  readonly entries: Entries;
  /** What the sorted file holds now, so that closing writes it only when it changed. */
  readonly saved: string;
  /** Whether a journal of an earlier process was found. */
  readonly recovered: boolean;
}

async function readOr(path: string, otherwise: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw error;
  }
}

function storeFailed(file: string, error: unknown): never {
  if (error instanceof DiptychError) throw error;
  throw new DiptychError(
    'store-failed',
    { reason: error instanceof Error ? error.message : String(error) },
    { file },
    error,
  );
}

/**
 * The embedded default: the repository is the database. Memory is `locales/memory/<from>-<to>.jsonl`, sorted, so that git
 * merges it; what is learned during a run goes to a journal under `.diptych/` first, durable line by line, and into the
 * sorted file on closing. Delivery records are `locales/deliveries/<to>/<slug>.json`. A run that learns nothing touches no file.
 */
export function createFileStore(root: string): Store {
  const memories = new Map<string, Promise<Loaded>>();
  const journals = new Map<string, Promise<Journal>>();
  let lock: Lock | undefined;

  async function load(pair: LanguagePair): Promise<Loaded> {
    const file = storePaths.memory(pair.from, pair.to);
    const journalFile = storePaths.journal(pair.from, pair.to);
    const saved = await readOr(await insideProject(root, file), '');
    const journal = await readOr(await insideProject(root, journalFile), '');
    const entries: Entries = new Map();
    readEntries(saved, file, entries, false);
    readEntries(journal, journalFile, entries, true);
    return { pair, entries, saved, recovered: journal !== '' };
  }

  function loaded(pair: LanguagePair): Promise<Loaded> {
    const key = `${pair.from}-${pair.to}`;
    const memory = memories.get(key) ?? load(pair);
    memories.set(key, memory);
    return memory;
  }

  async function journalOf(pair: LanguagePair): Promise<Journal> {
    if (lock === undefined) throw new DiptychError('store-failed', { reason: 'the store is not open for writing' });
    const key = `${pair.from}-${pair.to}`;
    const journal =
      journals.get(key) ??
      insideProject(root, storePaths.journal(pair.from, pair.to)).then((path) => openJournal(path));
    journals.set(key, journal);
    return journal;
  }

  /** The journal's lines into the sorted file. The journal goes last: killed in between, its lines are read twice, which changes nothing. */
  async function compact({ pair, entries, saved, recovered }: Loaded): Promise<void> {
    const text = entriesText(entries);
    const journaled = journals.has(`${pair.from}-${pair.to}`) || recovered;
    if (text !== saved && journaled) {
      await writeWhole(await insideProject(root, storePaths.memory(pair.from, pair.to)), text);
    }
    if (journaled) await unlink(await insideProject(root, storePaths.journal(pair.from, pair.to))).catch(() => {});
  }

  return {
    async memory(pair) {
      const { entries } = await loaded(pair);
      return [...entries.values()];
    },

    async remember(pair, entry) {
      const file = storePaths.memory(pair.from, pair.to);
      try {
        const { entries } = await loaded(pair);
        const journal = await journalOf(pair);
        // Entries without news would make every run rewrite the file.
        const line = entryLine(entry);
        const present = entries.get(`${entry.source}\0${entry.kind ?? ''}`);
        if (present !== undefined && entryLine(present) === line) return;
        if (!putEntry(entries, entry)) return;
        await journal.append(line);
      } catch (error) {
        storeFailed(file, error);
      }
    },

    async delivery(slug, to) {
      const file = storePaths.delivery(slug, to);
      const text = await readOr(await insideProject(root, file), '');
      if (text === '') return undefined;
      try {
        return deliverySchema.parse(JSON.parse(text)) as Delivery;
      } catch {
        // A record that a merge has broken: the translation is then adopted as if it had none.
        return undefined;
      }
    },

    async deliver(delivery, file, text) {
      try {
        const path = await insideProject(root, file);
        const record = await insideProject(root, storePaths.delivery(delivery.slug, delivery.to));
        // A person's edit that is only taken note of leaves the file, and its time of change, alone.
        if ((await readOr(path, '\0')) !== text) await writeWhole(path, text);
        await writeWhole(record, `${JSON.stringify(delivery, null, 1)}\n`);
      } catch (error) {
        storeFailed(file, error);
      }
    },

    async open() {
      lock ??= await takeLock(await insideProject(root, storePaths.lock));
      // What was read before the lock was had may be old.
      memories.clear();
    },

    async close() {
      try {
        for (const journal of journals.values()) await (await journal).close();
        for (const memory of memories.values()) await compact(await memory);
      } catch (error) {
        storeFailed(storePaths.lock, error);
      } finally {
        journals.clear();
        memories.clear();
        await lock?.release();
        lock = undefined;
      }
    },
  };
}
