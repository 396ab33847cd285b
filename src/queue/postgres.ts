import { type Job, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Priority } from './queue.js';
import { type Persistence, persistence, type TaskData, type TaskQueue } from './tasks.js';

/** pg-boss runs higher numbers first. */
const rank: Readonly<Record<Priority, number>> = { interactive: 10, batch: 0 };

/** A process that was not heard of for so long is taken for dead, in seconds; pg-boss allows no less. */
const heartbeat = 10;

/** How often a process lets itself be heard, and how often the dead are looked for, in seconds. */
const refresh = 3;
const supervision = 2;

/** How long a process that stops may take to hand back its tasks, in milliseconds. */
const grace = 20_000;

/** What a queue on PostgreSQL is made with. */
export interface PostgresTasksOptions {
  readonly connectionString: string;
  /** Where pg-boss keeps its tables; its own. */
  readonly schema: string;
  readonly queue: string;
  readonly persistence?: Persistence;
  /** Runs a statement, again while PostgreSQL is away. */
  readonly steadily: <T>(step: () => Promise<T>) => Promise<T>;
  /** Told of what goes wrong behind the scenes; it goes on by itself. */
  readonly log: (error: unknown) => void;
}

/** Tasks that any number of processes put in and work on, on pg-boss. */
export function createPostgresTasks<T extends TaskData>(options: PostgresTasksOptions): TaskQueue<T> {
  const { queue, steadily, log, persistence: how = persistence } = options;
  const deadQueue = `${queue}-dead`;
  const boss = new PgBoss({
    connectionString: options.connectionString,
    schema: options.schema,
    application_name: 'diptych',
    max: 4,
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: supervision,
    monitorIntervalSeconds: supervision,
    openTelemetry: { enabled: false },
  });
  boss.on('error', log);
  const running = new Map<string, Set<AbortController>>();
  let starting: Promise<void> | undefined;
  let stopped = false;

  async function start(): Promise<void> {
    await boss.start();
    await boss.createQueue(deadQueue, { retryLimit: 3, deleteAfterSeconds: 7 * 24 * 3600 });
    await boss.createQueue(queue, {
      policy: 'exclusive',
      retryLimit: how.attempts - 1,
      retryDelay: how.pause,
      retryBackoff: true,
      retryDelayMax: how.longestPause,
      heartbeatSeconds: heartbeat,
      // Only a heartbeat that stops means death: an article may take hours.
      expireInSeconds: 86_000,
      deleteAfterSeconds: 24 * 3600,
      deadLetter: deadQueue,
      notify: true,
    });
  }

  const ready = (): Promise<void> => {
    starting ??= steadily(start);
    starting.catch(() => {
      starting = undefined;
    });
    return starting;
  };

  /** The task of a key that waits or runs. */
  async function present(key: string) {
    const found = await boss.findJobs<T>(queue, { key });
    return found.find(({ state }) => state === 'created' || state === 'retry' || state === 'active');
  }

  const abort = (key: string) => {
    for (const stop of running.get(key) ?? []) stop.abort();
  };

  return {
    async send(key, data, priority = 'batch') {
      await ready();
      return steadily(async () => {
        for (;;) {
          const id = await boss.send(queue, data, { singletonKey: key, priority: rank[priority] });
          if (id !== null) return { data, joined: false };
          const other = await present(key);
          // Between the two it may have ended.
          if (other !== undefined)
            return { data: other.data, joined: JSON.stringify(other.data) !== JSON.stringify(data) };
        }
      });
    },
    async work({ atOnce, handle, dead }) {
      await ready();
      const polling = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 } as const;
      const settings = { ...polling, includeMetadata: true, heartbeatRefreshSeconds: refresh } as const;
      for (let slot = 0; slot < atOnce; slot++) {
        let id = '';
        id = await boss.work(queue, settings, async ([task]: JobWithMetadata<T>[]) => {
          if (task === undefined) return;
          // Where one task was there may be more: the next is not waited for until the next look.
          boss.notifyWorker(id);
          const key = task.singletonKey ?? '';
          const stop = new AbortController();
          const others = running.get(key) ?? new Set();
          running.set(key, others.add(stop));
          try {
            if (stopped) throw new Error('stopping');
            await handle(task.data, AbortSignal.any([stop.signal, task.signal]));
          } finally {
            others.delete(stop);
            if (others.size === 0) running.delete(key);
          }
        });
      }
      await boss.work(deadQueue, polling, async ([task]: Job<T>[]) => {
        if (task !== undefined) await dead(task.data);
      });
    },
    async cancel(key) {
      await ready();
      await steadily(async () => {
        const task = await present(key);
        if (task !== undefined) await boss.cancel(queue, task.id);
      });
      // Where it runs elsewhere, the next heartbeat there finds it taken away.
      abort(key);
    },
    async stop() {
      stopped = true;
      if (starting === undefined) return;
      await starting.catch(() => {});
      for (const key of running.keys()) abort(key);
      await boss.stop({ graceful: true, timeout: grace });
    },
  };
}
