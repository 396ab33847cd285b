import type { Migration } from 'kysely';
import { sql } from 'kysely';

/** Memory, deliveries, claims, keys, changes. `schema` is where they stand. */
export const store = (schema: string): Migration => ({
  async up(db) {
    const table = (name: string) => sql.id(schema, name);
    await sql`create table ${table('memory')} (
      from_locale text not null,
      to_locale text not null,
      -- SHA-256 of source and kind: a source may be longer than an index takes.
      key bytea not null,
      -- SHA-256 of the source with white space as one space.
      folded bytea not null,
      -- 2: human, 1: imported, 0: of an engine.
      rank smallint not null,
      place bigint generated always as identity,
      -- JSON: a text of PostgreSQL holds neither NUL nor a lone surrogate.
      entry text not null,
      -- The source as it is searched: without tags, figures masked.
      searched text not null,
      primary key (from_locale, to_locale, key)
    )`.execute(db);
    await sql`create index memory_folded on ${table('memory')} (folded)`.execute(db);
    await sql`create table ${table('deliveries')} (
      slug text not null,
      to_locale text not null,
      record text not null,
      -- The delivered file; absent for a record that was copied here alone.
      file text,
      body bytea,
      -- Revision of the file that this one took the place of.
      replaced text,
      at timestamptz not null default now(),
      primary key (slug, to_locale)
    )`.execute(db);
    await sql`create table ${table('claims')} (
      from_locale text not null,
      to_locale text not null,
      key bytea not null,
      holder uuid not null,
      until timestamptz not null,
      primary key (from_locale, to_locale, key)
    )`.execute(db);
    await sql`create index claims_holder on ${table('claims')} (holder)`.execute(db);
    await sql`create table ${table('keys')} (name text primary key, key text not null)`.execute(db);
    await sql`create table ${table('changes')} (sequence bigint primary key, change text not null)`.execute(db);
    await sql`create table ${table('names')} (name text primary key, value text not null)`.execute(db);
  },
});
