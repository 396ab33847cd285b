import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const entrySchema = z.object({
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
export type Change = z.infer<typeof entrySchema>;

/** The log of changes: appended to, never rewritten. */
export interface ChangeLog {
  /** Names this log: a cursor of another one means nothing here. */
  readonly epoch: string;
  readonly entries: readonly Change[];
  /** Durable when it resolves. */
  append(changes: readonly Omit<Change, 'sequence'>[]): Promise<readonly Change[]>;
}

/** The log of a project, `.diptych/changes.jsonl`. Its first line names it. */
export async function openChangeLog(root: string): Promise<ChangeLog> {
  const file = join(root, '.diptych', 'changes.jsonl');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const found = z.object({ epoch: z.string() }).safeParse(parsed(lines[0] ?? ''));
  const epoch = found.success ? found.data.epoch : randomBytes(6).toString('hex');
  const entries: Change[] = [];
  for (const line of found.success ? lines.slice(1) : []) {
    const entry = entrySchema.safeParse(parsed(line));
    // A process that was killed while it wrote may leave half a line behind: it was told to nobody.
    if (entry.success && entry.data.sequence === entries.length + 1) entries.push(entry.data);
  }
  let isNew = !found.success;
  return {
    epoch,
    entries,
    async append(changes) {
      const numbered = changes.map((change, index) => ({ sequence: entries.length + index + 1, ...change }));
      await mkdir(dirname(file), { recursive: true });
      const handle = await open(file, isNew ? 'w' : 'a');
      try {
        const head = isNew ? `${JSON.stringify({ epoch })}\n` : '';
        // A line end first: whatever was torn off before it stays a line of its own.
        await handle.writeFile(
          `${head}${isNew ? '' : '\n'}${numbered.map((one) => `${JSON.stringify(one)}\n`).join('')}`,
        );
        await handle.sync();
      } finally {
        await handle.close();
      }
      isNew = false;
      entries.push(...numbered);
      return numbered;
    },
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
