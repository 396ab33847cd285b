import { createRoute, z } from '@hono/zod-openapi';
import { tableCsv, tableData } from '../../checks/table-data.js';
import { languagePack } from '../../languages/index.js';
import { DiptychError } from '../../model/errors.js';
import { quantitySchema } from '../../model/quantity.js';
import { designationsOf } from '../../pipeline/designations.js';
import { atomFeed, type Feed, jsonFeed } from '../../publish/feeds.js';
import { newestStories, type Output } from '../../publish/outputs.js';
import { readIn } from '../../publish/reading.js';
import { sitemap } from '../../publish/sitemap.js';
import { needs } from '../access/guard.js';
import type { Desk } from '../desk.js';
import { etagOf, isNotModified } from '../http/conditional.js';
import { acceptedLocale, askedLocale } from '../http/negotiate.js';
import { siteOf } from '../http/site.js';
import { pageAddress } from '../pages/list.js';
import type { Renderer } from '../rendering.js';
import { localeParameter, slugSchema } from '../schemas.js';
import { json, problems, router, text } from './route.js';

/** How many stories a feed holds. */
const feedLength = 50;

const cellSchema = z.object({
  text: z.string(),
  quantity: quantitySchema.omit({ text: true, start: true, end: true }).optional(),
});

const tableRoute = createRoute({
  method: 'get',
  path: '/articles/{slug}/tables/{table}',
  tags: ['Reading'],
  summary: 'A table of an article with typed values, as JSON or CSV',
  description: "Values are the same in every language; words are the language's. Tables are counted from 0.",
  request: {
    params: z.object({ slug: slugSchema, table: z.coerce.number().int().min(0).max(10_000) }),
    query: z.object({ locale: localeParameter.optional(), format: z.enum(['json', 'csv']).optional() }),
  },
  responses: {
    200: {
      description: 'The table.',
      content: {
        'application/json': {
          schema: z.object({
            slug: z.string(),
            locale: z.string(),
            table: z.int(),
            header: z.array(cellSchema),
            rows: z.array(z.array(cellSchema)),
          }),
        },
        'text/csv': { schema: z.string() },
      },
    },
    304: { description: 'As it was.' },
    ...problems(400, 401, 403, 404, 422),
  },
});

const changeSchema = z.object({
  sequence: z.int(),
  at: z.string(),
  type: z.enum(['published', 'updated', 'withdrawn']),
  slug: z.string(),
  locale: z.string(),
  original: z.boolean().describe('Whether it is the language that the article was written in.'),
  revision: z.string(),
  url: z.string(),
});

