import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SessionBook } from '../../src/store/sessions.js';
import type { UnderTest } from './keys.js';

const session = (letter: string, until: number) => ({ hash: letter.repeat(64), name: '김 기자', until });

/** What every book of sessions does. */
export function sessionsContract(name: string, make: () => Promise<UnderTest<SessionBook>>): void {
  describe(`the sessions on ${name}`, () => {
    let data: UnderTest<SessionBook>;
    beforeEach(async () => {
      data = await make();
    });
    afterEach(() => data.remove());

    it('are known to the next process until they are closed or over', async () => {
      const book = data.connect();
      await book.put(session('a', 2_000_000_000_000), 1000);
      await book.put(session('b', 5000), 1000);
      const next = data.connect();
      expect(await next.get('a'.repeat(64))).toEqual(session('a', 2_000_000_000_000));
      expect(await next.get('c'.repeat(64))).toBeUndefined();
      await next.put(session('c', 9000), 6000);
      expect(await next.get('b'.repeat(64))).toBeUndefined();
      await next.remove('a'.repeat(64));
      expect(await data.connect().get('a'.repeat(64))).toBeUndefined();
      expect(await data.connect().get('c'.repeat(64))).toEqual(session('c', 9000));
    });
  });
}
