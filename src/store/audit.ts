import { z } from 'zod';

/** What people and programs do that others may have to account for. */
export const auditActs = [
  'generate',
  'cancel',
  'edit',
  'approve',
  'reject',
  'lock',
  'unlock',
  'waive',
  'unwaive',
  'publish',
  'withdraw',
  'webhook-add',
  'webhook-remove',
  'webhook-replay',
  'key-add',
  'key-remove',
  'sign-in',
  'sign-in-refused',
  'sign-out',
] as const;

export const actSchema = z.object({
  /** ISO 8601, UTC. */
  at: z.string(),
  /** The name of a key, `local`, `command line`; `stranger` for who was refused. */
  by: z.string(),
  act: z.enum(auditActs),
  slug: z.string().optional(),
  locale: z.string().optional(),
  unit: z.string().optional(),
  /** What it was about: a reason, an issue, a job, the name of a key or webhook. Never a text, a key or a secret. */
  about: z.string().optional(),
});
/** Something that somebody did. */
export type Act = z.infer<typeof actSchema>;
/** An act with its place in the log: later ones have higher numbers. */
export type NumberedAct = Act & { readonly sequence: number };

/** Which acts are wanted. */
export interface AuditQuery {
  readonly slug?: string | undefined;
  readonly by?: string | undefined;
  /** Only those before the one of that number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Who did what, and when: appended to, never rewritten. Every implementation passes `test/store/audit.ts`. */
export interface Audit {
  /** Writes acts down, durable when it resolves. */
  note(...acts: readonly Act[]): Promise<void>;
  /** The newest first. */
  read(query: AuditQuery): Promise<readonly NumberedAct[]>;
}

/** Copies a log to another: what is there already is not told twice. Returns how many acts there are. */
export async function copyAudit(from: Audit, to: Audit): Promise<number> {
  const all = async (log: Audit) => [...(await log.read({ limit: 2_000_000_000 }))].reverse();
  const line = ({ sequence: _, ...act }: NumberedAct) => JSON.stringify(Object.entries(act).sort());
  const present = new Set((await all(to)).map(line));
  const acts = await all(from);
  const fresh = acts.filter((act) => !present.has(line(act)));
  if (fresh.length > 0) await to.note(...fresh.map(({ sequence: _, ...act }) => act));
  return acts.length;
}
