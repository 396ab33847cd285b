import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { localeSchema } from '../../model/locale.js';

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
/** A job that is not over, as it is written down. */
export type PendingJob = z.infer<typeof pendingSchema>[number];

/** The jobs that are not over, on disk: a server that was killed goes on with them when it starts again. */
export interface PendingJobs {
  read(): Promise<readonly PendingJob[]>;
  /** Durable when it resolves. */
  write(jobs: readonly PendingJob[]): Promise<void>;
}

/** Pending jobs of a project, in `.diptych/jobs.json`. */
export function openPendingJobs(root: string): PendingJobs {
  const file = join(root, '.diptych', 'jobs.json');
  let turn: Promise<unknown> = Promise.resolve();
  return {
    async read() {
      const text = await readFile(file, 'utf8').catch(() => '[]');
      try {
        return pendingSchema.parse(JSON.parse(text));
      } catch {
        // Nothing is lost but that somebody asked: what engines answered is in memory.
        return [];
      }
    },
    write(jobs) {
      const next = turn.then(() => replace(file, `${JSON.stringify(jobs)}\n`));
      turn = next.catch(() => {});
      return next;
    },
  };
}

async function replace(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(`${file}.new`, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}
