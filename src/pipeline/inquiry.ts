import type { Engine, EngineRequest, EngineUsage } from '../engines/engine.js';
import { EngineFailure } from '../engines/failure.js';
import { estimateRequest } from '../engines/tokens.js';
import { DiptychError } from '../model/errors.js';
import { placeholder } from '../model/inline.js';
import type { Refused } from '../model/refusal.js';
import { createAgain } from './again.js';
import type { Answer, Asking, Bill, Question, Setting } from './question.js';

/** What all requests for one article share. */
export interface Round {
  readonly setting: Setting;
  readonly bill: Bill;
  readonly signal: AbortSignal;
}

/** Told of each question as soon as it is answered. */
export type Done = (question: Question, answer: Answer) => void;

/** How many requests in a row an engine may fail for good before it is left alone for the rest of the run. */
const patience = 2;

/** An answer that lacks a unit. */
const absent: Refused = {
  ok: false,
  feedback: 'The answer did not hold this unit.',
  reasons: [{ key: 'absent', values: {} }],
};

/** How long a batch run waits for more to ask again, in milliseconds, where nothing else is under way. */
const gathering = 250;

/** A question that is put to an engine, and who is to be told and to pay. */
interface Put {
  readonly question: Question;
  readonly round: Round;
  readonly done: Done;
  /** Why the last answer was refused. */
  readonly refused?: Refused;
  /** The budget has no room for it. */
  readonly unpaid?: true;
}

/** Questions put to engines in turn. */
export interface Inquiry {
  /** Asks every engine in turn until each question of the batch is answered, and tells `done` of each. */
  answer(batch: readonly Question[], round: Round, done: Done): Promise<void>;
  /** Runs the work on one batch; see `Again.among`. */
  among<R>(work: () => Promise<R>): Promise<R>;
  /** Whether any engine has answered anything yet. */
  readonly answered: boolean;
}

