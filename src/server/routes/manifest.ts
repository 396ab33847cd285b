import { createRoute, z } from '@hono/zod-openapi';
import { createCache } from '../../publish/cache.js';
import { type Manifest, manifestArticle } from '../../publish/manifest.js';
import { bySlug, type Output } from '../../publish/outputs.js';
import { editionStates } from '../../publish/states.js';
import { needs } from '../access/guard.js';
import type { Desk } from '../desk.js';
import { etagOf, isNotModified } from '../http/conditional.js';
import { siteOf } from '../http/site.js';
import { pageAddress } from '../pages/list.js';
import { json, problems, router } from './route.js';

const languageSchema = z.object({
  locale: z.string(),
  verdict: z.enum(['original', 'passes']),
  state: z.enum(['source', ...editionStates]),
  sourceRevision: z.string().describe('Revision of the source that it says the same as.'),
  sha256: z.string().describe('Of the file.'),
  address: z.string(),
  provenance: z.record(z.string(), z.int()).describe('How many units came from where: `human`, `memory`, `engine:…`.'),
});

const manifestSchema = z.object({
  version: z.literal(1),
  articles: z.array(
    z.object({
      slug: z.string(),
      sourceLocale: z.string(),
      sourceRevision: z.string(),
      languages: z.array(languageSchema),
      missing: z.array(z.object({ locale: z.string(), state: z.enum(editionStates) })),
    }),
  ),
});

const manifestRoute = createRoute({
  method: 'get',
  path: '/manifest',
  tags: ['Publishing'],
  summary: 'Every article with the languages that it is out in: verdict, revisions, hash and where its units came from',
  responses: {
    200: json(manifestSchema, 'The manifest.'),
    304: { description: 'As it was.' },
    ...problems(401, 403),
  },
});

/** What a publishing system checks its copies by. */
export function manifestRoutes(desk: Desk) {
  const app = router();
  const bodies = createCache<Promise<string>>(2);
  app.use('/manifest', needs('read'));
  app.openapi(manifestRoute, async (c) => {
    const site = siteOf(c, desk.site);
    const outputs = await desk.outputs();
    const entries = await desk.library.entries();
    const etag = etagOf(
      'manifest',
      site,
      desk.version,
      ...outputs.map((one) => `${one.locale}/${one.slug}/${one.revision}`),
      ...entries.map(({ source, editions }) => [source.revision, ...editions.map(({ state }) => state)].join()),
    );
    if (isNotModified(c, etag)) return c.body(null, 304) as never;
    // Of a large site it takes seconds to make, and nothing to give again.
    const body = await bodies.get(etag, async () => {
      const groups = bySlug(outputs);
      const addressOf = ({ locale, slug }: Output) => site + pageAddress(locale, slug);
      const articles = entries.map((entry) =>
        manifestArticle(entry, groups.get(entry.source.slug) ?? [], desk.deliveryOf, addressOf),
      );
      const manifest: Manifest = { version: 1, articles: await Promise.all(articles) };
      return JSON.stringify(manifest);
    });
    return c.body(body, 200, { 'Content-Type': 'application/json' }) as never;
  });
  return app;
}
