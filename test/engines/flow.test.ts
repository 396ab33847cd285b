import { describe, expect, it } from 'vitest';
import type { Engine, EngineAnswer, EngineRequest } from '../../src/engines/engine.js';
import { EngineFailure } from '../../src/engines/failure.js';
import { type FlowSettings, flowSettings, inFlow } from '../../src/engines/flow.js';
import { type JumpingClock, jumpingClock } from './clock.js';

const request: EngineRequest = {
  from: 'en',
  to: 'ko',
  title: 'T',
  units: [{ id: 'a', kind: 'paragraph', source: 'Text.', quantities: [], terms: [] }],
};

interface Rig {
  readonly clock: JumpingClock;
  /** When each request reached the provider, in milliseconds. */
  readonly starts: number[];
  /** The most at once. */
  peak: number;
  ask(signal?: AbortSignal, urgent?: boolean): Promise<EngineAnswer>;
}

/** A provider that takes `takes` milliseconds and does what `behave` says with the nth request. */
function rig(
  settings: Partial<FlowSettings>,
  behave: (n: number, running: number) => EngineFailure | undefined = () => undefined,
  takes = 100,
  refuses = takes,
): Rig {
  const clock = jumpingClock();
  let running = 0;
  const engine: Engine = {
    id: 'test',
    name: 'test',
    fingerprint: '',
    keep: true,
    account: 'a',
    async translate() {
      const n = out.starts.push(clock.now());
      out.peak = Math.max(out.peak, ++running);
      const failure = behave(n, running);
      await clock.sleep(failure === undefined ? takes : refuses, undefined);
      running--;
      if (failure !== undefined) throw failure;
      return { targets: new Map([['a', '글']]), usage: { inputTokens: 900, outputTokens: 100, requests: 1 } };
    },
  };
  const flowing = inFlow(engine, flowSettings.parse(settings), clock);
  const out: Rig = {
    clock,
    starts: [],
    peak: 0,
    ask: (signal, urgent = false) =>
      flowing.translate({ ...request, urgent, ...(signal === undefined ? {} : { signal }) }),
  };
  return out;
}

const many = (one: Rig, count: number) => one.clock.until(Promise.all(Array.from({ length: count }, () => one.ask())));
const busy = (after?: number) =>
  new EngineFailure('test', 'HTTP 429', { all: true, ...(after === undefined ? {} : { after }) });
const passing = () => new EngineFailure('test', 'HTTP 500', { all: false });
const lasting = () => new EngineFailure('test', 'HTTP 401');

