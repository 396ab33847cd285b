import type { Origin, UnitState } from '../model/article.js';
import type { LanguagePair, MemoryEntry } from '../model/memory.js';

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

/**
 * Where memory and deliveries live. Every implementation passes `test/store/contract.ts`. A write that was
 * acknowledged survives SIGKILL; a write that was not leaves nothing half-written. All throw DiptychError `store-failed`
 * with the reason when the disk or the database does not do as it is told.
 */
export interface Store {
  /** All entries of a language pair, one for each source and kind: human before imported before engine text. */
  memory(pair: LanguagePair): Promise<readonly MemoryEntry[]>;
  /** Appends one entry, durable when the promise resolves. An entry of equal source and kind is superseded, unless it outranks. */
  remember(pair: LanguagePair, entry: MemoryEntry): Promise<void>;
  /** The last delivery of an article into a locale. */
  delivery(slug: string, to: string): Promise<Delivery | undefined>;
  /** Writes the delivered file (path relative to the project root) and its record, atomically, in that order. */
  deliver(delivery: Delivery, file: string, text: string): Promise<void>;
  /**
   * Makes ready for writing. Where one process writes at a time (files), takes the lock; throws DiptychError
   * `store-locked` naming the holder.
   */
  open(): Promise<void>;
  /** Compacts, releases the lock. What was remembered stays remembered without it. */
  close(): Promise<void>;
}
