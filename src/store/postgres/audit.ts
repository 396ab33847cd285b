import { type Audit, actSchema } from '../audit.js';
import type { Database } from './database.js';

/** How many rows one statement inserts. */
const together = 500;

/** The audit log of a project on PostgreSQL. */
export function createPostgresAudit(database: Database): Audit {
  return {
    note: async (...acts) => {
      const rows = acts.map((act) => ({ slug: act.slug ?? null, by: act.by, act: JSON.stringify(act) }));
      await database.transact(async (db) => {
        for (let at = 0; at < rows.length; at += together) {
          await db
            .insertInto('audit')
            .values(rows.slice(at, at + together))
            .execute();
        }
      });
    },
    read: ({ slug, by, before, limit }) =>
      database.run(async (db) => {
        const rows = await db
          .selectFrom('audit')
          .select(['sequence', 'act'])
          .$if(slug !== undefined, (query) => query.where('slug', '=', slug!))
          .$if(by !== undefined, (query) => query.where('by', '=', by!))
          .$if(before !== undefined, (query) => query.where('sequence', '<', String(before)))
          .orderBy('sequence', 'desc')
          .limit(limit)
          .execute();
        return rows.map(({ sequence, act }) => ({
          sequence: Number(sequence),
          ...actSchema.parse(JSON.parse(act)),
        }));
      }),
  };
}
