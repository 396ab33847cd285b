import { type Migration, sql } from 'kysely';

/** What units were, who did what, and who is signed in. */
export const history = (schema: string): Migration => ({
  async up(db) {
    const table = (name: string) => sql.id(schema, name);
    await sql`create table ${table('history')} (
      sequence bigint generated always as identity primary key,
      slug text not null,
      to_locale text not null,
      thread text not null,
      version text not null
    )`.execute(db);
    await sql`create index history_thread on ${table('history')} (slug, to_locale, thread)`.execute(db);
    await sql`create table ${table('audit')} (
      sequence bigint generated always as identity primary key,
      slug text,
      by text not null,
      act text not null
    )`.execute(db);
    await sql`create index audit_slug on ${table('audit')} (slug, sequence)`.execute(db);
    await sql`create table ${table('sessions')} (hash text primary key, name text not null, until bigint not null)`.execute(
      db,
    );
  },
});
