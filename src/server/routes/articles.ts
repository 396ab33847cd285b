import { createRoute, z } from '@hono/zod-openapi';
import type { Entry } from '../../publish/library.js';
import { readIn } from '../../publish/reading.js';
import { editionStates } from '../../publish/states.js';
import { needs } from '../access/guard.js';
import type { Desk } from '../desk.js';
import { etagOf, isNotModified } from '../http/conditional.js';
import { acceptedLocale, articleType, askedLocale } from '../http/negotiate.js';
import { articleAddress, liveState, presentArticle, presentSummary, topicOf } from '../present.js';
import type { Renderer } from '../rendering.js';
import { articleListSchema, articleSchema, localeParameter, slugParams } from '../schemas.js';
import { json, problems, router } from './route.js';

const listRoute = createRoute({
  method: 'get',
  path: '/articles',
  tags: ['Reading'],
  summary: 'Articles, the newest first, with their state in each language',
  request: {
    query: z.object({
      locale: localeParameter.optional().describe('Language of titles and summaries; `state` is about it.'),
      state: z.enum(['source', ...editionStates]).optional(),
      topic: z.string().max(200).optional(),
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional(),
      q: z.string().max(200).optional().describe('In title and summary, in any of the languages.'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(300).optional(),
    }),
  },
  responses: { 200: json(articleListSchema, 'The articles.'), ...problems(400, 401, 403) },
});

const readRoute = createRoute({
  method: 'get',
  path: '/articles/{slug}',
  tags: ['Reading'],
  summary: 'An article in a language, as JSON, Markdown or HTML',
  description:
    'Without `locale` the language is negotiated by `Accept-Language`. Where the language does not exist, the body is the ' +
    "source's: `Content-Language` says so, `notice` says it in words, and title and summary are translated wherever they are known.",
  request: { params: slugParams, query: z.object({ locale: localeParameter.optional() }) },
  responses: {
    200: {
      description: 'The article.',
      content: {
        'application/json': { schema: articleSchema },
        'text/markdown': { schema: z.string() },
        'text/html': { schema: z.string() },
      },
    },
    304: { description: 'As it was.' },
    ...problems(400, 401, 403, 404, 406, 422),
  },
});

/** Reading articles. */
export function articleRoutes(desk: Desk, renderer: Renderer) {
  const app = router();
  app.use('/articles/*', needs('read'));
  app.use('/articles', needs('read'));

  app.openapi(listRoute, async (c) => {
    const { locale, state, topic, month, q, limit, cursor } = c.req.valid('query');
    const wanted = locale ?? c.var.messages.locale;
    const found = await Promise.all(
      (await desk.library.entries()).map(async (entry) => ({ entry, ...(await summarise(entry, wanted)) })),
    );
    const words = (q ?? '').normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
    const kept = found.filter(
      ({ entry, summary, searched }) =>
        (state === undefined || stateIn(entry, wanted) === state) &&
        (topic === undefined || summary.topic === topic) &&
        (month === undefined || summary.date?.startsWith(month)) &&
        words.every((word) => searched.includes(word)),
    );
    const listed = kept.map(({ summary }) => summary).sort(byDate);
    const start = cursor === undefined ? 0 : listed.findIndex(({ slug }) => slug === decodeCursor(cursor)) + 1;
    const page = listed.slice(start, start + limit);
    const last = page.at(-1);
    const next = last !== undefined && start + limit < listed.length ? encodeCursor(last.slug) : undefined;
    const body = { articles: page, total: listed.length, ...(next === undefined ? {} : { next }) };
    c.header('Vary', 'Accept-Language');
    if (isNotModified(c, etagOf(JSON.stringify(body)))) return c.body(null, 304) as never;
    return c.json(body, 200);
  });

  async function summarise(entry: Entry, locale: string) {
    const { head, article } = await readIn(desk.library, desk.heads, entry, locale);
    const source = await desk.library.read(entry.source);
    const own = await desk.heads.of(source, source.locale);
    const summary = presentSummary(desk, entry, head, article.frontmatter);
    const all = [head.title, head.summary, own.title, own.summary, entry.source.slug, topicOf(source.frontmatter)];
    return { summary, searched: all.join('\n').normalize('NFC').toLowerCase() };
  }

  function stateIn({ source, editions }: Entry, locale: string) {
    const edition = editions.find((one) => one.locale === locale);
    return edition === undefined ? 'source' : liveState(desk, source.slug, locale, edition.state);
  }

  app.openapi(readRoute, async (c) => {
    const entry = await desk.library.entry(c.req.valid('param').slug);
    const offered = [entry.source.locale, ...entry.editions.map(({ locale }) => locale)];
    const asked = c.req.valid('query').locale;
    const locale =
      asked === undefined
        ? (acceptedLocale(c.req.header('accept-language'), offered) ?? entry.source.locale)
        : askedLocale(asked, offered);
    const type = articleType(c.req.header('accept'));
    const reading = await readIn(desk.library, desk.heads, entry, locale);
    const { article, head } = reading;
    const { slug } = entry.source;
    c.header('Vary', 'Accept, Accept-Language');
    c.header('Content-Language', article.locale);
    c.header('Content-Location', `${articleAddress(slug)}?locale=${locale}`);
    const say = c.var.messages;
    const live = entry.editions.map((edition) => liveState(desk, slug, edition.locale, edition.state)).join();
    const etag = etagOf(
      type,
      locale,
      article.file,
      article.revision,
      live,
      say.locale,
      head.title,
      head.summary,
      desk.version,
    );
    if (isNotModified(c, etag)) return c.body(null, 304);
    if (type === 'text/markdown') return c.body(article.text, 200, { 'Content-Type': 'text/markdown; charset=utf-8' });
    if (type === 'text/html')
      return c.body(renderer.html(article, say), 200, { 'Content-Type': 'text/html; charset=utf-8' });
    return c.json(presentArticle(desk, renderer, reading, say), 200);
  });

  return app;
}

/** The newest first; of one day by name. */
function byDate(a: { date?: string; slug: string }, b: { date?: string; slug: string }): number {
  const [x, y] = [a.date ?? '', b.date ?? ''];
  if (x !== y) return x < y ? 1 : -1;
  return a.slug < b.slug ? -1 : 1;
}

const encodeCursor = (slug: string): string => Buffer.from(slug).toString('base64url');
const decodeCursor = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8');
