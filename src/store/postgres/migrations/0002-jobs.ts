import type { Migration } from 'kysely';
import { sql } from 'kysely';

/** Jobs and what happens in them. */
export const jobs = (schema: string): Migration => ({
  async up(db) {
    const table = (name: string) => sql.id(schema, name);
    await sql`create table ${table('jobs')} (
      id uuid primary key,
      state text not null,
      created timestamptz not null,
      finished timestamptz,
      -- How many events there are: the number of the last.
      events integer not null default 0,
      job text not null
    )`.execute(db);
    await sql`create index jobs_created on ${table('jobs')} (created)`.execute(db);
    await sql`create index jobs_unfinished on ${table('jobs')} (created) where state in ('queued', 'running')`.execute(
      db,
    );
    await sql`create table ${table('job_events')} (
      job uuid not null references ${table('jobs')} on delete cascade,
      sequence integer not null,
      event text not null,
      primary key (job, sequence)
    )`.execute(db);
  },
});
