import type { Engine, EngineUnit, EngineUsage, Neighbours } from '../engines/engine.js';
import { EngineFailure } from '../engines/failure.js';
import type { GlossedUnit } from '../model/article.js';
import { DiptychError } from '../model/errors.js';
import { type Content, placeholder } from '../model/inline.js';
import type { LanguagePair, MemoryEntry } from '../model/memory.js';
import type { Priority, Queue } from '../queue/queue.js';
import { createAgain } from './again.js';
import { type BatchLimits, batches, inOrder } from './batches.js';
import { askKey } from './plan.js';

/** A unit that needs an engine, with what may help it. */
export interface Question {
  readonly unit: GlossedUnit;
  readonly near: readonly MemoryEntry[];
  /** The source text around the unit. */
  readonly neighbours?: Neighbours;
}

/** What became of a question. */
export type Answer =
  | { readonly ok: true; readonly content: Content; readonly engine: Engine }
  /** Somebody else had asked for it meanwhile. */
  | ({ readonly ok: true } & Remembered)
  /** No engine could: `reason` in English, from the last refusal; absent when there was no engine to ask. */
  | { readonly ok: false; readonly reason?: string; readonly error?: DiptychError; readonly spent?: true };

/** What memory knows by now of a unit that it did not know when the article was planned. */
export interface Remembered {
  readonly content: Content;
  readonly entry: MemoryEntry;
}

/** Questions that nobody else asks until they are released, and those that were answered meanwhile. */
export interface Claimed {
  readonly held: readonly Question[];
  readonly answered: ReadonlyMap<Question, Remembered>;
  release(): Promise<void>;
}

/** What an engine's text is worth: the content, or why it is refused, worded for the engine. */
export type Verdict =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly feedback: string };

/** What a request took, and what came of it. */
export interface Took extends EngineUsage {
  /** Units that were answered rightly. */
  readonly units: number;
  /** Requests among these that were made because an earlier one failed or was refused. */
  readonly retries: number;
}

/** What asking for one article takes, and whether that is all it may take. */
export interface Bill {
  used(took: Took, engine: Engine): void;
  spent(): boolean;
}

/** What asking needs from the outside. */
export interface Asking {
  readonly pair: LanguagePair;
  /** In order; each is asked only for what those before it could not do. */
  readonly engines: readonly Engine[];
  readonly queue: Queue;
  readonly limits: BatchLimits & { readonly retries: number };
  readonly priority: Priority;
  readonly signal: AbortSignal;
  /** Takes questions from all others who might ask them; absent where answers are not kept, and nobody can be waited for. */
  readonly claim?: ((questions: readonly Question[]) => Promise<Claimed>) | undefined;
  /** The unit as an engine sees it, figures inside codes. */
  protect(question: Question, feedback?: string): EngineUnit;
  /** Reads an answer back: figures compared by value and place, codes, terms. */
  verify(unit: GlossedUnit, tagged: string, engine: Engine): Verdict;
  /** Called for each accepted answer before it is used: durable when it resolves. */
  accepted(unit: GlossedUnit, content: Content, engine: Engine): Promise<void>;
  /** Called when an engine failed as a whole. */
  failed(error: DiptychError): void;
  /** Called once for each unit, whatever became of it. */
  settled(): void;
}

/** What the units of one request share. */
export interface Setting {
  readonly title: string;
  readonly summary?: string;
}

/** Asks engines for units, each unit once however many articles hold it. */
export interface Asker {
  /** Answers by `askKey`. What an engine failed at, or was stopped at, is in the answers. Rejects when the store fails. */
  ask(questions: readonly Question[], setting: Setting, bill: Bill): Promise<ReadonlyMap<string, Answer>>;
  /** Whether any engine has answered anything yet. */
  readonly answered: boolean;
}

/** How many requests in a row an engine may fail for good before it is left alone for the rest of the run. */
const patience = 2;

/** How long a batch run waits for more to ask again, in milliseconds, where nothing else is under way. */
const gathering = 250;

/** A question that is put to an engine, and who is to be told and to pay. */
interface Put {
  readonly question: Question;
  readonly round: Round;
  readonly done: Done;
  /** Why the last answer was refused. */
  readonly feedback?: string;
}

