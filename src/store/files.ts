import { readFile, unlink } from 'node:fs/promises';
import { DiptychError } from '../model/errors.js';
import type { LanguagePair } from '../model/memory.js';
import { decodeUtf8 } from '../model/utf8.js';
import { createClaims } from './claims.js';
import { deliveryText, readDelivery } from './delivery.js';
import { type Journal, openJournal, writeWhole } from './durable.js';
import {
  byRank,
  createEntries,
  type Entries,
  entriesText,
  entryLine,
  outranks,
  putEntry,
  readEntries,
} from './entries.js';
import { coded } from './failure.js';
import { createFileHistory } from './file-history.js';
import { listContents } from './listing.js';
import { type Lock, takeLock } from './lock.js';
import { insideProject, storePaths } from './paths.js';
import { readOr } from './read-lines.js';
import type { Asked, Store } from './store.js';
import { createTurns } from './turns.js';

/** A language pair's memory while the store is open. */
interface Loaded {
  readonly pair: LanguagePair;
  readonly entries: Entries;
  /** What the sorted file holds now, so that closing writes it only when it changed. */
  readonly saved: string;
  /** Whether a journal of an earlier process was found. */
  readonly recovered: boolean;
}

/** The text of a file that git may have merged: without a byte order mark, `''` when there is none. Throws `invalid-utf8`. */
async function readUtf8(path: string, file: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  return decodeUtf8(bytes, file).replace(/^\ufeff/, '');
}

/**
 * The embedded default: the repository is the database. Memory is `locales/memory/<from>-<to>.jsonl`, sorted, so that git
 * merges it; what is learned during a run goes to a journal under `.diptych/` first, durable line by line, and into the
 * sorted file on closing. Delivery records are `locales/deliveries/<to>/<slug>.json`. A run that learns nothing touches no file.
 */
export function createFileStore(root: string): Store {
  const memories = new Map<string, Promise<Loaded>>();
  const journals = new Map<string, Promise<Journal>>();
  const claims = createClaims();
  const inTurn = createTurns();
  const history = createFileHistory(root);
  let lock: Lock | undefined;

  async function load(pair: LanguagePair): Promise<Loaded> {
    const file = storePaths.memory(pair.from, pair.to);
    const journalFile = storePaths.journal(pair.from, pair.to);
    // The journal first: read last, it might be gone into a sorted file that was read before it went there.
    const journal = await readOr(await insideProject(root, journalFile), '');
    const saved = await readUtf8(await insideProject(root, file), file);
    const entries = createEntries();
    readEntries(saved, file, entries, false);
    readEntries(journal, journalFile, entries, true);
    return { pair, entries, saved, recovered: journal !== '' };
  }

  function loaded(pair: LanguagePair): Promise<Loaded> {
    const key = pairKey(pair);
    const present = memories.get(key);
    if (present !== undefined) return present;
    const memory = load(pair);
    memories.set(key, memory);
    // What could not be read may be mended before it is asked for again.
    memory.catch(() => memories.delete(key));
    return memory;
  }

  async function journalOf(pair: LanguagePair): Promise<Journal> {
    if (lock === undefined) throw new DiptychError('store-failed', { reason: 'the store is not open for writing' });
    const key = pairKey(pair);
    const journal =
      journals.get(key) ??
      insideProject(root, storePaths.journal(pair.from, pair.to)).then((path) => openJournal(path));
    journals.set(key, journal);
    journal.catch(() => journals.delete(key));
    return journal;
  }

  /** The journal's lines into the sorted file. The journal goes last: killed in between, its lines are read twice, which changes nothing. */
  async function compact({ pair, entries, saved, recovered }: Loaded): Promise<void> {
    const text = entriesText(entries);
    const journaled = journals.has(pairKey(pair)) || recovered;
    if (text !== saved && journaled) {
      await writeWhole(await insideProject(root, storePaths.memory(pair.from, pair.to)), text);
    }
    if (journaled) await unlink(await insideProject(root, storePaths.journal(pair.from, pair.to))).catch(() => {});
  }

  return {
    memory: (pair) =>
      coded(storePaths.memory(pair.from, pair.to), async () => byRank((await loaded(pair)).entries.values())),

    remember: (pair, entry) =>
      coded(storePaths.journal(pair.from, pair.to), async () => {
        const { entries } = await loaded(pair);
        const journal = await journalOf(pair);
        // Entries without news would make every run rewrite the file.
        const line = entryLine(entry);
        const present = entries.get(entry);
        if (present !== undefined && (entryLine(present) === line || outranks(present, entry))) return;
        // In memory only once it is on disk: a second try after a full disk must not be taken for no news.
        await journal.append(line);
        putEntry(entries, entry);
      }),

    claim: (pair, wanted, isAnswer, signal) => {
      const answer = async (unit: Asked) => {
        const entry = (await loaded(pair)).entries.get(unit);
        return entry !== undefined && isAnswer(entry) ? entry : undefined;
      };
      return coded(storePaths.memory(pair.from, pair.to), () => claims.take(pairKey(pair), wanted, answer, signal));
    },

    delivery: (slug, to) =>
      coded(storePaths.delivery(slug, to), async () =>
        readDelivery(await readOr(await insideProject(root, storePaths.delivery(slug, to)), '')),
      ),

    deliver: (delivery, file, text, versions = []) =>
      coded(file, async () => {
        const path = await insideProject(root, file);
        const record = await insideProject(root, storePaths.delivery(delivery.slug, delivery.to));
        // First, since whoever is killed on the way delivers again: a version may be told twice, never lost.
        await history.append(delivery.slug, delivery.to, versions);
        // A person's edit that is only taken note of leaves the file, and its time of change, alone.
        if ((await readOr(path, '\0')) !== text) await writeWhole(path, text);
        await writeWhole(record, deliveryText(delivery));
      }),

    record: (delivery) =>
      coded(storePaths.delivery(delivery.slug, delivery.to), async () =>
        writeWhole(await insideProject(root, storePaths.delivery(delivery.slug, delivery.to)), deliveryText(delivery)),
      ),

    // Everybody who writes works in this folder.
    bring: async () => {},
    alone: (slug, to, step) => inTurn(`${to}/${slug}`, step),
    contents: () => coded('locales', () => listContents(root)),

    open: () =>
      coded(storePaths.lock, async () => {
        lock ??= await takeLock(await insideProject(root, storePaths.lock));
        // What was read before the lock was had may be old.
        memories.clear();
      }),

    close: () =>
      coded(storePaths.lock, async () => {
        if (lock === undefined) {
          memories.clear();
          return;
        }
        try {
          const written = await Promise.allSettled(
            [...memories.values()].map(async (memory) => {
              const known = await memory;
              await (await journals.get(pairKey(known.pair)))?.close();
              await compact(known);
            }),
          );
          const failed = written.find((one) => one.status === 'rejected');
          if (failed !== undefined) throw failed.reason;
        } finally {
          journals.clear();
          memories.clear();
          await lock.release();
          lock = undefined;
        }
      }),
  };
}

function pairKey({ from, to }: LanguagePair): string {
  return `${from}-${to}`;
}
