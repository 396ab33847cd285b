import { z } from 'zod';
import type { ChangeLog } from './changes.js';

export const hookSchema = z.object({
  /** What people call it. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  url: z.string(),
  /** `whsec_…` (Standard Webhooks): kept as it is, since every message is signed with it. */
  secret: z.string(),
  /** Whether its host may have a private or loopback address. Set on the command line alone. */
  private: z.boolean(),
  created: z.string(),
});
/** Whom publications are told to. */
export type Hook = z.infer<typeof hookSchema>;

const owedSchema = z.object({
  /** Number of the change. */
  sequence: z.int().min(1),
  attempts: z.int().min(0),
  /** Not before this time; ISO 8601, UTC. Whoever is telling it now has put this ahead. */
  due: z.string(),
  reason: z.string().optional(),
});
/** A change that a webhook has not been told yet. */
export type Owed = z.infer<typeof owedSchema>;

export const ledgerSchema = z.object({
  /** The log of changes that the numbers are of, and the first number that was not looked at. */
  log: z.object({ epoch: z.string(), next: z.int().min(1) }),
  owed: z.array(owedSchema).readonly(),
  /** Given up after the last try; a person may have them told again. */
  dead: z.array(owedSchema).readonly(),
  /** The last that were told. */
  told: z.array(z.object({ sequence: z.int(), at: z.string(), attempts: z.int() })).readonly(),
});
/** What a webhook has been told and what it is owed. */
export type Ledger = z.infer<typeof ledgerSchema>;

/** The ledger of a webhook that was just set up: it is told what happens from now on. */
export async function newLedger(log: Pick<ChangeLog, 'epoch' | 'length'>): Promise<Ledger> {
  return { log: { epoch: await log.epoch(), next: (await log.length()) + 1 }, owed: [], dead: [], told: [] };
}

/** The webhooks of a project with their ledgers. Every implementation passes `test/store/webhooks.ts`. */
export interface Webhooks {
  /** All of them, by name. Throws `store-failed` for what cannot be trusted. */
  all(): Promise<readonly Hook[]>;
  /** Keeps a new one. Throws `conflict` where there is one of that name. */
  add(hook: Hook, ledger: Ledger): Promise<void>;
  /** Takes one away with its ledger; whether there was one of that name. */
  remove(name: string): Promise<boolean>;
  /** How one stands; `undefined` where there is none of that name. */
  ledger(name: string): Promise<Ledger | undefined>;
  /**
   * Reads and replaces a ledger with nobody, in any process, in between; durable when it resolves. A step that returns
   * no ledger changes nothing. Does nothing where there is no webhook of that name.
   */
  change(name: string, step: (ledger: Ledger) => Ledger | undefined): Promise<void>;
}
