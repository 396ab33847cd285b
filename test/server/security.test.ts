import { symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLoopback } from '../../src/server/access/address.js';
import { addKey } from '../../src/server/access/keys.js';
import { serve } from '../../src/server/index.js';
import { createFileKeyring } from '../../src/store/file-keys.js';
import { article, type Body, generated, start } from './start.js';

/** A request as no browser and no fetch would send it. */
function raw(url: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path, headers, method }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('an address', () => {
  it.each(['127.0.0.1', '127.9.9.9', '::1', '[::1]', 'localhost', 'LOCALHOST', '::ffff:127.0.0.1'])(
    '%s is this machine',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );
  it.each(['0.0.0.0', '::', '10.0.0.1', 'example.org', '127.0.0.1.example.org', 'localhost.example.org', ''])(
    '%s is not',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );

  it('that others reach is refused without keys and served with one', async () => {
    const running = await start();
    const options = {
      cwd: running.place.root,
      root: running.place.root,
      pipeline: 'news',
      host: '0.0.0.0',
      port: 0,
      hosts: [],
      site: undefined,
      work: true,
      env: running.engine.env,
      version: 'test',
      log: () => {},
    };
    await expect(serve(options)).rejects.toMatchObject({ code: 'unsafe-address' });
    await addKey(createFileKeyring(running.place.root), 'site', ['read']);
    const server = await serve(options);
    expect(server.closed).toBe(true);
    await server.close();
  });
});

describe('keys', () => {
  it('are asked for once there are any, by scope', async () => {
    const running = await start();
    const { root } = running.place;
    const reader = await addKey(createFileKeyring(root), 'reader', ['read']);
    const maker = await addKey(createFileKeyring(root), 'maker', ['generate']);
    await running.again();
    const status = async (path: string, key?: string, method = 'GET', json?: unknown) =>
      (
        await running.fetch(path, {
          method,
          json,
          headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
        })
      ).status;
    expect(await status('/healthz')).toBe(200);
    expect(await status('/api/v1/articles')).toBe(401);
    expect(await status('/api/v1/articles', 'dip_wrong')).toBe(401);
    expect(await status('/api/v1/articles', reader)).toBe(200);
    expect(await status('/media/images/x.svg')).toBe(401);
    const path = '/api/v1/articles/plant/translations';
    expect(await status(path, reader, 'POST', { locale: 'ko' })).toBe(403);
    expect(await status(path, maker, 'POST', { locale: 'ko' })).toBe(202);
    for (const action of ['approve', 'publish', 'withdraw', 'reject']) {
      expect(await status(`${path}/ko/${action}`, maker, 'POST')).toBe(403);
    }
    expect(await status(`${path}/ko/units/x`, reader, 'PATCH', { tagged: 'x' })).toBe(403);
    await createFileKeyring(root).remove('reader');
    expect(await status('/api/v1/articles', reader)).toBe(401);
  });

  it('are stored as hashes, for the owner alone', async () => {
    const running = await start();
    const key = await addKey(createFileKeyring(running.place.root), 'x', ['read']);
    const { statSync } = await import('node:fs');
    expect(running.place.read('.diptych/keys.json')).not.toContain(key);
    expect(statSync(join(running.place.root, '.diptych/keys.json')).mode & 0o777).toBe(0o600);
  });

  it('in a broken file do not open the doors', async () => {
    const running = await start();
    running.place.put('.diptych/keys.json', '[{"name"');
    await expect(running.again()).rejects.toMatchObject({ code: 'store-failed' });
  });
});

