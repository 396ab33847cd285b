import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { DiptychError } from '../model/errors.js';

/** Who holds a lock. `started` tells a process from a later one with the same number. */
const holderSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  since: z.string(),
  started: z.string().optional(),
});
type Holder = z.infer<typeof holderSchema>;

/** When a process started, in clock ticks since boot (proc(5), field 22 of /proc/pid/stat); absent where there is no /proc. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field, the command's name in brackets, may itself hold spaces and brackets.
  return stat
    ?.slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .at(19);
}

async function isAlive({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = await startOf(pid);
  return started === undefined || now === undefined || now === started;
}

async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A lock that this process holds. */
export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes the one writer's lock. A holder that is dead is replaced; one that lives, or is on another machine, is named in
 * `store-locked`. The file appears with its content in one step (a hard link), so that no one ever reads it half-written.
 */
export async function takeLock(path: string): Promise<Lock> {
  await mkdir(dirname(path), { recursive: true });
  const started = await startOf(process.pid);
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    ...(started && { started }),
  };
  const candidate = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(candidate, JSON.stringify(own), { flag: 'wx' });
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      try {
        await link(candidate, path);
        return { release: () => unlink(path) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = await readHolder(path);
      if (holder !== undefined && (holder.host !== own.host || (await isAlive(holder)))) {
        throw new DiptychError('store-locked', { ...holder, started: '', file: path });
      }
      await unlink(path).catch(() => {});
    }
    throw new DiptychError('store-locked', { pid: 0, host: '?', since: '?', file: path });
  } finally {
    await unlink(candidate).catch(() => {});
  }
}
