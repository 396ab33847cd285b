import { createRoute, z } from '@hono/zod-openapi';
import type { Desk } from '../desk.js';
import { json, router } from './route.js';

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['Service'],
  summary: 'Whether the process answers',
  responses: { 200: json(z.object({ status: z.literal('ok'), version: z.string() }), 'It does.') },
});

const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  tags: ['Service'],
  summary: 'Whether articles can be read',
  responses: {
    200: json(z.object({ status: z.literal('ready'), articles: z.int(), jobs: z.int() }), 'They can.'),
    500: { description: 'They cannot.' },
  },
});

/** What a process's keeper asks. Neither needs a key; neither tells what the articles are. */
export function healthRoutes(desk: Desk) {
  const app = router();
  app.openapi(healthRoute, (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ status: 'ok' as const, version: desk.version }, 200);
  });
  app.openapi(readyRoute, async (c) => {
    c.header('Cache-Control', 'no-store');
    const articles = (await desk.library.entries()).length;
    return c.json({ status: 'ready' as const, articles, jobs: desk.jobs.unfinished }, 200);
  });
  return app;
}
