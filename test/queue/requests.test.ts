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
  it('run no more at once than they may, clicks before batches', async () => {
    const queue = createLocalQueue(1);
    const { open, opened } = gate();
    const order: string[] = [];
    const add = (name: string, priority: 'interactive' | 'batch') =>
      queue.add(async () => void order.push(name), { priority });
    const first = queue.add(() => opened);
    const rest = [add('b1', 'batch'), add('i1', 'interactive'), add('b2', 'batch'), add('i2', 'interactive')];
    expect(queue.waiting).toBe(4);
    open();
    await Promise.all([first, ...rest]);
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
