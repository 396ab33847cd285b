import { once } from 'node:events';
import { DiptychError } from '../model/errors.js';
import type { MemoryEntry } from '../model/memory.js';
import { entryKey } from './entries.js';
import type { Asked, Claim } from './store.js';

/** Claims within one process: enough where one process writes at a time. */
export interface Claims {
  /** As `Store.claim`; `answer` is what memory holds of a unit. */
  take(
    scope: string,
    wanted: readonly Asked[],
    answer: (unit: Asked) => Promise<MemoryEntry | undefined>,
    signal: AbortSignal,
  ): Promise<Claim>;
}

/** No claims yet. */
export function createClaims(): Claims {
  const taken = new Map<string, Promise<void>>();
  return {
    async take(scope, wanted, answer, signal) {
      const keyed = new Map(wanted.map((unit) => [`${scope}\0${entryKey(unit)}`, unit]));
      for (;;) {
        const free = [...keyed.keys()].filter((key) => !taken.has(key));
        let release = () => {};
        if (free.length > 0) {
          const released = new Promise<void>((resolve) => {
            release = () => {
              for (const key of free) taken.delete(key);
              resolve();
            };
          });
          for (const key of free) taken.set(key, released);
        }
        try {
          const found = await Promise.all([...keyed.values()].map(answer));
          const answered = found.filter((entry) => entry !== undefined);
          if (free.length > 0 || answered.length > 0) {
            return { held: free.map((key) => keyed.get(key)!), answered, release: async () => release() };
          }
        } catch (error) {
          release();
          throw error;
        }
        if (signal.aborted) throw new DiptychError('aborted');
        const stopped = new AbortController();
        const others = [...keyed.keys()].flatMap((key) => taken.get(key) ?? []);
        await Promise.race([...others, once(signal, 'abort', { signal: stopped.signal }).catch(() => {})]);
        stopped.abort();
        if (signal.aborted) throw new DiptychError('aborted');
      }
    },
  };
}
