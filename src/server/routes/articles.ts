import { createRoute, z } from '@hono/zod-openapi';
import { createCache } from '../../publish/cache.js';
import type { Entry } from '../../publish/entry.js';
import { readIn } from '../../publish/reading.js';
import { editionStates } from '../../publish/states.js';
import { needs } from '../access/guard.js';
import type { Desk } from '../desk.js';
import { etagOf, isNotModified } from '../http/conditional.js';
import { acceptedLocale, articleType, askedLocale } from '../http/negotiate.js';
import { articleAddress, liveState, presentArticle } from '../present.js';
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

/** How many articles are kept as JSON text. */
const keptBodies = 500;

/** Reading articles. */
export function articleRoutes(desk: Desk, renderer: Renderer) {
  const app = router();
  const bodies = createCache<Promise<string>>(keptBodies);
  app.use('/articles/*', needs('read'));
  app.use('/articles', needs('read'));

  const liveOf = ({ source: { slug }, editions }: Entry) =>
    editions.map(({ locale, state }) => liveState(desk, slug, locale, state)).join();

  app.openapi(listRoute, async (c) => {
    const { locale, ...query } = c.req.valid('query');
    const body = await desk.find({ ...query, locale: locale ?? c.var.messages.locale });
    c.header('Vary', 'Accept-Language');
    if (isNotModified(c, etagOf(JSON.stringify(body)))) return c.body(null, 304) as never;
    return c.json(body, 200);
  });

  app.openapi(readRoute, async (c) => {
    const entry = await desk.library.recent(c.req.valid('param').slug);
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
    const etag = etagOf(
      type,
      locale,
      article.file,
      article.revision,
      liveOf(entry),
      say.locale,
      head.title,
      head.summary,
      desk.version,
    );
    const { generation } = desk.heads;
    const live = liveOf(entry);
    const idle = desk.jobs.unfinished === 0;
    c.set('holds', () => {
      if (desk.library.glance(slug) !== entry || desk.heads.generation !== generation) return false;
      return (idle && desk.jobs.unfinished === 0) || liveOf(entry) === live;
    });
    if (isNotModified(c, etag)) return c.body(null, 304);
    if (type === 'text/markdown') return c.body(article.text, 200, { 'Content-Type': 'text/markdown; charset=utf-8' });
    if (type === 'text/html')
      return c.body(await renderer.html(article, say), 200, { 'Content-Type': 'text/html; charset=utf-8' });
    // What has the same validator is the same text: made once, however many readers there are.
    const body = await bodies.get(etag, async () => JSON.stringify(await presentArticle(desk, renderer, reading, say)));
    return c.body(body, 200, { 'Content-Type': 'application/json' }) as never;
  });

  return app;
}
