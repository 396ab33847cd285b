import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { DiptychError } from '../../model/errors.js';
import { begins, type Change, type ChangeLog, changeSchema, note } from '../changes.js';
import { createTurns } from '../turns.js';
import type { Database } from './database.js';
import type { Tables } from './tables.js';

/** The log of a project on PostgreSQL, that any number of processes append to. */
export function createPostgresChanges(database: Database): ChangeLog {
  const inTurn = createTurns();
  const out = new Map<string, Change>();
  let seen = 0;
  let epoch: Promise<string> | undefined;

  /** Reads on from where was read to. */
  async function catchUp(db: Kysely<Tables>): Promise<void> {
    const rows = await db
      .selectFrom('changes')
      .select('change')
      .where('sequence', '>', String(seen))
      .orderBy('sequence')
      .execute();
    for (const { change } of rows) {
      const read = changeOf(change);
      note(out, read);
      seen = read.sequence;
    }
  }

  /** The name of the log; the first that asks gives it one. */
  const nameOf = () =>
    database.run(async (db) => {
      await db
        .insertInto('names')
        .values({ name: 'changes', value: randomBytes(6).toString('hex') })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return (await db.selectFrom('names').select('value').where('name', '=', 'changes').executeTakeFirstOrThrow())
        .value;
    });

  const locked = (db: Kysely<Tables>) =>
    sql`select pg_advisory_xact_lock(hashtextextended(${`${database.schema} changes`}, 0))`.execute(db);

  return {
    epoch() {
      epoch ??= nameOf();
      epoch.catch(() => {
        epoch = undefined;
      });
      return epoch;
    },
    length: () =>
      database.run(async (db) => {
        const { last } = await db
          .selectFrom('changes')
          .select((row) => row.fn.max('sequence').as('last'))
          .executeTakeFirstOrThrow();
        return Number(last ?? 0);
      }),
    after: (sequence, limit) =>
      database.run(async (db) => {
        const rows = await db
          .selectFrom('changes')
          .select('change')
          .where('sequence', '>', String(sequence))
          .orderBy('sequence')
          .limit(limit)
          .execute();
        return rows.map(({ change }) => changeOf(change));
      }),
    append: (find) =>
      inTurn('', async () => {
        await database.run(catchUp);
        // Without the lock first: nearly always there is nothing new.
        if ((await find(out, seen)).length === 0) return [];
        const added = await database.transact(async (db) => {
          await locked(db);
          await catchUp(db);
          const changes = (await find(out, seen)).map((change, at) => ({ sequence: seen + at + 1, ...change }));
          for (let at = 0; at < changes.length; at += 500) {
            const rows = changes
              .slice(at, at + 500)
              .map((change) => ({ sequence: String(change.sequence), change: JSON.stringify(change) }));
            await db.insertInto('changes').values(rows).execute();
          }
          return changes;
        });
        await database.run(catchUp);
        return added;
      }),
    restore: async (name, changes) => {
      await database.transact(async (db) => {
        await locked(db);
        const rows = await db.selectFrom('changes').select('change').orderBy('sequence').execute();
        const present = rows.map(({ change }) => changeOf(change));
        const named = await db.selectFrom('names').select('value').where('name', '=', 'changes').executeTakeFirst();
        if (!begins({ epoch: named?.value ?? name, changes: present }, { epoch: name, changes })) {
          throw new DiptychError('conflict', { context: 'not-empty', state: 'published' });
        }
        await db
          .insertInto('names')
          .values({ name: 'changes', value: name })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: name }))
          .execute();
        for (let at = present.length; at < changes.length; at += 500) {
          const rows = changes
            .slice(at, at + 500)
            .map((change) => ({ sequence: String(change.sequence), change: JSON.stringify(change) }));
          await db.insertInto('changes').values(rows).execute();
        }
      });
      epoch = undefined;
    },
  };
}

const changeOf = (text: string): Change => changeSchema.parse(JSON.parse(text));
