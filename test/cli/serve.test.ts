import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { messages } from '../../src/messages/index.js';
import { cli } from './io.js';
import { project, type TestProject } from './project.js';

let place: TestProject;
beforeEach(() => {
  place = project({ 'content/en/a.md': '---\ntitle: A title\n---\n\nSome text.\n' });
});
afterEach(() => place.remove());

/** Starts `diptych serve` and resolves with its address once it has told it. */
async function started(...argv: string[]) {
  const stop = new AbortController();
  let told = '';
  let hear: (url: string) => void = () => {};
  const url = new Promise<string>((resolve) => {
    hear = resolve;
  });
  const stdout = new Writable({
    write(chunk: Buffer, _, done) {
      told += chunk.toString();
      const found = /http:\/\/\S+/.exec(told)?.[0];
      if (found !== undefined) hear(found);
      done();
    },
  });
  const io = {
    stdin: Readable.from(['']),
    stdout,
    stderr: new Writable({ write: (_, __, done) => done() }),
    cwd: place.root,
    env: {},
    messages: messages('en'),
    signal: stop.signal,
  };
  const ended = run(['serve', '--port', '0', ...argv], io);
  return { url: await url, stop: () => stop.abort(), ended };
}

describe('serve', () => {
  it('listens until it is interrupted, and ends clean', async () => {
    const { url, stop, ended } = await started();
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ status: 'ok' });
    stop();
    expect(await ended).toBe(0);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('ends while somebody is still connected to a stream', async () => {
    const { url, stop, ended } = await started();
    const kept = await fetch(`${url}/articles`, { headers: { connection: 'keep-alive' } });
    await kept.text();
    stop();
    expect(await ended).toBe(0);
  });

  it('says its site’s address in feeds', async () => {
    const { url, stop, ended } = await started('--url', 'https://news.example/');
    expect(await (await fetch(`${url}/en/feed.atom`)).text()).toContain('<id>https://news.example/en/articles/a</id>');
    stop();
    await ended;
  });

  it('takes requests as large as it is told to, and no larger', async () => {
    const { url, stop, ended } = await started('--body-limit', '2', '--header-limit', '40');
    const post = async (size: number) =>
      (await fetch(`${url}/api/v1/articles/a/translations`, { method: 'POST', body: 'x'.repeat(size) })).status;
    expect([await post(2048), await post(2049)]).toEqual([400, 413]);
    const get = async (size: number) => (await fetch(`${url}/healthz`, { headers: { x: 'x'.repeat(size) } })).status;
    expect([await get(39_000), await get(41_000)]).toEqual([200, 431]);
    stop();
    await ended;
    expect((await cli(['serve', '--body-limit', '0'], { cwd: place.root })).exitCode).toBe(2);
  });

  it('refuses addresses that others reach while there are no keys, and ports that are none', async () => {
    const refused = await cli(['serve', '--host', '0.0.0.0'], { cwd: place.root });
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('diptych keys add') });
    for (const port of ['70000', '-1', 'x', '1e3']) {
      expect((await cli(['serve', '--port', port], { cwd: place.root })).exitCode, port).toBe(2);
    }
    expect((await cli(['serve', '--url', 'ftp://x'], { cwd: place.root })).exitCode).toBe(2);
    const { url, stop, ended } = await started();
    const taken = await cli(['serve', '--port', new URL(url).port], { cwd: place.root });
    expect(taken).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('EADDRINUSE') });
    stop();
    await ended;
  });
});
