import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/** The text of a file, or `otherwise` where there is none. */
export async function readOr<T>(path: string, otherwise: T): Promise<string | T> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw error;
  }
}

/**
 * What the lines of a log say; none where there is no log. A line that is none of ours is passed over: a process that was
 * killed while it wrote may leave half of one behind, which was told to nobody.
 */
export async function readLines<T>(path: string, schema: z.ZodType<T>): Promise<readonly T[]> {
  const text = await readOr(path, '');
  return text.split('\n').flatMap((line) => {
    const read = schema.safeParse(parsed(line));
    return read.success ? [read.data] : [];
  });
}

/** A line's JSON; `undefined` where it is none, as the half of a line that a killed process left behind. */
export function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
