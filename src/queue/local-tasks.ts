import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { rank } from './local.js';
import { type Persistence, pauseAfter, persistence, type TaskData, type TaskQueue, type Work } from './tasks.js';

interface Entry<T> {
  readonly data: T;
  readonly stop: AbortController;
}

/**
 * Tasks of this process. They are gone with it: whoever must not lose them writes them down and sends them again.
 */
export function createLocalTasks<T extends TaskData>(how: Persistence = persistence): TaskQueue<T> {
  const queue = new PQueue({ concurrency: 1, autoStart: false });
  const entries = new Map<string, Entry<T>>();
  let work: Work<T> | undefined;
  let stopped = false;

  async function run(key: string, entry: Entry<T>): Promise<void> {
    const { signal } = entry.stop;
    for (let attempt = 1; !signal.aborted && work !== undefined; attempt++) {
      try {
        await work.handle(entry.data, signal);
        break;
      } catch {
        if (signal.aborted) break;
        if (attempt >= how.attempts) {
          await work.dead(entry.data).catch(() => {});
          break;
        }
        await sleep(1000 * pauseAfter(attempt, how), undefined, { signal, ref: false }).catch(() => {});
      }
    }
    if (entries.get(key) === entry) entries.delete(key);
  }

  return {
    async send(key, data, priority = 'batch') {
      const present = entries.get(key);
      if (present !== undefined) return { data: present.data, joined: true };
      const entry = { data, stop: new AbortController() };
      entries.set(key, entry);
      if (!stopped) void queue.add(() => run(key, entry), { priority: rank[priority] });
      return { data, joined: false };
    },
    async work(asked) {
      work = asked;
      queue.concurrency = asked.atOnce;
      queue.start();
    },
    async cancel(key) {
      const entry = entries.get(key);
      entries.delete(key);
      entry?.stop.abort();
    },
    async stop() {
      stopped = true;
      queue.clear();
      for (const { stop } of entries.values()) stop.abort();
      // A queue that never worked has nothing that could end.
      if (!queue.isPaused) await queue.onIdle();
      entries.clear();
    },
  };
}
