import { z } from 'zod';
import { DiptychError } from '../model/errors.js';
import { type Clock, realClock } from './clock.js';
import type { Engine, EngineAnswer, EngineRequest, EngineUsage } from './engine.js';
import { EngineFailure } from './failure.js';
import { createGate } from './gate.js';
import { addUsage } from './split.js';
import { estimateRequest, estimateTokens } from './tokens.js';
import { createWidth } from './width.js';
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

/** Milliseconds before the second try; doubled with each. */
const firstDelay = 500;
const longestDelay = 30_000;
/** A provider that asks for more than this is not waited for: the next engine is asked. */
const longestPause = 120_000;
/** This many requests in a row given up, and the engine is left alone for a while. */
const tolerance = 3;
const rest = 30_000;

/** A request that failed, and how long to wait before another try. */
interface Failed {
  readonly error: EngineFailure;
  readonly wait: number;
}

/** The state that all requests to one provider's account share. */
interface Flow {
  run(engine: Engine, request: EngineRequest): Promise<EngineAnswer>;
  /** Resolves when the provider is not, or no longer, left alone. */
  rested(signal: AbortSignal): Promise<void>;
}

const flows = new Map<string, Flow>();

/**
 * An engine that keeps to its provider's limits: so many requests at once, so many requests and tokens a minute; waits as
 * long as `Retry-After` says, all of its requests together; makes a request that failed in passing again, later each
 * time, without the units that had come; and leaves a provider alone that keeps failing. Engines with one account share
 * all of this, whatever language they translate into.
 */
export function inFlow(engine: Engine, settings: FlowSettings, clock: Clock = realClock): Engine {
  const key = `${engine.id}\0${engine.account ?? ''}\0${JSON.stringify(settings)}`;
  const flow = clock === realClock ? (flows.get(key) ?? createFlow(settings, clock)) : createFlow(settings, clock);
  if (clock === realClock) flows.set(key, flow);
  return Object.create(engine, {
    translate: { value: (request: EngineRequest) => flow.run(engine, request), enumerable: true },
    rested: { value: flow.rested, enumerable: true },
  }) as Engine;
}

function createFlow(settings: FlowSettings, clock: Clock): Flow {
  const width = createWidth(settings.concurrency);
  const gate = createGate(
    width.now,
    createWindow(settings.requestsPerMinute ?? Number.POSITIVE_INFINITY),
    createWindow(settings.tokensPerMinute ?? Number.POSITIVE_INFINITY),
    clock,
  );
  let narrowedAt = Number.NEGATIVE_INFINITY;
  let restUntil = Number.NEGATIVE_INFINITY;
  let givenUp = 0;

  /** One request. How long to wait before the next try is known before anybody else may pass. */
  async function once(engine: Engine, request: EngineRequest, attempt: number): Promise<EngineAnswer | Failed> {
    const { input, output } = estimateRequest(request);
    const pass = await gate.enter(input + output, request.urgent === true, request.signal);
    const started = clock.now();
    try {
      const answer = await timed(engine, request, settings.timeoutSeconds * 1000);
      width.passed();
      givenUp = 0;
      gate.widen(width.now);
      pass.leave(answer.usage.inputTokens + answer.usage.outputTokens || undefined);
      return answer;
    } catch (error) {
      if (request.signal?.aborted || !(error instanceof EngineFailure)) throw error;
      const wait = error.retry?.after ?? backOff(attempt, clock);
      if (error.retry?.all) {
        if (wait <= longestPause) gate.pause(clock.now() + wait);
        const again = started < narrowedAt;
        if (!again) narrowedAt = clock.now();
        width.refused(gate.running - 1, again);
        gate.widen(width.now);
      }
      return { error, wait };
    } finally {
      pass.leave();
    }
  }

  function giveUp(): void {
    givenUp++;
    if (givenUp < tolerance) return;
    restUntil = clock.now() + rest;
    // After the rest a single request tries.
    width.close();
    gate.widen(width.now);
    givenUp = tolerance - 1;
  }

  return {
    async run(engine, request) {
      const told = new Map<string, string>();
      let spent: EngineUsage = { inputTokens: 0, outputTokens: 0, requests: 0 };
      const onTarget = (id: string, target: string) => {
        told.set(id, target);
        request.onTarget?.(id, target);
      };
      for (let attempt = 1; ; attempt++) {
        assertRunning(request.signal);
        if (clock.now() < restUntil) {
          const left = { all: true, after: restUntil - clock.now() };
          throw new EngineFailure(
            engine.id,
            { context: 'resting', text: 'left alone for a while after repeated failures' },
            left,
          );
        }
        const before = told.size;
        const units = request.units.filter(({ id }) => !told.has(id));
        const open = { ...request, units, onTarget };
        const result = await once(engine, open, attempt);
        if (!('error' in result)) {
          return { ...result, targets: new Map([...told, ...result.targets]), usage: addUsage(result.usage, spent) };
        }
        const { error, wait } = result;
        spent = addUsage(spent, told.size > before ? partOf(open, told) : { ...nothing, requests: 1 });
        // The last unit had come when the connection broke.
        if (told.size === request.units.length) return { targets: told, usage: spent };
        if (error.retry === undefined || attempt > settings.maxRetries || wait > longestPause) {
          giveUp();
          error.spent = spent;
          if (told.size > 0) return { targets: told, usage: spent, failure: error };
          throw error;
        }
        // A pause of the whole engine is waited for at the gate.
        if (!error.retry.all) await clock.sleep(wait, request.signal);
      }
    },
    rested: (signal) => clock.sleep(Math.max(0, restUntil - clock.now()), signal),
  };
}

const nothing: EngineUsage = { inputTokens: 0, outputTokens: 0, requests: 0 };

/** About what a request took whose answer broke off: all that was sent, and what had come. */
function partOf(request: EngineRequest, told: ReadonlyMap<string, string>): EngineUsage {
  const came = request.units.map(({ id }) => told.get(id) ?? '').join('');
  return { inputTokens: estimateRequest(request).input, outputTokens: estimateTokens(came), requests: 1 };
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
      reject(
        new EngineFailure(
          engine.id,
          { context: 'timeout', text: `no answer within ${limit / 1000} s`, values: { seconds: limit / 1000 } },
          { all: false },
        ),
      );
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
