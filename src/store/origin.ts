import { z } from 'zod';

/** `Origin` of the model, as it is written down. */
export const originSchema = z.object({
  kind: z.enum(['memory', 'engine', 'rendered', 'patched', 'human', 'source']),
  engine: z.string().optional(),
});
