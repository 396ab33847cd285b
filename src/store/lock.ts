import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { DiptychError } from '../model/errors.js';
import { sha256 } from '../model/hash.js';

/** Who holds a lock. `started` tells a process from a later one with the same number. */
const holderSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  since: z.string(),
  /** Two locks never hold the same content, however soon one follows the other. */
  nonce: z.string().optional(),
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

/** What a lock file says: who holds it, nothing readable (a machine that lost power), or that there is none. */
async function readLock(path: string): Promise<{ text: string; holder?: Holder } | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return { text, holder: holderSchema.parse(JSON.parse(text)) };
  } catch {
    return { text };
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
  const nonce = randomBytes(8).toString('hex');
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    nonce,
    ...(started && { started }),
  };
  const content = JSON.stringify(own);
  const candidate = `${path}.${nonce}`;
  await writeFile(candidate, content, { flag: 'wx' });
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      try {
        await link(candidate, path);
        return { release: () => remove(path, content) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const present = await readLock(path);
      if (present === undefined) continue;
      const { holder } = present;
      if (holder !== undefined && (holder.host !== own.host || (await isAlive(holder)))) throw lockedBy(path, holder);
      await breakLock(path, present.text);
    }
    throw lockedBy(path);
  } finally {
    await unlink(candidate).catch(() => {});
  }
}

/** How often a lock may be let go by another process in the instant between two looks at it. */
const attempts = 10;

function lockedBy(path: string, holder?: Holder): DiptychError {
  const { pid = 0, host = '?', since = '?' } = holder ?? {};
  return new DiptychError('store-locked', { pid, host, since, file: path });
}

/**
 * Removes a dead holder's lock, under a lock of its own that is named for that holder: of two processes that find the
 * same dead holder, the slower would otherwise remove what the quicker has just taken.
 */
async function breakLock(path: string, dead: string): Promise<void> {
  const guard = await takeLock(`${path}.${sha256(dead).slice(0, 16)}`);
  try {
    await remove(path, dead);
  } finally {
    await guard.release();
  }
}

/** Removes a lock file, if it still says what it said. */
async function remove(path: string, content: string): Promise<void> {
  const present = await readLock(path);
  if (present?.text === content) await unlink(path);
}
