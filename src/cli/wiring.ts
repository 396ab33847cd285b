import { DiptychError } from '../model/errors.js';
import type { Connect } from '../pipeline/run.js';
import { createLocalQueue } from '../queue/local.js';
import type { Audit } from '../store/audit.js';
import type { ChangeLog } from '../store/changes.js';
import type { Holdings } from '../store/copy.js';
import { createFileAudit } from '../store/file-audit.js';
import { createFileChanges } from '../store/file-changes.js';
import { createFileHistory } from '../store/file-history.js';
import { createFileJobs } from '../store/file-jobs.js';
import { createFileKeyring } from '../store/file-keys.js';
import { createFileWebhooks } from '../store/file-webhooks.js';
import { createFileStore } from '../store/files.js';
import type { Keyring } from '../store/keys.js';
import type { Database, Search } from '../store/postgres/database.js';
import type { Webhooks } from '../store/webhooks.js';
import type { Io } from './io.js';

/**
 * The database that the environment names; `undefined`: the files of the project are the store. Loaded only when it is
 * named: its libraries cost a tenth of a second.
 */
async function databaseOf(env: Io['env']): Promise<Database | undefined> {
  const address = env['DATABASE_URL'];
  if (!address) return undefined;
  const { openDatabase } = await import('../store/postgres/database.js');
  return openDatabase({ connectionString: address }, env['DIPTYCH_SCHEMA'] || undefined);
}

/** The command line's store and queue. Only here and in the server's main are the two chosen. */
export const connect: Connect = async (root, concurrency, env) => {
  const database = await databaseOf(env);
  const queue = createLocalQueue(concurrency);
  if (database === undefined) return { store: createFileStore(root), queue };
  const { createPostgresStore } = await import('../store/postgres.js');
  return { store: createPostgresStore(root, database), queue };
};

/** Brings the tables up to date; throws `missing-setting` where the store is files. */
export async function migrate(env: Io['env']): Promise<{ readonly steps: readonly string[]; readonly search: Search }> {
  const database = await databaseOf(env);
  if (database === undefined)
    throw new DiptychError('missing-setting', { context: 'database', setting: 'DATABASE_URL' });
  const steps = await database.migrate();
  return { steps, search: await database.search() };
}

/** Both sides of `diptych store copy`. Throws `missing-setting` where no database is named. */
export async function connectBoth(root: string, env: Io['env']): Promise<{ files: Holdings; postgres: Holdings }> {
  const database = await databaseOf(env);
  if (database === undefined)
    throw new DiptychError('missing-setting', { context: 'database', setting: 'DATABASE_URL' });
  const [{ createPostgresStore }, on] = await Promise.all([
    import('../store/postgres.js'),
    import('../store/postgres/index.js'),
  ]);
  return {
    files: {
      store: createFileStore(root),
      keys: createFileKeyring(root),
      changes: createFileChanges(root),
      jobs: createFileJobs(root),
      webhooks: createFileWebhooks(root),
      history: createFileHistory(root),
      audit: createFileAudit(root),
    },
    postgres: {
      store: createPostgresStore(root, database),
      keys: on.createPostgresKeyring(database),
      changes: on.createPostgresChanges(database),
      jobs: on.createPostgresJobs(database),
      webhooks: on.createPostgresWebhooks(database),
      history: on.createPostgresHistory(database),
      audit: on.createPostgresAudit(database),
    },
  };
}

/** Where the keys are, and who made them. */
export async function connectKeys(
  root: string,
  env: Io['env'],
): Promise<{ readonly keys: Keyring; readonly audit: Audit }> {
  const database = await databaseOf(env);
  if (database === undefined) return { keys: createFileKeyring(root), audit: createFileAudit(root) };
  const on = await import('../store/postgres/index.js');
  return { keys: on.createPostgresKeyring(database), audit: on.createPostgresAudit(database) };
}

/** Where the webhooks are, the log of changes that they are told of, and who set them up. */
export async function connectWebhooks(
  root: string,
  env: Io['env'],
): Promise<{ readonly webhooks: Webhooks; readonly changes: ChangeLog; readonly audit: Audit }> {
  const database = await databaseOf(env);
  if (database === undefined) {
    return {
      webhooks: createFileWebhooks(root),
      changes: createFileChanges(root),
      audit: createFileAudit(root),
    };
  }
  const on = await import('../store/postgres/index.js');
  return {
    webhooks: on.createPostgresWebhooks(database),
    changes: on.createPostgresChanges(database),
    audit: on.createPostgresAudit(database),
  };
}