/** An asker that remembers what it has asked. */
export function createAsker(asking: Asking): Asker {
  const failures = new Map<Engine, number>();
  const counted = new WeakSet<DiptychError>();
  const known = new Map<string, Item>();
  const urgent = asking.priority === 'interactive';
  const settled = new Set<string>();
  const again = createAgain(asking.limits, request, urgent ? 0 : gathering);
  let answered = false;

  /**
   * One request. Each unit is judged, and kept, as it comes; what is refused comes back with the reason. Throws
   * `engine-failed`, `aborted`, and what the store throws.
   */
  async function request(engine: Engine, asked: readonly Put[]): Promise<Put[]> {
    const puts = new Map(asked.map((put) => [put.question.unit.id, put]));
    // Two articles may each have a unit of that id, with other words: one request holds one of them.
    const left = asked.filter((put) => puts.get(put.question.unit.id) !== put);
    const together = new Set([...puts.values()].map(({ question }) => question.unit.text));
    const units = [...puts.values()].map(({ question, feedback }) =>
      asking.protect(apart(question, together), feedback),
    );
    const refused = new Map<Put, string>();
    const judged = new Set<string>();
    const saving = new Map<Put, Promise<void>>();
    const judge = (id: string, tagged: string): void => {
      const put = puts.get(id);
      if (put === undefined || judged.has(id)) return;
      judged.add(id);
      const { question, done } = put;
      const verdict = asking.verify(question.unit, tagged, engine);
      if (!verdict.ok) {
        refused.set(put, verdict.feedback);
        return;
      }
      const { content } = verdict;
      const saved = asking
        .accepted(question.unit, content, engine)
        .then(() => done(question, { ok: true, content, engine }));
      // It is waited for below; until then it has nobody to tell.
      saved.catch(() => undefined);
      saving.set(put, saved);
    };
    const [first] = asked;
    const signal =
      first !== undefined && asked.every(({ round }) => round === first.round) ? first.round.signal : asking.signal;
    let usage: EngineUsage | undefined;
    try {
      const setting = settingOf([...puts.values()]);
      const answer = await engine.translate({ ...asking.pair, ...setting, units, signal, urgent, onTarget: judge });
      usage = answer.usage;
      for (const [id, tagged] of answer.targets) judge(id, tagged);
      if (answer.failure !== undefined) throw answer.failure;
    } catch (error) {
      if (error instanceof EngineFailure) usage ??= error.spent;
      throw error;
    } finally {
      if (judged.size > 0) answered = true;
      if (usage !== undefined) charge([...puts.values()], usage, new Set(saving.keys()), engine);
      await Promise.all(saving.values());
    }
    for (const [id, put] of puts) {
      if (!judged.has(id)) refused.set(put, put.feedback ?? 'The answer did not hold this unit.');
    }
    failures.delete(engine);
    return [...left, ...[...refused].map(([put, feedback]) => ({ ...put, feedback }))];
  }

  /**
   * Asks one engine for a batch, then again for the units that were refused, with the reasons. Those of several batches
   * travel together: a request costs more than a unit in it, and providers count requests.
   */
  async function attempt(
    engine: Engine,
    batch: readonly Question[],
    round: Round,
    done: Done,
  ): Promise<readonly Put[]> {
    const puts = batch.map((question): Put => ({ question, round, done }));
    // What the engines before could not do is left of many batches too.
    let refused = await (engine === asking.engines[0] ? request(engine, puts) : again.ask(engine, puts));
    const turns = engine.deaf ? 0 : asking.limits.retries;
    for (let turn = 1; turn <= turns && refused.length > 0 && !round.bill.spent(); turn++) {
      refused = await again.ask(engine, refused);
    }
    return refused;
  }

  /** Asks every engine in turn until each question of the batch is answered. */
  async function answer(batch: readonly Question[], round: Round, done: Done): Promise<void> {
    const open = new Set(batch);
    const refusals = new Map<Question, Answer>();
    const settle: Done = (question, result) => {
      open.delete(question);
      done(question, result);
    };
    for (const engine of asking.engines) {
      if (open.size === 0) break;
      if (round.bill.spent()) {
        for (const question of open) refusals.set(question, { ok: false, spent: true });
        break;
      }
      if ((failures.get(engine) ?? 0) >= patience) continue;
      try {
        for (const { question, feedback } of await attempt(engine, [...open], round, settle)) {
          refusals.set(question, { ok: false, ...(feedback === undefined ? {} : { reason: feedback }) });
        }
      } catch (error) {
        if (!(error instanceof DiptychError) || error.code !== 'engine-failed') throw error;
        // What passes is the flow's to judge: it leaves an engine alone for as long as that helps.
        const passing = error instanceof EngineFailure && error.retry !== undefined;
        // One failed request of several batches has failed once.
        if (!passing && !counted.has(error)) failures.set(engine, (failures.get(engine) ?? 0) + 1);
        counted.add(error);
        asking.failed(error);
        for (const question of open) refusals.set(question, { ok: false, error });
      }
    }
    for (const question of open) done(question, refusals.get(question) ?? { ok: false });
  }

  /** Asks for what nobody else is asking for; what somebody else is asking for is waited for. */
  async function answerOnce(batch: readonly Question[], round: Round, done: Done): Promise<void> {
    if (asking.claim === undefined) return again.among(() => answer(batch, round, done));
    for (let open = batch; open.length > 0; ) {
      const { held, answered: meanwhile, release } = await asking.claim(open);
      try {
        for (const [question, remembered] of meanwhile) done(question, { ok: true, ...remembered });
        const ours = held.filter((question) => !meanwhile.has(question));
        // Whoever waits for a claim is not at work: what that claim's holder asks again must not wait for it.
        if (ours.length > 0) await again.among(() => answer(ours, round, done));
      } finally {
        await release();
      }
      open = open.filter((question) => !meanwhile.has(question) && !held.includes(question));
    }
  }

  /** What became of a unit; the first word counts. */
  function settle(item: Item, result: Answer): void {
    // What one article had no budget for, another may have.
    if (!result.ok && result.spent) known.delete(item.key);
    item.resolve(result);
    if (settled.has(item.key)) return;
    settled.add(item.key);
    asking.settled();
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
        else item.reject(error);
      }
    }
  }

  async function askAll(questions: ReadonlyMap<string, Question>, round: Round): Promise<ReadonlyMap<string, Answer>> {
    const fresh = new Map<Question, Item>();
    const answers = [...questions].map(([key, question]) => {
      const present = known.get(key);
      const item = present ?? createItem(key, question);
      known.set(key, item);
      if (present === undefined) fresh.set(question, item);
      return item;
    });
    const cut = batches(inOrder([...fresh.keys()]), asking.limits);
    const work = cut.map((batch) =>
      enqueue(
        batch.map((question) => fresh.get(question)!),
        round,
      ),
    );
    const results = await Promise.all(answers.map(async (item) => [item, await item.answer] as const));
    await Promise.all(work);
    const out = new Map(results.map(([{ key }, result]) => [key, result]));
    // Another article had nothing left to spend: that is no reason for this one.
    const again = results.filter(([item, result]) => !fresh.has(item.question) && !result.ok && result.spent);
    if (again.length === 0 || round.bill.spent()) return out;
    const rest = await askAll(new Map(again.map(([{ key }]) => [key, questions.get(key)!])), round);
    return new Map([...out, ...rest]);
  }

  return {
    get answered() {
      return answered;
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

/** What the units of a request share; of several articles they share nothing. */
function settingOf(puts: readonly Put[]): Setting {
  const [first] = puts;
  const same = puts.every(({ round }) => round.setting.title === first?.round.setting.title);
  return first !== undefined && same ? first.round.setting : { title: '' };
}

/** Divides what a request took among those whose units it held. */
function charge(puts: readonly Put[], usage: EngineUsage, right: ReadonlySet<Put>, engine: Engine): void {
  const byBill = new Map<Bill, Put[]>();
  for (const put of puts) byBill.set(put.round.bill, [...(byBill.get(put.round.bill) ?? []), put]);
  const retries = puts.some(({ feedback }) => feedback !== undefined)
    ? usage.requests
    : Math.max(0, usage.requests - 1);
  let held = 0;
  for (const [bill, own] of byBill) {
    const [before, after] = [held / puts.length, (held + own.length) / puts.length];
    // Whole numbers whose sum is the whole.
    const share = (amount: number) => Math.round(amount * after) - Math.round(amount * before);
    bill.used(
      {
        inputTokens: share(usage.inputTokens),
        outputTokens: share(usage.outputTokens),
        ...(usage.cachedTokens === undefined ? {} : { cachedTokens: share(usage.cachedTokens) }),
        ...(usage.characters === undefined ? {} : { characters: share(usage.characters) }),
        requests: share(usage.requests),
        retries: share(retries),
        units: own.filter((put) => right.has(put)).length,
      },
      engine,
    );
    held += own.length;
  }
}

/** What all requests for one article share. */
interface Round {
  readonly setting: Setting;
  readonly bill: Bill;
  readonly signal: AbortSignal;
}

type Done = (question: Question, answer: Answer) => void;

/** How much of a neighbour is told, in characters. */
const glimpse = 120;

/** The question with the neighbours that the request does not hold anyway: the end of the one, the beginning of the other. */
function apart(question: Question, together: ReadonlySet<string>): Question {
  const { neighbours, ...rest } = question;
  const { before, after } = neighbours ?? {};
  const seen = {
    ...(before === undefined || together.has(before) ? {} : { before: plain(before).slice(-glimpse) }),
    ...(after === undefined || together.has(after) ? {} : { after: plain(after).slice(0, glimpse) }),
  };
  return Object.keys(seen).length === 0 ? rest : { ...rest, neighbours: seen };
}

const plain = (text: string): string => text.replaceAll(placeholder, '');
