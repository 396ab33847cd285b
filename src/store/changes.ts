import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

export const changeSchema = z.object({
  sequence: z.int().min(1),
  at: z.string(),
  type: z.enum(['published', 'updated', 'withdrawn']),
  slug: z.string(),
  locale: z.string(),
  original: z.boolean(),
  /** SHA-256 of the output's file; of a withdrawal, the one that was last out. */
  revision: z.string(),
});
/** One thing that happened to an output. */
export type Change = z.infer<typeof changeSchema>;
export type NewChange = Omit<Change, 'sequence'>;

/** What is out, by `<locale>/<slug>`: the last change of each output that was not withdrawn. */
export type Standing = ReadonlyMap<string, Change>;

/** The log of changes: appended to, never rewritten. Every implementation passes `test/store/changes.ts`. */
export interface ChangeLog {
  /** Names this log: a cursor of another one means nothing here. */
  epoch(): Promise<string>;
  /** How many changes there are. */
  length(): Promise<number>;
  /** The changes after the one of that number, at most `limit`, in order. */
  after(sequence: number, limit: number): Promise<readonly Change[]>;
  /**
   * Appends what `find` finds to be different from what is out; durable when it resolves. However many processes do this,
   * each is told what the one before it has appended: nothing is written down twice. `find` may be called twice; `last`
   * is the number of the last change that `out` comes of.
   */
  append(find: (out: Standing, last: number) => Promise<readonly NewChange[]>): Promise<readonly Change[]>;
  /** Takes over another log, name and all. Throws `conflict` where there are changes already that are not its beginning. */
  restore(epoch: string, changes: readonly Change[]): Promise<void>;
}

/** Whether a log, by its name and changes, is the beginning of another. */
export function begins(
  { epoch, changes }: { readonly epoch: string; readonly changes: readonly Change[] },
  whole: { readonly epoch: string; readonly changes: readonly Change[] },
): boolean {
  if (changes.length === 0) return true;
  if (epoch !== whole.epoch || changes.length > whole.changes.length) return false;
  return changes.every((change, at) => isDeepStrictEqual(change, whole.changes[at]));
}

/** Takes note of a change in what is out. */
export function note(out: Map<string, Change>, change: Change): void {
  const key = `${change.locale}/${change.slug}`;
  if (change.type === 'withdrawn') out.delete(key);
  else out.set(key, change);
}
