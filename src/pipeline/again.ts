import type { Engine } from '../engines/engine.js';
import type { GlossedUnit } from '../model/article.js';
import { type BatchLimits, batches } from './batches.js';

/** Questions that are asked again, those of several batches together. */
export interface Again<T> {
  /** Resolves with those that are refused once more. Rejects with what the request throws. */
  ask(engine: Engine, refused: readonly T[]): Promise<readonly T[]>;
  /** Runs the work on one batch. Only while some batch is at work, more may come that is to be asked again. */
  among<R>(work: () => Promise<R>): Promise<R>;
}

interface Waiting<T> {
  readonly engine: Engine;
  readonly refused: readonly T[];
  resolve(refused: readonly T[]): void;
  reject(error: unknown): void;
}

/**
 * Collects what was refused until it fills a request, or until every batch that is at work waits for it: then nothing more
 * can come, and `patience` (milliseconds) has passed, in which the next articles are read. With 3 of 10 units refused, of 20 units a request, each batch would otherwise make four requests of its own.
 */
export function createAgain<T extends { readonly question: { readonly unit: GlossedUnit } }>(
  limits: BatchLimits,
  request: (engine: Engine, asked: readonly T[]) => Promise<readonly T[]>,
  patience: number,
): Again<T> {
  let waiting: Waiting<T>[] = [];
  let working = 0;
  /** Questions of a request of which nothing came right: one of them may disturb the others, so each is asked alone. */
  const disturbed = new Map<Engine, WeakSet<object>>();

  let timer: NodeJS.Timeout | undefined;

  /** Sends what fills a request; where all wait, all of it, unless the next batches are about to come. */
  function look(waited = false): void {
    clearTimeout(timer);
    const idle = waiting.length > 0 && waiting.length === working;
    if (idle && !waited && patience > 0) timer = setTimeout(() => look(true), patience);
    const all = idle && (waited || patience === 0);
    const engines = new Set(waiting.map(({ engine }) => engine));
    for (const engine of engines) {
      const own = waiting.filter((one) => one.engine === engine);
      let count = own.reduce((sum, { refused }) => sum + refused.length, 0);
      if (count < limits.batchUnits && !all) continue;
      // As much as fits into one request: a second one for the rest would be nearly empty.
      while (!all && own.length > 1 && count > limits.batchUnits) count -= own.pop()!.refused.length;
      const gone = new Set(own);
      waiting = waiting.filter((one) => !gone.has(one));
      void send(engine, own);
    }
  }

  async function send(engine: Engine, own: readonly Waiting<T>[]): Promise<void> {
    const alone = disturbed.get(engine) ?? new WeakSet();
    disturbed.set(engine, alone);
    const all = own.flatMap(({ refused }) => refused);
    const unitOf = (one: T) => ({ unit: one.question.unit, one });
    const together = all.filter(({ question }) => !alone.has(question));
    const cut = [
      ...batches(together.map(unitOf), limits).map((batch) => batch.map(({ one }) => one)),
      ...all.filter(({ question }) => alone.has(question)).map((one) => [one]),
    ];
    const results = await Promise.allSettled(
      cut.map(async (batch) => {
        const refused = await request(engine, batch);
        if (refused.length === batch.length) for (const { question } of refused) alone.add(question);
        return refused;
      }),
    );
    const questions = (list: readonly T[]) => new Set(list.map(({ question }) => question));
    const still = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    const failed = results.flatMap((result, at) =>
      result.status === 'rejected' ? [{ held: questions(cut[at]!), reason: result.reason }] : [],
    );
    for (const { refused, resolve, reject } of own) {
      const mine = questions(refused);
      const failure = failed.find(({ held }) => refused.some(({ question }) => held.has(question)));
      if (failure === undefined) resolve(still.filter(({ question }) => mine.has(question)));
      else reject(failure.reason);
    }
  }

  return {
    ask: (engine, refused) =>
      new Promise((resolve, reject) => {
        waiting.push({ engine, refused, resolve, reject });
        look();
      }),
    async among(work) {
      working++;
      try {
        return await work();
      } finally {
        working--;
        look();
      }
    },
  };
}
