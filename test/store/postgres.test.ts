import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Standing } from '../../src/store/changes.js';
import { type Database, openDatabase } from '../../src/store/postgres/database.js';
import {
  createPostgresAudit,
  createPostgresChanges,
  createPostgresHistory,
  createPostgresJobs,
  createPostgresKeyring,
  createPostgresSessions,
  createPostgresSignals,
  createPostgresWebhooks,
} from '../../src/store/postgres/index.js';
import { migrations } from '../../src/store/postgres/migrations/index.js';
import { createPostgresStore } from '../../src/store/postgres.js';
import { freshSchema, usePostgres } from '../postgres/use.js';
import { auditContract } from './audit.js';
import { changesContract } from './changes.js';
import { storeContract } from './contract.js';
import { answer, delivered, sorted } from './entries.js';
import { folder, removed } from './folder.js';
import { historyContract } from './history.js';
import { jobsContract } from './jobs.js';
import { keyringContract } from './keys.js';
import { sessionsContract } from './sessions.js';
import { signalsContract } from './signals.js';
import { webhooksContract } from './webhooks.js';

const postgres = await usePostgres();

storeContract('PostgreSQL', async () => {
  const root = folder();
  const database = postgres.database();
  return {
    root,
    connect: () => createPostgresStore(root, database),
    remove: async () => {
      await postgres.drop(database);
      removed(root);
    },
  };
});

/** A connection of its own each time, as processes have. */
const onSchema = async <T>(connect: (database: Database) => T, close: (made: T) => Promise<void> = async () => {}) => {
  const schema = freshSchema();
  const made: [Database, T][] = [];
  return {
    connect() {
      const database = postgres.database(schema);
      const one = connect(database);
      made.push([database, one]);
      return one;
    },
    async remove() {
      for (const [database, one] of made) {
        await close(one);
        await database.close();
      }
      await postgres.drop(postgres.database(schema));
    },
  };
};
keyringContract('PostgreSQL', () => onSchema(createPostgresKeyring));
webhooksContract('PostgreSQL', () => onSchema(createPostgresWebhooks));
changesContract('PostgreSQL', () => onSchema(createPostgresChanges));
jobsContract('PostgreSQL', () => onSchema(createPostgresJobs));
historyContract('PostgreSQL', () => onSchema(createPostgresHistory));
auditContract('PostgreSQL', () => onSchema(createPostgresAudit));
sessionsContract('PostgreSQL', () => onSchema(createPostgresSessions));
if (postgres.server !== undefined)
  signalsContract('PostgreSQL', () => onSchema(createPostgresSignals, (signals) => signals.close()));

const pair = { from: 'en', to: 'ko' };

/** Runs a test on tables of its own. */
async function onTables(step: (schema: string, root: string) => Promise<void>): Promise<void> {
  const root = folder();
  const schema = freshSchema();
  try {
    await step(schema, root);
  } finally {
    await postgres.drop(postgres.database(schema));
    removed(root);
  }
}

describe.skipIf(postgres.server === undefined)('many writers', () => {
  it('need no lock, and lose nothing to each other', () =>
    onTables(async (schema, root) => {
      const databases = Array.from({ length: 4 }, () => postgres.database(schema));
      const stores = databases.map((database) => createPostgresStore(root, database));
      // All find empty tables at once: one makes them.
      await Promise.all(stores.map((store) => store.open()));
      const entries = Array.from({ length: 200 }, (_, i) => answer(`Sentence ${i}.`));
      await Promise.all(entries.map((entry, i) => stores[i % 4]!.remember(pair, entry)));
      expect(sorted(await stores[0]!.memory(pair))).toEqual(sorted(entries));
      await Promise.all(databases.map((database) => database.close()));
    }));

  it('wait for each other’s claims and steps across connections', () =>
    onTables(async (schema, root) => {
      const [a, b] = [postgres.database(schema), postgres.database(schema)];
      const [one, two] = [createPostgresStore(root, a), createPostgresStore(root, b)];
      const unit = { source: 'A', kind: 'paragraph' } as const;
      const { signal } = new AbortController();
      const held = await one.claim(pair, [unit], () => true, signal);
      const waiting = two.claim(pair, [unit], () => true, signal);
      await one.remember(pair, answer('A', { kind: 'paragraph' }));
      await held.release();
      expect((await waiting).answered).toHaveLength(1);
      const order: string[] = [];
      const first = one.alone('a', 'ko', async () => {
        order.push('one in');
        await new Promise((resolve) => setTimeout(resolve, 80));
        order.push('one out');
      });
      await new Promise((resolve) => setTimeout(resolve, 30));
      await two.alone('a', 'ko', async () => void order.push('two in'));
      await first;
      expect(order).toEqual(['one in', 'one out', 'two in']);
      await Promise.all([a.close(), b.close()]);
    }));
});

