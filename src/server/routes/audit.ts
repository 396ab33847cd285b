import { createRoute, z } from '@hono/zod-openapi';
import { auditActs } from '../../store/audit.js';
import { needs } from '../access/guard.js';
import type { Desk } from '../desk.js';
import { slugSchema } from '../schemas.js';
import { json, problems, router } from './route.js';

const actSchema = z
  .object({
    sequence: z.int(),
    at: z.string(),
    by: z.string().describe('The name of a key, `local`, `command line`; `stranger` for who was refused.'),
    act: z.enum(auditActs),
    slug: z.string().optional(),
    locale: z.string().optional(),
    unit: z.string().optional(),
    about: z.string().optional(),
  })
  .openapi('Act');

const auditRoute = createRoute({
  method: 'get',
  path: '/audit',
  tags: ['Service'],
  summary: 'Who did what, and when; the newest first',
  description: 'The log is only ever appended to. Read on with `before`: the last `sequence` of the answer.',
  request: {
    query: z.object({
      slug: slugSchema.optional(),
      by: z.string().max(60).optional(),
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
  },
  responses: { 200: json(z.object({ acts: z.array(actSchema) }), 'The acts.'), ...problems(400, 401, 403) },
});

/** What people have to account for; it takes the scope `admin`. */
export function auditRoutes({ audit }: Desk) {
  const app = router();
  app.use('/audit', needs('admin'));
  app.openapi(auditRoute, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ acts: [...(await audit.read(c.req.valid('query')))] }, 200);
  });
  return app;
}
