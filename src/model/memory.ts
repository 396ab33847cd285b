import { z } from 'zod';
import { unitKinds, unitStates } from './article.js';
import { localeSchema } from './locale.js';

/** Who made a translation. Human text outranks engine text whatever its age. */
export const memoryOrigins = ['human', 'engine', 'imported'] as const;

/**
 * A translation memory entry (TMX 1.4b `tu`): a source unit with its translation. `source` and `target` are tagged
 * content (see `toTagged`). The key is source + kind: a heading and a sentence of equal words may differ in Korean.
 */
export const memoryEntrySchema = z.strictObject({
  source: z.string().min(1),
  target: z.string().min(1),
  kind: z.enum(unitKinds).optional(),
  origin: z.enum(memoryOrigins),
  state: z.enum(unitStates),
  /** Engine id with its model, for engine text. */
  engine: z.string().optional(),
  /** Hash of what the engine was told beside the unit (prompt, termbase, style): another value makes the entry fuzzy. */
  fingerprint: z.string().optional(),
  note: z.string().optional(),
});
export type MemoryEntry = z.infer<typeof memoryEntrySchema>;

/** The two languages of a memory. */
export const languagePairSchema = z.strictObject({ from: localeSchema, to: localeSchema });
export type LanguagePair = z.infer<typeof languagePairSchema>;
