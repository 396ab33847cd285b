import { z } from 'zod';
import { unitStates } from '../model/article.js';
import { originSchema } from './origin.js';

/**
 * How a unit came to be as a version shows it. `found`: it stood in the file, put there by hand, when Diptych looked
 * next; all else was done through Diptych.
 */
export const versionActs = ['generated', 'edited', 'approved', 'locked', 'unlocked', 'found'] as const;

export const versionSchema = z.object({
  /** What the versions of one unit have in common, whatever becomes of its source and its place: `DeliveredUnit.thread`. */
  thread: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  act: z.enum(versionActs),
  /** The name of a key, `local`, `command line`; absent where nobody knows who edited the file. */
  by: z.string().optional(),
  /** Both sides, tagged. */
  source: z.string(),
  target: z.string(),
  state: z.enum(unitStates),
  origin: originSchema,
});
/** What a unit was from a moment on. */
export type Version = z.infer<typeof versionSchema>;

/**
 * All that the units of a translation ever were: appended to, never rewritten. Written by `Store.deliver`. Every
 * implementation passes `test/store/history.ts`.
 */
export interface History {
  /** Appends versions, durable when it resolves. */
  append(slug: string, to: string, versions: readonly Version[]): Promise<void>;
  /** The versions of one unit, or of all of a translation, in order. */
  of(slug: string, to: string, thread?: string): Promise<readonly Version[]>;
}

/** Whether two versions of a unit say the same. */
function isSameVersion(a: Version, b: Version): boolean {
  return (
    a.thread === b.thread &&
    a.act === b.act &&
    a.source === b.source &&
    a.target === b.target &&
    a.state === b.state &&
    a.origin.kind === b.origin.kind &&
    a.origin.engine === b.origin.engine
  );
}

/** Versions without those that say what the one before of the same unit says: a delivery that was cut off is written down again. */
export function withoutRepeats(versions: readonly Version[]): readonly Version[] {
  const last = new Map<string, Version>();
  return versions.filter((version) => {
    const before = last.get(version.thread);
    last.set(version.thread, version);
    return before === undefined || !isSameVersion(before, version);
  });
}
