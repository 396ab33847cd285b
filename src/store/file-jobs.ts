import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { localeSchema } from '../model/locale.js';
import { writeWhole } from './durable.js';
import { coded } from './failure.js';
import { isOver, type JobBook, type JobEvent, type JobRecord } from './jobs.js';
import { createTurns } from './turns.js';

/** A job that is not over, as it is written down. */
const pendingSchema = z.array(
  z.object({
    id: z.string(),
    slug: z.string(),
    from: localeSchema,
    to: localeSchema,
    created: z.string(),
    by: z.string(),
  }),
);

/** How many jobs that are over can still be asked for. */
const remembered = 500;

/**
 * Jobs in the memory of this process; those that are not over are in `.diptych/jobs.json` too, so that a server that was
 * killed goes on with them when it starts again.
 */
export function createFileJobs(root: string): JobBook {
  const file = join(root, '.diptych', 'jobs.json');
  const inTurn = createTurns();
  const jobs = new Map<string, JobRecord>();
  const events = new Map<string, JobEvent[]>();
  let loading: Promise<void> | undefined;

  const loaded = () => {
    loading ??= (async () => {
      const text = await readFile(file, 'utf8').catch(() => '[]');
      // Nothing is lost with a broken file but that somebody asked: what engines answered is in memory.
      const pending = pendingSchema.safeParse(parsed(text));
      for (const one of pending.success ? pending.data : []) {
        put({ ...one, state: 'queued', done: 0, total: 0, units: 0, requests: 1, errors: [] });
      }
    })();
    return loading;
  };

  const put = (job: JobRecord) => {
    jobs.set(job.id, job);
    events.set(job.id, [{ id: 1, type: 'state', state: job.state }]);
  };

  const unfinished = () => [...jobs.values()].filter((job) => !isOver(job));

  const save = () =>
    inTurn('', () => {
      const pending = unfinished().map(({ id, slug, from, to, created, by }) => ({ id, slug, from, to, created, by }));
      return coded(file, () => writeWhole(file, `${JSON.stringify(pending)}\n`));
    });

  return {
    async enter(job) {
      await loaded();
      if (jobs.has(job.id)) return;
      put(job);
      for (const old of jobs.values()) {
        if (jobs.size <= remembered) break;
        if (!isOver(old)) continue;
        jobs.delete(old.id);
        events.delete(old.id);
      }
      await save();
    },
    async join(id) {
      await loaded();
      const job = jobs.get(id);
      if (job !== undefined) jobs.set(id, { ...job, requests: job.requests + 1 });
    },
    async update(id, change, news = []) {
      await loaded();
      const job = jobs.get(id);
      if (job === undefined || isOver(job)) return false;
      const after = { ...job, ...change };
      const happened = events.get(id) ?? [];
      events.set(id, happened);
      for (const one of news) happened.push({ id: happened.length + 1, ...one });
      jobs.set(id, after);
      // A disk that is full costs a needless run later.
      if (isOver(after)) await save().catch(() => {});
      return true;
    },
    async get(id) {
      await loaded();
      return jobs.get(id);
    },
    async newest(limit) {
      await loaded();
      return [...jobs.values()].reverse().slice(0, limit);
    },
    async unfinished() {
      await loaded();
      return unfinished();
    },
    events: async (id, after) => events.get(id)?.slice(after) ?? [],
    async forget(before) {
      for (const job of jobs.values()) {
        if (!isOver(job) || new Date(job.finished ?? job.created) >= before) continue;
        jobs.delete(job.id);
        events.delete(job.id);
      }
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
