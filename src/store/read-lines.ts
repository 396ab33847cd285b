import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/**
 * What the lines of a log say; none where there is no log. A line that is none of ours is passed over: a process that was
 * killed while it wrote may leave half of one behind, which was told to nobody.
 */
export async function readLines<T>(path: string, schema: z.ZodType<T>): Promise<readonly T[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const read = schema.safeParse(parsed(line));
    return read.success ? [read.data] : [];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
