import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeLog, NewChange, Standing } from '../../src/store/changes.js';
import type { UnderTest } from './keys.js';

const change = (slug: string, more: Partial<NewChange> = {}): NewChange => ({
  at: '2026-01-02T03:04:05Z',
  type: 'published',
  slug,
  locale: 'ko',
  original: false,
  revision: 'a'.repeat(64),
  ...more,
});

/** What every log of changes does. */
export function changesContract(name: string, make: () => Promise<UnderTest<ChangeLog>>): void {
  describe(`the changes on ${name}`, () => {
    let data: UnderTest<ChangeLog>;
    beforeEach(async () => {
      data = await make();
    });
    afterEach(() => data.remove());

    it('are none at first, in a log that keeps its name', async () => {
      const log = data.connect();
      expect([await log.length(), await log.after(0, 10)]).toEqual([0, []]);
      const name = await log.epoch();
      expect(name).toMatch(/^[0-9a-f]{12}$/);
      await log.append(async () => [change('a')]);
      expect(await data.connect().epoch()).toBe(name);
    });

    it('are numbered without gaps and read on from any of them', async () => {
      const log = data.connect();
      await log.append(async () => [change('a'), change('b')]);
      await log.append(async () => []);
      await log.append(async () => [change('뉴스/c', { revision: 'b'.repeat(64) })]);
      const again = data.connect();
      expect((await again.after(0, 10)).map(({ sequence, slug }) => [sequence, slug])).toEqual([
        [1, 'a'],
        [2, 'b'],
        [3, '뉴스/c'],
      ]);
      expect((await again.after(1, 1)).map(({ slug }) => slug)).toEqual(['b']);
      expect(await again.after(3, 10)).toEqual([]);
      expect(await again.length()).toBe(3);
    });

    it('tell the one who looks for differences what is out', async () => {
      const log = data.connect();
      const seen: string[][] = [];
      const look = async (out: Standing) => {
        seen.push([...out].map(([key, { type, revision }]) => `${key} ${type} ${revision[0]}`));
        return [];
      };
      await log.append(async () => [change('a'), change('b')]);
      await log.append(async () => [
        change('a', { type: 'updated', revision: 'c'.repeat(64) }),
        change('b', { type: 'withdrawn' }),
      ]);
      await log.append(look);
      await data.connect().append(look);
      expect(seen).toEqual([['ko/a updated c'], ['ko/a updated c']]);
    });

    it('are written once, however many find them at once', async () => {
      const log = data.connect();
      const names = ['a', 'b', 'c'];
      const find = async (out: Standing) => names.filter((slug) => !out.has(`ko/${slug}`)).map((slug) => change(slug));
      await Promise.all(Array.from({ length: 8 }, () => log.append(find)));
      expect((await log.after(0, 100)).map(({ slug }) => slug)).toEqual(names);
    });

    it('are not written when finding them failed', async () => {
      const log = data.connect();
      const failing = log.append(async () => {
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow();
      await log.append(async () => [change('a')]);
      expect(await log.length()).toBe(1);
    });

    it('take over another log, name and all, and only where there is none', async () => {
      const log = data.connect();
      const others = ['a', 'b'].map((slug, at) => ({ sequence: at + 1, ...change(slug) }));
      await log.restore('0123456789ab', others);
      const again = data.connect();
      expect([await again.epoch(), await again.after(0, 10)]).toEqual(['0123456789ab', others]);
      await again.append(async (out) => [change(`c${out.size}`)]);
      expect((await data.connect().after(2, 10)).map(({ sequence, slug }) => [sequence, slug])).toEqual([[3, 'c2']]);
      // The same log, longer: only what is new is added.
      const whole = await again.after(0, 10);
      const longer = [...whole, { sequence: 4, ...change('d') }];
      await data.connect().restore('0123456789ab', longer);
      expect(await data.connect().after(0, 10)).toEqual(longer);
      await expect(data.connect().restore('0123456789ab', whole)).rejects.toMatchObject({ code: 'conflict' });
      await expect(data.connect().restore('ba9876543210', [])).rejects.toMatchObject({ code: 'conflict' });
    });
  });
}
