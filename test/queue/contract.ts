import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskData, TaskQueue, Work } from '../../src/queue/tasks.js';

interface Named extends TaskData {
  readonly name: string;
}

/** Data that a test has for itself. */
export interface QueueUnderTest {
  /** A queue on the data: as a process of its own has it where there can be several, else the one there is. */
  connect(): TaskQueue<Named>;
  remove(): Promise<void>;
}

/** What every queue of tasks does. `make` gives queues that try a failing task three times, without long pauses. */
export function queueContract(name: string, make: () => Promise<QueueUnderTest>): void {
  describe(`the queue on ${name}`, () => {
    let data: QueueUnderTest;
    let queue: TaskQueue<Named>;
    beforeEach(async () => {
      data = await make();
      queue = data.connect();
    });
    afterEach(() => data.remove());

    const ignore = async () => {};
    const work = (handle: Work<Named>['handle'], more: Partial<Work<Named>> = {}) =>
      queue.work({ atOnce: 2, handle, dead: ignore, ...more });
    const patiently = { timeout: 15_000, interval: 20 };

    it('does what was put in before and after it works', async () => {
      const done: string[] = [];
      await queue.send('a', { name: 'a' });
      await work(async ({ name: one }) => void done.push(one));
      await queue.send('b', { name: 'b' });
      await expect.poll(() => [...done].sort(), patiently).toEqual(['a', 'b']);
    });

    it('holds one task of a key, and tells the others which', async () => {
      const first = await queue.send('a', { name: 'first' });
      const others = await Promise.all(
        Array.from({ length: 20 }, (_, i) => data.connect().send('a', { name: `other ${i}` })),
      );
      expect(first).toEqual({ data: { name: 'first' }, joined: false });
      for (const other of others) expect(other).toEqual({ data: { name: 'first' }, joined: true });
      let open = () => {};
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const done: string[] = [];
      await work(async ({ name: one }) => {
        await gate;
        done.push(one);
      });
      // Running it is joined as well.
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect((await queue.send('a', { name: 'late' })).joined).toBe(true);
      open();
      await expect.poll(() => done, patiently).toEqual(['first']);
      await expect.poll(async () => (await queue.send('a', { name: 'next' })).data.name, patiently).toBe('next');
      await expect.poll(() => done, patiently).toEqual(['first', 'next']);
    });

    it('runs no more at once than it is told', async () => {
      let running = 0;
      let most = 0;
      let done = 0;
      for (let i = 0; i < 8; i++) await queue.send(`k${i}`, { name: `${i}` });
      await work(async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 30));
        running--;
        done++;
      });
      await expect.poll(() => done, patiently).toBe(8);
      expect(most).toBeLessThanOrEqual(2);
    });

    it('does clicks before batches, each in order of arrival', async () => {
      const done: string[] = [];
      for (const one of ['b1', 'b2']) await queue.send(one, { name: one }, 'batch');
      for (const one of ['i1', 'i2']) await queue.send(one, { name: one }, 'interactive');
      await work(async ({ name: one }) => void done.push(one), { atOnce: 1 });
      await expect.poll(() => done, patiently).toEqual(['i1', 'i2', 'b1', 'b2']);
    });

    it('tries again what failed, and gives it up at last', async () => {
      const tried: string[] = [];
      const dead: string[] = [];
      await queue.send('a', { name: 'sometimes' });
      await queue.send('b', { name: 'never' });
      await work(
        async ({ name: one }) => {
          tried.push(one);
          if (one === 'never' || tried.filter((other) => other === one).length < 2) throw new Error('no');
        },
        { dead: async ({ name: one }) => void dead.push(one) },
      );
      await expect.poll(() => dead, patiently).toEqual(['never']);
      expect(tried.filter((one) => one === 'never')).toHaveLength(3);
      expect(tried.filter((one) => one === 'sometimes')).toHaveLength(2);
    });

    it('takes out what waits, and tells what runs', async () => {
      const done: string[] = [];
      await queue.send('waiting', { name: 'waiting' });
      await queue.cancel('waiting');
      await queue.cancel('nothing');
      let stopped = false;
      await work(async ({ name: one }, signal) => {
        if (one === 'running') {
          await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
          stopped = true;
          throw new Error('stopped');
        }
        done.push(one);
      });
      await queue.send('running', { name: 'running' });
      await new Promise((resolve) => setTimeout(resolve, 200));
      await queue.cancel('running');
      await expect.poll(() => stopped, patiently).toBe(true);
      // It is not tried again, and its key is free.
      expect((await queue.send('running', { name: 'again' })).joined).toBe(false);
      await expect.poll(() => done, patiently).toEqual(['again']);
    });

    it('tells what runs that it stops, and waits until it has', async () => {
      let ended = false;
      let began = false;
      await work(async (_, signal) => {
        began = true;
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
        await new Promise((resolve) => setTimeout(resolve, 50));
        ended = true;
        throw new Error('stopped');
      });
      await queue.send('a', { name: 'a' });
      await expect.poll(() => began, patiently).toBe(true);
      await queue.stop();
      expect(ended).toBe(true);
    });
  });
}