describe('a claim', () => {
  it('of a process that died is free when its time is up', () =>
    onTables(async (schema, root) => {
      const database = postgres.database(schema);
      const store = createPostgresStore(root, database);
      const unit = { source: 'A', kind: 'paragraph' } as const;
      await store.claim(pair, [unit], () => true, new AbortController().signal);
      await database.run((db) =>
        db
          .updateTable('claims')
          .set({ until: new Date(Date.now() - 1000) })
          .execute(),
      );
      const next = await store.claim(pair, [unit], () => true, new AbortController().signal);
      expect(next.held).toEqual([unit]);
      await database.close();
    }));
});

describe.skipIf(postgres.server === undefined)('signals', () => {
  it('cross processes, and after a restart of the server say that some may have been missed', () =>
    onTables(async (schema) => {
      const [a, b] = [postgres.database(schema), postgres.database(schema)];
      const [one, two] = [createPostgresSignals(a), createPostgresSignals(b)];
      const heard: (string | undefined)[] = [];
      two.listen('job', (about) => heard.push(about));
      const tell = () => {
        one.tell('job', 'x');
        return heard;
      };
      await expect.poll(tell).toContain('x');
      await postgres.real.stop();
      await postgres.real.start();
      await expect.poll(() => heard, { timeout: 10_000 }).toContain(undefined);
      heard.length = 0;
      await expect.poll(tell).toContain('x');
      await Promise.all([one.close(), two.close()]);
      await Promise.all([a.close(), b.close()]);
    }));
});

describe.skipIf(postgres.server === undefined)('changes', () => {
  it('that several processes find at once are written once', () =>
    onTables(async (schema) => {
      const databases = Array.from({ length: 4 }, () => postgres.database(schema));
      const names = Array.from({ length: 1200 }, (_, i) => `article-${i}`);
      const find = async (out: Standing) =>
        names
          .filter((slug) => !out.has(`ko/${slug}`))
          .map(
            (slug) =>
              ({
                at: '2026-01-02T03:04:05Z',
                type: 'published',
                slug,
                locale: 'ko',
                original: true,
                revision: 'a',
              }) as const,
          );
      const logs = databases.map((database) => createPostgresChanges(database));
      await Promise.all(logs.map((log) => log.append(find)));
      const all = await logs[3]!.after(0, 5000);
      expect(all.map(({ slug }) => slug).sort()).toEqual([...names].sort());
      expect(all.map(({ sequence }) => sequence)).toEqual(names.map((_, at) => at + 1));
      await Promise.all(databases.map((database) => database.close()));
    }));
});

