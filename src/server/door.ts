import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const doorSchema = z.object({
  /** Of this machine alone: `http://127.0.0.1:4173`. */
  url: z.string(),
  pid: z.int().positive(),
  pipeline: z.string(),
  /** Who can read the file may ask: it is its owner's alone. */
  secret: z.string(),
});
/** By which the command line finds the server that works on the same files, and is let in. */
export type Door = z.infer<typeof doorSchema>;

const fileOf = (root: string) => join(root, '.diptych', 'server.json');

/** A secret that lasts as long as the server. */
export const freshSecret = (): string => randomBytes(32).toString('base64url');

/** Writes down where a server is. */
export async function openDoor(root: string, door: Door): Promise<void> {
  const file = fileOf(root);
  await mkdir(dirname(file), { recursive: true });
  const fresh = `${file}.${door.pid}`;
  await writeFile(fresh, JSON.stringify(door), { mode: 0o600 });
  await chmod(fresh, 0o600);
  await rename(fresh, file);
}

/** Where a server of the project says that it is; it may be gone. */
export async function findDoor(root: string): Promise<Door | undefined> {
  try {
    return doorSchema.parse(JSON.parse(await readFile(fileOf(root), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Takes the note away, unless another server has written its own. */
export async function closeDoor(root: string, { secret }: Pick<Door, 'secret'>): Promise<void> {
  if ((await findDoor(root))?.secret === secret) await unlink(fileOf(root)).catch(() => {});
}

/** Whether a presented word is the secret, compared in constant time. */
export function isSecret(secret: string, presented: string): boolean {
  const [a, b] = [Buffer.from(secret), Buffer.from(presented)];
  return a.length === b.length && timingSafeEqual(a, b);
}
