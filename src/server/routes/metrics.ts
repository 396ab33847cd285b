import { createRoute, z } from '@hono/zod-openapi';
import { needs } from '../access/guard.js';
import type { Desk } from '../desk.js';
import { problems, router } from './route.js';

const metricsRoute = createRoute({
  method: 'get',
  path: '/metrics',
  tags: ['Service'],
  summary: 'Requests, jobs, webhooks and the process, for Prometheus',
  responses: {
    200: { description: 'The metrics.', content: { 'text/plain': { schema: z.string() } } },
    ...problems(401, 403),
  },
});

/** What a monitoring system pulls. */
export function metricsRoutes({ metrics }: Desk) {
  const app = router();
  app.use('/metrics', needs('read'));
  app.openapi(metricsRoute, async (c) =>
    c.text(await metrics.print(), 200, { 'Content-Type': metrics.type, 'Cache-Control': 'no-store' }),
  );
  return app;
}