const changesRoute = createRoute({
  method: 'get',
  path: '/changes',
  tags: ['Publishing'],
  summary: 'What was published, changed and withdrawn since a cursor, in order',
  description: 'Ask again with the `cursor` of the last answer. Without one the list starts at the beginning.',
  request: {
    query: z.object({
      cursor: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
  },
  responses: {
    200: json(z.object({ changes: z.array(changeSchema), cursor: z.string() }), 'The changes.'),
    ...problems(400, 401, 403),
  },
});

/** What publishing systems pull. */
export function publishingRoutes(desk: Desk) {
  const app = router();
  app.use('/changes', needs('read'));

  app.openapi(tableRoute, async (c) => {
    const { slug, table } = c.req.valid('param');
    const { locale: asked, format } = c.req.valid('query');
    const entry = await desk.library.recent(slug);
    const offered = [entry.source.locale, ...entry.editions.map(({ locale }) => locale)];
    const locale =
      asked === undefined
        ? (acceptedLocale(c.req.header('accept-language'), offered) ?? entry.source.locale)
        : askedLocale(asked, offered);
    const { article } = await readIn(desk.library, desk.heads, entry, locale);
    const csv = format === 'csv' || (format === undefined && /\btext\/csv\b/.test(c.req.header('accept') ?? ''));
    c.header('Vary', 'Accept, Accept-Language');
    c.header('Content-Language', article.locale);
    const terms = csv ? undefined : await designationsOf(desk.project);
    const parts = ['table', csv ? 1 : 0, table, article.file, article.revision, terms?.version, desk.version];
    if (isNotModified(c, etagOf(...parts))) {
      return c.body(null, 304);
    }
    const data = tableData(article, table, languagePack(article.locale), terms?.in(article.locale));
    if (data === undefined) throw new DiptychError('not-found', { context: 'table', table });
    if (csv) return c.body(tableCsv(data), 200, { 'Content-Type': 'text/csv; charset=utf-8; header=present' });
    return c.json({ slug: entry.source.slug, locale: article.locale, table, ...data } as never, 200);
  });

  app.openapi(changesRoute, async (c) => {
    const { cursor, limit } = c.req.valid('query');
    const { changes, cursor: next } = await desk.changes.after(cursor, limit);
    c.header('Cache-Control', 'no-store');
    const told = changes.map((change) => ({ ...change, url: pageAddress(change.locale, change.slug) }));
    return c.json({ changes: told, cursor: next }, 200);
  });

  return app;
}

/** Feeds and the sitemap. */
export function feedRoutes(desk: Desk, renderer: Renderer) {
  const app = router();
  const pathOf = ({ locale, slug }: Output) => pageAddress(locale, slug);

  for (const [name, type, print] of [
    ['feed.atom', 'application/atom+xml', atomFeed],
    ['feed.json', 'application/feed+json', jsonFeed],
  ] as const) {
    app.openAPIRegistry.registerPath({
      method: 'get',
      path: `/{locale}/${name}`,
      tags: ['Publishing'],
      summary: `The newest articles of a language, as ${print === atomFeed ? 'Atom (RFC 4287)' : 'JSON Feed 1.1'}`,
      request: { params: z.object({ locale: localeParameter }) },
      responses: text(type, 'The feed.', 401, 403, 422),
    });
    app.get(`/:locale{[a-z]{2,3}(?:-[A-Za-z0-9]+)*}/${name}`, needs('read'), async (c) => {
      const { pipeline, library, heads } = desk;
      const offered = [...new Set(pipeline.sources.flatMap(({ locale, to }) => [locale, ...to]))];
      const locale = askedLocale(c.req.param('locale'), offered);
      const outputs = await desk.outputs();
      const site = siteOf(c, desk.site);
      const etag = etagOf(
        name,
        site,
        desk.version,
        ...outputs.map((one) => `${one.locale}/${one.slug}/${one.revision}`),
      );
      if (isNotModified(c, etag)) return c.body(null, 304);
      const stories = await newestStories(library, heads, outputs, locale, feedLength);
      const say = desk.messagesIn(locale);
      const bodies = await Promise.all(stories.map(({ article }) => renderer.html(article, say)));
      const html = new Map(stories.map(({ article }, i) => [article, bodies[i]!]));
      const feed: Feed = {
        title: say.text('page.title'),
        locale,
        site,
        self: `/${locale}/${name}`,
        stories,
        pathOf,
        htmlOf: ({ article }) => html.get(article) ?? '',
      };
      return c.body(print(feed), 200, { 'Content-Type': `${type}; charset=utf-8` });
    });
  }

  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/sitemap.xml',
    tags: ['Publishing'],
    summary: 'Addresses with their languages (hreflang)',
    responses: text('application/xml', 'The sitemap.', 401, 403),
  });
  app.get('/sitemap.xml', needs('read'), async (c) => {
    const outputs = await desk.outputs();
    const site = siteOf(c, desk.site);
    const etag = etagOf('sitemap', site, ...outputs.map(({ locale, slug }) => `${locale}/${slug}`));
    if (isNotModified(c, etag)) return c.body(null, 304);
    return c.body(
      sitemap(outputs, (output) => site + pathOf(output)),
      200,
      { 'Content-Type': 'application/xml; charset=utf-8' },
    );
  });

  return app;
}
