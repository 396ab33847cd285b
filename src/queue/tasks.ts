import type { Priority } from './queue.js';

/** What a task says of itself: words that can be written down. */
export type TaskData = Readonly<Record<string, string>>;

/** Does a task. Throws when it should be tried again; `signal` fires when it is cancelled, or the process stops. */
export type TaskHandler<T extends TaskData> = (data: T, signal: AbortSignal) => Promise<void>;

/** How tasks are worked on. */
export interface Work<T extends TaskData> {
  /** How many at a time, in this process. */
  readonly atOnce: number;
  readonly handle: TaskHandler<T>;
  /** Given a task that was tried as often as it may be. */
  readonly dead: (data: T) => Promise<void>;
}

/**
 * Tasks that are done by whichever process is free, clicks before batches. At most one task of a key waits or runs. Every
 * implementation passes `test/queue/contract.ts`.
 */
export interface TaskQueue<T extends TaskData> {
  /** Puts a task in. Where one of its key waits or runs, nothing is added and that one's data are the answer. */
  send(key: string, data: T, priority?: Priority): Promise<{ readonly data: T; readonly joined: boolean }>;
  /** Works on tasks from now on. One that fails is tried again, later each time; one whose process died, by another. */
  work(work: Work<T>): Promise<void>;
  /** Takes a task out. If it runs, wherever that is, its signal fires, and another of its key can come. */
  cancel(key: string): Promise<void>;
  /** Takes no more; the signals of running tasks fire, and those that throw then are done again by the next who works. */
  stop(): Promise<void>;
}

/** How often a task is tried, and how long it is between two tries, in seconds: twice as long each time, up to the most. */
export interface Persistence {
  readonly attempts: number;
  readonly pause: number;
  readonly longestPause: number;
}

/** A process that is killed costs its task an attempt: there must be more of them than kills. */
export const persistence: Persistence = { attempts: 25, pause: 1, longestPause: 30 };

/** The pause after that many attempts, in seconds. */
export function pauseAfter(attempts: number, { pause, longestPause }: Persistence): number {
  return Math.min(longestPause, pause * 2 ** Math.min(attempts - 1, 30));
}
