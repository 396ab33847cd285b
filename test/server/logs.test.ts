import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { createJournal } from '../../src/cli/journal.js';
import type { LogLevel } from '../../src/cli/log-level.js';
import { messages } from '../../src/messages/index.js';
import { DiptychError } from '../../src/model/errors.js';
import { addKey } from '../../src/server/access/keys.js';
import { createFileKeyring } from '../../src/store/file-keys.js';
import { type Body, generated, start } from './start.js';

/** A journal and the lines that it has written. */
function journal(level?: LogLevel, { tty = false, env = {} }: { tty?: boolean; env?: Io['env'] } = {}) {
  let text = '';
  const stderr = Object.assign(
    new Writable({
      write(chunk: Buffer, _, done) {
        text += chunk.toString();
        done();
      },
    }),
    { isTTY: tty },
  );
  const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr, cwd: '/', env, messages: messages('ko') };
  const lines = () => text.split('\n').filter(Boolean);
  return { ...createJournal(io, level), lines, events: (): Body[] => lines().map((line) => JSON.parse(line)) };
}

const answered = { type: 'request', id: 'a', method: 'GET', route: '/x', status: 200, milliseconds: 1.5 } as const;

describe('a log', () => {
  it('has one line for each request and job, by the name of the key, with the id that is answered', async () => {
    const book = journal();
    const running = await start(undefined, book);
    const key = await addKey(createFileKeyring(running.place.root), 'kim', ['generate']);
    await running.again();
    const headers = { authorization: `Bearer ${key}`, cookie: 'a=secret-cookie', 'x-request-id': 'proxy_1-a' };
    const response = await running.fetch('/api/v1/articles?q=asked-for', { headers });
    expect(response.headers.get('x-request-id')).toBe('proxy_1-a');
    const refused = await running.fetch('/api/v1/articles/none', { headers: { 'x-request-id': 'a b' } });
    expect(refused.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await running.fetch('/healthz');
    expect(book.events()).toEqual([
      expect.objectContaining({
        level: 'info',
        event: 'request',
        request: 'proxy_1-a',
        method: 'GET',
        path: '/api/v1/articles',
        status: 200,
        who: 'kim',
        ms: expect.any(Number),
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      }),
      expect.objectContaining({ request: refused.headers.get('x-request-id'), status: 401 }),
    ]);
    expect(book.lines().join()).not.toMatch(/secret-cookie|asked-for|dip_/);
  });

  it('tells how a job ended', async () => {
    const book = journal();
    const running = await start(undefined, book);
    const job = await generated(running);
    const told = book.events().filter(({ event }) => event === 'job');
    expect(told).toEqual([
      expect.objectContaining({ job: job.id, article: 'plant', locale: 'ko', state: 'done', outcome: job.outcome }),
    ]);
  });

  it('names the request that met a failure, and no secret', () => {
    const env = { OPENAI_API_KEY: 'sk-very-long', DATABASE_URL: 'postgres://me:hunter22@db/x' };
    const book = journal('error', { env });
    book.log(new Error('sk-very-long at postgres://me:hunter22@db/x, hunter22, Bearer abcdefg'), 'r1');
    book.log(new DiptychError('store-failed', { reason: `dip_${'a'.repeat(43)}` }), 'r2');
    book.observe({ ...answered, path: '/x', who: undefined });
    expect(book.events()).toMatchObject([
      { event: 'failure', request: 'r1' },
      { request: 'r2', code: 'store-failed', error: 'store-failed {"reason":"***"}' },
    ]);
    expect(book.lines().join()).not.toMatch(/sk-very|hunter22|dip_|abcdefg/);
  });

  it('has every line, in order, however many there are, and before a failure those that came before it', async () => {
    const book = journal();
    const ids = Array.from({ length: 700 }, (_, n) => `r${n}`);
    for (const id of ids) book.observe({ ...answered, id, path: '/"x"', who: id === 'r3' ? 'k"im' : undefined });
    book.log(new Error('broken'));
    expect(book.lines()).toHaveLength(701);
    for (const id of ids) book.observe({ ...answered, id, path: '/y', who: undefined });
    await expect.poll(() => book.lines().length).toBe(1401);
    const told = book.events().filter(({ event }) => event === 'request');
    expect(told.map(({ request }) => request)).toEqual([...ids, ...ids]);
    expect([told[3], told[700]]).toMatchObject([{ path: '/"x"', who: 'k"im', ms: 1.5, status: 200 }, { path: '/y' }]);
    expect('who' in told[700]).toBe(false);
  });

  it.each([true, false])('has no forged line (on a terminal: %s)', (tty) => {
    const book = journal('info', { tty });
    const evil = 'a\r\n{"level":"info"}\u2028b\u001b[2Kc\u0085\u202ed\u0000';
    book.observe({ ...answered, path: `/${evil}`, who: undefined });
    book.observe({
      type: 'job',
      job: 'j',
      slug: evil,
      locale: 'ko',
      state: 'failed',
      outcome: undefined,
      errors: [],
      milliseconds: 1,
    });
    book.log(new Error(evil));
    expect(book.lines()).toHaveLength(3);
    for (const line of book.lines()) expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
  });

  it('is short text on a terminal, and there of failures alone unless asked for more', () => {
    const quiet = journal(undefined, { tty: true });
    const all = journal('debug', { tty: true });
    for (const book of [quiet, all]) {
      book.observe({ ...answered, path: '/healthz', who: undefined });
      book.log(new DiptychError('store-failed', { reason: 'x' }));
    }
    expect(quiet.lines()).toHaveLength(1);
    expect(all.lines()).toEqual(['GET /healthz 200 1.5 ms', ...quiet.lines()]);
    expect(quiet.lines()[0]).toMatch(/[가-힣]/);
  });
});
