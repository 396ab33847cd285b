import { describe, expect, it } from 'vitest';
import type { Engine, EngineRequest } from '../../src/engines/engine.js';
import { EngineFailure } from '../../src/engines/failure.js';
import { DiptychError } from '../../src/model/errors.js';
import { createAsker } from '../../src/pipeline/ask.js';
import type { Asking, Bill, Question } from '../../src/pipeline/question.js';
import { createLocalQueue } from '../../src/queue/local.js';
import type { Queue } from '../../src/queue/queue.js';
import { article, glossed } from './articles.js';

/** A queue that runs everything at once. */
const queue: Queue = {
  add: (task, options) => {
    if (options?.signal?.aborted) return Promise.reject(new DiptychError('aborted'));
    return task(options?.signal ?? new AbortController().signal);
  },
  idle: async () => {},
  waiting: 0,
};

/** An engine that answers as told and writes down what it was asked. */
function engine(id: string, answer: (source: string, feedback: string | undefined) => string | undefined) {
  const requests: EngineRequest[] = [];
  const made: Engine = {
    id,
    name: id,
    fingerprint: id,
    keep: true,
    async translate(request) {
      requests.push(request);
      const targets = new Map<string, string>();
      for (const unit of request.units) {
        const target = answer(unit.source, unit.feedback);
        if (target !== undefined) targets.set(unit.id, target);
      }
      return { targets, usage: { requests: 1, inputTokens: 1, outputTokens: 1 } };
    },
  };
  return { made, requests };
}

function broken(id: string) {
  let requests = 0;
  const made: Engine = {
    ...engine(id, () => undefined).made,
    async translate() {
      requests++;
      throw new DiptychError('engine-failed', { engine: id, reason: 'no network' });
    },
  };
  return { made, count: () => requests };
}

const questions = (...texts: string[]): Question[] => glossed(article(texts)).units.map((unit) => ({ unit, near: [] }));

const bill: Bill = { used: () => {}, spent: () => false };

/** What starts with "good" is right. */
function asking(engines: readonly Engine[], changes: Partial<Asking> = {}) {
  const accepted: string[] = [];
  const asker = createAsker({
    pair: { from: 'en', to: 'ko' },
    engines,
    queue,
    limits: { batchUnits: 10, batchTokens: 250, retries: 2 },
    priority: 'batch',
    signal: new AbortController().signal,
    protect: ({ unit }, feedback) => ({
      id: unit.id,
      kind: unit.kind,
      source: unit.text,
      quantities: [],
      terms: [],
      ...(feedback === undefined ? {} : { feedback }),
    }),
    verify: (_, tagged) =>
      tagged.startsWith('good')
        ? { ok: true, content: { text: tagged, codes: [] } }
        : { ok: false, feedback: `not good: ${tagged}`, reasons: [] },
    accepted: async (unit) => {
      accepted.push(unit.text);
    },
    failed: () => {},
    wanted: () => {},
    settled: () => {},
    ...changes,
  });
  return { asker, accepted };
}

const texts = (answers: ReadonlyMap<string, unknown>) =>
  [...answers.values()].map((answer) => {
    const { ok, content, refused, error } = answer as {
      ok: boolean;
      content?: { text: string };
      refused?: { feedback: string };
      error?: DiptychError;
    };
    return ok ? content?.text : (error?.code ?? refused?.feedback ?? 'nobody');
  });

const sources = (requests: readonly EngineRequest[]) => requests.map(({ units }) => units.map(({ source }) => source));

