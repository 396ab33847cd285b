import { DiptychError } from '../../model/errors.js';
import { type Keyring, type StoredKey, storedKeySchema } from '../keys.js';
import type { Database } from './database.js';

/** How long keys are believed without looking again, in milliseconds: every request asks for them. */
const believed = 1000;

/** The keys of a project on PostgreSQL. */
export function createPostgresKeyring(database: Database): Keyring {
  let known: { readonly keys: Promise<readonly StoredKey[]>; readonly until: number } | undefined;
  const read = () =>
    database.run(async (db) => {
      const rows = await db.selectFrom('keys').selectAll().execute();
      const keys = rows.map(({ name, key }) => {
        const parsed = storedKeySchema.safeParse(JSON.parse(key));
        if (!parsed.success) throw new DiptychError('store-failed', { reason: `the key "${name}" is none` });
        return parsed.data;
      });
      // As they were made, as in a file.
      const age = ({ created, name }: StoredKey) => `${created} ${name}`;
      return keys.sort((a, b) => (age(a) < age(b) ? -1 : 1));
    });
  return {
    all() {
      if (known === undefined || performance.now() > known.until) {
        known = { keys: read(), until: performance.now() + believed };
        known.keys.catch(() => {
          known = undefined;
        });
      }
      return known.keys;
    },
    async put(stored) {
      const key = JSON.stringify(stored);
      await database.run((db) =>
        db
          .insertInto('keys')
          .values({ name: stored.name, key })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ key }))
          .execute(),
      );
      known = undefined;
    },
    async remove(name) {
      const gone = await database.run((db) => db.deleteFrom('keys').where('name', '=', name).executeTakeFirst());
      known = undefined;
      return gone.numDeletedRows > 0n;
    },
  };
}
