import type { Origin, UnitState } from '../model/article.js';
import type { LanguagePair, MemoryEntry } from '../model/memory.js';
import type { Version } from './history.js';

/** What was delivered for one unit: enough to see a person's edit later and to patch figures without an engine. */
export interface DeliveredUnit {
  /** Id of the source unit. */
  readonly id: string;
  /** Tagged source content as it was translated. */
  readonly source: string;
  /** SHA-256 of the unit's bytes in the delivered file, hexadecimal: whatever a person changes there is seen. */
  readonly targetHash: string;
  readonly state: UnitState;
  readonly origin: Origin;
  /** What its history is known by: the id that it had first. Absent where that is `id`. */
  readonly thread?: string;
}

/** What the history of a delivered unit is known by. */
export function threadOf({ id, thread }: Pick<DeliveredUnit, 'id' | 'thread'>): string {
  return thread ?? id;
}

/** An issue that a person has looked at and lets stand. */
export interface Waiver {
  /** What the issue is known by: a hash of its check, its message and the texts it is about. Another text, another issue. */
  readonly issue: string;
  readonly reason: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** One delivered translation of one article. */
export interface Delivery {
  readonly slug: string;
  readonly from: string;
  readonly to: string;
  /** Revision of the source article that was translated. */
  readonly sourceRevision: string;
  /** SHA-256 of the delivered file's bytes. */
  readonly revision: string;
  /** SHA-256 of the source's text with its units cut out: when it is the same, only units changed. */
  readonly sourceSkeleton?: string;
  /** The same of the delivered file, without the frontmatter fields that Diptych manages. */
  readonly skeleton?: string;
  readonly units: readonly DeliveredUnit[];
  readonly waivers?: readonly Waiver[];
}

/** A unit that engines are to be asked for: what its entry will be told apart by. */
export type Asked = Pick<MemoryEntry, 'source' | 'kind'>;

/** Units that nobody else asks for until they are released. */
export interface Claim {
  /** Those that are the claimant's now, answered or not. */
  readonly held: readonly Asked[];
  /** Entries of those that were wanted, by now, which are an answer. */
  readonly answered: readonly MemoryEntry[];
  /** Lets go; whoever waits for the units is then given them, or finds them answered. */
  release(): Promise<void>;
}

/** What a store holds, by name. */
export interface Contents {
  readonly pairs: readonly LanguagePair[];
  readonly deliveries: readonly Pick<Delivery, 'slug' | 'to'>[];
}

/**
 * Where memory and deliveries live. Every implementation passes `test/store/contract.ts`. A write that was
 * acknowledged survives SIGKILL; a write that was not leaves nothing half-written. All throw DiptychError `store-failed`
 * with the reason when the disk or the database does not do as it is told.
 */
export interface Store {
  /** All entries of a language pair, one for each source and kind: human before imported before engine text. */
  memory(pair: LanguagePair): Promise<readonly MemoryEntry[]>;
  /**
   * Entries of these very (tagged) sources and of nearly the same ones, best first for each: what a store with a search
   * of its own finds without reading all. Absent where all is read.
   */
  readonly near?: (pair: LanguagePair, sources: readonly string[]) => Promise<readonly MemoryEntry[]>;
  /** Entries of these very sources: what a store with an index finds without reading all. Absent where all is read. */
  readonly exact?: (pair: LanguagePair, sources: readonly string[]) => Promise<readonly MemoryEntry[]>;
  /** Appends one entry, durable when the promise resolves. An entry of equal source and kind is superseded, unless it outranks. */
  remember(pair: LanguagePair, entry: MemoryEntry): Promise<void>;
  /**
   * Takes units before engines are asked for them, so that no two ask at once and nobody asks for what was answered
   * meanwhile. Waits until at least one is held, or has an entry that `isAnswer`; throws `aborted` when the signal fires
   * before.
   */
  claim(
    pair: LanguagePair,
    wanted: readonly Asked[],
    isAnswer: (entry: MemoryEntry) => boolean,
    signal: AbortSignal,
  ): Promise<Claim>;
  /** The last delivery of an article into a locale. */
  delivery(slug: string, to: string): Promise<Delivery | undefined>;
  /**
   * Writes the delivered file (path relative to the project root) and its record, atomically, in that order. `versions`
   * are what its units are from now on, where they were something else before: they go into the history.
   */
  deliver(delivery: Delivery, file: string, text: string, versions?: readonly Version[]): Promise<void>;
  /** Writes a record alone: the file is there, or is not known here. */
  record(delivery: Delivery): Promise<void>;
  /**
   * Brings a delivered file into this folder when it was delivered from a machine with another one. A file that was
   * changed here stays. Nothing to do where all work in one folder.
   */
  bring(slug: string, to: string): Promise<void>;
  /** Runs a step while nobody else, in whatever process can write, runs one for the same translation. */
  alone<T>(slug: string, to: string, step: () => Promise<T>): Promise<T>;
  /** The names of all that is held. */
  contents(): Promise<Contents>;
  /**
   * Makes ready for writing. Where one process writes at a time (files), takes the lock; throws DiptychError
   * `store-locked` naming the holder.
   */
  open(): Promise<void>;
  /** Compacts, releases the lock. What was remembered stays remembered without it. */
  close(): Promise<void>;
}
