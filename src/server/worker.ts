import { randomUUID } from 'node:crypto';
import { DiptychError } from '../model/errors.js';
import { openBench } from '../pipeline/run.js';
import { workOnJobs } from './generation.js';
import type { Log, Observe } from './observe.js';
import { connectServer, type ServerServices } from './wiring.js';

/** What a worker is started with. */
export interface WorkerOptions {
  readonly cwd: string;
  readonly root?: string;
  readonly pipeline: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How many articles at a time. */
  readonly atOnce: number;
  readonly log: Log;
  /** Told of each job that ends. */
  readonly observe: Observe;
}

/** A worker at work. */
export interface RunningWorker {
  readonly root: string;
  /** Takes no more jobs, hands back those under way, and resolves when nothing is left open. */
  close(): Promise<void>;
}

/**
 * Works on the jobs of a project that servers take, on this machine or another. Throws `missing-setting` without a
 * database: jobs then wait in the server's own process.
 */
export async function startWorker({ atOnce, log, observe, ...request }: WorkerOptions): Promise<RunningWorker> {
  if (!request.env['DATABASE_URL'])
    throw new DiptychError('missing-setting', { context: 'database', setting: 'DATABASE_URL' });
  const connect: typeof connectServer = (root, concurrency, env) => connectServer(root, concurrency, env, log);
  const { project, services } = await openBench({ ...request, articles: [], dryRun: false }, connect);
  const connected = services as ServerServices;
  const self = randomUUID();
  const changed = async (slug: string, to: string) => connected.signals.tell('translation', `${self} ${to}/${slug}`);
  await workOnJobs({ request, services: connected, seen: new Map(), changed, observe }, atOnce);
  return {
    root: project.root,
    async close() {
      await connected.tasks.stop();
      await connected.close();
    },
  };
}
