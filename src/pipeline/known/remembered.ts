import { z } from 'zod';
import { fingerprintOf, glimpseOf } from '../../model/fingerprint.js';
import type { Issue } from '../../model/issue.js';

/** An issue that stood before: as much of it as is needed to know it again and to name it. */
export const rememberedSchema = z.strictObject({
  /** The article, relative to the project, slashes forward. */
  file: z.string().min(1),
  check: z.string().min(1),
  key: z.string().min(1),
  /** A few words of it, for whoever reads the list. */
  says: z.string(),
  /** How many equal ones the article has; 1 where absent. */
  count: z.int().min(2).optional(),
  fingerprint: z.string().regex(/^[0-9a-f]{20}$/),
});
export type Remembered = z.output<typeof rememberedSchema>;

/** Issues of one article to be known again: equal ones are counted. */
export class Memory {
  private readonly left = new Map<string, { first: Remembered; count: number }>();

  add(one: Remembered, count = one.count ?? 1): void {
    const before = this.left.get(one.fingerprint);
    if (before === undefined) this.left.set(one.fingerprint, { first: one, count });
    else before.count += count;
  }

  /** Whether an issue stood before, and is not answered for by one that was asked about already. */
  take(fingerprint: string): boolean {
    const found = this.left.get(fingerprint);
    if (found === undefined || found.count === 0) return false;
    found.count--;
    return true;
  }

  /** What was remembered and has not been met again. */
  rest(): Remembered[] {
    return [...this.left.values()].flatMap(({ first, count }) => (count === 0 ? [] : [counted(first, count)]));
  }
}

/** An issue as it is remembered; `file` as the list names it. */
export function remember(issue: Issue, file: string): Remembered {
  const { check, key } = issue;
  return { file, check, key, says: glimpseOf(issue), fingerprint: fingerprintOf(issue) };
}

function counted({ file, check, key, says, fingerprint }: Remembered, count: number): Remembered {
  return { file, check, key, says, ...(count > 1 ? { count } : {}), fingerprint };
}

const order = ['file', 'check', 'key', 'says', 'fingerprint'] as const;

/** By article, check, message and words: the same issues make the same list, whatever order they were found in. */
export function byName(a: Remembered, b: Remembered): number {
  const field = order.find((name) => a[name] !== b[name]);
  return field === undefined ? 0 : a[field] < b[field] ? -1 : 1;
}
