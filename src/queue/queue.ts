/** Work waiting to be done: an editor's click (`interactive`) goes before a batch. */
export type Priority = 'interactive' | 'batch';

export interface TaskOptions {
  readonly priority?: Priority;
  readonly signal?: AbortSignal;
}

/** Runs requests of this process with bounded concurrency, by priority, abortable. What all processes share is `tasks.ts`. */
export interface Queue {
  /** Runs `task` when its turn comes. Rejects with `aborted` when the signal fires first; a running task is told by its signal. */
  add<T>(task: (signal: AbortSignal) => Promise<T>, options?: TaskOptions): Promise<T>;
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
  /** How many tasks wait. */
  readonly waiting: number;
}
