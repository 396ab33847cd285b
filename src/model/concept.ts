import { z } from 'zod';
import { localeSchema } from './locale.js';

/** TBX administrative status of a designation (ISO 30042, `administrativeStatus`), plus `forbidden`. */
export const designationStatuses = ['preferred', 'admitted', 'deprecated', 'forbidden'] as const;

/** TBX term types (ISO 30042, `termType`) in use here. Without one a designation is a full form. */
export const designationTypes = ['full-form', 'abbreviation', 'acronym', 'short-form', 'variant', 'phrase'] as const;

const shortTypes: ReadonlySet<string> = new Set<(typeof designationTypes)[number]>([
  'abbreviation',
  'acronym',
  'short-form',
]);

/** What an article is about, as its frontmatter names it. Compared without regard to case and width. */
const topicsSchema = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^[^;\n\r\t]+$/, 'a topic holds no ";"'),
  )
  .min(1);

/** One term of a concept in one locale. */
export const designationSchema = z.strictObject({
  term: z.string().trim().min(1).max(200),
  status: z.enum(designationStatuses).default('preferred'),
  /** An abbreviation in the source is answered by the target's, where it has one. */
  type: z.enum(designationTypes).optional(),
  /** `exact`: only in this case ("US", not "us"); `fold`: any case. Default: exact when the term has capitals, else fold. */
  case: z.enum(['exact', 'fold']).optional(),
  /** How the term is read aloud, in Hangul, where spelling does not tell: "에스큐엘" for SQL. Decides the particle. */
  reading: z.string().min(1).optional(),
  partOfSpeech: z.enum(['noun', 'proper-noun', 'verb', 'adjective', 'adverb', 'other']).optional(),
  /** Written once in full at its first mention: "엔비디아(NVIDIA)". */
  firstMention: z.string().min(1).optional(),
  /** It holds only in articles on one of these topics; there, if preferred, it is preferred above the general one. */
  topics: topicsSchema.optional(),
  note: z.string().optional(),
});
export type Designation = z.infer<typeof designationSchema>;

/** Whether a designation stands for a longer one: both may be used in one article. */
export function isShort({ type }: Pick<Designation, 'type'>): boolean {
  return type !== undefined && shortTypes.has(type);
}

/** A TBX concept entry: one meaning, its designations per locale. */
export const conceptSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'lower-case letters, digits, "-" and "."'),
  /** The same in every locale, never translated (product and model names, code). */
  doNotTranslate: z.boolean().optional(),
  /** Where several concepts share a designation, an article on the domain means this one. It keeps no concept out. */
  domain: z.string().optional(),
  /** The concept is looked for only in articles on one of these topics. */
  topics: topicsSchema.optional(),
  definition: z.string().optional(),
  source: z.string().optional(),
  note: z.string().optional(),
  example: z.string().optional(),
  designations: z.record(localeSchema, z.array(designationSchema).min(1)),
});
export type Concept = z.infer<typeof conceptSchema>;

export const termbaseSchema = z.strictObject({ concepts: z.array(conceptSchema) });
