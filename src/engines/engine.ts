import type { UnitKind } from '../model/article.js';
import type { DiptychError } from '../model/errors.js';
import type { LanguagePair, MemoryEntry } from '../model/memory.js';

/** A figure or term that the target must show, as it is told to an engine. */
export interface Requirement {
  readonly source: string;
  readonly required: string;
}

/** The source text right before and after a unit, for the sense of its words; not to be translated. */
export interface Neighbours {
  readonly before?: string;
  readonly after?: string;
}

/** One unit as an engine sees it. */
export interface EngineUnit {
  readonly id: string;
  readonly kind: UnitKind;
  /**
   * Tagged content in which each quantity stands inside its own code: `<q1>$25 billion</q1>`. The answer must hold every
   * code exactly once, with the required form inside.
   */
  readonly source: string;
  /** What must stand inside each `<qN>`: index N−1. */
  readonly quantities: readonly Requirement[];
  readonly terms: readonly Requirement[];
  /** The unit's translation before its source was edited, made as it would be made today. */
  readonly was?: string;
  /** The nearest memory entries, best first, offered and never silently used. */
  readonly fuzzy?: readonly MemoryEntry[];
  /** What stands around it and is not asked for in the same request. */
  readonly neighbours?: Neighbours;
  /** Why the last answer was refused, in English, when the unit is asked again. */
  readonly feedback?: string;
}

/** What units share: told once, and first, so that providers' prompt caches work. */
export interface EngineRequest extends LanguagePair {
  /** The article's title; empty where the units are of many articles. */
  readonly title: string;
  readonly summary?: string;
  readonly units: readonly EngineUnit[];
  readonly signal?: AbortSignal;
  /** Whether a person waits for the answer: it overtakes requests that wait for the provider's limits. */
  readonly urgent?: boolean;
  /** Told of each unit as it comes, before the answer is whole; the answer holds it again. */
  readonly onTarget?: (id: string, target: string) => void;
}

export interface EngineUsage {
  /** All that was sent, what the provider had cached included. An engine that is paid by characters counts none. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Requests that were made, those that failed in passing included. */
  readonly requests: number;
  /** Input tokens that the provider had cached. */
  readonly cachedTokens?: number;
  /** Characters of source text, for an engine that is paid by them. */
  readonly characters?: number;
}

/** Answers by unit id. A unit that the engine could not do is simply absent. Answers are not trusted: the caller verifies. */
export interface EngineAnswer {
  readonly targets: ReadonlyMap<string, string>;
  readonly usage: EngineUsage;
  /** The answer was cut off at the engine's limit of length: units that it lacks fit into smaller requests. */
  readonly cut?: true;
  /** The engine failed after it had answered some of the units: why. */
  readonly failure?: DiptychError;
}

/**
 * Whatever produces translations. `translate` throws DiptychError `engine-failed` when the engine as a whole failed
 * (network, key, quota), `aborted` on the signal, and never for a single bad unit.
 */
export interface Engine {
  readonly id: string;
  /** Id with its model, as written into memory: `openai:gpt-5`. */
  readonly name: string;
  /** Hash of prompt and settings that shape answers: another value makes earlier answers fuzzy matches. */
  readonly fingerprint: string;
  /** Whether answers are real translations that may be kept in memory (`pseudo` is not). */
  readonly keep: boolean;
  /** It does not read why it was refused, and would answer the same again. */
  readonly deaf?: true;
  /** What the provider counts its limits by (address and key), hashed; absent for an engine that asks nobody. */
  readonly account?: string;
  /** Asks whether the engine can be used, without spending anything. Throws `engine-failed` with the reason. */
  probe?(signal: AbortSignal): Promise<void>;
  translate(request: EngineRequest): Promise<EngineAnswer>;
  /** Resolves when an engine that was left alone after failures may be asked again, or on the signal. */
  rested?(signal: AbortSignal): Promise<void>;
}
