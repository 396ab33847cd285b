import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keyring, StoredKey } from '../../src/store/keys.js';

/** Data that a test has for itself. */
export interface UnderTest<T> {
  /** As the next process finds it. */
  connect(): T;
  remove(): Promise<void>;
}

const key = (name: string, more: Partial<StoredKey> = {}): StoredKey => ({
  name,
  hash: 'a'.repeat(64),
  scopes: ['read'],
  created: '2026-01-02T03:04:05Z',
  ...more,
});

/** What every keyring does. */
export function keyringContract(name: string, make: () => Promise<UnderTest<Keyring>>): void {
  describe(`the keys on ${name}`, () => {
    let data: UnderTest<Keyring>;
    beforeEach(async () => {
      data = await make();
    });
    afterEach(() => data.remove());

    it('are none at first', async () => {
      expect(await data.connect().all()).toEqual([]);
      expect(await data.connect().remove('nobody')).toBe(false);
    });

    it('are kept as they were made, one for each name, until they are taken away', async () => {
      const keyring = data.connect();
      const second = key('김', { scopes: ['edit', 'publish'], hash: 'b'.repeat(64) });
      await keyring.put(key('site'));
      await keyring.put(second);
      await keyring.put(key('site', { scopes: ['admin'] }));
      const byName = (keys: readonly StoredKey[]) => [...keys].sort((a, b) => (a.name < b.name ? -1 : 1));
      const both = [key('site', { scopes: ['admin'] }), second];
      expect(byName(await keyring.all())).toEqual(both);
      expect(byName(await data.connect().all())).toEqual(both);
      expect(await keyring.remove('site')).toBe(true);
      expect(await keyring.all()).toEqual([second]);
    });

    it('that another process took away count no more within two seconds', async () => {
      const keyring = data.connect();
      await keyring.put(key('site'));
      expect(await keyring.all()).toHaveLength(1);
      await data.connect().remove('site');
      await expect.poll(() => keyring.all(), { timeout: 2500 }).toEqual([]);
    });
  });
}
