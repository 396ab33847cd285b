import type { Services } from '../pipeline/request.js';
import { createLocalQueue } from '../queue/local.js';
import { createLocalTasks } from '../queue/local-tasks.js';
import type { TaskQueue } from '../queue/tasks.js';
import type { Audit } from '../store/audit.js';
import type { ChangeLog } from '../store/changes.js';
import { createFileAudit } from '../store/file-audit.js';
import { createFileChanges } from '../store/file-changes.js';
import { createFileHistory } from '../store/file-history.js';
import { createFileJobs } from '../store/file-jobs.js';
import { createFileKeyring } from '../store/file-keys.js';
import { createFileSessions } from '../store/file-sessions.js';
import { createFileWebhooks } from '../store/file-webhooks.js';
import { createFileStore } from '../store/files.js';
import type { History } from '../store/history.js';
import type { JobBook } from '../store/jobs.js';
import type { Keyring } from '../store/keys.js';
import type { SessionBook } from '../store/sessions.js';
import { createLocalSignals, type Signals } from '../store/signals.js';
import type { Webhooks } from '../store/webhooks.js';
import type { JobTask } from './jobs/run.js';
import { leased } from './lease.js';

/** What a server's work stands on. */
export interface ServerServices extends Services {
  /** Whole articles wait here; `queue` holds what they ask engines, and would wait for itself if it held both. */
  readonly tasks: TaskQueue<JobTask>;
  readonly jobs: JobBook;
  readonly keys: Keyring;
  readonly changes: ChangeLog;
  readonly signals: Signals;
  readonly webhooks: Webhooks;
  readonly history: History;
  readonly audit: Audit;
  readonly sessions: SessionBook;
  /** Lets go of what is held outside the process. */
  close(): Promise<void>;
}

/** The server's store and queues. Only here and in the command line's wiring are they chosen. */
export async function connectServer(
  root: string,
  concurrency: number,
  env: Readonly<Record<string, string | undefined>>,
  log: (error: unknown) => void = () => {},
): Promise<ServerServices> {
  const queue = createLocalQueue(concurrency);
  const address = env['DATABASE_URL'];
  if (!address) {
    return {
      queue,
      tasks: createLocalTasks(),
      jobs: createFileJobs(root),
      store: leased(createFileStore(root)),
      keys: createFileKeyring(root),
      changes: createFileChanges(root),
      signals: createLocalSignals(),
      webhooks: createFileWebhooks(root),
      history: createFileHistory(root),
      audit: createFileAudit(root),
      sessions: createFileSessions(root),
      close: async () => {},
    };
  }
  // Loaded only when a database is named.
  const [{ openDatabase }, { createPostgresStore }, postgres, { createPostgresTasks }] = await Promise.all([
    import('../store/postgres/database.js'),
    import('../store/postgres.js'),
    import('../store/postgres/index.js'),
    import('../queue/postgres.js'),
  ]);
  const database = openDatabase({ connectionString: address }, env['DIPTYCH_SCHEMA'] || undefined);
  const signals = postgres.createPostgresSignals(database);
  const tasks = createPostgresTasks<JobTask>({
    connectionString: address,
    schema: `${database.schema}_queue`,
    queue: 'articles',
    steadily: (step) => database.run(step),
    log,
  });
  return {
    queue,
    tasks,
    jobs: postgres.createPostgresJobs(database),
    store: createPostgresStore(root, database),
    keys: postgres.createPostgresKeyring(database),
    changes: postgres.createPostgresChanges(database),
    signals,
    webhooks: postgres.createPostgresWebhooks(database),
    history: postgres.createPostgresHistory(database),
    audit: postgres.createPostgresAudit(database),
    sessions: postgres.createPostgresSessions(database),
    async close() {
      await signals.close();
      await database.close();
    },
  };
}
