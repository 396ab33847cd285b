import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobBook, JobNews, JobRecord } from '../../src/store/jobs.js';
import type { UnderTest } from './keys.js';

const job = (more: Partial<JobRecord> = {}): JobRecord => ({
  id: randomUUID(),
  slug: 'news/가',
  from: 'en',
  to: 'ko',
  created: '2026-01-02T03:04:05.000Z',
  by: 'kim',
  state: 'queued',
  done: 0,
  total: 0,
  units: 0,
  requests: 1,
  errors: [],
  ...more,
});

const unit = (name: string): JobNews => ({ type: 'unit', unit: name, content: { text: 'a\0\ud800', codes: [] } });

/** What every book of jobs does. */
export function jobsContract(name: string, make: () => Promise<UnderTest<JobBook>>): void {
  describe(`the jobs on ${name}`, () => {
    let data: UnderTest<JobBook>;
    let book: JobBook;
    beforeEach(async () => {
      data = await make();
      book = data.connect();
    });
    afterEach(() => data.remove());

    it('are none at first', async () => {
      expect([await book.newest(10), await book.unfinished()]).toEqual([[], []]);
      for (const id of [randomUUID(), 'x', '../..', '\0']) expect(await book.get(id)).toBeUndefined();
      expect(await book.events(randomUUID(), 0)).toEqual([]);
      expect(await book.update(randomUUID(), { done: 1 })).toBe(false);
    });

    it('are kept as they were entered, once, with their first event', async () => {
      const one = job();
      await book.enter(one);
      await book.enter({ ...one, by: 'lee' });
      expect(await book.get(one.id)).toEqual(one);
      expect(await book.events(one.id, 0)).toEqual([{ id: 1, type: 'state', state: 'queued' }]);
    });

    it('number what happens without gaps, whatever comes at once', async () => {
      const one = job();
      await book.enter(one);
      await Promise.all(
        Array.from({ length: 10 }, (_, i) => book.update(one.id, { done: i }, [unit(`${i}a`), unit(`${i}b`)])),
      );
      const events = await book.events(one.id, 0);
      expect(events.map(({ id }) => id)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
      expect(events[5]).toMatchObject({ type: 'unit', content: { text: 'a\0\ud800', codes: [] } });
      expect(await book.events(one.id, 19)).toEqual(events.slice(19));
      await Promise.all(Array.from({ length: 5 }, () => book.join(one.id)));
      expect((await book.get(one.id))?.requests).toBe(6);
    });

    it('change no more once they are over', async () => {
      const one = job();
      await book.enter(one);
      const finished = '2026-01-02T03:05:00.000Z';
      const errors = [{ code: 'engine-failed', values: { engine: 'x', count: 2 }, file: 'a.md' }] as const;
      const end = { state: 'failed', finished, errors } as const;
      expect(await book.update(one.id, end, [{ type: 'state', state: 'failed' }])).toBe(true);
      expect(await book.update(one.id, { state: 'running' }, [{ type: 'state', state: 'running' }])).toBe(false);
      expect(await book.get(one.id)).toEqual({ ...one, ...end });
      expect(await book.events(one.id, 1)).toHaveLength(1);
    });

    it('are listed, the newest first, and those that are not over', async () => {
      const all = [1, 2, 3].map((minute) => job({ created: `2026-01-02T03:0${minute}:00.000Z` }));
      for (const one of all) await book.enter(one);
      await book.update(all[1]!.id, { state: 'done', finished: '2026-01-02T04:00:00.000Z' });
      expect((await book.newest(2)).map(({ id }) => id)).toEqual([all[2]!.id, all[1]!.id]);
      expect((await book.unfinished()).map(({ id }) => id)).toEqual([all[0]!.id, all[2]!.id]);
    });

    it('that are not over are there for the next process', async () => {
      const [one, two] = [job(), job({ slug: 'b' })];
      await book.enter(one);
      await book.enter(two);
      await book.update(two.id, { state: 'done', finished: new Date().toISOString() });
      const again = await data.connect().unfinished();
      expect(again.map(({ id, slug, by, created }) => [id, slug, by, created])).toEqual([
        [one.id, one.slug, one.by, one.created],
      ]);
    });

    it('are forgotten when they have been over for long', async () => {
      const [one, two] = [job(), job()];
      for (const { id } of [one, two]) await book.enter({ ...job(), id });
      await book.update(one.id, { state: 'done', finished: '2026-01-02T04:00:00.000Z' });
      await book.forget(new Date('2026-01-03T00:00:00Z'));
      expect(await book.get(one.id)).toBeUndefined();
      expect(await book.get(two.id)).toBeDefined();
    });
  });
}
