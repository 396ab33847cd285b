import { sql } from 'kysely';
import { isOver, type JobBook, type JobEvent, type JobRecord } from '../jobs.js';
import type { Database } from './database.js';

/** Jobs on PostgreSQL, for any number of processes that ask, work and watch. */
export function createPostgresJobs(database: Database): JobBook {
  const jobOf = ({ job }: { job: string }): JobRecord => JSON.parse(job);
  const columns = (job: JobRecord) => ({
    state: job.state,
    created: new Date(job.created),
    finished: job.finished === undefined ? null : new Date(job.finished),
    job: JSON.stringify(job),
  });
  const known = (id: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

  const book: JobBook = {
    enter: (job) =>
      database.transact(async (db) => {
        const made = await db
          .insertInto('jobs')
          .values({ id: job.id, events: 1, ...columns(job) })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .execute();
        if (made.length === 0) return;
        const event = JSON.stringify({ id: 1, type: 'state', state: job.state } satisfies JobEvent);
        await db.insertInto('job_events').values({ job: job.id, sequence: 1, event }).execute();
      }),
    join: (id) =>
      database.transact(async (db) => {
        const row = await db.selectFrom('jobs').select('job').where('id', '=', id).forUpdate().executeTakeFirst();
        if (row === undefined) return;
        const job = jobOf(row);
        const after = columns({ ...job, requests: job.requests + 1 });
        await db.updateTable('jobs').set(after).where('id', '=', id).execute();
      }),
    update: (id, change, news = []) =>
      database.transact(async (db) => {
        const row = await db
          .selectFrom('jobs')
          .select(['job', 'events'])
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst();
        if (row === undefined || isOver(jobOf(row))) return false;
        const after = columns({ ...jobOf(row), ...change });
        await db
          .updateTable('jobs')
          .set({ ...after, events: row.events + news.length })
          .where('id', '=', id)
          .execute();
        const rows = news.map((one, at) => ({
          job: id,
          sequence: row.events + at + 1,
          event: JSON.stringify({ id: row.events + at + 1, ...one }),
        }));
        for (let at = 0; at < rows.length; at += 1000) {
          await db
            .insertInto('job_events')
            .values(rows.slice(at, at + 1000))
            .execute();
        }
        return true;
      }),
    async get(id) {
      if (!known(id)) return undefined;
      const row = await database.run((db) =>
        db.selectFrom('jobs').select('job').where('id', '=', id).executeTakeFirst(),
      );
      return row && jobOf(row);
    },
    newest: (limit) =>
      database.run(async (db) =>
        (await db.selectFrom('jobs').select('job').orderBy('created', 'desc').limit(limit).execute()).map(jobOf),
      ),
    unfinished: () =>
      database.run(async (db) => {
        // As the index says it, so that it is used.
        const open = sql<boolean>`state in ('queued', 'running')`;
        return (await db.selectFrom('jobs').select('job').where(open).orderBy('created').execute()).map(jobOf);
      }),
    events: (id, after) =>
      database.run(async (db) => {
        const rows = await db
          .selectFrom('job_events')
          .select('event')
          .where('job', '=', id)
          .where('sequence', '>', after)
          .orderBy('sequence')
          .execute();
        return rows.map(({ event }) => JSON.parse(event) as JobEvent);
      }),
    forget: async (before) => {
      await database.run((db) => db.deleteFrom('jobs').where('finished', '<', before).execute());
    },
  };
  return book;
}
