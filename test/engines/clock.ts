import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../src/engines/clock.js';

/** Time that jumps to the next thing that waits for it. */
export interface JumpingClock extends Clock {
  /** Lets time go on until the promise settles. */
  until<T>(work: Promise<T>): Promise<T>;
}

export function jumpingClock(): JumpingClock {
  let now = 0;
  let sleepers: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    random: () => 0.5,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          resolve();
        });
      }),
    async until(work) {
      let open = true;
      const settled = () => {
        open = false;
      };
      work.then(settled, settled);
      while (open) {
        // Whatever can go on without time passing does so first.
        await setImmediate();
        await setImmediate();
        const next = sleepers.reduce<(typeof sleepers)[number] | undefined>(
          (first, one) => (first === undefined || one.at < first.at ? one : first),
          undefined,
        );
        if (next === undefined || !open) continue;
        sleepers = sleepers.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.wake();
      }
      return work;
    },
  };
}
