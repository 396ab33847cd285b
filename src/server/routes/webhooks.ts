import { createRoute, z } from '@hono/zod-openapi';
import { DiptychError } from '../../model/errors.js';
import { newLedger } from '../../store/webhooks.js';
import { account } from '../access/account.js';
import { needs } from '../access/guard.js';
import type { Desk } from '../desk.js';
import { makeHook } from '../webhooks/hooks.js';
import { json, problems, router } from './route.js';

const owedSchema = z.object({
  sequence: z.int(),
  attempts: z.int(),
  due: z.string(),
  reason: z.string().optional(),
});
const hookSchema = z.object({ name: z.string(), url: z.string(), created: z.string() });
const standingSchema = hookSchema.extend({
  owed: z.array(owedSchema).describe('Not told yet, or to be tried again.'),
  dead: z.array(owedSchema).describe('Given up after the last try.'),
  told: z
    .array(z.object({ sequence: z.int(), at: z.string(), attempts: z.int() }))
    .describe('The last that were told.'),
});
const nameParams = z.object({ name: z.string().max(60) });

const listRoute = createRoute({
  method: 'get',
  path: '/webhooks',
  tags: ['Publishing'],
  summary: 'Whom publications are told to, and how that stands',
  responses: { 200: json(z.object({ webhooks: z.array(standingSchema) }), 'The webhooks.'), ...problems(401, 403) },
});

const addRoute = createRoute({
  method: 'post',
  path: '/webhooks',
  tags: ['Publishing'],
  summary: 'Tell an address of each publication, change and withdrawal from now on',
  description:
    'Messages follow Standard Webhooks 1.0. The secret that they are signed with is in this answer and in no other. ' +
    'Private and loopback addresses are refused; only the command line can allow one.',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ name: z.string().max(60), url: z.string().max(2000) }) } },
    },
  },
  responses: {
    201: json(hookSchema.extend({ secret: z.string() }), 'The webhook with its secret.'),
    ...problems(400, 401, 403, 409, 413, 422),
  },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/webhooks/{name}',
  tags: ['Publishing'],
  summary: 'Tell an address nothing any more',
  request: { params: nameParams },
  responses: { 204: { description: 'It is gone.' }, ...problems(401, 403, 404) },
});

const replayRoute = createRoute({
  method: 'post',
  path: '/webhooks/{name}/replay',
  tags: ['Publishing'],
  summary: 'Tell again what was given up, or everything from a change on',
  request: {
    params: nameParams,
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ from: z.int().min(1).optional() }) } },
    },
  },
  responses: { 202: json(z.object({ messages: z.int() }), 'How many will be told.'), ...problems(400, 401, 403, 404) },
});

/** Webhooks: whoever may set one up is told everything, so it takes the scope `admin`. */
export function webhookRoutes(desk: Desk) {
  const { webhooks, changes, courier } = desk;
  const app = router();
  app.use('/webhooks', needs('admin'));
  app.use('/webhooks/*', needs('admin'));
  const missing = (webhook: string) => new DiptychError('not-found', { context: 'webhook', webhook });

  app.openapi(listRoute, async (c) => {
    const standing = (await webhooks.all()).map(async ({ name, url, created }) => {
      const { owed = [], dead = [], told = [] } = (await webhooks.ledger(name)) ?? {};
      return { name, url, created, owed: [...owed], dead: [...dead], told: [...told] };
    });
    c.header('Cache-Control', 'no-store');
    return c.json({ webhooks: await Promise.all(standing) }, 200);
  });

  app.openapi(addRoute, async (c) => {
    const hook = makeHook({ ...c.req.valid('json'), private: false });
    await webhooks.add(hook, await newLedger(changes.log));
    await account(desk, c, { act: 'webhook-add', about: hook.name });
    courier.wake();
    c.header('Cache-Control', 'no-store');
    const { name, url, created, secret } = hook;
    return c.json({ name, url, created, secret }, 201);
  });

  app.openapi(removeRoute, async (c) => {
    const { name } = c.req.valid('param');
    if (!(await webhooks.remove(name))) throw missing(name);
    await account(desk, c, { act: 'webhook-remove', about: name });
    return c.body(null, 204);
  });

  app.openapi(replayRoute, async (c) => {
    const { name } = c.req.valid('param');
    if ((await webhooks.ledger(name)) === undefined) throw missing(name);
    const messages = await courier.replay(name, c.req.valid('json').from);
    await account(desk, c, { act: 'webhook-replay', about: name });
    return c.json({ messages }, 202);
  });

  return app;
}
