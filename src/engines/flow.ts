import PQueue from 'p-queue';
import { z } from 'zod';
import { DiptychError } from '../model/errors.js';
import type { Engine, EngineAnswer, EngineRequest } from './engine.js';
import { EngineFailure } from './failure.js';
import { addUsage } from './split.js';
import { estimateRequest } from './tokens.js';
import { createWindow } from './window.js';

/** How an engine may be used. Settings of every engine that asks a provider. */
export const flowSettings = z.object({
  /** The most requests at once. Fewer run while the provider says that it is too many. */
  concurrency: z.int().min(1).max(256).default(8),
  requestsPerMinute: z.int().min(1).optional(),
  /** Input and output together. */
  tokensPerMinute: z.int().min(1000).optional(),
  /** How long one answer may take. */
  timeoutSeconds: z.number().positive().max(3600).default(120),
  /** How often a request that failed in passing is made again. */
  maxRetries: z.int().min(0).max(10).default(3),
});
export type FlowSettings = z.output<typeof flowSettings>;

/** Time, so that tests need not wait for it. */
export interface Clock {
  now(): number;
  /** Resolves after `ms`, or at once when the signal fires. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
  random(): number;
}

const realClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done, { once: true });
    }),
  random: Math.random,
};

/** Milliseconds before the second try; doubled with each. */
const firstDelay = 500;
const longestDelay = 30_000;
/** A provider that asks for more than this is not waited for: the next engine is asked. */
const longestPause = 120_000;
/** This many requests in a row given up, and the engine is left alone for a while. */
const tolerance = 3;
const rest = 30_000;

/** The state that all requests to one provider's account share. */
interface Flow {
  run(engine: Engine, request: EngineRequest): Promise<EngineAnswer>;
}

const flows = new Map<string, Flow>();

/**
 * An engine that keeps to its provider's limits: so many requests at once, so many requests and tokens a minute; waits as
 * long as `Retry-After` says, all of its requests together; makes a request that failed in passing again, later each
 * time; and leaves a provider alone that keeps failing. Engines with one account share all of this, whatever language
 * they translate into.
 */
export function inFlow(engine: Engine, settings: FlowSettings, clock: Clock = realClock): Engine {
  const key = `${engine.id}\0${engine.account ?? ''}\0${JSON.stringify(settings)}`;
  const flow = clock === realClock ? (flows.get(key) ?? createFlow(settings, clock)) : createFlow(settings, clock);
  if (clock === realClock) flows.set(key, flow);
  const translate = (request: EngineRequest) => flow.run(engine, request);
  return Object.create(engine, { translate: { value: translate, enumerable: true } }) as Engine;
}

function createFlow(settings: FlowSettings, clock: Clock): Flow {
  const queue = new PQueue({ concurrency: settings.concurrency });
  const requests = createWindow(settings.requestsPerMinute ?? Number.POSITIVE_INFINITY);
  const tokens = createWindow(settings.tokensPerMinute ?? Number.POSITIVE_INFINITY);
  /** How many at once the provider seems to bear: one more with each round that passes, half with each refusal. */
  let width = settings.concurrency;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let narrowedAt = Number.NEGATIVE_INFINITY;
  let restUntil = Number.NEGATIVE_INFINITY;
  let givenUp = 0;

  const setWidth = (next: number) => {
    width = Math.min(settings.concurrency, Math.max(1, next));
    queue.concurrency = Math.floor(width);
  };

  /** Waits until the limits let one more request through, and counts it. */
  async function pass(weight: number, signal: AbortSignal | undefined): Promise<(actual: number) => void> {
    for (;;) {
      assertRunning(signal);
      const now = clock.now();
      const wait = Math.max(pausedUntil - now, requests.wait(now, 1), tokens.wait(now, weight));
      if (wait <= 0) {
        requests.take(now, 1);
        return tokens.take(now, weight);
      }
      await clock.sleep(wait, signal);
    }
  }

  async function once(engine: Engine, request: EngineRequest, weight: number): Promise<EngineAnswer> {
    const correct = await pass(weight, request.signal);
    const started = clock.now();
    try {
      const answer = await timed(engine, request, settings.timeoutSeconds * 1000);
      correct(answer.usage.inputTokens + answer.usage.outputTokens || weight);
      setWidth(width + 1 / width);
      givenUp = 0;
      return answer;
    } catch (error) {
      // One burst of refusals halves once.
      if (error instanceof EngineFailure && error.retry?.all && started >= narrowedAt) {
        narrowedAt = clock.now();
        setWidth(width / 2);
      }
      throw error;
    }
  }

  function giveUp(): void {
    givenUp++;
    if (givenUp < tolerance) return;
    restUntil = clock.now() + rest;
    // After the rest a single request tries.
    setWidth(1);
    givenUp = tolerance - 1;
  }

  return {
    async run(engine, request) {
      const { input, output } = estimateRequest(request);
      const spent = { inputTokens: 0, outputTokens: 0, requests: 0 };
      for (let attempt = 1; ; attempt++) {
        assertRunning(request.signal);
        if (clock.now() < restUntil)
          throw new EngineFailure(engine.id, 'left alone for a while after repeated failures');
        try {
          const answer = await queue.add(() => once(engine, request, input + output));
          return { ...answer, usage: addUsage(answer.usage, { ...spent, requests: attempt - 1 }) };
        } catch (error) {
          assertRunning(request.signal);
          if (!(error instanceof EngineFailure)) throw error;
          const wait = error.retry?.after ?? backOff(attempt, clock);
          if (error.retry === undefined || attempt > settings.maxRetries || wait > longestPause) {
            giveUp();
            throw error;
          }
          if (error.retry.all) pausedUntil = Math.max(pausedUntil, clock.now() + wait);
          else await clock.sleep(wait, request.signal);
        }
      }
    },
  };
}

/** Half of the time is fixed and half is chance, so that those who were refused together do not come back together. */
function backOff(attempt: number, clock: Clock): number {
  const full = Math.min(longestDelay, firstDelay * 2 ** (attempt - 1));
  return full / 2 + (full / 2) * clock.random();
}

function assertRunning(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DiptychError('aborted');
}

/** One request with a limit of time. It ends with the limit even where an engine does not heed the signal. */
async function timed(engine: Engine, request: EngineRequest, limit: number): Promise<EngineAnswer> {
  const stop = new AbortController();
  let onAbort = () => {};
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<never>((_, reject) => {
    onAbort = () => {
      reject(new DiptychError('aborted'));
      stop.abort();
    };
    timer = setTimeout(() => {
      reject(new EngineFailure(engine.id, `no answer within ${limit / 1000} s`, { all: false }));
      stop.abort();
    }, limit);
  });
  request.signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([engine.translate({ ...request, signal: stop.signal }), ended]);
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', onAbort);
  }
}
