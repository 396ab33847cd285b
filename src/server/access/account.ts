import type { Context } from 'hono';
import type { Act } from '../../store/audit.js';
import type { Desk } from '../desk.js';
import type { Env } from '../env.js';

/** The name of who asks: of their key, or of the one editor of a server without keys. */
export function nameOf(c: Context<Env>): string {
  return c.var.who?.name ?? 'local';
}

/** Writes down what somebody has just done. */
export function account(
  { audit }: Pick<Desk, 'audit'>,
  c: Context<Env>,
  act: Omit<Act, 'at' | 'by'>,
  by = nameOf(c),
): Promise<void> {
  return audit.note({ at: new Date().toISOString(), by, ...act });
}
