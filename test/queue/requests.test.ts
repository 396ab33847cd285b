import { describe, expect, it } from 'vitest';
import { createLocalQueue } from '../../src/queue/local.js';

/** A task that ends when it is told to. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('requests of one process', () => {
  it('run no more of a kind at once than they may, and clicks wait for no batch', async () => {
    const queue = createLocalQueue(1);
    const { open, opened } = gate();
    const order: string[] = [];
    let clicks = 0;
    const batch = (name: string) => queue.add(async () => void order.push(name), { priority: 'batch' });
    const click = (name: string) =>
      queue.add(
        async () => {
          expect(++clicks).toBe(1);
          await Promise.resolve();
          order.push(name);
          clicks--;
        },
        { priority: 'interactive' },
      );
    const first = queue.add(() => opened);
    const batches = [batch('b1'), batch('b2')];
    await Promise.all([click('i1'), click('i2')]);
    // The batch's first task still holds its lane.
    expect(order).toEqual(['i1', 'i2']);
    expect(queue.waiting).toBe(2);
    open();
    await Promise.all([first, ...batches]);
    await queue.idle();
    expect(order).toEqual(['i1', 'i2', 'b1', 'b2']);
    expect(queue.waiting).toBe(0);
  });

  it('give back what a task gives, and throw what it throws', async () => {
    const queue = createLocalQueue(2);
    expect(await queue.add(async () => 7)).toBe(7);
    const fall = async () => {
      throw new Error('no');
    };
    await expect(queue.add(fall)).rejects.toThrow('no');
  });

  it('are aborted while they wait and while they run', async () => {
    const queue = createLocalQueue(1);
    const stop = new AbortController();
    const { open, opened } = gate();
    const running = queue.add(
      async (signal) => {
        await opened;
        if (signal.aborted) throw new Error('told');
      },
      { signal: stop.signal },
    );
    const began: string[] = [];
    const waiting = queue.add(async () => void began.push('waiting'), { signal: stop.signal });
    stop.abort();
    open();
    for (const one of [running, waiting]) await expect(one).rejects.toMatchObject({ code: 'aborted' });
    await expect(queue.add(async () => 1, { signal: stop.signal })).rejects.toMatchObject({ code: 'aborted' });
    expect(began).toEqual([]);
  });
});
