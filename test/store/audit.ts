import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Act, Audit } from '../../src/store/audit.js';
import type { UnderTest } from './keys.js';

export const act = (what: Act['act'], more: Partial<Act> = {}): Act => ({
  at: '2026-01-02T03:04:05.000Z',
  by: 'kim',
  act: what,
  slug: 'a',
  locale: 'ko',
  ...more,
});

/** What every audit log does. */
export function auditContract(name: string, make: () => Promise<UnderTest<Audit>>): void {
  describe(`the audit log on ${name}`, () => {
    let data: UnderTest<Audit>;
    beforeEach(async () => {
      data = await make();
    });
    afterEach(() => data.remove());

    it('keeps what was done, the newest first, for the next process', async () => {
      const audit = data.connect();
      expect(await audit.read({ limit: 10 })).toEqual([]);
      await audit.note(act('generate'), act('edit', { unit: 'p1', by: 'lee' }));
      await audit.note(act('waive', { about: 'line\nend \0 \ud800 “따옴표”' }));
      await audit.note({ at: '2026-01-02T03:04:05.000Z', by: 'command line', act: 'key-add', about: 'site' });
      const read = async (query: Parameters<Audit['read']>[0]) =>
        (await data.connect().read(query)).map(({ act: what }) => what);
      expect(await read({ limit: 10 })).toEqual(['key-add', 'waive', 'edit', 'generate']);
      expect(await read({ limit: 2 })).toEqual(['key-add', 'waive']);
      expect(await read({ limit: 10, slug: 'a' })).toEqual(['waive', 'edit', 'generate']);
      expect(await read({ limit: 10, by: 'lee' })).toEqual(['edit']);
      const [, waived] = await data.connect().read({ limit: 2 });
      expect(waived).toMatchObject(act('waive', { about: 'line\nend \0 \ud800 “따옴표”' }));
      expect(await read({ limit: 10, before: waived!.sequence })).toEqual(['edit', 'generate']);
    });

    it('takes SQL for the text that it is', async () => {
      const audit = data.connect();
      const evil = "x'; drop table audit; --";
      await audit.note(act('edit', { by: evil, slug: evil, about: evil }));
      expect(await audit.read({ limit: 5, by: evil, slug: evil })).toMatchObject([
        act('edit', { by: evil, slug: evil }),
      ]);
      expect(await audit.read({ limit: 5, by: "' or '1'='1" })).toEqual([]);
    });

    it('loses nothing when many write at once', async () => {
      const logs = [data.connect(), data.connect()];
      await Promise.all(Array.from({ length: 40 }, (_, i) => logs[i % 2]!.note(act('edit', { unit: `p${i}` }))));
      const all = await data.connect().read({ limit: 100 });
      expect(new Set(all.map(({ unit }) => unit)).size).toBe(40);
      expect(new Set(all.map(({ sequence }) => sequence)).size).toBe(40);
    });
  });
}
