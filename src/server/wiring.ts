import type { Services } from '../pipeline/request.js';
import { createLocalQueue } from '../queue/local.js';
import type { Queue } from '../queue/queue.js';
import type { ChangeLog } from '../store/changes.js';
import { createFileChanges } from '../store/file-changes.js';
import { createFileKeyring } from '../store/file-keys.js';
import { createFileStore } from '../store/files.js';
import type { Keyring } from '../store/keys.js';
import { createLocalSignals, type Signals } from '../store/signals.js';
import { leased } from './lease.js';

/** What a server's work stands on. */
export interface ServerServices extends Services {
  /** Whole articles wait here; `queue` holds what they ask engines, and would wait for itself if it held both. */
  readonly articles: Queue;
  readonly keys: Keyring;
  readonly changes: ChangeLog;
  readonly signals: Signals;
  /** Lets go of what is held outside the process. */
  close(): Promise<void>;
}

/** How many articles are worked on at once. Most of their time they wait for engines. */
const articlesAtOnce = 4;

/** The server's store and queues. Only here and in the command line's wiring are they chosen. */
export async function connectServer(
  root: string,
  concurrency: number,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ServerServices> {
  const queues = { queue: createLocalQueue(concurrency), articles: createLocalQueue(articlesAtOnce) };
  const address = env['DATABASE_URL'];
  if (!address) {
    return {
      ...queues,
      store: leased(createFileStore(root)),
      keys: createFileKeyring(root),
      changes: createFileChanges(root),
      signals: createLocalSignals(),
      close: async () => {},
    };
  }
  // Loaded only when a database is named.
  const [{ openDatabase }, { createPostgresStore }, postgres] = await Promise.all([
    import('../store/postgres/database.js'),
    import('../store/postgres.js'),
    import('../store/postgres/index.js'),
  ]);
  const database = openDatabase({ connectionString: address }, env['DIPTYCH_SCHEMA'] || undefined);
  const signals = postgres.createPostgresSignals(database);
  return {
    ...queues,
    store: createPostgresStore(root, database),
    keys: postgres.createPostgresKeyring(database),
    changes: postgres.createPostgresChanges(database),
    signals,
    async close() {
      await signals.close();
      await database.close();
    },
  };
}
