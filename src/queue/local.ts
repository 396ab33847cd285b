import PQueue from 'p-queue';
import { DiptychError } from '../model/errors.js';
import type { Priority, Queue, TaskOptions } from './queue.js';

/** p-queue runs higher numbers first. */
export const rank: Readonly<Record<Priority, number>> = { interactive: 1, batch: 0 };

/** A queue in this process: at most `concurrency` tasks at a time, clicks before batches, each group in order of arrival. */
export function createLocalQueue(concurrency: number): Queue {
  const queue = new PQueue({ concurrency });
  return {
    async add<T>(task: (signal: AbortSignal) => Promise<T>, options: TaskOptions = {}): Promise<T> {
      const signal = options.signal ?? new AbortController().signal;
      if (signal.aborted) throw new DiptychError('aborted');
      try {
        const run = async () => await task(signal);
        return await queue.add(run, { priority: rank[options.priority ?? 'batch'], signal });
      } catch (error) {
        // Whatever a task throws once its signal has fired, it was stopped and did not fail.
        if (signal.aborted) throw new DiptychError('aborted', {}, undefined, error);
        throw error;
      }
    },
    idle: () => queue.onIdle(),
    get waiting() {
      return queue.size;
    },
  };
}
