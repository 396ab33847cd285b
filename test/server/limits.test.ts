import { describe, expect, it } from 'vitest';
import { addKey } from '../../src/server/access/keys.js';
import { networkOf } from '../../src/server/access/limits.js';
import { createFileKeyring } from '../../src/store/file-keys.js';
import { type Running, start } from './start.js';

const allowance = { key: 5, stranger: 3 };
const statuses = async (running: Running, times: number, key?: string) => {
  const found: number[] = [];
  for (let i = 0; i < times; i++) {
    const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
    found.push((await running.fetch('/api/v1/articles', { headers })).status);
  }
  return found;
};

describe('limits', () => {
  it('hold for each key by itself, and for strangers and wrong keys of an address', async () => {
    const running = await start(undefined, { allowance });
    const keyring = createFileKeyring(running.place.root);
    const a = await addKey(keyring, 'a', ['read']);
    const b = await addKey(keyring, 'b', ['read']);
    await running.again();
    expect(await statuses(running, 6, a)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await statuses(running, 1, b)).toEqual([200]);
    expect(await statuses(running, 2)).toEqual([401, 401]);
    expect(await statuses(running, 2, 'dip_wrong')).toEqual([401, 429]);
    expect(await statuses(running, 1, b)).toEqual([200]);
  });

  it('are told as problem details with the time to wait, in the asker’s language', async () => {
    const running = await start(undefined, { allowance });
    await addKey(createFileKeyring(running.place.root), 'a', ['read']);
    await running.again();
    await statuses(running, 3);
    const response = await running.fetch('/api/v1/articles', { headers: { 'accept-language': 'ko' } });
    const wait = Number(response.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      status: 429,
      code: 'too-many-requests',
      detail: expect.stringContaining(`${wait}초 뒤에`),
    });
    expect(running.logged).toEqual([]);
  });

  it('are none on one’s own machine without keys', async () => {
    const running = await start(undefined, { allowance });
    expect(new Set(await statuses(running, 12))).toEqual(new Set([200]));
  });

  it.each([
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['', ''],
  ])('count %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
