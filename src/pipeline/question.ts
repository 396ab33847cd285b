import type { Engine, EngineUnit, EngineUsage, Neighbours } from '../engines/engine.js';
import type { GlossedUnit } from '../model/article.js';
import type { DiptychError } from '../model/errors.js';
import type { Content } from '../model/inline.js';
import type { LanguagePair, MemoryEntry } from '../model/memory.js';
import type { Refused } from '../model/refusal.js';
import type { Priority, Queue } from '../queue/queue.js';
import type { BatchLimits } from './batches.js';

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
  /** No engine could: `refused` is the last refusal, `error` why the engine failed; none when there was no engine to ask. */
  | { readonly ok: false; readonly refused?: Refused; readonly error?: DiptychError; readonly spent?: true };

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

/** What an engine's text is worth: the content, or why it is refused. */
export type Verdict = { readonly ok: true; readonly content: Content } | Refused;

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

/** Keeps room in budgets for a request; see `Purse`. */
export interface Reservation {
  /** Those whose budget has no room for their part. */
  readonly unpaid: ReadonlySet<Bill>;
  /** The request is paid for. `took`: what it truly took. */
  release(took?: EngineUsage): void;
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
  /** What memory holds of questions that were answered before; absent where answers are not kept. */
  readonly recall?: ((questions: readonly Question[]) => Promise<ReadonlyMap<Question, Remembered>>) | undefined;
  /** Called before each request with what each bill's part of it will take, about; absent where nothing bounds it. */
  readonly reserve?:
    | ((parts: ReadonlyMap<Bill, EngineUsage>, engine: Engine, signal: AbortSignal) => Promise<Reservation>)
    | undefined;
  /** The unit as an engine sees it, figures inside codes. */
  protect(question: Question, feedback?: string): EngineUnit;
  /** Reads an answer back: figures compared by value and place, codes, terms. */
  verify(unit: GlossedUnit, tagged: string, engine: Engine): Verdict;
  /** Called for each accepted answer before it is used: durable when it resolves. */
  accepted(unit: GlossedUnit, content: Content, engine: Engine): Promise<void>;
  /** Called when an engine failed as a whole. */
  failed(error: DiptychError): void;
  /** Called with how many units are asked for that were not before. */
  wanted(units: number): void;
  /** Called once for each of them, whatever became of it. */
  settled(): void;
}

/** What the units of one request share. */
export interface Setting {
  readonly title: string;
  readonly summary?: string;
}