/** Puts questions to the engines of `asking`, which are left alone once they keep failing. */
export function createInquiry(asking: Asking): Inquiry {
  const failures = new Map<Engine, number>();
  const counted = new WeakSet<DiptychError>();
  const urgent = asking.priority === 'interactive';
  const again = createAgain(asking.limits, request, urgent ? 0 : gathering);
  let answered = false;

  /**
   * One request. Each unit is judged, and kept, as it comes; what is refused comes back with the reason. Throws
   * `engine-failed`, `aborted`, and what the store throws.
   */
  async function request(engine: Engine, asked: readonly Put[]): Promise<Put[]> {
    const first = new Map(asked.map((put) => [put.question.unit.id, put]));
    // Two articles may each have a unit of that id, with other words: one request holds one of them.
    const left = asked.filter((put) => first.get(put.question.unit.id) !== put);
    const puts = [...first.values()];
    const signal = puts.every(({ round }) => round === puts[0]?.round) ? puts[0]!.round.signal : asking.signal;
    const whole = requestOf(puts);
    if (asking.reserve === undefined) return [...left, ...(await send(engine, puts, whole, signal))];
    const { input, output } = estimateRequest(whole);
    const estimated = { requests: 1, inputTokens: input, outputTokens: output, characters: lengthOf(puts) };
    const parts = new Map(shares(puts, estimated).map(({ bill, usage }) => [bill, usage]));
    const { unpaid, release } = await asking.reserve(parts, engine, signal);
    const paid = puts.filter(({ round }) => !unpaid.has(round.bill));
    let took: EngineUsage | undefined;
    try {
      const part = paid.length === puts.length ? whole : requestOf(paid);
      const still = paid.length === 0 ? [] : await send(engine, paid, part, signal, (usage) => (took = usage));
      const without = puts.filter(({ round }) => unpaid.has(round.bill)).map((put): Put => ({ ...put, unpaid: true }));
      return [...left, ...without, ...still];
    } finally {
      release(paid.length === puts.length ? took : undefined);
    }
  }

  function requestOf(puts: readonly Put[]): EngineRequest {
    const together = new Set(puts.map(({ question }) => question.unit.text));
    const units = puts.map(({ question, refused }) => asking.protect(apart(question, together), refused?.feedback));
    return { ...asking.pair, ...settingOf(puts), units, urgent };
  }

  /** Sends what is paid for, `units` being the request of those asked. `took` is told what the request took. */
  async function send(
    engine: Engine,
    asked: readonly Put[],
    units: EngineRequest,
    signal: AbortSignal,
    took?: (usage: EngineUsage) => void,
  ): Promise<Put[]> {
    const puts = new Map(asked.map((put) => [put.question.unit.id, put]));
    const refused = new Map<Put, Refused>();
    const judged = new Set<string>();
    const saving = new Map<Put, Promise<void>>();
    const judge = (id: string, tagged: string): void => {
      const put = puts.get(id);
      if (put === undefined || judged.has(id)) return;
      judged.add(id);
      const { question, done } = put;
      const verdict = asking.verify(question.unit, tagged, engine);
      if (!verdict.ok) {
        refused.set(put, verdict);
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
    let usage: EngineUsage | undefined;
    try {
      const answer = await engine.translate({ ...units, signal, onTarget: judge });
      usage = answer.usage;
      for (const [id, tagged] of answer.targets) judge(id, tagged);
      if (answer.failure !== undefined) throw answer.failure;
    } catch (error) {
      if (error instanceof EngineFailure) usage ??= error.spent;
      throw error;
    } finally {
      if (judged.size > 0) answered = true;
      if (usage !== undefined) {
        charge(asked, usage, new Set(saving.keys()), engine);
        took?.(usage);
      }
      await Promise.all(saving.values());
    }
    for (const [id, put] of puts) {
      if (!judged.has(id)) refused.set(put, put.refused ?? absent);
    }
    failures.delete(engine);
    return [...refused].map(([put, why]) => ({ ...put, refused: why }));
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
    const unpaid: Put[] = [];
    for (let turn = 1; turn <= turns && !round.bill.spent(); turn++) {
      unpaid.push(...refused.filter((put) => put.unpaid));
      const open = refused.filter((put) => !put.unpaid);
      refused = [];
      if (open.length === 0) break;
      refused = await again.ask(engine, open);
    }
    return [...unpaid, ...refused];
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
        for (const { question, refused, unpaid } of await attempt(engine, [...open], round, settle)) {
          const why = refused === undefined ? (unpaid ? { spent: true as const } : {}) : { refused };
          refusals.set(question, { ok: false, ...why });
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

  return {
    answer,
    among: again.among,
    get answered() {
      return answered;
    },
  };
}

/** What the units of a request share; of several articles they share nothing. */
function settingOf(puts: readonly Put[]): Setting {
  const [first] = puts;
  const same = puts.every(({ round }) => round.setting.title === first?.round.setting.title);
  return first !== undefined && same ? first.round.setting : { title: '' };
}

/** Tells those whose units a request held what it took. */
function charge(puts: readonly Put[], usage: EngineUsage, right: ReadonlySet<Put>, engine: Engine): void {
  const again = puts.some(({ refused }) => refused !== undefined);
  for (const { bill, own, usage: part, share } of shares(puts, usage)) {
    const retries = share(again ? usage.requests : Math.max(0, usage.requests - 1));
    bill.used({ ...part, retries, units: own.filter((put) => right.has(put)).length }, engine);
  }
}

/** What one article has of a request. */
interface Share {
  readonly bill: Bill;
  readonly own: readonly Put[];
  readonly usage: EngineUsage;
  /** Its part of an amount; parts are whole numbers whose sum is the whole. */
  share(amount: number): number;
}

/** Divides what a request takes among those whose units it holds. */
function shares(puts: readonly Put[], usage: EngineUsage): readonly Share[] {
  const byBill = new Map<Bill, Put[]>();
  for (const put of puts) byBill.set(put.round.bill, [...(byBill.get(put.round.bill) ?? []), put]);
  let held = 0;
  return [...byBill].map(([bill, own]) => {
    const [before, after] = [held / puts.length, (held + own.length) / puts.length];
    held += own.length;
    const share = (amount: number) => Math.round(amount * after) - Math.round(amount * before);
    const part: EngineUsage = {
      inputTokens: share(usage.inputTokens),
      outputTokens: share(usage.outputTokens),
      ...(usage.cachedTokens === undefined ? {} : { cachedTokens: share(usage.cachedTokens) }),
      ...(usage.characters === undefined ? {} : { characters: share(usage.characters) }),
      requests: share(usage.requests),
    };
    return { bill, own, usage: part, share };
  });
}

const lengthOf = (puts: readonly Put[]): number =>
  puts.reduce((sum, { question }) => sum + [...question.unit.text].length, 0);

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
