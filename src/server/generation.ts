import type { SeenFiles } from '../pipeline/inventory.js';
import type { GenerateRequest } from '../pipeline/request.js';
import { generate } from '../pipeline/run.js';
import { createHandler, endOf, finish, type RunJob } from './jobs/run.js';
import type { Observe } from './observe.js';
import type { ServerServices } from './wiring.js';

/** What jobs are worked on with. */
export interface Generation {
  readonly request: Pick<GenerateRequest, 'cwd' | 'root' | 'pipeline' | 'env'>;
  readonly services: ServerServices;
  /** What was seen of the project's files. */
  readonly seen: SeenFiles;
  /** A translation may be another now. */
  readonly changed: (slug: string, to: string) => Promise<void>;
  readonly observe: Observe;
}

/** Works on the jobs that wait, `atOnce` at a time, until the queue is stopped. */
export function workOnJobs({ request, services, seen, changed, observe }: Generation, atOnce: number): Promise<void> {
  const { store, tasks, jobs: book, signals } = services;
  const run: RunJob = async ({ slug, from, to, ...job }) => {
    // What was last delivered may lie on another machine.
    await store.bring(slug, to);
    const wanted = { articles: [`${from}/${slug}`], to: [to], dryRun: false, priority: 'interactive', seen } as const;
    return generate({ ...request, ...wanted, ...job }, async () => services);
  };
  return tasks.work({
    atOnce,
    handle: createHandler({ run, book, signals, changed, observe }),
    dead: async (task) => {
      await finish(book, signals, task.job, { state: 'failed', errors: [given] });
      observe(endOf(task, { state: 'failed', errors: [given] }, Date.parse(task.created)));
    },
  });
}

/** What a job is told to have failed at that failed whenever it was tried: each time the store, or a process that died. */
const given = { code: 'store-failed', values: { reason: 'tried too often' } } as const;
