import { DiptychError } from '../model/errors.js';
import type { Clock } from './clock.js';
import type { Window } from './window.js';

/** Leave to make one request. */
export interface Pass {
  /** The request is over. `weight`: what it truly took, in tokens. */
  leave(weight?: number): void;
}

/** Lets requests through, the urgent before the others, each group in order of arrival. */
export interface Gate {
  /** Resolves when the request may be made. Throws `aborted` on the signal. */
  enter(weight: number, urgent: boolean, signal: AbortSignal | undefined): Promise<Pass>;
  /** How many may be on their way at once. */
  widen(width: number): void;
  /** Nobody passes before that time. */
  pause(until: number): void;
  /** How many are on their way. */
  readonly running: number;
}

interface Waiting {
  readonly weight: number;
  readonly urgent: boolean;
  readonly resolve: (pass: Pass) => void;
}

/**
 * A gate that counts requests and tokens of a minute. Nothing is counted for who waits, so that an editor's click is next
 * however many requests of a batch wait for the minute to pass.
 */
export function createGate(width: number, requests: Window, tokens: Window, clock: Clock): Gate {
  const waiting: Waiting[] = [];
  let running = 0;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let alarm: AbortController | undefined;

  function admit({ weight, resolve }: Waiting, now: number): void {
    running++;
    requests.take(now, 1);
    const correct = tokens.take(now, weight);
    let left = false;
    resolve({
      leave(actual) {
        if (left) return;
        left = true;
        running--;
        if (actual !== undefined) correct(actual);
        pump();
      },
    });
  }

  /** Lets through whoever may pass, and comes back when the next may. */
  function pump(): void {
    alarm?.abort();
    alarm = undefined;
    for (let next = waiting[0]; next !== undefined && running < width; next = waiting[0]) {
      const now = clock.now();
      const wait = Math.max(pausedUntil - now, requests.wait(now, 1), tokens.wait(now, next.weight));
      if (wait > 0) {
        const own = new AbortController();
        alarm = own;
        void clock.sleep(wait, own.signal).then(() => {
          if (!own.signal.aborted) pump();
        });
        return;
      }
      waiting.shift();
      admit(next, now);
    }
  }

  return {
    enter: (weight, urgent, signal) =>
      new Promise<Pass>((resolve, reject) => {
        if (signal?.aborted) return reject(new DiptychError('aborted'));
        const stop = () => {
          const at = waiting.indexOf(one);
          if (at >= 0) waiting.splice(at, 1);
          reject(new DiptychError('aborted'));
          pump();
        };
        const one: Waiting = {
          weight,
          urgent,
          resolve: (pass) => {
            signal?.removeEventListener('abort', stop);
            resolve(pass);
          },
        };
        signal?.addEventListener('abort', stop, { once: true });
        const at = urgent ? waiting.findIndex((other) => !other.urgent) : -1;
        waiting.splice(at < 0 ? waiting.length : at, 0, one);
        pump();
      }),
    widen(next) {
      width = next;
      pump();
    },
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until);
    },
    get running() {
      return running;
    },
  };
}
