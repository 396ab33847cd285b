import { Kysely, Migrator, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { DiptychError } from '../../model/errors.js';
import { storeFailed } from '../failure.js';
import { createTurns } from '../turns.js';
import { steadily } from './lost.js';
import { migrations } from './migrations/index.js';
import type { Tables } from './tables.js';

/** How memory is searched for what is nearly the same: by pg_trgm, or not at all where the extension cannot be had. */
export type Search =
  | { readonly by: 'trigrams'; readonly schema: string }
  | { readonly by: 'none'; readonly reason: string };

/** The tables on PostgreSQL; made once for a process, and ready when its first step runs. */
export interface Database {
  readonly schema: string;
  /** What connections are made with. */
  readonly connection: pg.PoolConfig;
  /**
   * Runs a step on tables that are up to date, again while the server is being restarted. Whatever it throws is a
   * DiptychError, `store-failed` with the reason.
   */
  run<T>(step: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** The same in one transaction. */
  transact<T>(step: (db: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Brings the tables up to date and says which steps that took; every first use does the same by itself. */
  migrate(): Promise<readonly string[]>;
  search(): Promise<Search>;
  /** Runs a step while nobody else, in any process, runs one of the same name. */
  alone<T>(name: string, step: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** How many connections a process holds at most, and how many of them wait for a lock. */
const connections = 8;
const lockers = 4;

/** Whether a value of `DATABASE_URL` names a PostgreSQL. */
function assertAddress({ connectionString }: pg.PoolConfig): void {
  if (connectionString === undefined || /^postgres(?:ql)?:\/\//.test(connectionString)) return;
  // Not the value itself: it may hold a password.
  throw new DiptychError('store-failed', { reason: 'DATABASE_URL does not begin with postgres://' });
}

/** A database of PostgreSQL 13 or later. Connects when it is first used. */
export function openDatabase(connection: pg.PoolConfig, schema = 'diptych'): Database {
  assertAddress(connection);
  const poolOf = (max: number) => {
    const made = new pg.Pool({ connectionTimeoutMillis: 10_000, allowExitOnIdle: true, ...connection, max });
    // A connection that the server cuts is told by the statement that waits for it; a lost one that nobody uses, by none.
    made.on('error', () => {});
    made.on('connect', (client) => void client.on('error', () => {}));
    return made;
  };
  const pool = poolOf(connection.max ?? connections);
  const locks = poolOf(lockers);
  const inTurn = createTurns();
  const plain = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const db = plain.withSchema(schema);
  let there = false;
  let applied: Promise<readonly string[]> | undefined;
  let search: Promise<Search> | undefined;

  async function migrate(): Promise<readonly string[]> {
    const provider = { getMigrations: async () => ({ ...migrations(schema) }) };
    const { error, results } = await new Migrator({
      db: plain,
      provider,
      migrationTableSchema: schema,
    }).migrateToLatest();
    if (error !== undefined) throw error;
    there = true;
    return (results ?? []).map(({ migrationName }) => migrationName);
  }

  const coded = async <T>(step: () => Promise<T>): Promise<T> => {
    try {
      return await steadily(
        async () => {
          applied ??= migrate();
          applied.catch(() => {
            applied = undefined;
          });
          await applied;
          return step();
        },
        () => there,
      );
    } catch (error) {
      throw storeFailed(error);
    }
  };

  const database: Database = {
    schema,
    connection,
    run: (step) => coded(() => step(db)),
    transact: (step) => coded(() => db.transaction().execute(step)),
    migrate: async () => {
      await coded(async () => {});
      return (await applied) ?? [];
    },
    search: () => {
      search ??= coded(() => prepareSearch(plain, schema));
      search.catch(() => {
        search = undefined;
      });
      return search;
    },
    async alone(name, step) {
      // One connection, as PGlite has, is one process: a turn in it is enough, and a lock would need a second.
      if (connection.max === 1) return inTurn(name, step);
      const client = await coded(() => locks.connect());
      let fault: Error | undefined;
      client.on('error', note);
      try {
        await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`${schema} ${name}`]).catch((error) => {
          fault = error as Error;
          throw storeFailed(error);
        });
        return await step();
      } finally {
        if (fault === undefined) {
          await client
            .query('select pg_advisory_unlock(hashtextextended($1, 0))', [`${schema} ${name}`])
            .catch((error) => note(error as Error));
        }
        client.off('error', note);
        // A connection that broke is not used again, and its lock went with it.
        client.release(fault);
      }
      function note(error: Error): void {
        fault = error;
      }
    },
    async close() {
      await plain.destroy();
      await locks.end();
    },
  };
  return database;
}

/** Makes memory searchable. Without the right to create the extension, or without it on the machine, says why not. */
async function prepareSearch(db: Kysely<Tables>, schema: string): Promise<Search> {
  const find = () =>
    sql<{ schema: string }>`select nspname as schema from pg_extension join pg_namespace n on n.oid = extnamespace
      where extname = 'pg_trgm'`.execute(db);
  try {
    if ((await find()).rows.length === 0) {
      await db.transaction().execute(async (alone) => {
        // Two processes that create it at once would both fail.
        await sql`select pg_advisory_xact_lock(hashtext('diptych pg_trgm'))`.execute(alone);
        await sql`create extension if not exists pg_trgm`.execute(alone);
      });
    }
    const home = (await find()).rows[0]!.schema;
    // In a database of the "C" locale Hangul is no letter, and has no trigrams.
    const seen = await sql<{ grams: string[] }>`select ${sql.id(home, 'show_trgm')}('한글') as grams`.execute(db);
    if (seen.rows[0]!.grams.length === 0) return { by: 'none', reason: 'LC_CTYPE of the database knows no Hangul' };
    await sql`create index if not exists memory_searched on ${sql.id(schema, 'memory')}
      using gin (searched ${sql.id(home, 'gin_trgm_ops')})`.execute(db);
    return { by: 'trigrams', schema: home };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    // 42501: no right to; 0A000, 58P01, 22023: not on this machine. All else is a failure.
    if (!/^(?:42501|0A000|58P01|22023)$/.test(code ?? '')) throw error;
    return { by: 'none', reason: message };
  }
}
