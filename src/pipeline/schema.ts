import { z } from 'zod';
import type { FigureStyle } from '../languages/pack.js';
import { severities } from '../model/issue.js';
import { canonicalLocale, type Locale, localeSchema } from '../model/locale.js';
import { figureStyleSchema, type Registers, registerSchema, registersOf } from '../model/style.js';
import { stageIds } from './stages/ids.js';

/** What a glob below `content/<locale>/` looks like: `**`, `*` and `?`, slashes forward. */
const globSchema = z.string().min(1).max(200);

const sourceSchema = z
  .strictObject({
    locale: localeSchema.describe('The language of these articles: the folder content/<locale>/.'),
    to: z.array(localeSchema).min(1).describe('The languages that they are translated into.'),
    include: z
      .array(globSchema)
      .min(1)
      .default(['**/*.md'])
      .describe('Which files below content/<locale>/ are articles.'),
    exclude: z.array(globSchema).default([]).describe('Which of them are left alone: drafts, templates.'),
  })
  .describe('Source articles of one language.');

const engineSchema = z
  .strictObject({
    id: z.string().min(1).describe('The engine: memory, pseudo, openai …'),
    optional: z
      .boolean()
      .default(false)
      .describe('Passed over when its settings are absent, rather than an error: a fresh clone has no key yet.'),
    settings: z
      .record(z.string(), z.unknown())
      .default({})
      .describe("The engine's own settings, such as model and baseURL. Never a key: keys come from the environment."),
  })
  .describe('An engine with its settings.');

const checkSchema = z.union([
  z.enum(['off', ...severities]),
  z.strictObject({
    severity: z
      .enum(severities)
      .optional()
      .describe('Every finding of this check counts as this, whatever the check says.'),
    options: z.record(z.string(), z.unknown()).default({}).describe("The check's own options, see docs/checks/."),
  }),
]);

/** What may be taken of engines. */
const budgetSchema = z.strictObject({
  tokens: z.int().min(1).optional().describe('Tokens, in and out.'),
  dollars: z.number().positive().optional().describe('US dollars, by pipelines/prices.json.'),
});
export type Budget = z.output<typeof budgetSchema>;

const limitsSchema = z
  .strictObject({
    fileBytes: z.int().min(1).max(50_000_000).default(1_000_000).describe('The largest article, in bytes.'),
    units: z.int().min(1).max(100_000).default(10_000).describe('The most units in one article.'),
    concurrency: z.int().min(1).max(64).default(8).describe('How many requests to engines run at once.'),
    batchUnits: z.int().min(1).max(200).default(20).describe('How many units one request holds at most.'),
    batchTokens: z
      .int()
      .min(50)
      .max(100_000)
      .default(1500)
      .describe('How much source text one request holds at most, in tokens.'),
    retries: z
      .int()
      .min(0)
      .max(10)
      .default(4)
      .describe('How often a unit is asked again, with the reason, before the next engine.'),
    seconds: z
      .int()
      .min(1)
      .max(86_400)
      .default(3600)
      .describe('After this long, what is done is delivered and the rest is left.'),
    tokens: z
      .int()
      .min(1)
      .optional()
      .describe('How many tokens one run may take, in and out; then what is done is delivered and the rest is left.'),
    dollars: z
      .number()
      .positive()
      .optional()
      .describe('How many US dollars one run may cost, by pipelines/prices.json; then the rest is left.'),
    article: budgetSchema.optional().describe('The same for one article in one language, within a run.'),
    day: budgetSchema.optional().describe('The same for all runs of this project on this machine in one day (UTC).'),
  })
  .describe('What a run may take.');

