import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { DiptychError } from '../../model/errors.js';

/** What a key may be used for. `admin` covers all. */
export const scopes = ['read', 'edit', 'generate', 'publish', 'admin'] as const;
export type Scope = (typeof scopes)[number];

const keySchema = z.object({
  name: z.string(),
  /** SHA-256 of the key, hexadecimal. A key is 32 random bytes: a slow hash would protect nothing more. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  scopes: z.array(z.enum(scopes)),
  created: z.string(),
});
/** A key as it is stored; the key itself is shown once and never kept. */
export type StoredKey = z.infer<typeof keySchema>;

const fileOf = (root: string) => join(root, '.diptych', 'keys.json');

/** The keys of a project; none where there is no file. Throws `store-failed` for a file that cannot be trusted. */
export async function readKeys(root: string): Promise<readonly StoredKey[]> {
  const text = await readFile(fileOf(root), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw new DiptychError('store-failed', { reason: error.message }, { file: fileOf(root) }, error);
  });
  try {
    return z.array(keySchema).parse(JSON.parse(text));
  } catch (error) {
    // A broken file must not mean "no keys": the server would open its doors.
    throw new DiptychError('store-failed', { reason: 'not a list of keys' }, { file: fileOf(root) }, error);
  }
}

/** Makes a key and returns it, to be shown once. A key of the same name is replaced. */
export async function addKey(root: string, name: string, granted: readonly Scope[]): Promise<string> {
  const key = `dip_${randomBytes(32).toString('base64url')}`;
  const others = (await readKeys(root)).filter((one) => one.name !== name);
  const stored: StoredKey = { name, hash: hashOf(key), scopes: [...granted], created: new Date().toISOString() };
  await writeKeys(root, [...others, stored]);
  return key;
}

/** Takes a key away; whether there was one of that name. */
export async function removeKey(root: string, name: string): Promise<boolean> {
  const keys = await readKeys(root);
  const rest = keys.filter((one) => one.name !== name);
  if (rest.length !== keys.length) await writeKeys(root, rest);
  return rest.length !== keys.length;
}

async function writeKeys(root: string, keys: readonly StoredKey[]): Promise<void> {
  const file = fileOf(root);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(keys, null, 1)}\n`, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
}

/** The stored key that a presented one is, compared in constant time. */
export function findKey(keys: readonly StoredKey[], presented: string): StoredKey | undefined {
  const hash = Buffer.from(hashOf(presented), 'hex');
  let found: StoredKey | undefined;
  for (const key of keys) if (timingSafeEqual(Buffer.from(key.hash, 'hex'), hash)) found = key;
  return found;
}

/** Whether a key covers a scope. Whoever may do anything may read. */
export function covers(key: Pick<StoredKey, 'scopes'>, scope: Scope): boolean {
  return key.scopes.includes('admin') || key.scopes.includes(scope) || (scope === 'read' && key.scopes.length > 0);
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
