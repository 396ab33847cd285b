import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { launch, useBuilt } from '../cli/built.js';
import { project } from '../cli/project.js';
import { freshSchema, usePostgres } from '../postgres/use.js';
import { type Loaded, load } from './load.js';
import { fillSite } from './site.js';
import { hasWrk, wrk } from './wrk.js';

/**
 * What a server answers on a large site, on files and on PostgreSQL, and how fast one process answers beside bare
 * `node:http` with the same bytes in the same run. `SERVICE_ARTICLES`: how many articles, in two languages each.
 */
const articles = Number(process.env['SERVICE_ARTICLES'] ?? 10_000);
const seconds = Number(process.env['SERVICE_SECONDS'] ?? 5);

const built = useBuilt();
const postgres = await usePostgres();

/** A server of node:http alone that answers with one text, or with 304. */
async function bare(body: string): Promise<{ url: string; pid: number | undefined; stop(): void }> {
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
  return { url: `http://127.0.0.1:${String(port).trim()}/`, pid: child.pid, stop: () => void child.kill() };
}

/** Processor time that a process has had, in milliseconds, where the system says: neighbours take time, but not this. */
function processor(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return Number.NaN;
  }
}

/** Asks one after the other: the median time, and the processor time that each took. */
async function told(pid: number | undefined, ask: () => Promise<unknown>, times = 100): Promise<string> {
  const taken: number[] = [];
  const before = processor(pid);
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    await ask();
    taken.push(performance.now() - started);
  }
  const median = taken.sort((a, b) => a - b)[times >> 1]!;
  return `${median.toFixed(1)} ms median, ${((processor(pid) - before) / times).toFixed(1)} ms of processor`;
}

/** Loads a server: answers a second, and microseconds of processor for each. */
async function loaded(pid: number | undefined, ask: () => Promise<Loaded>) {
  const before = processor(pid);
  const { perSecond, statuses, bytes } = await ask();
  const answers = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  return { perSecond, statuses, bytes, each: (1000 * (processor(pid) - before)) / answers };
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
    // Each published translation is judged, this once.
    await first('changes', '/api/v1/changes?limit=1');
    const [epoch] = (await get('/api/v1/changes?limit=1')).cursor.split('-');
    let n = 0;
    const asked: Record<string, () => string> = {
      list: () => `/api/v1/articles?locale=${n++ % 2 ? 'en' : 'ko'}`,
      'list by topic': () => `/api/v1/articles?locale=en&topic=Energy&month=202${n++ % 7}-0${1 + (n % 9)}`,
      search: () =>
        `/api/v1/articles?locale=${n++ % 2 ? 'en' : 'ko'}&q=${encodeURIComponent(n % 3 ? `line ${n}` : `부산 ${n}`)}`,
      'changes at the end': () => `/api/v1/changes?cursor=${epoch}-${2 * articles}`,
      'changes on the way': () => `/api/v1/changes?cursor=${epoch}-${(n++ * 50) % articles}`,
    };
    for (const [what, path] of Object.entries(asked))
      say(`${what}: ${await told(server.child.pid, () => get(path()))}`);

    const article = `${url}/api/v1/articles/line-0?locale=en`;
    const response = await fetch(article);
    const etag = response.headers.get('etag') ?? '';
    const body = await response.text();
    const other = await bare(body);
    const shape = { connections: 16, pipelining: 8 };
    type Ask = (url: string, headers: Record<string, string>, seconds: number) => Promise<Loaded>;
    const ways: Record<string, Ask> = {
      'our load': (address, headers, time) => load({ url: address, headers, ...shape, seconds: time }),
      ...(hasWrk() ? { wrk } : {}),
    };
    for (const [what, ours, theirs] of [
      ['an article', {}, {}],
      ['304', { 'if-none-match': etag }, { 'if-none-match': '"a"' }],
    ] as const) {
      for (const [way, ask] of Object.entries(ways)) {
        await ask(article, ours, 1);
        const here = await loaded(server.child.pid, () => ask(article, ours, seconds));
        const there = await loaded(other.pid, () => ask(other.url, theirs, seconds));
        const ratio = (here.perSecond / there.perSecond).toFixed(2);
        say(
          `${what}, ${way}, ${JSON.stringify(here.statuses)}: ${here.perSecond}/s, bare ${there.perSecond}/s, ${ratio}`,
        );
        const [one, bareOne] = [here.each, there.each];
        say(`  processor ${one.toFixed(1)} µs each, bare ${bareOne.toFixed(1)} µs, ${(bareOne / one).toFixed(2)}`);
      }
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
