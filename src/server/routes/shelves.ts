import { createRoute, z } from '@hono/zod-openapi';
import { needs } from '../access/guard.js';
import type { Desk } from '../desk.js';
import { etagOf, isNotModified } from '../http/conditional.js';
import { acceptedLocale, askedLocale } from '../http/negotiate.js';
import { relatedTo } from '../related.js';
import { localeParameter, slugParams, summarySchema } from '../schemas.js';
import { monthsIn, topicsIn } from '../shelves.js';
import { json, problems, router } from './route.js';

const query = z.object({ locale: localeParameter.optional() });
const counts = {
  articles: z.int().describe('As many as the list has with this filter.'),
  available: z.int().describe('Those of them whose text there is in the language.'),
};
const listed = <T extends z.ZodType>(path: string, summary: string, schema: T) =>
  createRoute({
    method: 'get',
    path,
    tags: ['Reading'],
    summary,
    request: { query },
    responses: {
      200: json(schema, 'Them, with their counts.'),
      304: { description: 'As it was.' },
      ...problems(400, 401, 403, 422),
    },
  });

const topicsRoute = listed(
  '/topics',
  'Topics in a language, the largest first',
  z.object({ locale: z.string(), topics: z.array(z.object({ topic: z.string(), ...counts })) }),
);
const archivesRoute = listed(
  '/archives',
  'Months, the newest first',
  z.object({ locale: z.string(), months: z.array(z.object({ month: z.string(), ...counts })) }),
);
const relatedRoute = createRoute({
  method: 'get',
  path: '/articles/{slug}/related',
  tags: ['Reading'],
  summary: 'Other articles of the same topic, the newest first, with teasers',
  request: { params: slugParams, query },
  responses: {
    200: json(
      z.object({ locale: z.string(), articles: z.array(summarySchema.extend({ teaser: z.string().optional() })) }),
      'The articles.',
    ),
    304: { description: 'As it was.' },
    ...problems(400, 401, 403, 404, 422),
  },
});

/** What leads from one article to others: topics, months, relatives. */
export function shelfRoutes(desk: Desk) {
  const app = router();
  app.use('/topics', needs('read'));
  app.use('/archives', needs('read'));
  app.use('/articles/:slug/related', needs('read'));
  const offered = [...new Set(desk.pipeline.sources.flatMap(({ locale, to }) => [locale, ...to]))];
  const chosen = (asked: string | undefined, header: string | undefined) =>
    asked === undefined ? (acceptedLocale(header, offered) ?? offered[0]!) : askedLocale(asked, offered);

  app.openapi(topicsRoute, async (c) => {
    const locale = chosen(c.req.valid('query').locale, c.req.header('accept-language'));
    const topics = (await topicsIn(desk, locale)).map(({ name, ...count }) => ({ topic: name, ...count }));
    c.header('Vary', 'Accept-Language');
    if (isNotModified(c, etagOf(JSON.stringify([locale, topics])))) return c.body(null, 304) as never;
    return c.json({ locale, topics }, 200);
  });

  app.openapi(archivesRoute, async (c) => {
    const locale = chosen(c.req.valid('query').locale, c.req.header('accept-language'));
    const months = (await monthsIn(desk, locale)).map(({ name, ...count }) => ({ month: name, ...count }));
    c.header('Vary', 'Accept-Language');
    if (isNotModified(c, etagOf(JSON.stringify([locale, months])))) return c.body(null, 304) as never;
    return c.json({ locale, months }, 200);
  });

  app.openapi(relatedRoute, async (c) => {
    const locale = chosen(c.req.valid('query').locale, c.req.header('accept-language'));
    const entry = await desk.library.recent(c.req.valid('param').slug);
    const articles = await relatedTo(desk, entry, locale);
    c.header('Vary', 'Accept-Language');
    if (isNotModified(c, etagOf(JSON.stringify([locale, articles])))) return c.body(null, 304) as never;
    return c.json({ locale, articles }, 200);
  });

  return app;
}
