import { randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../../model/hash.js';
import type { Keyring, Scope, StoredKey } from '../../store/keys.js';

/** Makes a key and returns it, to be shown once. A key of the same name is replaced. */
export async function addKey(keyring: Keyring, name: string, granted: readonly Scope[]): Promise<string> {
  const key = `dip_${randomBytes(32).toString('base64url')}`;
  await keyring.put({ name, hash: hashOf(key), scopes: [...granted], created: new Date().toISOString() });
  return key;
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

/** What is kept of a secret, a key or a session's, which is long and random: SHA-256 in hex. */
export function hashOf(secret: string): string {
  return sha256(secret);
}