/** A pipeline file (`pipelines/<name>.yaml`): what runs, on which articles, with which engines and checks. */
export const pipelineSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/)
      .describe('The name, as in --pipeline <name>; the same as the file.'),
    description: z.string().optional().describe('One line for people.'),
    sources: z.array(sourceSchema).min(1).describe('Which articles, and into which languages.'),
    frontmatter: z
      .array(z.string().min(1).max(200))
      .default(['title', 'description'])
      .describe(
        'Frontmatter fields that are translated, as paths; * stands for every entry: faq.*.question. All others are copied.',
      ),
    topics: z
      .array(z.string().trim().min(1).max(100))
      .default([])
      .describe('What all its articles are about, beside what their frontmatter says: chooses among the terms.'),
    stages: z
      .array(z.enum(stageIds))
      .default([...stageIds])
      .describe('The stages in order.'),
    engines: z
      .array(z.union([z.string().min(1), engineSchema]))
      .min(1)
      .default(['memory'])
      .describe('In the order in which they are asked; each is asked only for what is still missing.'),
    register: z
      .partialRecord(z.string(), registerSchema)
      .default({})
      .describe('How readers are addressed, per language. Stands above locales/<locale>/style.yaml.'),
    figures: z
      .partialRecord(z.string(), figureStyleSchema)
      .default({})
      .describe('How figures are written, per language. Stands above locales/<locale>/style.yaml.'),
    failOn: z.enum(severities).default('major').describe('Issues of this severity or worse make the exit code 1.'),
    baseline: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('A file in the project that lists known issues; `validate` and `lint` tell and count only the others.'),
    checks: z
      .record(z.string(), checkSchema)
      .default({})
      .describe('Severities and options of checks; "off" leaves a check out.'),
    limits: limitsSchema.prefault({}),
  })
  .describe('A Diptych pipeline.');

/** An engine's entry with its defaults filled in. */
export type EngineEntry = z.output<typeof engineSchema>;

/** A check's entry: left out, or with its severity and options. */
export type CheckEntry = Exclude<z.output<typeof checkSchema>, string>;

/** A pipeline with its short forms written out. */
export interface Pipeline extends Omit<z.output<typeof pipelineSchema>, 'engines' | 'checks' | 'register' | 'figures'> {
  readonly engines: readonly EngineEntry[];
  /** Checks that are off. */
  readonly off: readonly string[];
  readonly checks: Readonly<Record<string, CheckEntry>>;
  readonly register: Readonly<Record<Locale, Registers>>;
  readonly figures: Readonly<Record<Locale, FigureStyle>>;
}

/** Writes short forms out: `memory` → `{id: memory}`, `script: off`, `terminology: minor`. */
export function normalizePipeline(parsed: z.output<typeof pipelineSchema>): Pipeline {
  const checks = Object.entries(parsed.checks);
  return {
    ...parsed,
    engines: parsed.engines.map((entry) =>
      typeof entry === 'string' ? { id: entry, optional: false, settings: {} } : entry,
    ),
    off: checks.filter(([, entry]) => entry === 'off').map(([id]) => id),
    checks: Object.fromEntries(
      checks
        .filter(([, entry]) => entry !== 'off')
        .map(([id, entry]) => [id, typeof entry === 'string' ? { severity: entry as never, options: {} } : entry]),
    ),
    register: byLocale(mapValues(parsed.register)),
    figures: byLocale(parsed.figures) as Readonly<Record<Locale, FigureStyle>>,
  };
}

function mapValues(
  registers: z.output<typeof pipelineSchema>['register'],
): Readonly<Partial<Record<string, Registers>>> {
  return Object.fromEntries(Object.entries(registers).map(([tag, written]) => [tag, registersOf(written)]));
}

/** Keys as canonical tags; a key that is none is refused before (`load.ts`). */
function byLocale<T>(record: Readonly<Partial<Record<string, T>>>): Readonly<Record<Locale, T>> {
  const entries = Object.entries(record).filter((entry): entry is [string, T] => entry[1] !== undefined);
  return Object.fromEntries(entries.map(([tag, value]) => [canonicalLocale(tag) ?? tag, value]));
}

/** The JSON Schema of pipeline files, for editors: `pipelines/schema.json` (test/pipeline/schema.test.ts keeps it true). */
export function pipelineJsonSchema(): object {
  return { ...z.toJSONSchema(pipelineSchema, { io: 'input' }), title: 'Diptych pipeline' };
}
