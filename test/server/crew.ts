import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/store/postgres/database.js';
import { type Built, launch, type Running } from '../cli/built.js';
import { project, type TestProject } from '../cli/project.js';
import { type Loopback, startLoopback } from '../cli/server.js';
import { freshSchema } from '../postgres/use.js';
import { type Body, sound } from './start.js';

/** Servers and workers of one project, each a process of its own, on one PostgreSQL. */
export interface Crew {
  readonly place: TestProject;
  readonly engine: Loopback;
  readonly database: Database;
  /** Units that the engine was asked for, in order, repeats included: kind and source. */
  readonly asked: readonly string[];
  /** Those that it was asked for after their answer had been remembered. */
  askedInVain(): Promise<string[]>;
  serve(...argv: string[]): Promise<{ readonly url: string; readonly process: Running }>;
  work(): Promise<Running>;
  remove(): Promise<void>;
}

const adjectives = ['amber', 'broad', 'cold', 'dusky', 'eager', 'frail', 'green', 'hollow', 'inner', 'jagged'];
const nouns = ['anchor', 'bridge', 'candle', 'dagger', 'engine', 'feather', 'garden', 'harbor', 'island', 'jacket'];

/** An article of its own words, with one paragraph that every article has. */
export function articleOf(number: number, paragraphs: number): string {
  const body = Array.from({ length: paragraphs }, (_, i) => {
    const [a, b] = [adjectives[(number + i) % 10], nouns[(number * 3 + i * 7) % 10]];
    return `Writer ${'abcdefghijklmnopqrstuvwxyz'[number % 26]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(number / 26)]} saw the ${a} ${b} near ${nouns[i % 10]} and the ${adjectives[(i * 3) % 10]} gate.`;
  });
  return `---\ntitle: The ${adjectives[number % 10]} story of ${nouns[Math.floor(number / 10) % 10]} and ${nouns[number % 10]}\n---\n\n${body.join('\n\n')}\n\nThis paragraph stands below every article of the site.\n`;
}

/** Makes a project with articles and a database for it. */
export async function assemble(built: Built, url: string, files: Readonly<Record<string, string>>): Promise<Crew> {
  const engine = await startLoopback();
  const asked: { unit: string; at: number }[] = [];
  engine.answer = (unit) => {
    asked.push({ unit: `${unit.kind} ${unit.source}`, at: Date.now() });
    return sound(unit);
  };
  const place = project({
    'pipelines/news.yaml':
      'name: news\nsources: [{locale: en, to: [ko]}]\nengines: [memory, openai]\nlimits: {batchUnits: 2, concurrency: 2}\n',
    ...files,
  });
  const schema = freshSchema();
  const database = openDatabase({ connectionString: url }, schema);
  await database.migrate();
  const memory = sql.id(schema, 'memory');
  // When each answer was first written down, by the clock of this same machine.
  await database.run(async (db) => {
    await sql`alter table ${memory} add column noted timestamptz not null default clock_timestamp()`.execute(db);
  });
  const env = { ...engine.env, DATABASE_URL: url, DIPTYCH_SCHEMA: schema };
  const crew: Running[] = [];
  const start = (argv: readonly string[]) => {
    const running = launch(built, argv, place.root, env);
    crew.push(running);
    return running;
  };
  return {
    place,
    engine,
    database,
    get asked() {
      return asked.map(({ unit }) => unit);
    },
    async askedInVain() {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query(`select entry, noted from "${schema}".memory`);
      await client.end();
      const noted = new Map<string, number>();
      for (const { entry, noted: at } of rows as { entry: string; noted: Date }[]) {
        const { kind, source } = JSON.parse(entry) as { kind: string; source: string };
        noted.set(`${kind} ${source}`, at.getTime());
      }
      return asked.flatMap(({ unit, at }) => (at > (noted.get(unit) ?? Number.POSITIVE_INFINITY) ? [unit] : []));
    },
    async serve(...argv) {
      const running = start(['serve', '--port', '0', ...argv]);
      const [, found = ''] = await running.says(/(http:\/\/localhost:\d+)/);
      return { url: found, process: running };
    },
    async work() {
      const running = start(['worker', '--articles', '2']);
      await running.says(/at a time/);
      return running;
    },
    async remove() {
      await Promise.all(crew.map((running) => running.child.exitCode === null && running.end('SIGKILL')));
      await engine.close();
      await database.run((db) => sql`drop schema ${sql.id(schema)} cascade`.execute(db));
      await database.run((db) => sql`drop schema ${sql.id(`${schema}_queue`)} cascade`.execute(db));
      await database.close();
      place.remove();
    },
  };
}

/** Posts JSON and reads the answer's. */
export async function call(address: string, method = 'GET', json?: unknown): Promise<Body> {
  const response = await fetch(address, {
    method,
    ...(json === undefined ? {} : { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }),
  });
  return response.json();
}

/** Waits until every job of a server is over, and gives them. */
export async function finished(url: string, seconds: number): Promise<Body[]> {
  for (const until = Date.now() + 1000 * seconds; Date.now() < until; await pause(250)) {
    const { jobs } = await call(`${url}/api/v1/jobs`).catch(() => ({}));
    if (jobs?.every(({ state }: Body) => !['queued', 'running'].includes(state))) return jobs;
  }
  throw new Error(
    `Jobs are not over after ${seconds} s: ${JSON.stringify((await call(`${url}/api/v1/jobs`)).jobs.map(({ slug, state, errors }: Body) => [slug, state, errors]))}`,
  );
}
