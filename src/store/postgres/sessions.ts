import type { SessionBook } from '../sessions.js';
import type { Database } from './database.js';

/** The sessions of a project on PostgreSQL: whoever signed in at one server is signed in at all. */
export function createPostgresSessions(database: Database): SessionBook {
  return {
    put: async ({ hash, name, until }, now) => {
      await database.run(async (db) => {
        await db.deleteFrom('sessions').where('until', '<=', String(now)).execute();
        const row = { name, until: String(until) };
        await db
          .insertInto('sessions')
          .values({ hash, ...row })
          .onConflict((conflict) => conflict.column('hash').doUpdateSet(row))
          .execute();
      });
    },
    get: (hash) =>
      database.run(async (db) => {
        const row = await db.selectFrom('sessions').selectAll().where('hash', '=', hash).executeTakeFirst();
        return row === undefined ? undefined : { hash, name: row.name, until: Number(row.until) };
      }),
    remove: async (hash) => {
      await database.run((db) => db.deleteFrom('sessions').where('hash', '=', hash).execute());
    },
  };
}
