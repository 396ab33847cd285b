import type { Engine, EngineUnit, EngineUsage, Neighbours } from '../engines/engine.js';
import type { GlossedUnit } from '../model/article.js';
import { DiptychError } from '../model/errors.js';
import { type Content, placeholder } from '../model/inline.js';
import type { LanguagePair, MemoryEntry } from '../model/memory.js';
import type { Priority, Queue } from '../queue/queue.js';
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

/** What asking needs from the outside. */
export interface Asking {
  readonly pair: LanguagePair;
  /** In order; each is asked only for what those before it could not do. */
  readonly engines: readonly Engine[];
  readonly queue: Queue;
  readonly limits: { readonly batchUnits: number; readonly batchCharacters: number; readonly retries: number };
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
  /** Called after each request with what it took. */
  used(usage: EngineUsage, engine: Engine): void;
  /** Whether the run has taken all that it may: nothing more is asked then. */
  spent?(): boolean;
  /** Called when an engine failed as a whole. */
  failed(error: DiptychError): void;
  /** Called once for each question, whatever became of it. */
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
  ask(questions: readonly Question[], setting: Setting): Promise<ReadonlyMap<string, Answer>>;
}

/** How many requests in a row an engine may fail before it is left alone for the rest of the run. */
const patience = 2;

/** An asker that remembers what it has asked. */
export function createAsker(asking: Asking): Asker {
  const known = new Map<string, Promise<Answer>>();
  const failures = new Map<Engine, number>();

  /** One request. Answers that are refused come back with the reason. Throws `engine-failed`, `aborted`. */
  async function request(
    engine: Engine,
    questions: readonly Question[],
    setting: Setting,
    signal: AbortSignal,
    feedback?: string,
  ): Promise<{ question: Question; verdict: Verdict }[]> {
    const together = new Set(questions.map(({ unit }) => unit.text));
    const units = questions.map((question) => asking.protect(apart(question, together), feedback));
    const { targets, usage } = await engine.translate({ ...asking.pair, ...setting, units, signal });
    asking.used(usage, engine);
    const verdicts: { question: Question; verdict: Verdict }[] = [];
    for (const question of questions) {
      const tagged = targets.get(question.unit.id);
      const verdict: Verdict =
        tagged === undefined
          ? { ok: false, feedback: 'The answer did not hold this unit.' }
          : asking.verify(question.unit, tagged, engine);
      if (verdict.ok) await asking.accepted(question.unit, verdict.content, engine);
      verdicts.push({ question, verdict });
    }
    failures.delete(engine);
    return verdicts;
  }

  /** Asks one engine for a batch, then for each refused unit alone, with the reason. */
  async function attempt(
    engine: Engine,
    questions: readonly Question[],
    setting: Setting,
    signal: AbortSignal,
    settle: (question: Question, verdict: Verdict) => void,
  ): Promise<void> {
    const refused: { question: Question; verdict: Verdict }[] = [];
    for (const { question, verdict } of await request(engine, questions, setting, signal)) {
      settle(question, verdict);
      if (!verdict.ok) refused.push({ question, verdict });
    }
    for (const { question, verdict: first } of refused) {
      let verdict = first;
      for (let turn = 0; turn < asking.limits.retries && !verdict.ok && !asking.spent?.(); turn++) {
        const [again] = await request(engine, [question], setting, signal, verdict.feedback);
        verdict = again?.verdict ?? verdict;
      }
      settle(question, verdict);
    }
  }

  /** Asks every engine in turn until each question of the batch is answered. */
  async function answer(
    batch: readonly Question[],
    setting: Setting,
    signal: AbortSignal,
    done: (question: Question, answer: Answer) => void,
  ): Promise<void> {
    const open = new Set(batch);
    const refusals = new Map<Question, Answer>();
    for (const engine of asking.engines) {
      if (open.size === 0) break;
      if (asking.spent?.()) {
        for (const question of open) refusals.set(question, { ok: false, spent: true });
        break;
      }
      if ((failures.get(engine) ?? 0) >= patience) continue;
      try {
        await attempt(engine, [...open], setting, signal, (question, verdict) => {
          if (!verdict.ok) {
            refusals.set(question, { ok: false, reason: verdict.feedback });
            return;
          }
          open.delete(question);
          done(question, { ok: true, content: verdict.content, engine });
        });
      } catch (error) {
        if (!(error instanceof DiptychError) || error.code !== 'engine-failed') throw error;
        failures.set(engine, (failures.get(engine) ?? 0) + 1);
        asking.failed(error);
        for (const question of open) refusals.set(question, { ok: false, error });
      }
    }
    for (const question of open) done(question, refusals.get(question) ?? { ok: false });
  }

  /** Asks for what nobody else is asking for; what somebody else is asking for is waited for. */
  async function answerOnce(
    batch: readonly Question[],
    setting: Setting,
    signal: AbortSignal,
    done: (question: Question, answer: Answer) => void,
  ): Promise<void> {
    if (asking.claim === undefined) return answer(batch, setting, signal, done);
    for (let open = batch; open.length > 0; ) {
      const { held, answered, release } = await asking.claim(open);
      try {
        for (const [question, known] of answered) done(question, { ok: true, ...known });
        const ours = held.filter((question) => !answered.has(question));
        if (ours.length > 0) await answer(ours, setting, signal, done);
      } finally {
        await release();
      }
      open = open.filter((question) => !answered.has(question) && !held.includes(question));
    }
  }

  return {
    async ask(questions, setting) {
      const fresh: Question[] = [];
      const settle = new Map<Question, { resolve: (answer: Answer) => void; reject: (error: unknown) => void }>();
      for (const question of questions) {
        const key = askKey(question.unit);
        if (known.has(key)) continue;
        known.set(key, new Promise((resolve, reject) => settle.set(question, { resolve, reject })));
        fresh.push(question);
      }
      const work = batches(fresh, asking.limits).map((batch) => {
        const task = (signal: AbortSignal) =>
          answerOnce(batch, setting, signal, (question, result) => {
            settle.get(question)?.resolve(result);
            asking.settled();
          });
        return asking.queue.add(task, { priority: asking.priority, signal: asking.signal }).catch((error: unknown) => {
          // Stopped: what was answered stays answered (a promise settles once), the rest is left.
          const stopped = error instanceof DiptychError && error.code === 'aborted' ? error : undefined;
          for (const question of batch) {
            if (stopped) settle.get(question)?.resolve({ ok: false, error: stopped });
            else settle.get(question)?.reject(error);
          }
        });
      });
      const keys = [...new Set(questions.map(({ unit }) => askKey(unit)))];
      const answers = Promise.all(keys.map(async (key) => [key, await known.get(key)!] as const));
      await Promise.all([answers, ...work]);
      return new Map(await answers);
    },
  };
}

/** How much of a neighbour is told, in characters. */
const glimpse = 200;

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

/** Questions cut into requests: no more units and no more text each than the limits say. */
export function batches(
  questions: readonly Question[],
  limits: { readonly batchUnits: number; readonly batchCharacters: number },
): Question[][] {
  const out: Question[][] = [];
  let size = 0;
  for (const question of questions) {
    const length = question.unit.text.length;
    const current = out.at(-1);
    if (current === undefined || current.length >= limits.batchUnits || size + length > limits.batchCharacters) {
      out.push([question]);
      size = length;
    } else {
      current.push(question);
      size += length;
    }
  }
  return out;
}
