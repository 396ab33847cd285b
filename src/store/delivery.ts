import { z } from 'zod';
import { unitStates } from '../model/article.js';
import { originSchema } from './origin.js';
import type { Delivery } from './store.js';

const deliverySchema = z.object({
  slug: z.string(),
  from: z.string(),
  to: z.string(),
  sourceRevision: z.string(),
  revision: z.string(),
  sourceSkeleton: z.string().optional(),
  skeleton: z.string().optional(),
  units: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      targetHash: z.string(),
      state: z.enum(unitStates),
      origin: originSchema,
      thread: z.string().optional(),
    }),
  ),
  waivers: z.array(z.object({ issue: z.string(), reason: z.string(), by: z.string(), at: z.string() })).optional(),
});

/** A record as it is written down: one field a line, so that git shows and merges it. */
export function deliveryText(delivery: Delivery): string {
  return `${JSON.stringify(delivery, null, 1)}\n`;
}

/** Reads a record back; `undefined` for one that a merge has broken: the translation is then adopted as if it had none. */
export function readDelivery(text: string): Delivery | undefined {
  try {
    return deliverySchema.parse(JSON.parse(text)) as Delivery;
  } catch {
    return undefined;
  }
}