describe('an asker', () => {
  it('asks once for what several articles hold', async () => {
    const { made, requests } = engine('one', (source) => `good ${source}`);
    const { asker, accepted } = asking([made]);
    const [first, second] = await Promise.all([
      asker.ask(questions('same', 'a'), { title: 'A' }, bill),
      asker.ask(questions('same', 'b'), { title: 'B' }, bill),
    ]);
    expect(texts(first)).toEqual(['good same', 'good a']);
    expect(texts(second)).toEqual(['good same', 'good b']);
    expect(requests.flatMap(({ units }) => units.map(({ source }) => source))).toEqual(['same', 'a', 'b']);
    expect(accepted.sort()).toEqual(['a', 'b', 'same']);
  });

  it('has an earlier answer from memory, as the engine gave it, and asks anew for what memory has lost', async () => {
    const { made, requests } = engine('one', (source) => `good ${source}`);
    const kept = new Map<string, string>();
    const wanted: number[] = [];
    let settled = 0;
    const { asker } = asking([made], {
      accepted: async ({ text }, content) => {
        kept.set(text, content.text);
      },
      recall: async (questions) =>
        new Map(
          questions.flatMap((question) => {
            const { text } = question.unit;
            const target = kept.get(text);
            const entry = { source: text, target: target!, origin: 'engine', state: 'translated' } as const;
            return target === undefined ? [] : [[question, { content: { text: target, codes: [] }, entry }] as const];
          }),
        ),
      wanted: (units) => wanted.push(units),
      settled: () => settled++,
    });
    await asker.ask(questions('same', 'a'), { title: 'A' }, bill);
    const [second] = [...(await asker.ask(questions('same', 'b'), { title: 'B' }, bill)).values()];
    expect(second).toEqual({ ok: true, content: { text: 'good same', codes: [] }, engine: made });
    kept.delete('a');
    expect(texts(await asker.ask(questions('a', 'same'), { title: 'C' }, bill))).toEqual(['good a', 'good same']);
    expect(sources(requests)).toEqual([['same', 'a'], ['b'], ['a']]);
    expect([wanted, settled]).toEqual([[2, 1], 3]);
  });

  it('does not ask for a second article what nobody could do for the first', async () => {
    const { made, requests } = engine('one', () => 'bad');
    const { asker } = asking([made], { limits: { batchUnits: 10, batchTokens: 250, retries: 0 } });
    for (const title of ['A', 'B']) {
      expect(texts(await asker.ask(questions('hard'), { title }, bill))).toEqual(['not good: bad']);
    }
    expect(requests).toHaveLength(1);
  });

  it('asks again for the refused unit alone, with the reason', async () => {
    const { made, requests } = engine('one', (source, feedback) =>
      source === 'hard' && !feedback ? 'bad' : `good ${source}`,
    );
    const { asker } = asking([made]);
    expect(texts(await asker.ask(questions('easy', 'hard'), { title: 'T' }, bill))).toEqual(['good easy', 'good hard']);
    expect(requests.map(({ units }) => units.map(({ source, feedback }) => [source, feedback]))).toEqual([
      [
        ['easy', undefined],
        ['hard', undefined],
      ],
      [['hard', 'not good: bad']],
    ]);
  });

  it('goes to the next engine with what the first could not do', async () => {
    const first = engine('first', (source) => (source === 'hard' ? 'bad' : `good ${source}`));
    const second = engine('second', (source) => `good ${source} by second`);
    const { asker } = asking([first.made, second.made]);
    expect(texts(await asker.ask(questions('easy', 'hard'), { title: 'T' }, bill))).toEqual([
      'good easy',
      'good hard by second',
    ]);
    expect(first.requests).toHaveLength(3);
    expect(second.requests.flatMap(({ units }) => units.map(({ source }) => source))).toEqual(['hard']);
  });

  it('says why, when nobody could', async () => {
    const { made } = engine('one', (source) => (source === 'cut' ? undefined : 'bad'));
    const answers = await asking([made]).asker.ask(questions('cut', 'hard'), { title: 'T' }, bill);
    expect(texts(answers)).toEqual(['The answer did not hold this unit.', 'not good: bad']);
    expect(texts(await asking([]).asker.ask(questions('any'), { title: 'T' }, bill))).toEqual(['nobody']);
  });

  it('leaves an engine alone that fails again and again', async () => {
    const { made, count } = broken('one');
    const { asker } = asking([made], { limits: { batchUnits: 1, batchTokens: 250, retries: 2 } });
    for (const text of ['a', 'b', 'c', 'd']) await asker.ask(questions(text), { title: 'T' }, bill);
    expect(count()).toBe(2);
  });

  it('keeps what was answered before an engine failed', async () => {
    let calls = 0;
    const { made } = engine('one', (source) => (source === 'hard' ? 'bad' : `good ${source}`));
    const flaky: Engine = {
      ...made,
      translate: (request) => {
        if (++calls > 1) throw new DiptychError('engine-failed', { engine: 'one', reason: 'gone' });
        return made.translate(request);
      },
    };
    const { asker, accepted } = asking([flaky]);
    expect(texts(await asker.ask(questions('easy', 'hard'), { title: 'T' }, bill))).toEqual([
      'good easy',
      'engine-failed',
    ]);
    expect(accepted).toEqual(['easy']);
  });

  it('cuts requests by units and by text', async () => {
    const { made, requests } = engine('one', (source) => `good ${source}`);
    const { asker } = asking([made], { limits: { batchUnits: 2, batchTokens: 2, retries: 0 } });
    await asker.ask(questions('aa', 'bb', 'cc', 'dddddddddddd', 'e'), { title: 'T' }, bill);
    expect(requests.map(({ units }) => units.map(({ source }) => source))).toEqual([
      ['aa', 'bb'],
      ['cc'],
      ['dddddddddddd'],
      ['e'],
    ]);
  });

  it('answers that it was stopped, and lets a failing store stop everything', async () => {
    const { made } = engine('one', (source) => `good ${source}`);
    const stopped = asking([made], { signal: AbortSignal.abort() });
    expect(texts(await stopped.asker.ask(questions('a'), { title: 'T' }, bill))).toEqual(['aborted']);
    const failing = asking([made], { accepted: () => Promise.reject(new DiptychError('store-failed')) });
    await expect(failing.asker.ask(questions('a'), { title: 'T' }, bill)).rejects.toMatchObject({
      code: 'store-failed',
    });
  });

  it('tells what stands around a unit, unless the request holds it', async () => {
    const { made } = engine('one', (source) => `good ${source}`);
    const told: unknown[] = [];
    const { asker } = asking([made], {
      protect: ({ unit, neighbours }) => {
        told.push([unit.text, neighbours]);
        return { id: unit.id, kind: unit.kind, source: unit.text, quantities: [], terms: [] };
      },
    });
    const [a, b, c] = questions('a', 'b', 'c');
    const around = { before: `${'x'.repeat(500)}\uFFFCy`, after: 'b' };
    await asker.ask(
      [
        { ...a!, neighbours: around },
        { ...b!, neighbours: { before: 'a', after: 'c' } },
      ],
      { title: 'T' },
      bill,
    );
    await asker.ask([{ ...c!, neighbours: { before: 'b' } }], { title: 'T' }, bill);
    expect(told).toEqual([
      ['a', { before: `${'x'.repeat(119)}y` }],
      ['b', { after: 'c' }],
      ['c', { before: 'b' }],
    ]);
  });

  it('asks nothing more once the budget is spent', async () => {
    const { made, requests } = engine('one', (source) => (source === 'hard' ? 'bad' : `good ${source}`));
    const { asker } = asking([made], {
      limits: { batchUnits: 1, batchTokens: 250, retries: 5 },
      queue: createLocalQueue(1),
    });
    const answers = await asker.ask(
      questions('easy', 'hard', 'other'),
      { title: 'T' },
      { used: () => {}, spent: () => requests.length >= 2 },
    );
    expect(requests).toHaveLength(2);
    expect([...answers.values()].map((one) => (one.ok ? 'ok' : one.spent ? 'spent' : one.refused?.feedback))).toEqual([
      'ok',
      'not good: bad',
      'spent',
    ]);
  });

  /** An engine that answers a source rightly from the n-th time on, n being its number. */
  const stubborn = () => {
    const tries = new Map<string, number>();
    return engine('one', (source) => {
      const nth = (tries.get(source) ?? 0) + 1;
      tries.set(source, nth);
      return nth > Number(/\d/.exec(source)?.[0]) ? `good ${source}` : 'bad';
    });
  };
  it('asks again for all that was refused together, and for each alone once nothing came right', async () => {
    const { made, requests } = stubborn();
    const { asker } = asking([made]);
    expect(texts(await asker.ask(questions('0', '1', '2', '2 ', '0 '), { title: 'T' }, bill))).not.toContain('nobody');
    expect(sources(requests)).toEqual([
      ['0', '1', '2', '2 ', '0 '],
      ['1', '2', '2 '],
      ['2', '2 '],
    ]);
    const other = stubborn();
    await asking([other.made]).asker.ask(questions('2', '2 '), { title: 'T' }, bill);
    expect(sources(other.requests)).toEqual([['2', '2 '], ['2', '2 '], ['2'], ['2 ']]);
  });

  it('asks again for what was refused of several batches in one request, without a title they do not share', async () => {
    const { made, requests } = stubborn();
    const used: number[] = [];
    const paying: Bill = { used: ({ requests: made }) => used.push(made), spent: () => false };
    const { asker } = asking([made], { limits: { batchUnits: 2, batchTokens: 250, retries: 2 } });
    const answers = await Promise.all([
      asker.ask(questions('1 a', '0 a'), { title: 'A' }, paying),
      asker.ask(questions('1 b', '0 b'), { title: 'B' }, paying),
    ]);
    expect(answers.flatMap(texts)).toEqual(['good 1 a', 'good 0 a', 'good 1 b', 'good 0 b']);
    expect(sources(requests)).toEqual([
      ['1 a', '0 a'],
      ['1 b', '0 b'],
      ['1 a', '1 b'],
    ]);
    expect(requests.map(({ title }) => title)).toEqual(['A', 'B', '']);
    // What they share is paid for once.
    expect(used.reduce((sum, made) => sum + made, 0)).toBe(3);
  });

  it('keeps each unit as it comes, and what came before an engine failed', async () => {
    const { made } = engine('one', () => undefined);
    const told: string[] = [];
    const dripping: Engine = {
      ...made,
      async translate({ units, onTarget }) {
        onTarget?.(units[0]!.id, 'good first');
        await new Promise((resolve) => setTimeout(resolve, 5));
        told.push(`whole after ${told.length}`);
        throw new EngineFailure('one', 'the answer broke off', { all: false });
      },
    };
    const kept: string[] = [];
    const { asker } = asking([dripping], {
      accepted: async ({ text }, content) => {
        kept.push(text);
        told.push(content.text);
      },
    });
    expect(texts(await asker.ask(questions('a', 'b'), { title: 'T' }, bill))).toEqual(['good first', 'engine-failed']);
    expect(kept).toEqual(['a']);
    expect(told).toEqual(['good first', 'whole after 1']);
  });

  it('asks for title and summary before all else', async () => {
    const { made, requests } = engine('one', (source) => `good ${source}`);
    const { asker } = asking([made], { limits: { batchUnits: 2, batchTokens: 250, retries: 0 } });
    const [body, title, more, summary] = questions('body', 'title', 'more', 'summary');
    await asker.ask(
      [
        body!,
        { ...title!, unit: { ...title!.unit, kind: 'title' } },
        more!,
        { ...summary!, unit: { ...summary!.unit, path: 'summary' } },
      ],
      { title: 'T' },
      bill,
    );
    expect(requests.map(({ units }) => units.map(({ source }) => source))).toEqual([
      ['title', 'summary'],
      ['body', 'more'],
    ]);
  });
});

