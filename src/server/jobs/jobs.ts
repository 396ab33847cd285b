import { randomUUID } from 'node:crypto';
import { DiptychError } from '../../model/errors.js';
import { slugKey } from '../../pipeline/inventory.js';
import type { RunReport } from '../../pipeline/report.js';
import type { GenerateRequest, Progress, UnitNews } from '../../pipeline/request.js';
import type { Queue } from '../../queue/queue.js';
import { type Assignment, isOver, type Job, type JobEvent, type JobState } from './job.js';
import type { PendingJobs } from './pending.js';

/** Runs one assignment; `generate` with the server's project and services. */
export type RunJob = (
  request: Pick<GenerateRequest, 'signal' | 'onProgress' | 'onUnit'> & Assignment,
) => Promise<RunReport>;

/** The jobs of a server. */
export interface Jobs {
  /** The job for an assignment: the one that is under way, or a new one. `joined` says which. Durable when it resolves. */
  submit(assignment: Assignment, by: string): Promise<{ readonly job: Job; readonly joined: boolean }>;
  /** Throws `not-found`. */
  get(id: string): Job;
  /** The newest first. */
  list(): readonly Job[];
  /** The job that is working on, or will work on, an article in a language. */
  active(slug: string, to: string): Job | undefined;
  /** Stops a job; what engines have answered stays in memory. Does nothing to one that is over. */
  cancel(id: string): void;
  /** Calls `see` for each event after `after`, then for each that comes, until the returned function is called. */
  watch(job: Job, after: number, see: (event: JobEvent) => void): () => void;
  /** Takes up what an earlier process left. */
  resume(): Promise<void>;
  /** Stops all jobs; they stay written down for the next start. */
  stop(): Promise<void>;
}

/** How many jobs that are over can still be asked for. */
const remembered = 500;

/** How often a job is run again because a person saved the file while it ran. */
const races = 3;

const keyOf = ({ slug, to }: Pick<Assignment, 'slug' | 'to'>) => `${to}/${slugKey(slug)}`;

/** Jobs that run on `queue`. `ended` is told of each job that is over. */
export function createJobs(run: RunJob, queue: Queue, pending: PendingJobs, ended: (job: Job) => Promise<void>): Jobs {
  const jobs = new Map<string, Job>();
  const activeJobs = new Map<string, Job>();
  const stops = new Map<Job, AbortController>();
  const watchers = new Map<Job, Set<(event: JobEvent) => void>>();
  const running = new Set<Promise<void>>();
  let stopping = false;

  const tell = (job: Job, event: Omit<JobEvent, 'id'> & Record<string, unknown>) => {
    const numbered = { id: job.events.length + 1, ...event } as JobEvent;
    job.events.push(numbered);
    for (const see of watchers.get(job) ?? []) see(numbered);
  };
  const enter = (job: Job, state: JobState) => {
    job.state = state;
    tell(job, { type: 'state', state });
  };
  const save = () =>
    pending.write(
      [...activeJobs.values()].map(({ id, slug, from, to, created, by }) => ({ id, slug, from, to, created, by })),
    );

  async function work(job: Job, signal: AbortSignal): Promise<void> {
    job.started = new Date().toISOString();
    enter(job, 'running');
    const onProgress = ({ done, total }: Progress) => {
      if (job.done === done && job.total === total) return;
      Object.assign(job, { done, total });
      tell(job, { type: 'progress', done, total });
    };
    const onUnit = ({ unit, content }: UnitNews) => {
      job.units.set(unit, content);
      tell(job, { type: 'unit', unit, text: content.text });
    };
    const { slug, from, to } = job;
    for (let race = 1; ; race++) {
      const report = await run({ slug, from, to, signal, onProgress, onUnit });
      const translation = report.translations[0];
      if (translation?.outcome === 'raced' && race < races) continue;
      const { requests, inputTokens, outputTokens } = report.usage;
      job.usage = { requests, inputTokens, outputTokens };
      job.errors = report.errors;
      if (translation === undefined) throw report.errors[0] ?? new DiptychError('not-found', { file: slug });
      job.report = translation;
      return;
    }
  }

  function start(job: Job): void {
    const stop = new AbortController();
    stops.set(job, stop);
    enter(job, 'queued');
    const end = async (state: JobState) => {
      job.finished = new Date().toISOString();
      activeJobs.delete(keyOf(job));
      stops.delete(job);
      await ended(job);
      // Whoever is told of the end finds everything as it is then. A disk that is full costs a needless run later.
      await save().catch(() => {});
      enter(job, state);
      watchers.delete(job);
    };
    const task = queue
      .add((signal) => work(job, signal), { priority: 'interactive', signal: stop.signal })
      .then(
        () => end('done'),
        (error: unknown) => {
          // Stopped with the server: it stays written down and goes on with the next start.
          if (stopping) return;
          if (stop.signal.aborted) return end('cancelled');
          job.errors = [asError(error)];
          return end('failed');
        },
      )
      .finally(() => running.delete(task));
    running.add(task);
  }

  function put(job: Job): void {
    jobs.set(job.id, job);
    activeJobs.set(keyOf(job), job);
    for (const old of jobs.values()) {
      if (jobs.size <= remembered) break;
      if (isOver(old)) jobs.delete(old.id);
    }
  }

  const made = (assignment: Assignment, id: string, created: string, by: string): Job => ({
    ...assignment,
    id,
    created,
    by,
    state: 'queued',
    done: 0,
    total: 0,
    requests: 1,
    units: new Map(),
    events: [],
    errors: [],
  });

  return {
    async submit(assignment, by) {
      const present = activeJobs.get(keyOf(assignment));
      if (present !== undefined) {
        present.requests++;
        return { job: present, joined: true };
      }
      const job = made(assignment, randomUUID(), new Date().toISOString(), by);
      put(job);
      await save();
      start(job);
      return { job, joined: false };
    },
    get(id) {
      const job = jobs.get(id);
      if (job === undefined) throw new DiptychError('not-found', { context: 'job', job: id });
      return job;
    },
    list: () => [...jobs.values()].reverse(),
    active: (slug, to) => activeJobs.get(keyOf({ slug, to })),
    cancel: (id) => {
      const job = jobs.get(id);
      if (job !== undefined) stops.get(job)?.abort();
    },
    watch(job, after, see) {
      for (const event of job.events.slice(after)) see(event);
      if (isOver(job)) return () => {};
      const all = watchers.get(job) ?? new Set();
      watchers.set(job, all);
      all.add(see);
      return () => void all.delete(see);
    },
    async resume() {
      for (const { id, created, by, ...assignment } of await pending.read()) {
        if (activeJobs.has(keyOf(assignment))) continue;
        const job = made(assignment, id, created, by);
        put(job);
        start(job);
      }
    },
    async stop() {
      stopping = true;
      for (const stop of stops.values()) stop.abort();
      await Promise.all(running);
    },
  };
}

/** What a bug throws is told as a failure of the server, not of the article. */
function asError(error: unknown): DiptychError {
  if (error instanceof DiptychError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new DiptychError('store-failed', { reason }, undefined, error);
}
