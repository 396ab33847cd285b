import { type Migration, sql } from 'kysely';

/** Webhooks, each with what it is owed. */
export const webhooks = (schema: string): Migration => ({
  async up(db) {
    await sql`create table ${sql.id(schema, 'webhooks')} (
      name text primary key,
      hook text not null,
      ledger text not null
    )`.execute(db);
  },
});
