import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Hook, Ledger, Webhooks } from '../../src/store/webhooks.js';
import type { UnderTest } from './keys.js';

const hook = (name: string): Hook => ({
  name,
  url: `https://example.com/${name}`,
  secret: 'whsec_AAAA',
  private: false,
  created: '2026-01-02T03:04:05Z',
});
const fresh: Ledger = { log: { epoch: 'e', next: 1 }, owed: [], dead: [], told: [] };
const owed = (sequence: number) => ({ sequence, attempts: 0, due: '2026-01-02T03:04:05.000Z' });

/** What every store of webhooks does. */
export function webhooksContract(name: string, make: () => Promise<UnderTest<Webhooks>>): void {
  describe(`the webhooks on ${name}`, () => {
    let data: UnderTest<Webhooks>;
    beforeEach(async () => {
      data = await make();
    });
    afterEach(() => data.remove());

    it('are none at first', async () => {
      const webhooks = data.connect();
      expect(await webhooks.all()).toEqual([]);
      expect(await webhooks.ledger('a')).toBeUndefined();
      expect(await webhooks.remove('a')).toBe(false);
    });

    it('are kept by name until they are taken away', async () => {
      await data.connect().add(hook('b'), fresh);
      await data.connect().add(hook('a'), fresh);
      expect(await data.connect().all()).toEqual([hook('a'), hook('b')]);
      await expect(data.connect().add(hook('a'), fresh)).rejects.toMatchObject({ code: 'conflict' });
      expect(await data.connect().remove('a')).toBe(true);
      expect(await data.connect().all()).toEqual([hook('b')]);
    });

    it('have a ledger that the next process finds, and that goes with them', async () => {
      const webhooks = data.connect();
      await webhooks.add(hook('a'), fresh);
      expect(await webhooks.ledger('a')).toEqual(fresh);
      const ledger = { log: { epoch: 'e', next: 3 }, owed: [owed(1)], dead: [owed(2)], told: [] };
      await webhooks.change('a', () => ledger);
      await webhooks.change('a', () => undefined);
      expect(await data.connect().ledger('a')).toEqual(ledger);
      await webhooks.remove('a');
      await webhooks.change('a', () => ledger);
      await webhooks.add(hook('a'), fresh);
      expect(await data.connect().ledger('a')).toEqual(fresh);
    });

    it('lose no change of a ledger to another', async () => {
      const webhooks = data.connect();
      await webhooks.add(hook('a'), fresh);
      const numbers = Array.from({ length: 20 }, (_, at) => at + 1);
      await Promise.all(
        numbers.map((sequence) =>
          webhooks.change('a', (before) => ({ ...before, owed: [...before.owed, owed(sequence)] })),
        ),
      );
      expect((await webhooks.ledger('a'))?.owed.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(numbers);
    });
  });
}
