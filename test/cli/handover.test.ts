import { statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addKey } from '../../src/server/access/keys.js';
import { createFileKeyring } from '../../src/store/file-keys.js';
import { createFileStore } from '../../src/store/files.js';
import { articleOf } from '../server/crew.js';
import { article, start } from '../server/start.js';
import { cli } from './io.js';

const files = {
  'content/en/plant.md': article,
  'content/en/b.md': articleOf(1, 3),
  'content/en/c.md': articleOf(2, 3),
};

describe('generate while a server works on the same files', () => {
  it.each(['open', 'closed'])('hands its work to the server, which is %s', async (how) => {
    const running = await start(files);
    if (how === 'closed') {
      await addKey(createFileKeyring(running.place.root), 'site', ['read']);
      await running.again();
    }
    running.engine.delay = 300;
    const door = JSON.parse(running.place.read('.diptych/server.json'));
    expect(statSync(join(running.place.root, '.diptych/server.json')).mode & 0o777).toBe(0o600);
    const authorization = `Bearer ${door.secret}`;
    const post = { method: 'POST', json: { locale: 'ko' }, headers: { authorization } };
    await running.get('/api/v1/articles/b/translations', post);
    await expect.poll(() => running.engine.requests, { timeout: 10_000 }).toBeGreaterThan(0);
    const ran = await cli(['generate', '--to', 'ko', '--format', 'json'], {
      cwd: running.place.root,
      env: running.engine.env,
    });
    expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
    const { server, jobs } = JSON.parse(ran.stdout);
    expect(server).toContain(`:${new URL(running.server.url).port}`);
    expect(jobs.map((job: { slug: string; state: string }) => `${job.slug} ${job.state}`).sort()).toEqual([
      'b done',
      'c done',
      'plant done',
    ]);
    expect(running.place.files('content/ko')).toHaveLength(3);
    // One job for each, however often it was asked for.
    const list = await running.get('/api/v1/jobs', { headers: { authorization } });
    expect(list.jobs).toHaveLength(3);
    await running.server.close();
    expect(running.place.files('.diptych')).not.toContain('.diptych/server.json');
    running.server = { ...running.server, close: async () => {} };
  });

  it('fails where the lock is not that server’s, or the server would work otherwise', async () => {
    const running = await start(files);
    const { root } = running.place;
    const env = running.engine.env;
    // Somebody else of this machine, who says nothing of a server: the test's own process would be the server's.
    const holder = { pid: process.ppid, host: hostname(), since: '2026-01-01T00:00:00Z' };
    writeFileSync(join(root, '.diptych/lock'), JSON.stringify(holder));
    const refused = { exitCode: 3, stderr: expect.stringContaining('[store-locked]') };
    expect(await cli(['generate'], { cwd: root, env })).toMatchObject(refused);
    writeFileSync(join(root, '.diptych/lock'), JSON.stringify({ ...holder, pid: process.pid }));
    expect(await cli(['generate', '--engine', 'openai'], { cwd: root, env })).toMatchObject(refused);
    running.place.put('.diptych/server.json', '{"url":');
    expect(await cli(['generate'], { cwd: root, env })).toMatchObject(refused);
  });

  it('cancels what it alone has asked for when it is interrupted', async () => {
    const running = await start(files);
    running.engine.delay = 1500;
    await running.get('/api/v1/articles/b/translations', { method: 'POST', json: { locale: 'ko' } });
    await expect.poll(() => running.engine.requests, { timeout: 10_000 }).toBeGreaterThan(0);
    const stop = new AbortController();
    const ran = cli(['generate', 'b', 'c', '--to', 'ko'], {
      cwd: running.place.root,
      env: running.engine.env,
      signal: stop.signal,
    });
    await expect.poll(async () => (await running.get('/api/v1/jobs')).jobs.length, { timeout: 10_000 }).toBe(2);
    stop.abort();
    expect((await ran).exitCode).toBe(3);
    const { jobs } = await running.get('/api/v1/jobs');
    expect(Object.fromEntries(jobs.map(({ slug, state }: { slug: string; state: string }) => [slug, state]))).toEqual({
      b: 'running',
      c: 'cancelled',
    });
  });
});

describe('the lock', () => {
  it('of the command line makes a server’s job wait, not fail', async () => {
    const running = await start(files);
    const store = createFileStore(running.place.root);
    await store.open();
    const job = await running.get('/api/v1/articles/b/translations', { method: 'POST', json: { locale: 'ko' } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await running.get(`/api/v1/jobs/${job.id}`)).state).toMatch(/queued|running/);
    await store.close();
    const events = await running.fetch(`/api/v1/jobs/${job.id}/events`);
    expect(await events.text()).toContain('"state":"done"');
  });
});
