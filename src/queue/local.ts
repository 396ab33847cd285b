import PQueue from 'p-queue';
import { DiptychError } from '../model/errors.js';
import type { Priority, Queue, TaskOptions } from './queue.js';

/** p-queue runs higher numbers first. */
export const rank: Readonly<Record<Priority, number>> = { interactive: 1, batch: 0 };

/**
 * A queue in this process: at most `concurrency` clicks and as many tasks of batches at a time, each group in order of
 * arrival. Clicks have a lane of their own: a task of a batch may wait a minute for a provider's limits.
 */
export function createLocalQueue(concurrency: number): Queue {
  const lanes: Readonly<Record<Priority, PQueue>> = {
    interactive: new PQueue({ concurrency }),
    batch: new PQueue({ concurrency }),
  };
  return {
    async add<T>(task: (signal: AbortSignal) => Promise<T>, options: TaskOptions = {}): Promise<T> {
      const signal = options.signal ?? new AbortController().signal;
      if (signal.aborted) throw new DiptychError('aborted');
      try {
        const run = async () => await task(signal);
        return await lanes[options.priority ?? 'batch'].add(run, { signal });
      } catch (error) {
        // Whatever a task throws once its signal has fired, it was stopped and did not fail.
        if (signal.aborted) throw new DiptychError('aborted', {}, undefined, error);
        throw error;
      }
    },
    async idle() {
      while (Object.values(lanes).some(({ size, pending }) => size + pending > 0)) {
        await Promise.all(Object.values(lanes).map((lane) => lane.onIdle()));
      }
    },
    get waiting() {
      return lanes.interactive.size + lanes.batch.size;
    },
  };
}
