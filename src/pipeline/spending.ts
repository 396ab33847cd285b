import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RunReport } from './report.js';
import { addSums, nothing, readSum, type Sum } from './sum.js';

/** What a project's runs take in a day. */
export interface Spent {
  /** What the day has taken so far, all runs together. */
  today(): Sum;
  /** Counts what a request took. `usage`: the run's receipt as it is then. */
  took(sum: Sum, usage: () => RunReport['usage']): void;
  /** Resolves when the receipt is written. */
  close(): Promise<void>;
}

const receiptSchema = z.object({ tokens: z.number(), dollars: z.string() });

/** What each run of a day has taken, by folder and file: those of this process as it is, the others as written down. */
const days = new Map<string, Map<string, Sum>>();

/**
 * Opens the receipt of one run: `.diptych/receipts/<day>/<time>-<random>.json`, written anew as requests are answered, so
 * that a run that is killed has paid for what it asked. Days are of UTC. A day's budget holds for one machine.
 */
export async function openSpending(root: string, pipeline: string): Promise<Spent> {
  const started = new Date().toISOString();
  const folder = join(root, '.diptych', 'receipts', started.slice(0, 10));
  const name = `${started.slice(11, 19).replaceAll(':', '')}-${randomBytes(4).toString('hex')}.json`;
  const day = days.get(folder) ?? new Map<string, Sum>();
  // Yesterday's are of no use to a server that runs for months.
  for (const other of days.keys()) if (other !== folder && other.startsWith(join(root, '.diptych'))) days.delete(other);
  days.set(folder, day);
  await readReceipts(folder, day);
  let own = nothing;
  let writing: Promise<void> | undefined;
  let latest: (() => RunReport['usage']) | undefined;

  async function write(): Promise<void> {
    await mkdir(folder, { recursive: true });
    while (latest !== undefined) {
      const receipt = { started, pipeline, ...own, usage: latest() };
      latest = undefined;
      await writeFile(join(folder, `.${name}.tmp`), `${JSON.stringify(receipt, null, 1)}\n`);
      await rename(join(folder, `.${name}.tmp`), join(folder, name));
    }
    writing = undefined;
  }

  return {
    today: () => [...day.values()].reduce(addSums, nothing),
    took(sum, usage) {
      own = addSums(own, sum);
      day.set(name, own);
      latest = usage;
      // A receipt that cannot be written stops no work: the same disk fails the store, which tells.
      writing ??= write().catch(() => undefined);
    },
    close: async () => writing,
  };
}

/** Reads what is written down and not known yet. A receipt that is torn counts nothing. */
async function readReceipts(folder: string, day: Map<string, Sum>): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    if (day.has(name) || !name.endsWith('.json') || name.startsWith('.')) continue;
    try {
      day.set(name, readSum(receiptSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))));
    } catch {
      day.set(name, nothing);
    }
  }
}
