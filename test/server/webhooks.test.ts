import { appendFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { makeHook } from '../../src/server/webhooks/hooks.js';
import { isPublicAddress, publicLookup } from '../../src/server/webhooks/reach.js';
import { send } from '../../src/server/webhooks/send.js';
import { createFileChanges } from '../../src/store/file-changes.js';
import { createFileWebhooks } from '../../src/store/file-webhooks.js';
import { type Hook, newLedger } from '../../src/store/webhooks.js';
import { cli } from '../cli/io.js';
import { type Receiver, startReceiver } from './receiver.js';
import { type Body, generated, type Running, start } from './start.js';

/** A server with a webhook that was told of all that was out when it began. */
async function hooked(
  delays: readonly number[] = [20, 20],
): Promise<{ running: Running; receiver: Receiver; hook: Hook }> {
  const receiver = await startReceiver();
  const running = await start(undefined, { webhookDelays: delays });
  await running.get('/api/v1/changes');
  const hook = makeHook({ name: 'site', url: receiver.url, private: true });
  // Set up on the command line while the server runs.
  const { root } = running.place;
  await createFileWebhooks(root).add(hook, await newLedger(createFileChanges(root)));
  return { running, receiver, hook };
}

const publish = async (running: Running) => {
  await generated(running);
  expect((await running.fetch('/api/v1/articles/plant/translations/ko/publish', { method: 'POST' })).status).toBe(200);
};
const withdraw = (running: Running) =>
  running.fetch('/api/v1/articles/plant/translations/ko/withdraw', { method: 'POST' });
const standing = async (running: Running): Promise<Body> => (await running.get('/api/v1/webhooks')).webhooks[0];
const until = async (running: Running, holds: (one: Body) => boolean): Promise<Body> => {
  for (;;) {
    const one = await standing(running);
    if (holds(one)) return one;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

describe('a webhook', () => {
  it('is told of a publication, signed so that the standard’s own library takes it', async () => {
    const { running, receiver, hook } = await hooked();
    await publish(running);
    const [message] = await receiver.until(1);
    const { body } = message!;
    const headers = message!.headers as Record<string, string>;
    expect(new Webhook(hook.secret).verify(body, headers)).toMatchObject({
      type: 'article.published',
      data: { slug: 'plant', locale: 'ko', original: false, url: '/ko/articles/plant' },
    });
    const forged = { ...headers, 'webhook-id': `${headers['webhook-id']}0` };
    expect(() => new Webhook(hook.secret).verify(body, forged)).toThrow();
    expect(() => new Webhook(hook.secret).verify(body.replace('plant', 'plant2'), headers)).toThrow();
    const old = { ...headers, 'webhook-timestamp': '1700000000' };
    expect(() => new Webhook(hook.secret).verify(body, old)).toThrow();
  });

  it('is told again under the same id until it has understood', async () => {
    const { running, receiver } = await hooked();
    receiver.answer = (response) => void response.writeHead(receiver.received.length < 3 ? 500 : 204).end();
    await publish(running);
    const told = await receiver.until(3);
    expect(new Set(told.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const after = await until(running, ({ owed }) => owed.length === 0);
    expect(after).toMatchObject({ dead: [], told: [{ attempts: 3 }] });
  });

  it('is given up after the last try, and told again when a person asks', async () => {
    const { running, receiver } = await hooked();
    receiver.answer = (response) => void response.writeHead(503).end();
    await publish(running);
    expect(await until(running, ({ dead }) => dead.length === 1)).toMatchObject({
      owed: [],
      dead: [{ attempts: 3, reason: 'HTTP 503' }],
    });
    receiver.answer = (response) => void response.writeHead(204).end();
    const replayed = await running.get('/api/v1/webhooks/site/replay', { method: 'POST', json: {} });
    expect(replayed).toEqual({ messages: 1 });
    expect(await until(running, ({ told }) => told.length === 1)).toMatchObject({ dead: [], owed: [] });
    expect(await running.get('/api/v1/webhooks/site/replay', { method: 'POST', json: { from: 1 } })).toEqual({
      messages: 2,
    });
    await until(running, ({ told }) => told.length === 3);
  });

  it('is left alone as long as it asks', async () => {
    const { running, receiver } = await hooked();
    receiver.answer = (response) => void response.writeHead(429, { 'retry-after': '3600' }).end();
    await publish(running);
    const { owed } = await until(running, (one) => one.owed[0]?.attempts === 1);
    expect(Date.parse(owed[0].due) - Date.now()).toBeGreaterThan(3_500_000);
  });

  it('that is gone is not told again', async () => {
    const { running, receiver } = await hooked();
    receiver.answer = (response) => void response.writeHead(410).end();
    await publish(running);
    expect(await until(running, ({ dead }) => dead.length === 1)).toMatchObject({ dead: [{ attempts: 1 }] });
  });

  it('gets what happened while nothing answered, after a restart, once and in whatever state it was', async () => {
    const { running, receiver } = await hooked([60_000]);
    receiver.answer = (response) => void response.destroy();
    await publish(running);
    await until(running, (one) => one.owed[0]?.attempts === 1);
    await withdraw(running);
    await until(running, ({ owed }) => owed.length === 2 && owed.every(({ attempts }: Body) => attempts === 1));
    receiver.answer = (response) => void response.writeHead(204).end();
    await running.again();
    const { owed } = await standing(running);
    expect(owed).toHaveLength(2);
    await running.get('/api/v1/webhooks/site/replay', { method: 'POST', json: { from: owed[0].sequence } });
    const after = await until(running, (one) => one.owed.length === 0);
    expect(after.told.map(({ sequence }: Body) => sequence).sort()).toEqual(owed.map(({ sequence }: Body) => sequence));
  });

  it('is not led elsewhere by a redirect', async () => {
    const { running, receiver } = await hooked([]);
    receiver.answer = (response) => void response.writeHead(307, { location: `${receiver.url}/elsewhere` }).end();
    await publish(running);
    expect(await until(running, ({ dead }) => dead.length === 1)).toMatchObject({ dead: [{ reason: 'HTTP 307' }] });
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('may answer at length: it is not read', async () => {
    const { running, receiver } = await hooked();
    receiver.answer = (response) => void response.writeHead(200).end(Buffer.alloc(5_000_000));
    await publish(running);
    await until(running, ({ told }) => told.length === 1);
  });

  it('that a broken file names is an error, and not nobody', async () => {
    const { running } = await hooked();
    appendFileSync(join(running.place.root, '.diptych/webhooks.json'), '{');
    expect((await running.fetch('/api/v1/webhooks')).status).toBe(500);
  });
});

const privates = [
  'http://127.0.0.1/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://017700000001/',
  'https://0.0.0.0/',
  'https://localhost/',
  'https://a.localhost/',
  'https://LOCALHOST./',
  'https://10.0.0.1/',
  'https://172.16.5.4/',
  'https://192.168.1.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://100.64.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://[::1]/',
  'https://[::]/',
  'https://[fe80::1]/',
  'https://[fd00::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[64:ff9b::7f00:1]/',
  'https://metadata.google.internal/',
  'https://printer.local/',
];

describe('an address of this machine or network', () => {
  it.each(privates)('is refused: %s', async (url) => {
    const running = await start();
    const response = await running.fetch('/api/v1/webhooks', { method: 'POST', json: { name: 'x', url } });
    expect(response.status).toBe(422);
    expect((await response.json()) as Body).toMatchObject({ code: 'invalid-webhook' });
    expect(await createFileWebhooks(running.place.root).all()).toEqual([]);
  });

  it('is not reached by a name that resolves to it either, whatever it resolved to before', async () => {
    const found = new Promise((resolve) => publicLookup('localhost', {}, (error) => resolve(error?.message)));
    expect(await found).toBe('localhost has no public address');
    const receiver = await startReceiver();
    const hook: Hook = { name: 'x', url: receiver.url, secret: 'whsec_AAAA', private: false, created: '' };
    expect(await send(hook, { id: 'msg_1', body: '{}' }, new Date())).toEqual({
      ok: false,
      reason: 'not a public address',
    });
    expect(receiver.received).toEqual([]);
  });

  it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111'])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('setting up', () => {
  it.each([
    [{ name: 'x', url: 'ftp://example.com/' }, 'invalid-webhook'],
    [{ name: 'x', url: 'javascript:alert(1)' }, 'invalid-webhook'],
    [{ name: 'x', url: 'http://example.com/' }, 'invalid-webhook'],
    [{ name: 'x', url: 'https://kim:secret@example.com/' }, 'invalid-webhook'],
    [{ name: '../../x', url: 'https://example.com/' }, 'invalid-webhook'],
    [{ name: '가', url: 'https://example.com/' }, 'invalid-webhook'],
  ])('refuses %j', async (json, code) => {
    const running = await start();
    const response = await running.fetch('/api/v1/webhooks', { method: 'POST', json });
    expect((await response.json()) as Body).toMatchObject({ code });
  });

  it('shows the secret once, and takes a webhook away', async () => {
    const running = await start();
    const json = { name: 'site', url: 'https://example.com/hook' };
    const response = await running.fetch('/api/v1/webhooks', { method: 'POST', json });
    expect(response.status).toBe(201);
    expect(((await response.json()) as Body).secret).toMatch(/^whsec_/);
    expect(await (await running.fetch('/api/v1/webhooks')).text()).not.toContain('whsec_');
    expect(statSync(join(running.place.root, '.diptych/webhooks.json')).mode & 0o777).toBe(0o600);
    expect((await running.fetch('/api/v1/webhooks', { method: 'POST', json })).status).toBe(409);
    expect((await running.fetch('/api/v1/webhooks/site', { method: 'DELETE' })).status).toBe(204);
    expect((await running.fetch('/api/v1/webhooks/site', { method: 'DELETE' })).status).toBe(404);
  });

  it('works on the command line, where a private address can be allowed', async () => {
    const { place } = await start();
    const run = (...argv: string[]) => cli(['webhooks', ...argv], { cwd: place.root });
    expect((await run('list')).stdout).toContain('There are no webhooks');
    expect(await run('add', 'site', 'http://127.0.0.1:9/')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('https'),
    });
    expect((await run('add', 'site', 'http://127.0.0.1:9/', '--allow-private')).stdout).toMatch(/^whsec_\S+\n$/);
    expect((await run('list')).stdout).toContain('http://127.0.0.1:9/');
    expect((await run('remove', 'site')).exitCode).toBe(0);
    expect(await run('remove', 'site')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('[not-found]') });
  });
});
