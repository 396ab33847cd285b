import { DiptychError } from '../../model/errors.js';
import { atLeast } from '../../model/issue.js';
import type { RunReport } from '../../pipeline/report.js';
import type { GenerateRequest, Progress, UnitNews } from '../../pipeline/request.js';
import type { TaskData, TaskHandler } from '../../queue/tasks.js';
import { type Assignment, isOver, type JobBook, type JobNews, type JobRecord } from '../../store/jobs.js';
import type { Signals } from '../../store/signals.js';
import type { JobEnd, Observe } from '../observe.js';

/** A job as it waits in the queue: all that is needed to write it down anew. */
export interface JobTask extends TaskData {
  readonly job: string;
  readonly slug: string;
  readonly from: string;
  readonly to: string;
  readonly created: string;
  readonly by: string;
}

/** Runs one assignment; `generate` with the server's project and services. */
export type RunJob = (
  request: Pick<GenerateRequest, 'signal' | 'onProgress' | 'onUnit' | 'by'> & Assignment,
) => Promise<RunReport>;

/** What jobs are run with. */
export interface Workshop {
  readonly run: RunJob;
  readonly book: JobBook;
  readonly signals: Signals;
  /** A translation may be another now. */
  readonly changed: (slug: string, to: string) => Promise<void>;
  readonly observe: Observe;
}

/** How often a job is run again because a person saved the file while it ran. */
const races = 3;

/** How long events wait for others to be written down with, in milliseconds. */
const together = 50;

/** A job that nobody has worked on. */
export function newJob({ job: id, slug, from, to, created, by }: JobTask): JobRecord {
  return { id, slug, from, to, created, by, state: 'queued', done: 0, total: 0, units: 0, requests: 1, errors: [] };
}

/**
 * Does a job and writes down what happens in it. Throws when it is to be done again: the store cannot be written to, or
 * the process stops. Whatever else goes wrong is the job's end.
 */
export function createHandler({ run, book, signals, changed, observe }: Workshop): TaskHandler<JobTask> {
  return async (task, whole) => {
    const { job: id } = task;
    await book.enter(newJob(task));
    const cancelled = new AbortController();
    const signal = AbortSignal.any([whole, cancelled.signal]);
    const quit = signals.listen('cancel', (about) => about === id && cancelled.abort());
    try {
      await handle(task, signal);
    } finally {
      quit();
    }
  };

  async function handle(task: JobTask, signal: AbortSignal): Promise<void> {
    const { job: id, slug, from, to, by } = task;
    const started = Date.now();
    const tell = (end: Partial<JobRecord>) => observe(endOf(task, end, started));
    // It is over when its end was written down and the queue was not told any more.
    const begins = { state: 'running', started: new Date().toISOString(), done: 0, total: 0 } as const;
    if (!(await book.update(id, begins, [{ type: 'state', state: 'running' }]))) return;
    signals.tell('job', id);
    const diary = keepDiary(id, book, signals);
    let end: Partial<JobRecord>;
    try {
      end = { state: 'done', ...(await work({ run, slug, from, to, by, signal, ...diary })) };
    } catch (error) {
      await diary.flush().catch(() => {});
      // Cancelled: its end is written down already. Stopped with the process: it is done again.
      if (signal.aborted) {
        const present = await book.get(id);
        if (present !== undefined && isOver(present)) {
          tell(present);
          return void (await changed(slug, to));
        }
        await book.update(id, { state: 'queued' }, [{ type: 'state', state: 'queued' }]);
        tell({ state: 'queued' });
        throw error;
      }
      const known = asError(error);
      // Somebody else writes to the files just now, or the disk is full: later it may go.
      if (known.code === 'store-failed' || known.code === 'store-locked') throw known;
      end = { state: 'failed', errors: [told(known)] };
    }
    await diary.flush();
    // Whoever is told of the end finds everything as it is then.
    await changed(slug, to);
    await finish(book, signals, id, end);
    tell(end);
  }
}

/** A job's end as it is told; `started` in milliseconds since 1970. */
export function endOf({ job, slug, to }: JobTask, end: Partial<JobRecord>, started: number): JobEnd {
  const { state = 'failed', report, errors = [] } = end;
  const codes = errors.map(({ code }) => code);
  const milliseconds = Date.now() - started;
  return { type: 'job', job, slug, locale: to, state, outcome: report?.outcome, errors: codes, milliseconds };
}

/** Writes down that a job is over. */
export async function finish(book: JobBook, signals: Signals, id: string, end: Partial<JobRecord>): Promise<void> {
  const { state, usage, report } = end;
  const found = report && { issues: report.issues, failing: report.failing, left: report.left };
  const news: JobNews[] = state === undefined ? [] : [{ type: 'state', state, ...found, ...(usage && { usage }) }];
  await book.update(id, { finished: new Date().toISOString(), ...end }, news);
  signals.tell('job', id);
}

/** Writes down progress and units, several at once. */
function keepDiary(id: string, book: JobBook, signals: Signals) {
  let news: JobNews[] = [];
  let last: Partial<JobRecord> = {};
  const units = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(async () => {
      if (news.length === 0) return;
      const [change, some] = [last, news];
      news = [];
      await book.update(id, change, some);
      signals.tell('job', id);
    });
    return writing;
  };
  const add = (one: JobNews) => {
    news.push(one);
    timer ??= setTimeout(() => void flush().catch(() => {}), together);
  };
  return {
    flush,
    onProgress({ done, total }: Progress) {
      if (last.done === done && last.total === total) return;
      last = { ...last, done, total };
      add({ type: 'progress', done, total });
    },
    onUnit({ unit, content }: UnitNews) {
      units.add(unit);
      last = { ...last, units: units.size };
      add({ type: 'unit', unit, content });
    },
  };
}

/** Runs an assignment, again when a person was quicker. What is thrown ended it. */
async function work({
  run,
  ...request
}: { readonly run: RunJob } & Parameters<RunJob>[0]): Promise<Partial<JobRecord>> {
  for (let race = 1; ; race++) {
    const report = await run(request);
    const translation = report.translations[0];
    if (translation?.outcome === 'raced' && race < races) continue;
    const { requests, inputTokens, outputTokens } = report.usage;
    if (translation === undefined) throw report.errors[0] ?? new DiptychError('not-found', { file: request.slug });
    const { outcome, state, counts, issues, left } = translation;
    const failing = issues.filter(({ severity }) => atLeast(severity, report.failOn)).length;
    return {
      usage: { requests, inputTokens, outputTokens },
      errors: report.errors.map(told),
      report: { outcome, state, counts: { ...counts }, issues: issues.length, failing, left: left.length },
    };
  }
}

/** An error as it is written down. */
export function told({ code, values, place }: DiptychError): JobRecord['errors'][number] {
  return { code, values, ...(place?.file === undefined ? {} : { file: place.file }) };
}

/** What a bug throws is told as a failure of the server, not of the article. */
export function asError(error: unknown): DiptychError {
  if (error instanceof DiptychError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new DiptychError('store-failed', { reason }, undefined, error);
}
