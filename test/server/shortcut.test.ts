import { once } from 'node:events';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import type { Access } from '../../src/server/access/guard.js';
import { hashOf } from '../../src/server/access/keys.js';
import { createLimits } from '../../src/server/access/limits.js';
import type { Env } from '../../src/server/env.js';
import { createKnownHeads, end, plainHeads } from '../../src/server/http/known-heads.js';
import { createQuickLane } from '../../src/server/http/quick.js';
import { ShortcutServer } from '../../src/server/http/shortcut.js';
import { type RequestEvent, watch } from '../../src/server/observe.js';

/** What a server stands on. */
interface Setting {
  readonly access?: Partial<Access>;
  readonly body?: Buffer;
  readonly keepAliveTimeout?: number;
  readonly headersTimeout?: number;
}

/** A server whose one route's answers may be given again; `read` counts what node:http has read. */
async function open(kind: 'shortcut' | 'plain', { access = {}, body = Buffer.from('said\n'), ...times }: Setting = {}) {
  const state = { holds: true, version: 1, read: 0, events: [] as RequestEvent[] };
  const observe = (event: { type: string }) => void state.events.push(event as RequestEvent);
  const quick = createQuickLane({ closed: false, ...access } as Access, observe);
  const app = new Hono<Env>();
  app.use(watch(observe));
  app.use(quick.keep);
  app.get('/kept/*', (c) => {
    const made = state.version;
    c.set('holds', () => state.holds && state.version === made);
    c.header('ETag', `"${made}"`);
    c.header('Vary', 'Accept');
    c.header('Content-Location', c.req.path);
    if (c.req.header('if-none-match') === `"${made}"`) return c.body(null, 304);
    return c.body(made === 1 ? (body as never) : `said ${made}\n`, 200, { 'Content-Type': 'text/plain' });
  });
  const kept = getRequestListener(app.fetch);
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/kept/')) return kept(request, response);
    response.end(`${request.method} ${request.url} ${request.headers['content-length']}\n`);
  };
  const options = { keepAliveTimeout: 5000, connectionsCheckingInterval: 50, ...times };
  const server: Server =
    kind === 'shortcut'
      ? new ShortcutServer(options, quick, listener)
      : new Server(options, (request: IncomingMessage, response: ServerResponse) => {
          if (quick.answer(request, response) !== true) listener(request, response);
        });
  server.on('request', () => state.read++);
  // Where somebody listens, node:http is given its bytes one read after the other, as the shortcut gives them.
  if (kind === 'plain') server.on('connection', (socket) => socket.on('data', () => {}));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const running = { state, server, port: (server.address() as AddressInfo).port };
  servers.push(server);
  return running;
}

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }
});

/** A connection, and what it has been told so far, in which time and names of requests are left out. */
async function dial(port: number) {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.setNoDelay(true);
  const parts: Buffer[] = [];
  const statuses: string[] = [];
  let bytes = 0;
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    parts.push(chunk);
    bytes += chunk.length;
    rest = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = rest.indexOf(mark); at >= 0 && at + 12 <= rest.length; at = rest.indexOf(mark, from)) {
      statuses.push(rest.toString('latin1', at + 9, at + 12));
      from = at + 12;
    }
    rest = rest.subarray(Math.max(from, rest.length - 11));
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  const raw = () => Buffer.concat(parts).toString('latin1');
  const said = () => withoutNames(raw());
  return {
    socket,
    raw,
    said,
    /** The statuses of the answers that have begun. */
    statuses: statuses as readonly string[],
    bytes: () => bytes,
    async closed() {
      if (!socket.closed) await once(socket, 'close');
    },
    /** Sends bytes and waits for one more answer, of each head or of so many. */
    async ask(bytes: string, answers = bytes.split('\r\n\r\n').length - 1): Promise<string> {
      const before = parts.length;
      const due = statuses.length + answers;
      socket.write(bytes, 'latin1');
      await expect.poll(() => statuses.length, { interval: 2, timeout: 3000 }).toBe(due);
      return withoutNames(Buffer.concat(parts.slice(before)).toString('latin1'));
    },
  };
}

