import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { sha256 } from '../model/hash.js';
import type { LanguagePair, MemoryEntry } from '../model/memory.js';
import { deliveryText, readDelivery } from './delivery.js';
import { writeWhole } from './durable.js';
import { coded } from './failure.js';
import type { Version } from './history.js';
import { insideProject } from './paths.js';
import { bringDelivered } from './postgres/bringing.js';
import { claim } from './postgres/claims.js';
import type { Database } from './postgres/database.js';
import { insertVersions } from './postgres/history.js';
import { entryOf, foldedOf, rowOf, searchedOf } from './postgres/remembering.js';
import type { Delivery, Store } from './store.js';

/** How alike two texts must be for pg_trgm to name them, 0 to 1. The memory room measures exactly what it names. */
const likeness = 0.35;

/** How many entries it names for one source. */
const candidates = 8;

/**
 * Memory and deliveries on PostgreSQL, for any number of writers on any number of machines. Articles stay files of the
 * project; a delivered text is in the database too, so that a machine with a folder of its own can bring it there.
 */
export function createPostgresStore(root: string, database: Database): Store {
  const of = ({ from, to }: LanguagePair) => ({ from_locale: from, to_locale: to });

  /** Rows of these very sources. */
  const rowsOf = (pair: LanguagePair, folded: readonly Buffer[]) =>
    database.run((db) =>
      db
        .selectFrom('memory')
        .select(['entry', 'folded'])
        .where('from_locale', '=', pair.from)
        .where('to_locale', '=', pair.to)
        .where(sql<boolean>`folded = any(${folded})`)
        .orderBy('rank', 'desc')
        .orderBy('place')
        .execute(),
    );

  /** Entries of these very sources, and of nearly the same ones. */
  async function near(pair: LanguagePair, sources: readonly string[]): Promise<readonly MemoryEntry[]> {
    const folded = new Map(sources.map((source) => [foldedOf(source).toString('hex'), source]));
    const exact = await rowsOf(
      pair,
      [...folded.keys()].map((hex) => Buffer.from(hex, 'hex')),
    );
    for (const row of exact) folded.delete(row.folded.toString('hex'));
    const found = await database.search();
    if (found.by === 'none' || folded.size === 0) return exact.map(entryOf);
    const texts = [...folded.values()].map(searchedOf);
    const alike = sql`operator(${sql.id(found.schema)}.%)`;
    return exact.map(entryOf).concat(
      await database.transact(async (db) => {
        await sql`select set_config('pg_trgm.similarity_threshold', ${String(likeness)}, true)`.execute(db);
        const rows = await sql<{ entry: string }>`
          select distinct on (near.key) near.entry from unnest(${texts}::text[]) as asked(text)
          cross join lateral (
            select key, entry, rank from ${sql.id(database.schema, 'memory')} m
            where from_locale = ${pair.from} and to_locale = ${pair.to} and m.searched ${alike} asked.text
            order by ${sql.id(found.schema, 'similarity')}(m.searched, asked.text) desc, rank desc, place
            limit ${candidates}
          ) as near`.execute(db);
        return rows.rows.map(entryOf);
      }),
    );
  }

  /** Writes a delivery down, with its file where that is known. */
  const keep = async (
    delivery: Delivery,
    known: { file: string | null; body: Buffer | null; replaced: string | null },
    versions: readonly Version[] = [],
  ) => {
    const row = { record: deliveryText(delivery), ...known };
    await database.transact(async (db) => {
      await insertVersions(db, delivery.slug, delivery.to, versions);
      await db
        .insertInto('deliveries')
        .values({ slug: delivery.slug, to_locale: delivery.to, ...row })
        .onConflict((conflict) => conflict.columns(['slug', 'to_locale']).doUpdateSet({ ...row, at: sql`now()` }))
        .execute();
    });
  };

  return {
    near,
    exact: async (pair, sources) => (await rowsOf(pair, sources.map(foldedOf))).map(entryOf),
    memory: (pair) =>
      database.run(async (db) => {
        const rows = await db
          .selectFrom('memory')
          .select('entry')
          .where('from_locale', '=', pair.from)
          .where('to_locale', '=', pair.to)
          .orderBy('rank', 'desc')
          .orderBy('place')
          .execute();
        return rows.map(entryOf);
      }),

    remember: (pair, entry) =>
      database.run(async (db) => {
        await db
          .insertInto('memory')
          .values({ ...of(pair), ...rowOf(entry) })
          .onConflict((conflict) =>
            conflict
              .columns(['from_locale', 'to_locale', 'key'])
              .doUpdateSet((row) => ({
                folded: row.ref('excluded.folded'),
                rank: row.ref('excluded.rank'),
                entry: row.ref('excluded.entry'),
                searched: row.ref('excluded.searched'),
              }))
              .whereRef('memory.rank', '<=', 'excluded.rank'),
          )
          .execute();
      }),

    claim: (...wanted) => claim(database, ...wanted),

    delivery: (slug, to) =>
      database.run(async (db) => {
        const row = await db
          .selectFrom('deliveries')
          .select('record')
          .where('slug', '=', slug)
          .where('to_locale', '=', to)
          .executeTakeFirst();
        return row === undefined ? undefined : readDelivery(row.record);
      }),

    deliver: (delivery, file, text, versions) =>
      coded(file, async () => {
        const path = await insideProject(root, file);
        const present = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
          throw error;
        });
        const replaced = present === undefined ? null : sha256(Buffer.from(present, 'utf8'));
        if (present !== text) await writeWhole(path, text);
        await keep(delivery, { file, body: Buffer.from(text, 'utf8'), replaced }, versions);
      }),

    record: (delivery) => keep(delivery, { file: null, body: null, replaced: null }),

    bring: (slug, to) => bringDelivered(root, database, slug, to),
    alone: (slug, to, step) => database.alone(`${to}/${slug}`, step),
    contents: () =>
      database.run(async (db) => {
        const pairs = await db
          .selectFrom('memory')
          .select(['from_locale as from', 'to_locale as to'])
          .distinct()
          .orderBy('from_locale')
          .orderBy('to_locale')
          .execute();
        const deliveries = await db
          .selectFrom('deliveries')
          .select(['slug', 'to_locale as to'])
          .orderBy('to_locale')
          .orderBy('slug')
          .execute();
        return { pairs, deliveries };
      }),
    open: async () => void (await database.migrate()),
    close: async () => {},
  };
}
