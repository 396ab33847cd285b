import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { freshSchema, usePostgres } from '../postgres/use.js';
import { article, sound } from '../server/start.js';
import { cli, type Ran } from './io.js';
import { project, type TestProject } from './project.js';
import { type Loopback, startLoopback } from './server.js';

const postgres = await usePostgres();

const taken: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const down of taken.splice(0)) await down();
});

/** A project whose store is PostgreSQL, and the command line in it. */
async function onPostgres(files: Readonly<Record<string, string>>): Promise<{
  place: TestProject;
  engine: Loopback;
  env: Readonly<Record<string, string>>;
  run(...argv: string[]): Promise<Ran>;
}> {
  const engine = await startLoopback();
  engine.answer = sound;
  const place = project(files);
  const schema = freshSchema();
  const env = { ...engine.env, DATABASE_URL: postgres.real.url, DIPTYCH_SCHEMA: schema };
  taken.push(async () => {
    await engine.close();
    place.remove();
    await postgres.drop(postgres.database(schema));
  });
  return { place, engine, env, run: (...argv) => cli(argv, { cwd: place.root, env }) };
}

describe.skipIf(postgres.server === undefined)('the command line on PostgreSQL', () => {
  it('generates, keeps nothing but articles in files, and pays once', async () => {
    const { place, engine, run } = await onPostgres({ 'content/en/plant.md': article });
    expect(await run('generate')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(place.read('content/ko/plant.md')).toContain('250억 달러');
    // A receipt is the machine's own: what this run cost here.
    const kept = place.files('.diptych').filter((file) => !file.startsWith('.diptych/receipts/'));
    expect([...place.files('locales'), ...kept]).toEqual([]);
    const asked = engine.asked.length;
    // As a machine with an empty folder finds it: memory answers.
    place.put('content/ko/plant.md', '');
    await run('generate');
    expect(engine.asked).toHaveLength(asked);
  });

  it('finds sentences that differ in figures alone by pg_trgm, and patches them without an engine', async () => {
    const sentence = (cost: string) => `The grid operator of the north will spend ${cost} on its new lines this year.`;
    const body = (cost: string) => `---\ntitle: Lines\n---\n\n${sentence(cost)}\n`;
    const { place, engine, run } = await onPostgres({ 'content/en/a.md': body('$25 billion') });
    await run('generate');
    const asked = engine.asked.length;
    place.put('content/en/b.md', body('$31 billion'));
    expect(await run('generate', 'b')).toMatchObject({ exitCode: 0 });
    expect(place.read('content/ko/b.md')).toContain('310억 달러');
    expect(engine.asked).toHaveLength(asked);
  });

  it('runs beside another without a lock, and asks for each unit once', async () => {
    const shared = Array.from({ length: 6 }, (_, i) => `Paragraph ${'abcdef'[i]} stands in both of the two articles.`);
    const text = (title: string) => `---\ntitle: ${title}\n---\n\n${shared.join('\n\n')}\n`;
    const { engine, run } = await onPostgres({
      'content/en/a.md': text('The first'),
      'content/en/b.md': text('The second'),
    });
    engine.delay = 100;
    const ran = await Promise.all([run('generate', 'a'), run('generate', 'b')]);
    expect(ran.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect([...new Set(engine.asked)].sort()).toEqual([...engine.asked].sort());
    expect(engine.asked).toHaveLength(8);
  });

  it('keeps keys there, and copies both ways', async () => {
    const { place, run, env } = await onPostgres({ 'content/en/plant.md': article });
    await run('generate');
    expect((await run('keys', 'add', 'site')).stdout).toMatch(/^dip_/);
    expect((await run('keys', 'list')).stdout).toContain('site');
    expect(await run('store', 'copy', 'files')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Copied: \d+ memory entries, 1 deliveries, 0 changes, 1 keys, 0 jobs/),
    });
    expect(place.files('locales')).toEqual(['locales/deliveries/ko/plant.json', 'locales/memory/en-ko.jsonl']);
    const without = Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'DATABASE_URL'));
    expect((await cli(['generate'], { cwd: place.root, env: without })).exitCode).toBe(0);
    expect((await cli(['keys', 'list'], { cwd: place.root, env: without })).stdout).toContain('site');
    expect((await run('store', 'copy', 'postgres')).exitCode).toBe(0);
  });

  it('migrates by itself, and says so when it is asked to', async () => {
    const { run, place, env } = await onPostgres({});
    const first = await run('migrate');
    expect(first).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Done: 0001-store') });
    expect(first.stdout).toContain('pg_trgm');
    expect((await run('migrate')).stdout).toContain('up to date');
    expect((await cli(['migrate'], { cwd: place.root, env, locale: 'ko' })).stdout).toContain('최신 상태');
    expect((await run('doctor', '--offline')).stdout).toMatch(/✓ .*[Ss]tore/);
  });

  it('says what is wrong with the address, and never its password', async () => {
    const { place, env } = await onPostgres({ 'content/en/plant.md': article });
    for (const address of ['postgres://kim:secret@127.0.0.1:1/x', 'mysql://kim:secret@x/y', 'secret']) {
      const ran = await cli(['generate'], { cwd: place.root, env: { ...env, DATABASE_URL: address } });
      expect(ran.exitCode).toBe(3);
      expect(ran.stderr).toContain('[store-failed]');
      expect(ran.stdout + ran.stderr).not.toContain('secret');
    }
  });

  it('rolls on a database that an earlier version left, with what is in it', async () => {
    const { run, engine, env } = await onPostgres({ 'content/en/plant.md': article });
    await run('generate');
    const asked = engine.asked.length;
    const database = postgres.database(env['DIPTYCH_SCHEMA']);
    // As 0001 left it.
    await database.run(async (db) => {
      for (const table of ['job_events', 'jobs', 'webhooks', 'history', 'audit', 'sessions']) {
        await sql`drop table ${sql.id(database.schema, table)}`.execute(db);
      }
      await sql`delete from ${sql.id(database.schema, 'kysely_migration')} where name > '0001-store'`.execute(db);
    });
    await database.close();
    expect((await run('migrate')).stdout).toContain('Done: 0002-jobs\nDone: 0003-webhooks\nDone: 0004-history\n');
    await run('generate');
    expect(engine.asked).toHaveLength(asked);
  });
});

describe('what needs a database', () => {
  it.each([['worker'], ['serve', '--no-worker'], ['migrate'], ['store', 'copy', 'postgres']])(
    'says so without one: %s %s',
    async (...argv) => {
      const place = project({});
      const ran = await cli(argv.filter(Boolean), { cwd: place.root });
      expect(ran).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('DATABASE_URL') });
      place.remove();
    },
  );
});
