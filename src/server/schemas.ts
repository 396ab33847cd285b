import { z } from '@hono/zod-openapi';
import { unitKinds, unitStates } from '../model/article.js';
import { publishedIssueSchema } from '../model/issue.js';
import { editionStates } from '../publish/states.js';
import { versionActs } from '../store/history.js';
import { jobStates } from '../store/jobs.js';

/** Folders and a name, as below `content/<locale>/`, in the letters of any language; never a way out of it. */
export const slugSchema = z
  .string()
  .max(200)
  .regex(/^(?!\.)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._~ ()/-]*$/u, 'not a slug')
  .refine((slug) => !slug.includes('//') && !slug.endsWith('/'), 'not a slug')
  .openapi({ example: 'budget-2026', description: 'A slash in it is written %2F.' });

export const localeParameter = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, 'not a language tag')
  .openapi({ example: 'ko', description: 'A BCP 47 language tag.' });

export const slugParams = z.object({ slug: slugSchema });
export const translationParams = z.object({ slug: slugSchema, locale: localeParameter });
export const unitParams = translationParams.extend({
  unit: z
    .string()
    .max(100)
    .regex(/^[\w.:-]+$/),
});
export const issueParams = translationParams.extend({ issue: z.string().regex(/^[0-9a-f]{16}$/) });
export const jobParams = z.object({ id: z.uuid() });

export const stateSchema = z.enum(editionStates).openapi('State');

export const alternateSchema = z.object({ locale: z.string(), state: z.enum(['source', ...editionStates]) });

export const summarySchema = z
  .object({
    slug: z.string(),
    sourceLocale: z.string(),
    title: z.string(),
    summary: z.string().optional(),
    titleLocale: z.string().describe('The language of title and summary.'),
    date: z.string().optional(),
    topic: z.string().optional(),
    revision: z.string(),
    editions: z.array(alternateSchema),
    url: z.string(),
  })
  .openapi('ArticleSummary');

export const articleListSchema = z
  .object({
    articles: z.array(summarySchema),
    total: z.int().describe('How many articles the filters leave.'),
    next: z.string().optional().describe('The cursor of the next page.'),
  })
  .openapi('ArticleList');

export const articleSchema = z
  .object({
    slug: z.string(),
    locale: z.string().describe('The language asked for.'),
    contentLocale: z.string().describe('The language of the body.'),
    sourceLocale: z.string(),
    state: z.enum(['source', ...editionStates]),
    title: z.string(),
    summary: z.string().optional(),
    notice: z.object({ code: z.enum(['untranslated', 'partial', 'stale']), text: z.string() }).nullable(),
    editions: z.array(alternateSchema),
    sourceRevision: z.string(),
    revision: z.string(),
    frontmatter: z.record(z.string(), z.unknown()),
    faq: z
      .array(z.object({ question: z.string(), answer: z.string() }))
      .describe('In the language asked for, or empty.'),
    tables: z.int().describe('How many tables there are: /tables/0 …'),
    markdown: z.string(),
    html: z.string().describe('Safe to put into a page.'),
  })
  .openapi('Article');

export const jobSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    from: z.string(),
    to: z.string(),
    state: z.enum(jobStates),
    created: z.string(),
    started: z.string().optional(),
    finished: z.string().optional(),
    requests: z.int().describe('How many clicks this job answers.'),
    progress: z.object({ done: z.int(), total: z.int() }).describe('Units that engines are asked for.'),
    units: z.int().describe('Units whose translation is known so far.'),
    outcome: z.string().optional(),
    translation: stateSchema.optional(),
    counts: z.record(z.string(), z.int()).optional(),
    issues: z.int().optional(),
    failing: z.int().optional().describe('Issues from the severity on at which a run counts as failed.'),
    left: z.int().optional().describe('Units that stay in the source language.'),
    usage: z.object({ requests: z.int(), inputTokens: z.int(), outputTokens: z.int() }).optional(),
    errors: z.array(z.object({ code: z.string(), message: z.string() })),
    links: z.object({ self: z.string(), events: z.string(), article: z.string() }),
  })
  .openapi('Job');

export const issueSchema = publishedIssueSchema
  .extend({
    id: z.string(),
    waiver: z.object({ reason: z.string(), by: z.string(), at: z.string() }).optional(),
  })
  .openapi('Issue');

const textSchema = z.object({
  text: z.string(),
  tagged: z.string().describe('With inline codes: `<pc1>…</pc1>` around, `<ph2/>` instead of what they stand for.'),
});

export const unitSchema = z
  .object({
    id: z.string(),
    kind: z.enum(unitKinds),
    status: z.enum(['untranslated', 'outdated', 'translated', 'reviewed']),
    locked: z.boolean().describe('Whether nothing and nobody changes it before it is unlocked.'),
    source: textSchema,
    before: z
      .string()
      .optional()
      .describe('The source as it was when this was translated, where it has changed since.'),
    target: textSchema.extend({ etag: z.string() }).nullable(),
    origin: z.object({ kind: z.string(), engine: z.string().optional() }).optional(),
    codes: z.array(z.object({ id: z.int(), type: z.string(), value: z.string().optional() })),
    issues: z.array(issueSchema),
  })
  .openapi('Unit');

const stretchSchema = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });

export const versionSchema = z
  .object({
    at: z.string(),
    act: z.enum(versionActs).describe('`found`: somebody put it into the file by hand.'),
    by: z.string().optional().describe('Who did it or asked for it: the name of a key, `local`, `command line`.'),
    source: z.string(),
    target: z.string(),
    state: z.enum(unitStates).describe('As XLIFF says; `final` is locked.'),
    origin: z.object({ kind: z.string(), engine: z.string().optional() }),
    sourceChanges: z.array(stretchSchema).describe('Against the version before; empty where nothing changed.'),
    targetChanges: z.array(stretchSchema),
  })
  .openapi('Version');

export const blockerSchema = z
  .object({
    type: z.enum(['issue', 'untranslated', 'outdated', 'source']),
    unit: z.string().nullable(),
    issue: z.string().optional(),
    message: z.string(),
  })
  .openapi('Blocker');

export const translationSchema = z
  .object({
    slug: z.string(),
    from: z.string(),
    to: z.string(),
    state: stateSchema,
    sourceRevision: z.string(),
    revision: z.string(),
    units: z.array(unitSchema),
    issues: z.array(issueSchema).describe('Of the whole article.'),
    blockers: z.array(blockerSchema).describe('What keeps it from being published.'),
    job: z.string().optional().describe('The job that is working on it.'),
  })
  .openapi('Translation');