describe('the flow of requests', () => {
  it('keeps to so many at once', async () => {
    const one = rig({ concurrency: 3 });
    await many(one, 12);
    expect(one.peak).toBe(3);
    expect(one.clock.now()).toBe(400);
  });

  it('keeps to the requests of a minute, and wastes none of them', async () => {
    const one = rig({ concurrency: 10, requestsPerMinute: 20 });
    await many(one, 50);
    for (const [n, at] of one.starts.entries()) {
      expect(one.starts.filter((other) => other > at - 60_000 && other <= at).length).toBeLessThanOrEqual(20);
      if (n >= 20) expect(at - one.starts[n - 20]!).toBe(60_000);
    }
  });

  it('keeps to the tokens of a minute by what was truly used', async () => {
    const one = rig({ concurrency: 1, tokensPerMinute: 3000 });
    await many(one, 6);
    // A thousand each, whatever was estimated before.
    expect(one.starts.map((at) => Math.floor(at / 60_000))).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('waits as long as the provider says, all of its requests together', async () => {
    const one = rig({ concurrency: 4 }, (n) => (n === 1 ? busy(7000) : undefined));
    await many(one, 8);
    const later = one.starts.filter((at) => at > 0);
    expect(Math.min(...later)).toBe(7100);
  });

  it('comes back later each time when the provider does not say', async () => {
    const one = rig({ concurrency: 1, maxRetries: 4 }, (n) => (n <= 4 ? busy() : undefined));
    await many(one, 1);
    const waits = one.starts.slice(1).map((at, n) => at - one.starts[n]! - 100);
    expect(waits).toEqual([375, 750, 1500, 3000]);
  });

  it('lets others go on while one request waits for its next try', async () => {
    const one = rig({ concurrency: 1 }, (n) => (n === 1 ? passing() : undefined));
    await many(one, 3);
    expect(one.starts.slice(0, 3)).toEqual([0, 100, 200]);
    expect(one.starts).toHaveLength(4);
  });

  it('sends fewer at once after a refusal, and more again later', async () => {
    const one = rig({ concurrency: 8 }, (n) => (n === 1 ? busy(1000) : undefined));
    await many(one, 200);
    const together = (at: number) => one.starts.filter((other) => other === at).length;
    const times = [...new Set(one.starts)];
    expect(together(times[1]!)).toBeLessThan(8);
    expect(Math.max(...times.slice(2).map(together))).toBe(8);
  });

  it.each([
    [5, 32],
    [3, 8],
    [20, 64],
  ])("finds a provider's limit of %i at once, where %i are allowed", async (limit, concurrency) => {
    let refused = 0;
    const crowded = (_: number, running: number) => {
      if (running <= limit) return undefined;
      refused++;
      return busy();
    };
    const one = rig({ concurrency, maxRetries: 10 }, crowded, 100, 5);
    const count = 600;
    await many(one, count);
    expect(refused / count).toBeLessThanOrEqual(0.06);
    expect(one.clock.now()).toBeLessThanOrEqual(((count * 100) / limit) * 1.6);
  });

  it("lets an editor's click overtake a batch that waits for the minute to pass", async () => {
    const one = rig({ concurrency: 2, requestsPerMinute: 4 });
    const order: string[] = [];
    const batch = Array.from({ length: 12 }, (_, n) => one.ask().then(() => order.push(`batch ${n}`)));
    await one.clock.until(batch[3]!);
    const click = one.ask(undefined, true).then(() => order.push('click'));
    await one.clock.until(Promise.all([...batch, click]));
    expect(order.indexOf('click')).toBe(4);
  });

  it('asks again only for the units that had not come', async () => {
    const asked: string[][] = [];
    const breaking: Engine = {
      id: 'test',
      name: 'test',
      fingerprint: '',
      keep: true,
      account: 'a',
      async translate({ units, onTarget }) {
        asked.push(units.map(({ id }) => id));
        onTarget?.(units[0]!.id, '글');
        if (units.length > 1) throw new EngineFailure('test', 'broken', { all: false });
        return { targets: new Map([[units[0]!.id, '글']]), usage: { inputTokens: 1, outputTokens: 1, requests: 1 } };
      },
    };
    const clock = jumpingClock();
    const units = ['a', 'b', 'c'].map((id) => ({ ...request.units[0]!, id }));
    const told: string[] = [];
    const { targets, usage } = await clock.until(
      inFlow(breaking, flowSettings.parse({}), clock).translate({ ...request, units, onTarget: (id) => told.push(id) }),
    );
    expect(asked).toEqual([['a', 'b', 'c'], ['b', 'c'], ['c']]);
    expect([...targets.keys()]).toEqual(['a', 'b', 'c']);
    expect(told).toEqual(['a', 'b', 'c']);
    expect(usage.requests).toBe(3);
  });

  it('does not try again what can not succeed, nor waits for hours', async () => {
    const wrong = rig({}, lasting);
    await expect(many(wrong, 1)).rejects.toMatchObject({ code: 'engine-failed' });
    expect(wrong.starts).toHaveLength(1);
    const hours = rig({}, () => busy(3_600_000));
    await expect(many(hours, 1)).rejects.toMatchObject({ code: 'engine-failed' });
    expect(hours.starts).toHaveLength(1);
  });

  it('leaves a provider alone that keeps failing, then tries one request', async () => {
    const one = rig({ concurrency: 4 }, (n) => (n <= 3 ? lasting() : undefined));
    for (let i = 0; i < 3; i++) await expect(many(one, 1)).rejects.toMatchObject({ code: 'engine-failed' });
    await expect(many(one, 1)).rejects.toMatchObject({ values: { reason: expect.stringContaining('left alone') } });
    expect(one.starts).toHaveLength(3);
    await one.clock.until(one.clock.sleep(30_000, undefined));
    await many(one, 8);
    const [, second] = [...new Set(one.starts.slice(3))];
    expect(one.starts.slice(3).filter((at) => at < second!)).toHaveLength(1);
  });

  it('counts every request that was made', async () => {
    const one = rig({}, (n) => (n <= 2 ? passing() : undefined));
    const [answer] = await many(one, 1);
    expect(answer!.usage).toMatchObject({ requests: 3, inputTokens: 900, outputTokens: 100 });
  });

  it('stops at once when told to, waiting or not', async () => {
    const one = rig({ requestsPerMinute: 1 });
    const stop = new AbortController();
    const first = one.ask();
    const second = one.ask(stop.signal);
    await one.clock.until(first);
    stop.abort();
    await expect(one.clock.until(second)).rejects.toMatchObject({ code: 'aborted' });
    expect(one.starts).toHaveLength(1);
  });
});
