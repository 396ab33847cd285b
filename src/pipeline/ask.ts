import { DiptychError } from '../model/errors.js';
import { batches, inOrder } from './batches.js';
import { createInquiry, type Done, type Round } from './inquiry.js';
import { askKey } from './plan.js';
import type { Answer, Asking, Bill, Question, Remembered, Setting } from './question.js';
import { createSettled, isUnpaid } from './settled.js';

/** Asks engines for units, each unit once however many articles hold it. */
export interface Asker {
  /** Answers by `askKey`. What an engine failed at, or was stopped at, is in the answers. Rejects when the store fails. */
  ask(questions: readonly Question[], setting: Setting, bill: Bill): Promise<ReadonlyMap<string, Answer>>;
  /** Whether any engine has answered anything yet. */
  readonly answered: boolean;
}

/** An asker that remembers what it has asked. */
export function createAsker(asking: Asking): Asker {
  /** What is under way. */
  const underWay = new Map<string, Item>();
  const past = createSettled();
  const inquiry = createInquiry(asking);

  /** Asks for what nobody else is asking for; what somebody else is asking for is waited for. */
  async function answerOnce(batch: readonly Question[], round: Round, done: Done): Promise<void> {
    if (asking.claim === undefined) return inquiry.among(() => inquiry.answer(batch, round, done));
    for (let open = batch; open.length > 0; ) {
      const { held, answered: meanwhile, release } = await asking.claim(open);
      try {
        for (const [question, remembered] of meanwhile) done(question, { ok: true, ...remembered });
        const ours = held.filter((question) => !meanwhile.has(question));
        // Whoever waits for a claim is not at work: what that claim's holder asks again must not wait for it.
        if (ours.length > 0) await inquiry.among(() => inquiry.answer(ours, round, done));
      } finally {
        await release();
      }
      open = open.filter((question) => !meanwhile.has(question) && !held.includes(question));
    }
  }

  /** What became of a unit; the first word counts. */
  function settle(item: Item, result: Answer): void {
    item.resolve(result);
    if (underWay.get(item.key) === item) underWay.delete(item.key);
    if (past.put(item.key, result)) asking.settled();
  }

  async function enqueue(batch: readonly Item[], round: Round): Promise<void> {
    const items = new Map(batch.map((item) => [item.question, item]));
    const task = (signal: AbortSignal) =>
      answerOnce([...items.keys()], { ...round, signal }, (question, result) => settle(items.get(question)!, result));
    try {
      await asking.queue.add(task, { priority: asking.priority, signal: asking.signal });
    } catch (error) {
      // Stopped: what was answered stays answered, the rest is left.
      const stopped = error instanceof DiptychError && error.code === 'aborted' ? error : undefined;
      for (const item of batch) {
        if (stopped) settle(item, { ok: false, error: stopped });
        else fail(item, error);
      }
    }
  }

  function fail(item: Item, error: unknown): void {
    underWay.delete(item.key);
    item.reject(error);
  }

  /** Asks for units, in requests as full as they may be. */
  async function askFresh(items: readonly Item[], round: Round): Promise<void> {
    const byQuestion = new Map(items.map((item) => [item.question, item]));
    const cut = batches(inOrder([...byQuestion.keys()]), asking.limits);
    await Promise.all(
      cut.map((batch) =>
        enqueue(
          batch.map((question) => byQuestion.get(question)!),
          round,
        ),
      ),
    );
  }

  /** Answers units that were asked for before, as they were answered then; asks for what memory has lost since. */
  async function answerAgain(items: readonly Item[], round: Round): Promise<void> {
    try {
      const kept = items.filter((item) => {
        const before = past.get(item.key);
        if (typeof before !== 'object' || !('ok' in before)) return true;
        settle(item, before);
        return false;
      });
      if (kept.length === 0) return;
      const found = (await asking.recall?.(kept.map(({ question }) => question))) ?? new Map<Question, Remembered>();
      const lost = kept.filter((item) => {
        const remembered = found.get(item.question);
        const by = past.get(item.key);
        if (remembered === undefined) return true;
        const { content } = remembered;
        settle(
          item,
          typeof by === 'object' && 'keep' in by ? { ok: true, content, engine: by } : { ok: true, ...remembered },
        );
        return false;
      });
      await askFresh(lost, round);
    } catch (error) {
      for (const item of items) fail(item, error);
    }
  }

  async function askAll(questions: ReadonlyMap<string, Question>, round: Round): Promise<ReadonlyMap<string, Answer>> {
    const [fresh, known]: [Item[], Item[]] = [[], []];
    let wanted = 0;
    const answers = [...questions].map(([key, question]) => {
      const present = underWay.get(key);
      if (present !== undefined) return present;
      const item = createItem(key, question);
      underWay.set(key, item);
      const before = past.get(key);
      if (before === undefined) wanted++;
      (before === undefined || isUnpaid(before) ? fresh : known).push(item);
      return item;
    });
    if (wanted > 0) asking.wanted(wanted);
    const own = new Set([...fresh, ...known]);
    const work = [askFresh(fresh, round), answerAgain(known, round)];
    const results = await Promise.all(answers.map(async (item) => [item, await item.answer] as const));
    await Promise.all(work);
    const out = new Map(results.map(([{ key }, result]) => [key, result]));
    // Another article had nothing left to spend: that is no reason for this one.
    const again = results.filter(([item, result]) => !own.has(item) && !result.ok && result.spent);
    if (again.length === 0 || round.bill.spent()) return out;
    const rest = await askAll(new Map(again.map(([{ key }]) => [key, questions.get(key)!])), round);
    return new Map([...out, ...rest]);
  }

  return {
    get answered() {
      return inquiry.answered;
    },
    ask(questions, setting, bill) {
      const byKey = new Map<string, Question>();
      for (const question of questions) {
        const key = askKey(question.unit);
        if (!byKey.has(key)) byKey.set(key, question);
      }
      return askAll(byKey, { setting, bill, signal: asking.signal });
    },
  };
}

/** A unit on its way to an answer. */
interface Item {
  readonly key: string;
  readonly question: Question;
  readonly answer: Promise<Answer>;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

function createItem(key: string, question: Question): Item {
  let resolve = (_: Answer) => {};
  let reject = (_: unknown) => {};
  const answer = new Promise<Answer>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // It is waited for by all together; until then it has nobody to tell.
  answer.catch(() => undefined);
  return { key, question, answer, resolve, reject };
}