describe('a session', () => {
  it('outlives a restart, ends with signing out, and is written down with who tried', async () => {
    const running = await start();
    const keyring = createFileKeyring(running.place.root);
    const key = await addKey(keyring, 'kim', ['admin']);
    await running.again();
    const signIn = (shown: string) =>
      running.fetch('/login', { method: 'POST', body: new URLSearchParams({ key: shown }), redirect: 'manual' });
    expect((await signIn('dip_wrong')).status).toBe(401);
    const answer = await signIn(key);
    const set = answer.headers.get('set-cookie') ?? '';
    expect([answer.status, set]).toEqual([303, expect.stringMatching(/HttpOnly; SameSite=Strict$/)]);
    const cookie = set.split(';')[0]!;
    expect(running.place.read('.diptych/sessions.json')).not.toContain(cookie.split('=')[1]);
    const status = async () => (await running.fetch('/api/v1/jobs', { headers: { cookie } })).status;
    await running.again();
    expect(await status()).toBe(200);
    const origin = { cookie, origin: 'https://evil.example' };
    expect((await running.fetch('/logout', { method: 'POST', headers: origin })).status).toBe(403);
    await running.fetch('/logout', { method: 'POST', headers: { cookie }, redirect: 'manual' });
    expect(await status()).toBe(401);
    await running.again();
    expect(await status()).toBe(401);
    const { acts } = await running.get('/api/v1/audit', { headers: { authorization: `Bearer ${key}` } });
    expect(acts.map(({ act, by }: Body) => `${act} ${by}`)).toEqual([
      'sign-out kim',
      'sign-in kim',
      'sign-in-refused stranger',
    ]);
    await keyring.remove('kim');
    expect(await status()).toBe(401);
  });
});

describe('other sites', () => {
  it('cannot make a browser change anything', async () => {
    const running = await start();
    const post = (headers: Record<string, string>) =>
      running.fetch('/api/v1/articles/plant/translations', { method: 'POST', json: { locale: 'ko' }, headers });
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ origin: 'null' })).status).toBe(403);
    expect((await post({ origin: running.server.url })).status).toBe(202);
    expect(
      (await running.fetch('/api/v1/articles', { headers: { origin: 'https://evil.example' } })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBeNull();
  });

  it('cannot pretend to be this machine', async () => {
    const running = await start();
    expect(await raw(running.server.url, '/api/v1/articles', { host: 'evil.example' })).toBe(403);
    expect(await raw(running.server.url, '/api/v1/articles', { host: '127.0.0.1' })).toBe(200);
    await running.again({ hosts: ['news.example'] });
    expect(await raw(running.server.url, '/api/v1/articles', { host: 'news.example:80' })).toBe(200);
  });
});

