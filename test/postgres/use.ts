import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { PoolConfig } from 'pg';
import { afterAll } from 'vitest';
import { type Database, openDatabase } from '../../src/store/postgres/database.js';
import { startPostgres, type TestPostgres } from './server.js';

/** What a test file has of PostgreSQL. */
export interface UsedPostgres {
  /** The server; `undefined` where PGlite stands in for it. */
  readonly server: TestPostgres | undefined;
  /** The server, in tests that are skipped without one. */
  readonly real: TestPostgres;
  /** Empty tables of their own, in a schema of their own. */
  database(schema?: string): Database;
  drop(database: Database): Promise<void>;
}

/** A name that no other test has. */
export const freshSchema = (): string => `t_${randomUUID().replaceAll('-', '')}`;

/** Brings PostgreSQL up for the tests of a file, and takes it down after them. */
export async function usePostgres(): Promise<UsedPostgres> {
  const server = await startPostgres();
  const connection = server === undefined ? await pglite() : () => ({ connectionString: server.url });
  afterAll(() => server?.remove());
  return {
    server,
    get real() {
      if (server === undefined) throw new Error('This test needs a real PostgreSQL.');
      return server;
    },
    database: (schema = freshSchema()) => openDatabase(connection(), schema),
    async drop(database) {
      await database.run((db) => sql`drop schema if exists ${sql.id(database.schema)} cascade`.execute(db));
      await database.close();
    },
  };
}

/** PostgreSQL in this process: one connection, no processes beside this one, nothing to restart. */
async function pglite(): Promise<() => PoolConfig> {
  const [{ PGlite }, { createPgConfig }, { pg_trgm }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/node-postgres'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
  ]);
  const instance = await PGlite.create({ extensions: { pg_trgm } });
  afterAll(() => instance.close());
  return () => ({ ...createPgConfig(instance), max: 1 }) as unknown as PoolConfig;
}
