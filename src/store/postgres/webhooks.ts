import type { Kysely } from 'kysely';
import { DiptychError } from '../../model/errors.js';
import { type Hook, hookSchema, type Ledger, ledgerSchema, type Webhooks } from '../webhooks.js';
import type { Database } from './database.js';
import type { Tables } from './tables.js';

/** The webhooks of a project on PostgreSQL, that any number of processes work on. */
export function createPostgresWebhooks(database: Database): Webhooks {
  const rowOf = (db: Kysely<Tables>, name: string) =>
    db.selectFrom('webhooks').select('ledger').where('name', '=', name);
  return {
    all: () =>
      database.run(async (db) => {
        const rows = await db.selectFrom('webhooks').select('hook').execute();
        return rows.map(({ hook }) => hookOf(hook)).sort((a, b) => (a.name < b.name ? -1 : 1));
      }),
    add: async (hook, ledger) => {
      const values = { name: hook.name, hook: JSON.stringify(hook), ledger: JSON.stringify(ledger) };
      const { numInsertedOrUpdatedRows: added } = await database.run((db) =>
        db
          .insertInto('webhooks')
          .values(values)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst(),
      );
      if (added === 0n) throw new DiptychError('conflict', { context: 'webhook', state: hook.name });
    },
    remove: (name) =>
      database.run(async (db) => {
        const gone = await db.deleteFrom('webhooks').where('name', '=', name).executeTakeFirst();
        return gone.numDeletedRows > 0n;
      }),
    ledger: (name) =>
      database.run(async (db) => {
        const row = await rowOf(db, name).executeTakeFirst();
        return row && ledgerOf(row.ledger);
      }),
    change: (name, step) =>
      database.transact(async (db) => {
        const row = await rowOf(db, name).forUpdate().executeTakeFirst();
        const ledger = row && step(ledgerOf(row.ledger));
        if (ledger === undefined) return;
        await db
          .updateTable('webhooks')
          .set({ ledger: JSON.stringify(ledger) })
          .where('name', '=', name)
          .execute();
      }),
  };
}

const hookOf = (text: string): Hook => hookSchema.parse(JSON.parse(text));
const ledgerOf = (text: string): Ledger => ledgerSchema.parse(JSON.parse(text));
