import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { DiptychError } from '../model/errors.js';
import { begins, type Change, type ChangeLog, changeSchema, note } from './changes.js';
import { writeWhole } from './durable.js';
import { coded } from './failure.js';
import { parsed } from './read-lines.js';
import { createTurns } from './turns.js';

interface Loaded {
  epoch: string;
  readonly entries: Change[];
  readonly out: Map<string, Change>;
  /** Whether there is no file yet that could be appended to. */
  isNew: boolean;
}

/** The log of a project, `.diptych/changes.jsonl`. Its first line names it. */
export function createFileChanges(root: string): ChangeLog {
  const file = join(root, '.diptych', 'changes.jsonl');
  const inTurn = createTurns();
  let loading: Promise<Loaded> | undefined;
  const loaded = () => {
    loading ??= load(file);
    return loading;
  };
  return {
    epoch: async () => (await loaded()).epoch,
    length: async () => (await loaded()).entries.length,
    after: async (sequence, limit) => (await loaded()).entries.slice(sequence, sequence + limit),
    append: (find) =>
      inTurn('', async () => {
        const log = await loaded();
        const found = await find(log.out, log.entries.length);
        if (found.length === 0) return [];
        const numbered = found.map((change, at) => ({ sequence: log.entries.length + at + 1, ...change }));
        await coded(file, () => appendLines(file, log, numbered));
        log.isNew = false;
        for (const change of numbered) {
          log.entries.push(change);
          note(log.out, change);
        }
        return numbered;
      }),
    restore: (epoch, changes) =>
      inTurn('', async () => {
        const log = await loaded();
        if (!begins({ epoch: log.epoch, changes: log.entries }, { epoch, changes }))
          throw new DiptychError('conflict', { context: 'not-empty', state: 'published' });
        await coded(file, () =>
          writeWhole(file, [{ epoch }, ...changes].map((one) => `${JSON.stringify(one)}\n`).join('')),
        );
        loading = undefined;
      }),
  };
}

async function load(file: string): Promise<Loaded> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const found = z.object({ epoch: z.string() }).safeParse(parsed(lines[0] ?? ''));
  const entries: Change[] = [];
  const out = new Map<string, Change>();
  for (const line of found.success ? lines.slice(1) : []) {
    const entry = changeSchema.safeParse(parsed(line));
    // A process that was killed while it wrote may leave half a line behind: it was told to nobody.
    if (!entry.success || entry.data.sequence !== entries.length + 1) continue;
    entries.push(entry.data);
    note(out, entry.data);
  }
  const epoch = found.success ? found.data.epoch : randomBytes(6).toString('hex');
  return { epoch, entries, out, isNew: !found.success };
}

async function appendLines(file: string, { epoch, isNew }: Loaded, changes: readonly Change[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, isNew ? 'w' : 'a');
  try {
    // A line end first: whatever was torn off before it stays a line of its own.
    const head = isNew ? `${JSON.stringify({ epoch })}\n` : '\n';
    await handle.writeFile(head + changes.map((one) => `${JSON.stringify(one)}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
