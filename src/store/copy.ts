import type { ChangeLog } from './changes.js';
import type { JobBook } from './jobs.js';
import type { Keyring } from './keys.js';
import type { Store } from './store.js';
import type { Webhooks } from './webhooks.js';

/** All that a project keeps, on files or on PostgreSQL. */
export interface Holdings {
  readonly store: Store;
  readonly keys: Keyring;
  readonly changes: ChangeLog;
  readonly jobs: JobBook;
  readonly webhooks: Webhooks;
}

/** How much was copied. */
export interface Copied {
  readonly entries: number;
  readonly deliveries: number;
  readonly keys: number;
  readonly changes: number;
  readonly jobs: number;
  readonly webhooks: number;
}

/** How many entries are under way at once, and how many changes are read at once. */
const together = 64;

/**
 * Copies all that one side holds to the other. What the other holds besides stays; of two entries of one source the one
 * of higher rank stays, else the copied one. Throws `conflict` where the other side's log of changes is another one, and
 * `store-locked` while somebody writes to the files. Run again, it goes on where it was interrupted.
 */
export async function copyHoldings(from: Holdings, to: Holdings): Promise<Copied> {
  await from.store.open();
  try {
    await to.store.open();
    try {
      // First what may be refused.
      const changes = await copyChanges(from.changes, to.changes);
      const { pairs, deliveries } = await from.store.contents();
      let entries = 0;
      for (const pair of pairs) {
        const all = await from.store.memory(pair);
        for (let at = 0; at < all.length; at += together) {
          await Promise.all(all.slice(at, at + together).map((entry) => to.store.remember(pair, entry)));
        }
        entries += all.length;
      }
      for (const { slug, to: locale } of deliveries) {
        // A file that was delivered on another machine comes with its record.
        await from.store.bring(slug, locale);
        const delivery = await from.store.delivery(slug, locale);
        if (delivery !== undefined) await to.store.record(delivery);
      }
      const keys = await from.keys.all();
      for (const key of keys) await to.keys.put(key);
      const jobs = await from.jobs.unfinished();
      for (const job of jobs) await to.jobs.enter({ ...job, state: 'queued' });
      const webhooks = await copyWebhooks(from.webhooks, to.webhooks);
      return { entries, deliveries: deliveries.length, keys: keys.length, changes, jobs: jobs.length, webhooks };
    } finally {
      await to.store.close();
    }
  } finally {
    await from.store.close();
  }
}

/** The log as a whole, under its name, so that cursors stay good. */
async function copyChanges(from: ChangeLog, to: ChangeLog): Promise<number> {
  const length = await from.length();
  if (length > 0) await to.restore(await from.epoch(), await from.after(0, length));
  return length;
}

/** Each webhook with what it is owed; one that is there already is left as it stands. */
async function copyWebhooks(from: Webhooks, to: Webhooks): Promise<number> {
  const present = new Set((await to.all()).map(({ name }) => name));
  const hooks = (await from.all()).filter(({ name }) => !present.has(name));
  for (const hook of hooks) {
    const ledger = await from.ledger(hook.name);
    if (ledger !== undefined) await to.add(hook, ledger);
  }
  return hooks.length;
}
