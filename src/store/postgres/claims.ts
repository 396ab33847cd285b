import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { DiptychError } from '../../model/errors.js';
import type { LanguagePair, MemoryEntry } from '../../model/memory.js';
import type { Asked, Claim } from '../store.js';
import type { Database } from './database.js';
import { entryOf, keyOf } from './remembering.js';

/** How long a claim holds that nobody renews, and how often it is renewed, in milliseconds. */
const holds = 15_000;
const renewal = 4_000;

/** How long it is between two looks at units that others hold, in milliseconds. */
const shortest = 20;
const longest = 500;

/**
 * Takes units to be asked for, wherever in the world others ask. Rows, not locks of a connection: they outlive a restart
 * of the database, while the engine is still at work. What a process that died had claimed is free when its time is up.
 */
export async function claim(
  database: Database,
  pair: LanguagePair,
  wanted: readonly Asked[],
  isAnswer: (entry: MemoryEntry) => boolean,
  signal: AbortSignal,
): Promise<Claim> {
  const holder = randomUUID();
  const units = new Map(wanted.map((unit) => [keyOf(unit).toString('hex'), unit]));
  // In one order, so that two who want the same never hold what the other waits for.
  const keys = [...units.keys()].sort();
  const release = async () => {
    clearInterval(beat);
    await database.run((db) => db.deleteFrom('claims').where('holder', '=', holder).execute());
  };
  const renew = () =>
    database.run((db) => db.updateTable('claims').set({ until: inTime() }).where('holder', '=', holder).execute());
  const beat = setInterval(() => void renew().catch(() => {}), renewal);
  beat.unref();
  try {
    for (let wait = shortest; ; wait = Math.min(longest, 2 * wait)) {
      const held = await take(database, pair, keys, holder);
      const known = await database.run((db) =>
        db
          .selectFrom('memory')
          .select('entry')
          .where('from_locale', '=', pair.from)
          .where('to_locale', '=', pair.to)
          .where(
            'key',
            'in',
            keys.map((key) => Buffer.from(key, 'hex')),
          )
          .execute(),
      );
      const answered = known.map(entryOf).filter(isAnswer);
      if (held.length > 0 || answered.length > 0) {
        return { held: held.map((key) => units.get(key)!), answered, release };
      }
      if (signal.aborted) throw new DiptychError('aborted');
      await pause(wait, undefined, { signal }).catch(() => {
        throw new DiptychError('aborted');
      });
    }
  } catch (error) {
    await release().catch(() => {});
    throw error;
  }
}

const inTime = () => sql<Date>`now() + ${holds} * interval '1 millisecond'`;

/** The keys that are the holder's now. */
async function take(database: Database, { from, to }: LanguagePair, keys: readonly string[], holder: string) {
  const rows = keys.map((key) => ({
    from_locale: from,
    to_locale: to,
    key: Buffer.from(key, 'hex'),
    holder,
    until: inTime(),
  }));
  const taken = await database.run((db) =>
    db
      .insertInto('claims')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['from_locale', 'to_locale', 'key'])
          .doUpdateSet((row) => ({ holder: row.ref('excluded.holder'), until: row.ref('excluded.until') }))
          .where((row) =>
            row.or([
              row('claims.until', '<', sql<Date>`now()`),
              // A step that is run again after the connection broke finds its own.
              row('claims.holder', '=', holder),
            ]),
          ),
      )
      .returning('claims.key')
      .execute(),
  );
  return taken.map(({ key }) => key.toString('hex'));
}
