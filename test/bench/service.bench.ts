import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { bench, describe } from 'vitest';
import { launch, useBuilt } from '../cli/built.js';
import { project } from '../cli/project.js';
import { freshSchema, usePostgres } from '../postgres/use.js';
import { load } from './load.js';
import { fillSite } from './site.js';

/**
 * What a server answers on a large site, on files and on PostgreSQL, and how fast one process answers beside bare
 * `node:http` with the same bytes in the same run. `SERVICE_ARTICLES`: how many articles, in two languages each.
 */
const articles = Number(process.env['SERVICE_ARTICLES'] ?? 10_000);
const seconds = Number(process.env['SERVICE_SECONDS'] ?? 5);

const built = useBuilt();
const postgres = await usePostgres();

/** A server of node:http alone that answers with one text, or with 304. */
async function bare(body: string): Promise<{ url: string; stop(): void }> {
  const script = `
    const { createServer } = require('node:http');
    const body = require('node:fs').readFileSync(0);
    createServer((request, response) => {
      if (request.headers['if-none-match'] === '"a"') return response.writeHead(304, { ETag: '"a"' }).end();
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length, ETag: '"a"' }).end(body);
    }).listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(body);
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: `http://127.0.0.1:${String(port).trim()}/`, stop: () => void child.kill() };
}

async function median(ask: () => Promise<unknown>, times = 60): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    await ask();
    taken.push(performance.now() - started);
  }
  return Math.round(taken.sort((a, b) => a - b)[times >> 1]! * 10) / 10;
}

async function measure(name: string, env: Record<string, string>): Promise<void> {
  const place = project();
  fillSite(place, articles);
  const server = launch(built, ['serve', '--port', '0'], place.root, env);
  const say = (text: string) => process.stdout.write(`${name}: ${text}\n`);
  try {
    const [, found = ''] = await server.says(/(http:\/\/localhost:\d+)/);
    const url = found.replace('localhost', '127.0.0.1');
    const get = async (path: string) => {
      const response = await fetch(url + path);
      const text = await response.text();
      if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
      return JSON.parse(text);
    };
    const first = async (what: string, path: string) => {
      const started = performance.now();
      await get(path);
      say(`the first ${what}: ${Math.round(performance.now() - started)} ms`);
    };
    await first('list', '/api/v1/articles?locale=en');
    await first('list in Korean', '/api/v1/articles?locale=ko');
    await first('changes', '/api/v1/changes?limit=1');
    const { cursor } = await get(
      `/api/v1/changes?cursor=${(await get('/api/v1/changes?limit=1')).cursor.split('-')[0]}-${articles}`,
    );
    let n = 0;
    const asked: Record<string, () => string> = {
      list: () => `/api/v1/articles?locale=${n++ % 2 ? 'en' : 'ko'}`,
      'list by topic': () => `/api/v1/articles?locale=en&topic=Energy&month=202${n++ % 7}-0${1 + (n % 9)}`,
      search: () =>
        `/api/v1/articles?locale=${n++ % 2 ? 'en' : 'ko'}&q=${encodeURIComponent(n % 3 ? `line ${n}` : `부산 ${n}`)}`,
      changes: () => `/api/v1/changes?cursor=${cursor}`,
    };
    for (const [what, path] of Object.entries(asked)) say(`${what}: ${await median(() => get(path()))} ms median`);

    const article = `${url}/api/v1/articles/line-0?locale=en`;
    const response = await fetch(article);
    const etag = response.headers.get('etag') ?? '';
    const body = await response.text();
    const other = await bare(body);
    const shape = { connections: 16, pipelining: 8, seconds };
    for (const [what, ours, theirs] of [
      ['an article', {}, {}],
      ['304', { 'if-none-match': etag }, { 'if-none-match': '"a"' }],
    ] as const) {
      await load({ url: article, headers: ours, ...shape, seconds: 1 });
      const here = await load({ url: article, headers: ours, ...shape });
      const there = await load({ url: other.url, headers: theirs, ...shape });
      const ratio = (here.perSecond / there.perSecond).toFixed(2);
      say(
        `${what} of ${here.bytes} bytes ${JSON.stringify(here.statuses)}: ${here.perSecond}/s, bare ${there.perSecond}/s, ${ratio}`,
      );
    }
    other.stop();
  } finally {
    await server.end('SIGKILL');
    place.remove();
  }
}

describe('a large site', () => {
  const once1 = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0, throws: true };
  bench('on files', async () => measure('files', {}), once1);
  if (postgres.server !== undefined)
    bench(
      'on PostgreSQL',
      async () => measure('PostgreSQL', { DATABASE_URL: postgres.real.url, DIPTYCH_SCHEMA: freshSchema() }),
      once1,
    );
});