describe.skipIf(postgres.server === undefined)('a server that is restarted', () => {
  it('is waited for, whatever is under way, and nothing is lost', () =>
    onTables(async (schema, root) => {
      const database = postgres.database(schema);
      const store = createPostgresStore(root, database);
      await store.open();
      for (const how of ['fast', 'immediate'] as const) {
        const entries = Array.from({ length: 150 }, (_, i) => answer(`${how} ${i}.`));
        const writing = Promise.all(entries.map((entry) => store.remember(pair, entry)));
        const delivering = store.deliver(delivered(how), `content/ko/${how}.md`, '가\n');
        await postgres.real.stop(how);
        const reading = store.memory(pair);
        await postgres.real.start();
        await Promise.all([writing, delivering, reading]);
        const sources = new Set((await store.memory(pair)).map(({ source }) => source));
        expect(entries.filter(({ source }) => !sources.has(source))).toEqual([]);
        expect((await store.delivery(how, 'ko'))?.slug).toBe(how);
      }
      await database.close();
    }));

  it('that never answered is not waited for, and its password is told to nobody', async () => {
    const root = folder();
    const database = openDatabase({ connectionString: 'postgres://kim:secret@127.0.0.1:1/nothing' });
    const failure = createPostgresStore(root, database).open();
    await expect(failure).rejects.toMatchObject({ code: 'store-failed', exitCode: 3 });
    await expect(failure).rejects.not.toThrow(/secret/);
    expect(() => openDatabase({ connectionString: 'mysql://kim:secret@x/y' })).toThrow(/postgres:\/\//);
    removed(root);
  });
});

describe.skipIf(postgres.server === undefined)('a machine with a folder of its own', () => {
  it('is brought what was delivered elsewhere, and keeps what was changed here', () =>
    onTables(async (schema, there) => {
      const here = folder();
      const database = postgres.database(schema);
      const [far, near] = [createPostgresStore(there, database), createPostgresStore(here, database)];
      const file = 'content/ko/a.md';
      const read = () => readFileSync(join(here, file), 'utf8');
      await far.deliver(delivered('a'), file, '하나\n');
      await near.bring('a', 'ko');
      expect(read()).toBe('하나\n');
      await far.deliver(delivered('a'), file, '둘\n');
      await near.bring('a', 'ko');
      expect(read()).toBe('둘\n');
      writeFileSync(join(here, file), '여기서 고침\n');
      await far.deliver(delivered('a'), file, '셋\n');
      await near.bring('a', 'ko');
      expect(read()).toBe('여기서 고침\n');
      await near.bring('b', 'ko');
      await database.close();
      removed(here);
    }));
});

describe.skipIf(postgres.server === undefined)('memory that is searched', () => {
  const sentences = [
    answer('The grid operator will spend <pc1>$25 billion</pc1> on 12 lines by 2030.', { kind: 'paragraph' }),
    answer('전력망 운영사는 2030년까지 12개 선로에 250억 달러를 쓴다.', { kind: 'paragraph' }),
    answer('Something else entirely is written here.', { kind: 'paragraph' }),
    answer('Two  spaces', { kind: 'heading' }),
  ];

  it('gives the very sources and those nearly the same, in both scripts', () =>
    onTables(async (schema, root) => {
      const database = postgres.database(schema);
      const store = createPostgresStore(root, database);
      for (const entry of sentences) await store.remember(pair, entry);
      expect(await database.search()).toMatchObject({ by: 'trigrams' });
      const sources = async (...asked: string[]) => (await store.near!(pair, asked)).map(({ source }) => source);
      expect(await sources('The grid operator will spend <pc1>$30 billion</pc1> on 14 lines by 2031.')).toEqual([
        sentences[0]!.source,
      ]);
      expect(await sources('전력망 운영사는 2031년까지 14개 선로에 300억 달러를 쓴다.')).toEqual([
        sentences[1]!.source,
      ]);
      expect(await sources('Two spaces')).toEqual(['Two  spaces']);
      expect(await sources('Nothing of the kind.', '\0\ud800', '')).toEqual([]);
      // For titles in lists the very sources are enough.
      const very = await store.exact!(pair, [
        'Two spaces',
        'Something else entirely was here.',
        "'; drop table memory; --",
      ]);
      expect(very.map(({ source }) => source)).toEqual(['Two  spaces']);
      expect(await store.exact!({ from: 'ko', to: 'en' }, ['Two spaces'])).toEqual([]);
      await database.close();
    }));

  it('gives the very sources alone where pg_trgm cannot be had, and says why', () =>
    onTables(async (schema, root) => {
      const admin = postgres.database(schema);
      await admin.run((db) => sql`drop extension if exists pg_trgm cascade`.execute(db));
      const role = `r_${schema.slice(2, 14)}`;
      await admin.run((db) => sql`create role ${sql.id(role)} login`.execute(db));
      await admin.run((db) => sql`grant all on schema ${sql.id(schema)} to ${sql.id(role)}`.execute(db));
      await admin.run((db) => sql`grant all on all tables in schema ${sql.id(schema)} to ${sql.id(role)}`.execute(db));
      const address = new URL(postgres.real.url);
      address.username = role;
      const database = openDatabase({ connectionString: address.href }, schema);
      const store = createPostgresStore(root, database);
      for (const entry of sentences) await store.remember(pair, entry);
      expect(await database.search()).toEqual({ by: 'none', reason: expect.stringContaining('permission') });
      expect((await store.near!(pair, [sentences[2]!.source, 'Something else entirely was here.'])).length).toBe(1);
      await database.close();
      await admin.run((db) => sql`drop owned by ${sql.id(role)}`.execute(db));
      await admin.run((db) => sql`drop role ${sql.id(role)}`.execute(db));
      await admin.close();
    }));
});

describe('migrations', () => {
  const names = Object.keys(migrations('x'));

  it('are named in order, and run once', () =>
    onTables(async (schema) => {
      expect(names).toEqual([...names].sort());
      const first = postgres.database(schema);
      expect(await first.migrate()).toEqual(names);
      const second = postgres.database(schema);
      expect(await second.migrate()).toEqual([]);
      await Promise.all([first.close(), second.close()]);
    }));

  it('bring up a database of every released version, with what is in it', () =>
    onTables(async (schema, root) => {
      const database = postgres.database(schema);
      await database.migrate();
      const store = createPostgresStore(root, database);
      await store.remember(pair, answer('A'));
      await store.deliver(delivered('a'), 'content/ko/a.md', '하나\n');
      // Each step back takes away what the step had made; the oldest has a store and no more.
      const made = ['history, audit, sessions', 'webhooks', 'job_events, jobs'];
      for (let version = names.length - 1; version >= 1; version--) {
        const gone = made.slice(0, names.length - version).join(', ');
        await database.run(async (db) => {
          await sql.raw(`set search_path to "${schema}"; drop table ${gone}; set search_path to default`).execute(db);
          const later = names.slice(version).map((name) => `'${name}'`);
          await sql.raw(`delete from "${schema}".kysely_migration where name in (${later})`).execute(db);
        });
        const next = postgres.database(schema);
        expect(await next.migrate()).toEqual(names.slice(version));
        const after = createPostgresStore(root, next);
        expect(await after.memory(pair)).toEqual([answer('A')]);
        expect(await after.delivery('a', 'ko')).toEqual(delivered('a'));
        await next.close();
      }
      await database.close();
    }));
});