describe('hostile requests', () => {
  it('find no way out of the project by a slug, a locale or an image', async () => {
    const running = await start({
      'content/en/plant.md': article,
      'content/en/.secret.md': article,
      'secret.svg': '<svg/>',
    });
    symlinkSync('/etc/hosts', join(running.place.root, 'content/out.svg'));
    const { url } = running.server;
    for (const slug of [
      '..%2f..%2fetc%2fpasswd',
      '%2e%2e/x',
      '.secret',
      '%00',
      'a%2f..%2f..%2fb',
      '%2fetc%2fpasswd',
      'C:%5cx',
    ]) {
      expect([400, 404], slug).toContain(await raw(url, `/api/v1/articles/${slug}`));
    }
    for (const locale of ['../ko', 'ko/../../x', '%00', 'k'.repeat(5000)]) {
      expect([400, 422], locale).toContain(
        await raw(url, `/api/v1/articles/plant?locale=${encodeURIComponent(locale)}`),
      );
    }
    for (const path of [
      '..%2fsecret.svg',
      '../secret.svg',
      '%2e%2e/secret.svg',
      'out.svg',
      'en/plant.md',
      '.x.svg',
      '%00.svg',
      '%ff.svg',
      '',
    ]) {
      expect(await raw(url, `/media/${path}`), path).toBe(404);
    }
  });

  it('are cut off when they are too large', async () => {
    const running = await start();
    const response = await running.fetch('/api/v1/articles/plant/translations', {
      method: 'POST',
      json: { locale: 'ko', filling: 'x'.repeat(10_000_000) },
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([413, 'request-too-large']);
    expect(await raw(running.server.url, '/healthz', { 'x-flood': 'x'.repeat(20_000) })).toBe(431);
  });

  it('in floods of headers, or an endless address, are refused', async () => {
    const running = await start();
    const many = Object.fromEntries(Array.from({ length: 1500 }, (_, n) => [`x-${n}`, 'some value']));
    expect(await raw(running.server.url, '/healthz', many)).toBe(431);
    expect(await raw(running.server.url, `/api/v1/articles?q=${'x'.repeat(20_000)}`)).toBe(431);
    expect(await raw(running.server.url, `/api/v1/articles?q=${'x'.repeat(5000)}`)).toBe(400);
    expect(await raw(running.server.url, '/healthz')).toBe(200);
  });

  it('that come drop by drop are cut off, headers and bodies alike, and keep nobody out', async () => {
    const running = await start(undefined, { patience: { headers: 300, request: 600 } });
    const { port } = new URL(running.server.url);
    const drip = (first: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(first));
        let said = '';
        const timer = setInterval(() => socket.write('x'), 50);
        socket.on('data', (chunk) => {
          said += chunk.toString();
        });
        socket.on('error', () => {});
        socket.on('close', () => {
          clearInterval(timer);
          resolve(said);
        });
      });
    const head = 'POST /api/v1/articles/plant/translations HTTP/1.1\r\nhost: localhost\r\n';
    const slow = Array.from({ length: 40 }, () => drip(`${head}x-slow: `));
    slow.push(drip(`${head}content-type: application/json\r\ncontent-length: 100000\r\n\r\n{`));
    expect((await running.fetch('/healthz')).status).toBe(200);
    for (const said of await Promise.all(slow)) expect(said.slice(0, 12)).toMatch(/^(?:HTTP\/1.1 408)?$/);
    expect(running.place.files('content/ko')).toEqual([]);
  });

  it('with a session or a key that somebody made up are those of a stranger', async () => {
    const running = await start();
    await addKey(createFileKeyring(running.place.root), 'kim', ['admin']);
    await running.again();
    for (const token of ['x', 'a'.repeat(43), `${'a'.repeat(43)}; diptych_session=b`, '__proto__', 'kim']) {
      const cookie = `diptych_session=${token}`;
      expect((await running.fetch('/api/v1/articles', { headers: { cookie } })).status, token).toBe(401);
    }
    for (const key of ['kim', `dip_${'a'.repeat(43)}`, '', 'null', '../keys.json']) {
      const headers = { authorization: `Bearer ${key}` };
      expect((await running.fetch('/api/v1/articles', { headers })).status, key).toBe(401);
    }
  });

  it('of SQL are words like any others', async () => {
    const running = await start();
    for (const word of ["'; drop table memory; --", "' or '1'='1", '%_\\', '\u0000', '$1', '$' + '{7*7}']) {
      const asked = encodeURIComponent(word);
      const list = await running.fetch(`/api/v1/articles?q=${asked}&topic=${asked}`);
      expect([list.status, ((await list.json()) as { total: number }).total], word).toEqual([200, 0]);
      expect([400, 404]).toContain((await running.fetch(`/api/v1/articles/${asked}`)).status);
      expect([400]).toContain((await running.fetch(`/api/v1/changes?cursor=${asked}`)).status);
      expect([200, 400]).toContain((await running.fetch(`/api/v1/audit?by=${asked}`)).status);
    }
    expect((await running.fetch('/api/v1/articles/plant')).status).toBe(200);
  });

  it('get a coded problem for broken JSON and wrong types', async () => {
    const running = await start();
    const post = (body: string, type = 'application/json') =>
      running.fetch('/api/v1/articles/plant/translations', { method: 'POST', body, headers: { 'content-type': type } });
    for (const body of ['{', 'null', '[]', '{"locale":5}', '']) {
      const response = await post(body);
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(await response.json(), body).toMatchObject({
        status: 400,
        code: 'invalid-request',
        detail: expect.any(String),
      });
    }
    expect((await post('locale=ko', 'application/x-www-form-urlencoded')).status).toBe(400);
    expect(running.logged).toEqual([]);
  });

  it('get headers that let nothing foreign run', async () => {
    const running = await start();
    const { headers } = await running.fetch('/api/v1/articles');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('an SVG of the project may run nothing', async () => {
    const running = await start({
      'content/en/plant.md': article,
      'content/images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    const response = await running.fetch('/media/images/a.svg');
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
  });
});

describe('errors', () => {
  it('are told in the reader’s language', async () => {
    const running = await start();
    const korean = await running.get('/api/v1/articles/nothing', { headers: { 'accept-language': 'ko' } });
    expect(korean).toMatchObject({
      status: 404,
      code: 'not-found',
      detail: expect.stringContaining('원문 기사가 없습니다'),
    });
    expect((await running.get('/api/v1/articles/nothing')).detail).toContain('There is no source article');
  });

  it('about a broken file name it and do not stop the others', async () => {
    const running = await start({
      'content/en/plant.md': article,
      'content/en/broken.md': '---\ntitle: [\n---\n\nText\n',
    });
    expect((await generated(running)).state).toBe('done');
    const response = await running.fetch('/api/v1/articles/broken');
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([422, 'invalid-yaml']);
  });
});
