import { isDeepStrictEqual } from 'node:util';
import { type Audit, copyAudit } from './audit.js';
import type { ChangeLog } from './changes.js';
import type { History } from './history.js';
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
  readonly history: History;
  readonly audit: Audit;
}

/** How much was copied. */
export interface Copied {
  readonly entries: number;
  readonly deliveries: number;
  readonly keys: number;
  readonly changes: number;
  readonly jobs: number;
  readonly webhooks: number;
  readonly versions: number;
  readonly acts: number;
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
      let versions = 0;
      for (const { slug, to: locale } of deliveries) {
        // A file that was delivered on another machine comes with its record.
        await from.store.bring(slug, locale);
        const delivery = await from.store.delivery(slug, locale);
        if (delivery !== undefined) await to.store.record(delivery);
        versions += await copyHistory(from.history, to.history, slug, locale);
      }
      const keys = await from.keys.all();
      for (const key of keys) await to.keys.put(key);
      const jobs = await from.jobs.unfinished();
      for (const job of jobs) await to.jobs.enter({ ...job, state: 'queued' });
      const webhooks = await copyWebhooks(from.webhooks, to.webhooks);
      const acts = await copyAudit(from.audit, to.audit);
      const counts = { deliveries: deliveries.length, keys: keys.length, jobs: jobs.length };
      return { entries, ...counts, changes, webhooks, versions, acts };
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

/** What a translation's units were; what the other side has of it already is not told twice. Returns how many there are. */
async function copyHistory(from: History, to: History, slug: string, locale: string): Promise<number> {
  const all = await from.of(slug, locale);
  const present = await to.of(slug, locale);
  const fresh = all.filter((version) => !present.some((one) => isDeepStrictEqual(one, version)));
  if (fresh.length > 0) await to.append(slug, locale, fresh);
  return all.length;
}
