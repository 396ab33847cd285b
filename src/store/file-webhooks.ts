import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DiptychError } from '../model/errors.js';
import { writeWhole } from './durable.js';
import { coded } from './failure.js';
import { readOr } from './read-lines.js';
import { createTurns } from './turns.js';
import { hookSchema, ledgerSchema, type Webhooks } from './webhooks.js';

/**
 * The webhooks of a project in `.diptych/webhooks.json`, which its owner alone can read, and each ledger in a file of its
 * own: the command line sets webhooks up while a server writes ledgers, and neither writes over the other.
 */
export function createFileWebhooks(root: string): Webhooks {
  const file = join(root, '.diptych', 'webhooks.json');
  const ledgerFile = (name: string) => join(root, '.diptych', 'webhooks', `${name}.json`);
  const inTurn = createTurns();
  const alone = <T>(step: () => Promise<T>) => inTurn('', () => coded(file, step));
  const all = async () => (await read(file, z.array(hookSchema))) ?? [];
  const find = async (name: string) => (await all()).find((hook) => hook.name === name);
  const ledgerOf = (name: string) => read(ledgerFile(name), ledgerSchema);
  const write = (path: string, value: unknown) => writeWhole(path, `${JSON.stringify(value, null, 1)}\n`, 0o600);
  const forget = (name: string) => unlink(ledgerFile(name)).catch(() => {});

  return {
    all: () => coded(file, async () => [...(await all())].sort((a, b) => (a.name < b.name ? -1 : 1))),
    add: (hook, ledger) =>
      alone(async () => {
        const present = await all();
        if (present.some(({ name }) => name === hook.name)) {
          throw new DiptychError('conflict', { context: 'webhook', state: hook.name });
        }
        // The ledger first: a webhook without one has never been set up.
        await write(ledgerFile(hook.name), ledger);
        await write(file, [...present, hook]);
      }),
    remove: (name) =>
      alone(async () => {
        const present = await all();
        const rest = present.filter((hook) => hook.name !== name);
        if (rest.length === present.length) return false;
        await write(file, rest);
        await forget(name);
        return true;
      }),
    ledger: (name) => coded(file, async () => ((await find(name)) === undefined ? undefined : ledgerOf(name))),
    change: (name, step) =>
      alone(async () => {
        const present = (await find(name)) && (await ledgerOf(name));
        const ledger = present && step(present);
        if (ledger !== undefined) await write(ledgerFile(name), ledger);
      }),
  };
}

/** What a file holds; `undefined` where there is none. A broken one must not mean "nobody" or "nothing owed". */
async function read<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const text = await readOr(path, undefined);
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new DiptychError('store-failed', { reason: 'not what webhooks are kept as' }, { file: path }, error);
  }
}
