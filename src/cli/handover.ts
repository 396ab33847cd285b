import { hostname } from 'node:os';
import { z } from 'zod';
import { DiptychError, exitCodes } from '../model/errors.js';
import { findProject } from '../pipeline/project.js';
import { type Connect, type GenerateRequest, generate } from '../pipeline/run.js';
import { type Door, findDoor } from '../server/door.js';
import type { Io } from './io.js';

/** A job as the server tells it, as far as the command line tells it on. */
const jobSchema = z.object({
  id: z.string(),
  slug: z.string(),
  to: z.string(),
  state: z.string(),
  requests: z.int(),
  translation: z.string().optional(),
  units: z.int(),
  issues: z.int().optional(),
  failing: z.int().optional(),
  left: z.int().optional(),
  errors: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type HandedJob = z.infer<typeof jobSchema>;

/** What the server made of the work it was handed. */
export interface HandedOver {
  readonly url: string;
  readonly jobs: readonly HandedJob[];
}

/**
 * Hands a run that met a locked store to the server that holds it. Throws the error that it was called for where no
 * server of this machine holds it, or the server would work otherwise: by another pipeline, with other engines.
 */
export async function handOver(
  locked: unknown,
  request: GenerateRequest,
  connect: Connect,
  io: Pick<Io, 'messages'>,
): Promise<HandedOver> {
  if (!(locked instanceof DiptychError) || locked.code !== 'store-locked') throw locked;
  const { root } = await findProject(request.cwd, request.root);
  const door = await findDoor(root);
  const holds = door?.pid === locked.values['pid'] && locked.values['host'] === hostname();
  if (door === undefined || !holds || door.pipeline !== request.pipeline || request.engines !== undefined) throw locked;
  const server = { ...door, locale: io.messages.locale };
  // What is to be done is read from the files; only doing it is the server's.
  const { translations } = await generate({ ...request, dryRun: true }, connect);
  const open = translations.filter(({ outcome }) => outcome !== 'current' && outcome !== 'foreign');
  const jobs: HandedJob[] = [];
  for (const { slug, to } of open) {
    const body = { method: 'POST', body: JSON.stringify({ locale: to }) };
    jobs.push(await ask(server, `/api/v1/articles/${encodeURIComponent(slug)}/translations`, body));
  }
  let done = 0;
  const over = jobs.map(async (job) => {
    const end = await ended(server, job, request.signal);
    request.onProgress?.({ done: ++done, total: jobs.length, file: `content/${end.to}/${end.slug}.md` });
    return end;
  });
  // Of an interruption each job has to hear.
  await Promise.allSettled(over);
  return { url: door.url, jobs: await Promise.all(over) };
}

/** The exit code of work that was handed over, as `generate` itself would have it. */
export function exitCodeOf({ jobs }: HandedOver): number {
  if (jobs.some(({ state, errors }) => state !== 'done' || errors.length > 0)) return exitCodes.failure;
  const unclean = ({ translation, failing = 0, left = 0 }: HandedJob) =>
    failing > 0 || left > 0 || translation === 'partial' || translation === 'stale';
  return jobs.some(unclean) ? exitCodes.issues : exitCodes.clean;
}

/** A server that is spoken to in a person's language. */
type Server = Door & { readonly locale: string };

/** How long it is between two looks at a job, in milliseconds. */
const look = 300;

/** The job once it is over. A job that nobody else asked for is cancelled when the person interrupts. */
async function ended(door: Server, { id, requests }: HandedJob, signal: AbortSignal | undefined): Promise<HandedJob> {
  for (;;) {
    if (signal?.aborted) {
      if (requests === 1) await ask(door, `/api/v1/jobs/${id}`, { method: 'DELETE' });
      throw new DiptychError('aborted');
    }
    const job = await ask(door, `/api/v1/jobs/${id}`);
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, look));
  }
}

async function ask({ url, secret, locale }: Server, path: string, init: RequestInit = {}): Promise<HandedJob> {
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'accept-language': locale };
  let body: unknown;
  try {
    const response = await fetch(url + path, { ...init, headers, redirect: 'error' });
    body = await response.json();
    if (response.ok) return jobSchema.parse(body);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DiptychError('store-failed', { reason: `${url}: ${reason}` }, undefined, error);
  }
  const told = z
    .object({ code: z.string(), detail: z.string().optional(), title: z.string().optional() })
    .safeParse(body);
  const reason = told.success ? (told.data.detail ?? told.data.title ?? told.data.code) : 'no answer';
  throw new DiptychError('store-failed', { reason: `${url}: ${reason}` });
}