const mark = 'HTTP/1.1 ';

const withoutNames = (text: string) => text.replace(/^(date|x-request-id): .*\r\n/gim, '');

const head = (path = '/kept/a', more = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`;

/** A connection on which the next asking of `heads` goes past node:http. */
async function warm(running: Awaited<ReturnType<typeof open>>, ...heads: string[]) {
  const line = await dial(running.port);
  for (const one of heads) for (let i = 0; i < 2; i++) await line.ask(one);
  return line;
}

describe('a head that node:http has read a moment ago', () => {
  it.each([
    ['200', ''],
    ['304', 'If-None-Match: "1"\r\n'],
    ['304 of many', 'Accept: text/plain\r\nIf-None-Match: "x", W/"1"\r\nCookie: a=b\r\nConnection: keep-alive\r\n'],
  ])('is answered past it to the very byte, and told of: %s', async (_, more) => {
    const running = await open('shortcut');
    const line = await warm(running, head('/kept/a', more));
    const { length } = line.said();
    const rounds = 3;
    for (let i = 0; i < rounds; i++) await line.ask(head('/kept/a', more));
    expect(running.state.read).toBe(2);
    const twin = await dial((await open('plain')).port);
    await twin.ask(head('/kept/a', more));
    const once1 = await twin.ask(head('/kept/a', more));
    expect(line.said().slice(length)).toBe(once1.repeat(rounds));
    const ids = [...line.raw().matchAll(/^x-request-id: ([\w-]{36})\r$/gim)].map(([, id]) => id);
    expect(running.state.events.map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(2 + rounds);
    expect(running.state.events.at(-1)).toEqual({
      ...running.state.events[1],
      id: ids.at(-1),
      milliseconds: expect.any(Number),
    });
    expect(
      Math.abs(Date.parse(/^Date: (.*GMT)\r$/m.exec(line.raw().slice(-400))?.[1] ?? '') - Date.now()),
    ).toBeLessThan(2500);
  });

  it('is read again where its answer does not hold, and never gets an old one', async () => {
    const running = await open('shortcut');
    const { state } = running;
    const line = await warm(running, head());
    expect(await line.ask(head())).toContain('said\n');
    expect(state.read).toBe(2);
    state.version = 2;
    expect(await line.ask(head() + head())).toMatch(/said 2\n[\s\S]*said 2\n$/);
    expect(state.read).toBe(4);
    state.holds = false;
    await line.ask(head());
    expect(state.read).toBe(5);
  });

  it('is another with any byte changed', async () => {
    const running = await open('shortcut');
    const line = await warm(running, head());
    const others = [
      head('/kept/A'),
      head('/kept/a', 'X: y\r\n'),
      head().replace('Host', 'host'),
      head().replace(': ', ':  '),
      head().replace('localhost', 'localhosT'),
    ];
    for (const [at, other] of others.entries()) {
      await line.ask(other);
      expect(running.state.read, other).toBe(3 + at);
    }
    await line.ask(head());
    expect(running.state.read).toBe(2 + others.length);
  });

  it('may come with others, in pieces, and beside what is not known, and keeps its place', async () => {
    const running = await open('shortcut');
    const { state } = running;
    const line = await warm(running, head('/kept/a'), head('/kept/a', 'If-None-Match: "1"\r\n'));
    const not = head('/kept/a', 'If-None-Match: "1"\r\n');
    await line.ask(not + head() + not + not + head());
    expect(line.statuses.slice(-5).join(' ')).toBe('304 200 304 304 200');
    expect(state.read).toBe(3);
    const mixed = await line.ask(head() + head('/other') + not + head('/other'));
    expect(line.statuses.slice(-4).join(' ')).toBe('200 200 304 200');
    expect(mixed).toMatch(/said\n[\s\S]*GET \/other[\s\S]*304[\s\S]*GET \/other/);
    expect(state.read).toBe(6);
    // Half a head is node:http's, and so is its other half; after that the line is free again.
    line.socket.write(not + head().slice(0, 20));
    await expect.poll(() => line.statuses.slice(-2).join(' ')).toBe('200 304');
    await line.ask(head().slice(20));
    expect(state.read).toBe(7);
    await line.ask(head());
    expect(state.read).toBe(8);
    await line.ask(head() + not);
    expect(state.read).toBe(8);
    // A body ends where node:http says; the request after it is read, the next one is not.
    await line.ask(`POST /other HTTP/1.1\r\nHost: a\r\nContent-Length: ${head().length}\r\n\r\n${head()}`, 1);
    await line.ask(head());
    expect(state.read).toBe(10);
    await line.ask(head());
    expect(state.read).toBe(10);
  });

  it('was learnt on one connection and counts on all, after the first request of each', async () => {
    const running = await open('shortcut');
    await warm(running, head());
    const line = await dial(running.port);
    await line.ask(head());
    expect(running.state.read).toBe(3);
    await line.ask(head().repeat(5));
    expect(running.state.read).toBe(3);
  });

  it('is read each time where a request has more to it', async () => {
    for (const more of [
      'X-Request-Id: proxy-1\r\n',
      'Content-Length: 0\r\n',
      'Expect: 100-continue\r\n',
      'Upgrade: h2c\r\n',
    ]) {
      const running = await open('shortcut');
      const line = await dial(running.port);
      const answers = more.startsWith('Expect') ? 2 : 1;
      for (let i = 0; i < 4; i++) await line.ask(head('/kept/a', more), answers);
      expect(running.state.read, more).toBe(4);
    }
    const running = await open('shortcut');
    for (let i = 0; i < 4; i++) {
      const line = await dial(running.port);
      await line.ask(head('/kept/a', 'Connection: close\r\n'));
      await line.closed();
    }
    expect(running.state.read).toBe(4);
  });
});

describe('whoever asks', () => {
  const closed = (key: number, wait = () => Promise.resolve()) => {
    const keys = [{ name: 'kim', hash: hashOf('dip_kim'), scopes: ['read' as const], created: '' }];
    const all = async () => {
      await wait();
      return keys;
    };
    return { keys, access: { closed: true, keys: all, secret: 's', limits: createLimits({ key, stranger: 100 }) } };
  };
  const asked = head('/kept/a', 'Authorization: Bearer dip_kim\r\n');

  it('must have a key that counts, and requests left, each time', async () => {
    const { keys, access } = closed(5);
    const running = await open('shortcut', { access });
    const line = await warm(running, asked);
    // The first was answered by the route, which counts nothing here.
    for (let i = 0; i < 4; i++) await line.ask(asked);
    expect([running.state.read, running.state.events.at(-1)?.who]).toEqual([2, 'kim']);
    await line.ask(asked);
    expect(running.state.read).toBe(3);

    keys.length = 0;
    await line.ask(asked);
    expect(running.state.read).toBe(4);
  });

  it('is answered in order, however long it takes to know them', async () => {
    const { keys, access } = closed(100, () => pause(5));
    const running = await open('shortcut', { access });
    const not = asked.replace('\r\n\r\n', '\r\nIf-None-Match: "1"\r\n\r\n');
    const line = await warm(running, asked, not);
    expect(running.state.read).toBe(3);
    const text = line.ask(asked + not + asked, 5);
    for (const more of [not, asked]) {
      await pause(3);
      line.socket.write(more);
    }
    await text;
    expect(line.statuses.slice(-5).join(' ')).toBe('200 304 200 304 200');
    expect(running.state.read).toBe(3);
    keys.length = 0;
    await line.ask(asked + not);
    expect(running.state.read).toBe(5);
  });
});

describe('what nobody can know', () => {
  const known = head();
  const other = head('/other');
  const post = (framing: string, body: string) => `POST /other HTTP/1.1\r\nHost: a\r\n${framing}\r\n\r\n${body}`;
  const pieces: readonly (readonly [string, number])[] = [
    [known, 1],
    [known, 1],
    [known + known, 2],
    [other, 1],
    [head('/kept/a', 'If-None-Match: "1"\r\n'), 1],
    [post(`Content-Length: ${known.length}`, known), 1],
    [post('Transfer-Encoding: chunked', `${known.length.toString(16)}\r\n${known}\r\n0\r\n\r\n`), 1],
    [`GET /other HTTP/1.1\r\nHost: a\r\nContent-Length: ${known.length}\r\n\r\n${known}`, 1],
    ['\r\n', 0],
    [end, 0],
  ];
  /** What comes last, how many answers it gets, and whether the connection ends with them. */
  const lasts: readonly (readonly [string, number, boolean])[] = [
    ['', 0, false],
    [known.slice(0, -1), 0, false],
    [known.replace('GET ', 'GET  ') + known, 2, false],
    [known.replace(end, '\r\nExpect: nothing\r\n\r\n') + known, 2, false],
    [known.replace('HTTP/1.1', 'HTTP/1.0') + known, 1, true],
    [known.replace(end, '\r\nConnection: close\r\n\r\n') + known, 1, true],
    [`CONNECT localhost:80 HTTP/1.1\r\nHost: a\r\n\r\n${known}`, 0, true],
    ...[
      known.replaceAll('\r\n', '\n'),
      `GET /kept/a HTTP/1.1\nHost: localhost\n\n${known}${end}`,
      known.replace(end, `\r\nX: y\r\n folded${end}`),
      known.replace('\r\nHost', '\r\n Host') + known,
      known.replace('\r\nHost', '\rHost') + known,
      known.replace(': localhost', ' : localhost') + known,
      known.replace('Host: localhost\r\n', '') + known,
      known.replace(end, `\r\nA: \0${end}`) + known,
      `garbage${end}${known}`,
      `\0${known}`,
      post('Content-Length: 5\r\nTransfer-Encoding: chunked', `0${end}${known}`),
      post('Content-Length: 3\r\nContent-Length: 4', `abc${known}`),
      post('Transfer-Encoding: chunked', `zz\r\n${known}`),
    ].map((bytes) => [bytes, 1, true] as const),
  ];

  /** What a server says to bytes in pieces, and then to the last. */
  async function told(
    port: number,
    chunks: readonly string[],
    answers: number,
    [bytes, more, ends]: (typeof lasts)[number],
  ) {
    const line = await dial(port);
    await line.ask(known);
    for (const chunk of chunks) {
      line.socket.write(chunk, 'latin1');
      await pause(1);
    }
    await line.ask('', answers + 1 - line.statuses.length);
    await line.ask(bytes, more);
    if (!ends) line.socket.end();
    await line.closed();
    return line.said();
  }

  it('is answered as node:http answers, whatever comes after whatever, in whatever pieces', async () => {
    const servers = [await open('shortcut'), await open('plain')] as const;
    for (const server of servers) await warm(server, known, head('/kept/a', 'If-None-Match: "1"\r\n'));
    let seed = 7;
    const below = (n: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return (seed >> 8) % n;
    };
    const tries = Array.from({ length: 100 }, (_, n) => {
      const chosen = Array.from({ length: below(5) }, () => pieces[below(pieces.length)]!);
      const text = chosen.map(([bytes]) => bytes).join('');
      const cuts = Array.from({ length: below(3) && below(4) }, () => below(text.length + 1)).sort((a, b) => a - b);
      const cut = [...cuts, text.length].map((to, at) => text.slice(cuts[at - 1] ?? 0, to)).filter(Boolean);
      const chunks = cuts.length > 0 ? cut : chosen.map(([bytes]) => bytes);
      return { chunks, answers: chosen.reduce((sum, [, count]) => sum + count, 0), last: lasts[n % lasts.length]! };
    });
    for (let at = 0; at < tries.length; at += 20) {
      await Promise.all(
        tries.slice(at, at + 20).map(async ({ chunks, answers, last }) => {
          const [ours, plain] = await Promise.all(servers.map(({ port }) => told(port, chunks, answers, last)));
          expect(ours, JSON.stringify([chunks, last])).toBe(plain);
        }),
      );
    }
    const [ours, plain] = servers;
    expect(plain.state.read - ours.state.read).toBeGreaterThan(30);
  });
});

describe('nobody', () => {
  it.each([
    ['the rest of a head', 'GET /kept/b HTTP/1.1\r\nX: ', ''],
    [
      'a body and what comes after it',
      `POST /other HTTP/1.1\r\nHost: a\r\nContent-Length: ${head('/kept/c').length}\r\n\r\n`,
      head('/kept/b'),
    ],
  ])('makes %s pass for a request', async (_, before, after) => {
    const running = await open('shortcut');
    await warm(running, head('/kept/b'), head('/kept/c'), head('/kept/d'));
    const evil = await warm(running, head('/kept/d'));
    // Of another version, so that nobody has it yet.
    const wrong = head('/kept/c', 'Y: z\r\n');
    evil.socket.write(before.replace(String(head('/kept/c').length), String(wrong.length)));
    await pause(20);
    await evil.ask(wrong + after, 1);
    const line = await warm(running, head('/kept/d'));
    for (let i = 0; i < 3; i++) expect(await line.ask(wrong)).toContain('content-location: /kept/c\r\n');
  });
});

describe('a connection', () => {
  it('whose requests go past node:http outlives the time for a head, and ends when it is idle', async () => {
    const running = await open('shortcut', { headersTimeout: 200, keepAliveTimeout: 300 });
    const line = await warm(running, head());
    for (let i = 0; i < 3; i++) {
      await pause(100);
      await line.ask(head());
    }
    expect(running.state.read).toBe(2);
    const started = performance.now();
    await line.closed();
    expect(performance.now() - started).toBeGreaterThan(200);
    // Half a head has the time that node:http gives it, on a line that was free as well.
    const slow = await warm(running, head());
    await slow.ask(head());
    slow.socket.write(head().slice(0, -2));
    await slow.closed();
    expect(slow.said().slice(-60)).toContain('408 Request Timeout');
  });

  it('that takes nothing makes nothing pile up, and everything comes in order once it does', async () => {
    const body = Buffer.alloc(12_000_000, '-');
    const running = await open('shortcut', { body, keepAliveTimeout: 300 });
    const not = head('/kept/a', 'If-None-Match: "1"\r\n');
    const line = await warm(running, head(), not);
    const sides: Socket[] = [];
    running.server.on('request', ({ socket }) => sides.push(socket));
    await expect.poll(line.bytes, { timeout: 5000 }).toBeGreaterThan(2 * body.length);
    line.socket.pause();
    const { read } = running.state;
    line.socket.write(head() + not + head() + not);
    // The first went past node:http, which has the rest as long as nobody takes it.
    await expect.poll(() => running.state.read).toBe(read + 3);
    line.socket.resume();
    await expect.poll(line.bytes, { timeout: 5000 }).toBeGreaterThan(4 * body.length);
    await line.ask('', 8 - line.statuses.length);
    expect(line.statuses.slice(-4).join(' ')).toBe('200 304 200 304');

    const deaf = await warm(running, head());
    await expect.poll(deaf.bytes, { timeout: 5000 }).toBeGreaterThan(2 * body.length);
    deaf.socket.pause();
    deaf.socket.write(head());
    await expect.poll(() => sides.at(-1)?.destroyed, { timeout: 3000 }).toBe(true);
  });

  it('that is idle ends at once when the server does, and one that is being answered when it has been', async () => {
    const body = Buffer.alloc(12_000_000, '-');
    const running = await open('shortcut', { body });
    const idle = await warm(running, head('/kept/a', 'If-None-Match: "1"\r\n'));
    await idle.ask(head('/kept/a', 'If-None-Match: "1"\r\n'));
    const slow = await warm(running, head());
    await expect.poll(() => slow.bytes(), { timeout: 5000 }).toBeGreaterThan(2 * body.length);
    const length = slow.bytes();
    slow.socket.pause();
    slow.socket.write(head());
    await expect.poll(() => running.state.events.length).toBe(6);
    const done = new Promise((resolve) => running.server.close(resolve));
    await pause(20);
    slow.socket.resume();
    await done;
    await Promise.all([idle.closed(), slow.closed()]);
    expect(slow.bytes() - length).toBeGreaterThan(body.length);

    const other = await open('shortcut');
    const line = await warm(other, head());
    await line.ask(head());
    const started = performance.now();
    await new Promise((resolve) => other.server.close(resolve));
    expect(performance.now() - started).toBeLessThan(1000);
    await line.closed();
  });
});

describe('known heads', () => {
  const request = (headers: Record<string, string> = {}, httpVersion = '1.1') =>
    ({ url: '/', httpVersion, headers: { host: 'a', ...headers } }) as unknown as IncomingMessage;

  it('are forgotten after a while, and when there are too many', () => {
    let now = 0;
    const heads = createKnownHeads(() => now);
    heads.learn('a', request());
    expect(heads.find('a')?.key).toContain('a\n/');
    now += 61_000;
    heads.learn('b', request());
    expect([heads.find('a'), heads.find('b')]).not.toContain(undefined);
    now += 61_000;
    heads.learn('c', request());
    expect([heads.find('a') !== undefined, heads.find('b') !== undefined]).toEqual([false, true]);
    for (let n = 0; n < 4100; n++) heads.learn(`n${n}`, request());
    expect([heads.find('c'), heads.find('n0'), heads.find('n4099')?.key]).toEqual([
      undefined,
      undefined,
      expect.any(String),
    ]);
    for (let n = 0; n < 2200; n++) heads.learn(`m${n}${'x'.repeat(4000)}`, request());
    expect(heads.find(`m0${'x'.repeat(4000)}`)).toBeUndefined();
  });

  it('are none of another version, or of more than a head', () => {
    const heads = createKnownHeads();
    heads.learn('a', request({}, '1.0'));
    for (const name of ['content-length', 'transfer-encoding', 'expect', 'upgrade', 'x-request-id']) {
      heads.learn('a', request({ [name]: '1' }));
    }
    heads.learn('a', request({ connection: 'close' }));
    expect(heads.find('a')).toBeUndefined();
    heads.learn('a', request({ connection: 'Keep-Alive' }));
    expect(heads.find('a')).toBeDefined();
  });

  it('are told apart', () => {
    const a = head();
    expect(plainHeads(a + head('/b') + a)).toEqual([a, head('/b'), a]);
    for (const not of [
      '',
      a.slice(0, -1),
      `${a}G`,
      `\r\n${a}`,
      a + end,
      a.replace('GET', 'POST'),
      a.replace('GET /', 'GET http://a/'),
      a.replace('1.1', '1.0'),
      a.replace('\r\nHost', '\nHost'),
      a.replace(end, `\r\nA: b\r\n c${end}`),
      a.replace(end, `\r\nA: \0${end}`),
      a.replace(end, `\r\nA: \xe9${end}`),
      a.replace(end, `\r\nA: ${'x'.repeat(4000)}${end}`),
      'GET / HTTP/1.1\r\n\r\n',
    ]) {
      expect(plainHeads(not), JSON.stringify(not)).toEqual([]);
    }
  });
});
