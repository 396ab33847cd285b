import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DiptychError } from '../model/errors.js';
import { writeWhole } from './durable.js';
import { coded } from './failure.js';
import { type Keyring, type StoredKey, storedKeySchema } from './keys.js';

/** The keys of a project in `.diptych/keys.json`, which its owner alone can read. */
export function createFileKeyring(root: string): Keyring {
  const file = join(root, '.diptych', 'keys.json');
  let known: { readonly stamp: string; readonly keys: readonly StoredKey[] } | undefined;
  const keyring: Keyring = {
    async all() {
      // Asked for with every request: a look at the file's number, size and time is a hundredth of reading it.
      const stamp = stampOf(file);
      if (known?.stamp === stamp) return known.keys;
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '[]';
        throw new DiptychError('store-failed', { reason: error.message }, { file }, error);
      });
      try {
        const keys = z.array(storedKeySchema).parse(JSON.parse(text));
        known = stamp === stampOf(file) ? { stamp, keys } : undefined;
        return keys;
      } catch (error) {
        // A broken file must not mean "no keys": the server would open its doors.
        throw new DiptychError('store-failed', { reason: 'not a list of keys' }, { file }, error);
      }
    },
    put: (key) =>
      coded(file, async () => write([...(await keyring.all()).filter(({ name }) => name !== key.name), key])),
    remove: (name) =>
      coded(file, async () => {
        const keys = await keyring.all();
        const rest = keys.filter((one) => one.name !== name);
        if (rest.length !== keys.length) await write(rest);
        return rest.length !== keys.length;
      }),
  };
  const write = (keys: readonly StoredKey[]) => writeWhole(file, `${JSON.stringify(keys, null, 1)}\n`, 0o600);
  return keyring;
}

/** What changes when a file does: it is never written in place, so another content is another file. */
function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? '' : `${found.ino} ${found.size} ${found.mtimeNs}`;
}
