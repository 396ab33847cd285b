import type { Kysely } from 'kysely';
import { type History, type Version, versionSchema, withoutRepeats } from '../history.js';
import type { Database } from './database.js';
import type { Tables } from './tables.js';

/** How many rows one statement inserts. */
const together = 500;

/** The history of a project on PostgreSQL. */
export function createPostgresHistory(database: Database): History {
  return {
    append: (slug, to, versions) => database.transact((db) => insertVersions(db, slug, to, versions)),
    of: (slug, to, thread) =>
      database.run(async (db) => {
        const rows = await db
          .selectFrom('history')
          .select('version')
          .where('slug', '=', slug)
          .where('to_locale', '=', to)
          .$if(thread !== undefined, (query) => query.where('thread', '=', thread!))
          .orderBy('sequence')
          .execute();
        return withoutRepeats(rows.map(({ version }) => versionSchema.parse(JSON.parse(version))));
      }),
  };
}

/** Appends versions within a step of somebody else's. */
export async function insertVersions(
  db: Kysely<Tables>,
  slug: string,
  to: string,
  versions: readonly Version[],
): Promise<void> {
  const rows = versions.map((version) => ({
    slug,
    to_locale: to,
    thread: version.thread,
    version: JSON.stringify(version),
  }));
  for (let at = 0; at < rows.length; at += together) {
    await db
      .insertInto('history')
      .values(rows.slice(at, at + together))
      .execute();
  }
}
