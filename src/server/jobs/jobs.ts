import { randomUUID } from 'node:crypto';
import { DiptychError } from '../../model/errors.js';
import { slugKey } from '../../pipeline/inventory.js';
import type { TaskQueue } from '../../queue/tasks.js';
import { type Assignment, isOver, type JobBook, type JobEvent, type JobRecord } from '../../store/jobs.js';
import type { Signals } from '../../store/signals.js';
import { finish, type JobTask, newJob } from './run.js';

/** The jobs of a project, whichever process works on them. */
export interface Jobs {
  /** The job for an assignment: the one that is under way, or a new one. `joined` says which. Durable when it resolves. */
  submit(assignment: Assignment, by: string): Promise<{ readonly job: JobRecord; readonly joined: boolean }>;
  /** Throws `not-found`. */
  get(id: string): Promise<JobRecord>;
  /** The newest first. */
  list(): Promise<readonly JobRecord[]>;
  /** The job that is working on, or will work on, an article in a language, as far as this process has heard. */
  active(slug: string, to: string): JobRecord | undefined;
  /** How many are not over, as far as this process has heard. */
  readonly unfinished: number;
  /** Those that are not over, in all processes. */
  open(): Promise<readonly JobRecord[]>;
  /** Stops a job; what engines have answered stays in memory. Does nothing to one that is over. */
  cancel(id: string): Promise<JobRecord>;
  /** What has happened in a job after an event. */
  events(id: string, after: number): Promise<readonly JobEvent[]>;
  /** What happened in a job after an event, then what happens, until the job is over or the signal fires. */
  follow(id: string, after: number, signal: AbortSignal): AsyncGenerator<JobEvent | 'silence'>;
  /** Puts in the queue what an earlier process left, and hears of what others do. */
  resume(): Promise<void>;
  /** Hears no more. */
  stop(): void;
}

/** How many jobs are listed. */
const listed = 500;

/** How long jobs that are over can be asked for, in milliseconds. */
const kept = 7 * 24 * 60 * 60 * 1000;

/** How often a silent stream says that it is alive, in milliseconds: proxies cut what is silent for 60 s. */
const heartbeat = 20_000;

/** The key of the one task that may be about an article in a language. */
export const taskKey = ({ slug, to }: Pick<Assignment, 'slug' | 'to'>): string => `${to}/${slugKey(slug)}`;

/** Jobs that are written down in `book` and wait in `queue`. */
export function createJobs(book: JobBook, queue: TaskQueue<JobTask>, signals: Signals): Jobs {
  const active = new Map<string, JobRecord>();
  const leave: (() => void)[] = [];

  /** Takes note of a job as it is now. */
  const see = (job: JobRecord) => {
    const key = taskKey(job);
    if (!isOver(job)) active.set(key, job);
    else if (active.get(key)?.id === job.id) active.delete(key);
  };

  const lookAt = async (id: string): Promise<JobRecord | undefined> => {
    const job = await book.get(id);
    if (job !== undefined) see(job);
    return job;
  };

  const lookAtAll = async () => {
    const now = await book.unfinished();
    active.clear();
    for (const job of now) see(job);
  };

  const get = async (id: string) => {
    const job = await lookAt(id);
    if (job === undefined) throw new DiptychError('not-found', { context: 'job', job: id });
    return job;
  };

  return {
    async submit(assignment, by) {
      const { slug, from, to } = assignment;
      const task: JobTask = { job: randomUUID(), slug, from, to, created: new Date().toISOString(), by };
      for (;;) {
        const { data, joined } = await queue.send(taskKey(assignment), task, 'interactive');
        // Whoever is first to know of the job writes it down: its maker may have died just now.
        await book.enter(newJob(data));
        const job = await get(data.job);
        if (joined && isOver(job)) {
          // Its end is written down, and the queue is about to hear of it.
          await new Promise((resolve) => setTimeout(resolve, 20));
          continue;
        }
        if (joined) await book.join(job.id);
        signals.tell('job', job.id);
        return { job: await get(job.id), joined };
      }
    },
    get,
    events: (id, after) => book.events(id, after),
    list: () => book.newest(listed),
    open: () => book.unfinished(),
    active: (slug, to) => active.get(taskKey({ slug, to })),
    get unfinished() {
      return active.size;
    },
    async cancel(id) {
      const job = await get(id);
      if (isOver(job)) return job;
      // Its end first: the one who works on it looks there when its signal fires.
      await finish(book, signals, id, { state: 'cancelled' });
      signals.tell('cancel', id);
      await queue.cancel(taskKey(job));
      return get(id);
    },
    async *follow(id, after, signal) {
      let wake: () => void = () => {};
      let news = true;
      const hear = (about: string | undefined) => {
        if (about !== undefined && about !== id) return;
        news = true;
        wake();
      };
      const quit = signals.listen('job', hear);
      const stop = () => wake();
      signal.addEventListener('abort', stop);
      try {
        for (let last = after; !signal.aborted; ) {
          if (news) {
            news = false;
            const job = await get(id);
            for (const event of await book.events(id, last)) {
              last = event.id;
              yield event;
            }
            if (isOver(job)) return;
            continue;
          }
          const silent = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(true), heartbeat);
            wake = () => {
              clearTimeout(timer);
              resolve(false);
            };
            if (news || signal.aborted) wake();
          });
          if (!silent) continue;
          // What nobody has told may have happened all the same.
          news = true;
          yield 'silence';
        }
      } finally {
        quit();
        signal.removeEventListener('abort', stop);
      }
    },
    async resume() {
      leave.push(
        signals.listen('job', (id) => {
          (id === undefined ? lookAtAll() : lookAt(id)).catch(() => {});
        }),
      );
      await book.forget(new Date(Date.now() - kept));
      await lookAtAll();
      for (const { id, slug, from, to, created, by } of [...active.values()]) {
        await queue.send(taskKey({ slug, to }), { job: id, slug, from, to, created, by }, 'interactive');
      }
    },
    stop() {
      for (const quit of leave) quit();
    },
  };
}