describe('several askers', () => {
  it("let an editor's click pass a batch that holds the queue", async () => {
    const { made, requests } = engine('one', (source) => `good ${source}`);
    const gates: (() => void)[] = [];
    const slow: Engine = {
      ...made,
      async translate(request) {
        const answer = made.translate(request);
        await new Promise<void>((resolve) => gates.push(resolve));
        return answer;
      },
    };
    const limits = { batchUnits: 1, batchTokens: 250, retries: 0 };
    const lanes = createLocalQueue(1);
    const batch = asking([slow], { limits, queue: lanes });
    const click = asking([slow], { limits, queue: lanes, priority: 'interactive' });
    const both = Promise.all([
      batch.asker.ask(questions('a', 'b', 'c'), { title: 'A' }, bill),
      click.asker.ask(questions('d'), { title: 'B' }, bill),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 2));
    expect(requests.map(({ units, urgent }) => [units[0]!.source, urgent])).toEqual([
      ['a', false],
      ['d', true],
    ]);
    for (let round = 0; round < 5; round++) {
      for (const open of gates.splice(0)) open();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect((await both).map(texts)).toEqual([['good a', 'good b', 'good c'], ['good d']]);
  });

  it('ask for one article what another had no budget for', async () => {
    const { made, requests } = engine('one', (source) => `good ${source}`);
    const { asker } = asking([made]);
    const [poor, rich] = await Promise.all([
      asker.ask(questions('same'), { title: 'A' }, { used: () => {}, spent: () => true }),
      asker.ask(questions('same', 'b'), { title: 'B' }, bill),
    ]);
    expect([...poor.values()]).toEqual([{ ok: false, spent: true }]);
    expect(texts(rich)).toEqual(['good same', 'good b']);
    expect(requests.flatMap(({ units }) => units.map(({ source }) => source))).toEqual(['same', 'b']);
  });
});
