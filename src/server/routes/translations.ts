import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { DiptychError } from '../../model/errors.js';
import { nameOf } from '../access/account.js';
import { needs } from '../access/guard.js';
import type { Desk } from '../desk.js';
import type { Errand } from '../editing/editor.js';
import type { TranslationView } from '../editing/view.js';
import type { Env } from '../env.js';
import { etagOf, isNotModified } from '../http/conditional.js';
import { presentHistory, presentTranslation, presentUnit } from '../present.js';
import {
  issueParams,
  translationParams,
  translationSchema,
  unitParams,
  unitSchema,
  versionSchema,
} from '../schemas.js';
import { json, problems, router } from './route.js';

const path = '/articles/{slug}/translations/{locale}' as const;
const answer = { 200: json(translationSchema, 'The translation after it.') };

const viewRoute = createRoute({
  method: 'get',
  path,
  tags: ['Editing'],
  summary: 'A translation unit by unit, with its issues and what keeps it from being published',
  request: { params: translationParams },
  responses: {
    200: json(translationSchema, 'The translation.'),
    304: { description: 'As it was.' },
    ...problems(400, 401, 403, 404, 409, 422),
  },
});

const editRoute = createRoute({
  method: 'patch',
  path: `${path}/units/{unit}`,
  tags: ['Editing'],
  summary: 'Write a unit',
  description:
    'If-Match must be the `etag` of the text that is replaced. When somebody else was faster the answer is 412 with both texts.',
  request: {
    params: unitParams,
    headers: z.object({ 'if-match': z.string().max(200).optional() }),
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ tagged: z.string().min(1).max(50_000) }) } },
    },
  },
  responses: { 200: json(unitSchema, 'The unit after it.'), ...problems(400, 401, 403, 404, 409, 412, 413, 422, 428) },
});

const approveUnitRoute = createRoute({
  method: 'post',
  path: `${path}/units/{unit}/approve`,
  tags: ['Editing'],
  summary: 'Approve a unit as it stands',
  description: 'A passage that is approved in the source language stays in it.',
  request: { params: unitParams },
  responses: { 200: json(unitSchema, 'The unit after it.'), ...problems(400, 401, 403, 404, 409) },
});

const lockRoute = (name: 'lock' | 'unlock', summary: string, description: string) =>
  createRoute({
    method: 'post',
    path: `${path}/units/{unit}/${name}`,
    tags: ['Editing'],
    summary,
    description,
    request: { params: unitParams },
    responses: { 200: json(unitSchema, 'The unit after it.'), ...problems(400, 401, 403, 404, 409) },
  });
const lockUnitRoute = lockRoute(
  'lock',
  'Lock a unit as it stands',
  'Approves it too. Nothing changes a locked unit: edits are refused, and no run generates it anew or brings its figures ' +
    'up to date. When its source changes it is `outdated` all the same.',
);
const unlockUnitRoute = lockRoute('unlock', 'Unlock a unit', 'It stays approved.');

const historyRoute = createRoute({
  method: 'get',
  path: `${path}/units/{unit}/history`,
  tags: ['Editing'],
  summary: 'What a unit was, from its first translation on: when, by whom, and what changed',
  description: 'It follows the unit through changes of its source.',
  request: { params: unitParams },
  responses: {
    200: json(z.object({ unit: z.string(), versions: z.array(versionSchema) }), 'The versions, the oldest first.'),
    ...problems(400, 401, 403, 404, 409),
  },
});

const action = (name: string, tag: string, summary: string) =>
  createRoute({
    method: 'post',
    path: `${path}/${name}`,
    tags: [tag],
    summary,
    request: { params: translationParams },
    responses: { ...answer, ...problems(400, 401, 403, 404, 409) },
  });

const approveRoute = action('approve', 'Editing', 'Approve all that is translated');
const rejectRoute = action('reject', 'Editing', 'Take the approval back');
const publishRoute = action(
  'publish',
  'Publishing',
  'Publish; refused with `blockers` while anything stands in the way',
);
const withdrawRoute = action('withdraw', 'Publishing', 'Take off the site');

const waiveRoute = createRoute({
  method: 'put',
  path: `${path}/waivers/{issue}`,
  tags: ['Editing'],
  summary: 'Let an issue stand, with the reason',
  description: 'It holds for this issue in this text: when the text changes it is another issue.',
  request: {
    params: issueParams,
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ reason: z.string().trim().min(1).max(1000) }) } },
    },
  },
  responses: { ...answer, ...problems(400, 401, 403, 404, 409, 413) },
});

const unwaiveRoute = createRoute({
  method: 'delete',
  path: `${path}/waivers/{issue}`,
  tags: ['Editing'],
  summary: 'Let an issue count again',
  request: { params: issueParams },
  responses: { ...answer, ...problems(400, 401, 403, 404, 409) },
});

/** Editing, approving and publishing translations. */
export function translationRoutes(desk: Desk) {
  const app = router();
  const { editor } = desk;
  const base = '/articles/:slug/translations/:locale';
  app.use(base, needs('read'));
  app.use(`${base}/units/*`, needs('edit'));
  app.use(`${base}/waivers/*`, needs('edit'));
  app.use(`${base}/approve`, needs('edit'));
  app.use(`${base}/reject`, needs('edit'));
  app.use(`${base}/publish`, needs('publish'));
  app.use(`${base}/withdraw`, needs('publish'));

  app.openapi(viewRoute, async (c) => {
    const { slug, locale } = c.req.valid('param');
    const body = presentTranslation(desk, await editor.view(slug, locale), c.var.messages);
    if (isNotModified(c, etagOf(JSON.stringify(body)))) return c.body(null, 304) as never;
    return c.json(body, 200);
  });

  app.openapi(editRoute, async (c) => {
    const { slug, locale, unit } = c.req.valid('param');
    const ifMatch = c.req.valid('header')['if-match'];
    if (ifMatch === undefined) throw new DiptychError('precondition-required');
    const view = await editor.edit(errand(c, slug, locale), unit, ifMatch, c.req.valid('json').tagged);
    return c.json(presentUnit(unitOf(view, unit), c.var.messages), 200);
  });

  for (const [route, act] of [
    [approveUnitRoute, editor.approve],
    [lockUnitRoute, editor.lock],
    [unlockUnitRoute, editor.unlock],
  ] as const) {
    app.openapi(route, async (c) => {
      const { slug, locale, unit } = c.req.valid('param');
      const view = await act(errand(c, slug, locale), unit);
      return c.json(presentUnit(unitOf(view, unit), c.var.messages), 200);
    });
  }

  app.openapi(historyRoute, async (c) => {
    const { slug, locale, unit } = c.req.valid('param');
    const versions = presentHistory(await editor.history(slug, locale, unit));
    return c.json({ unit, versions }, 200);
  });

  for (const [route, act] of [
    [approveRoute, (one: Errand) => editor.approve(one)],
    [rejectRoute, editor.reject],
    [publishRoute, editor.publish],
    [withdrawRoute, editor.withdraw],
  ] as const) {
    app.openapi(route, async (c) => {
      const { slug, locale } = c.req.valid('param');
      return c.json(presentTranslation(desk, await act(errand(c, slug, locale)), c.var.messages), 200);
    });
  }

  app.openapi(waiveRoute, async (c) => {
    const { slug, locale, issue } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const view = await editor.waive(errand(c, slug, locale), issue, reason);
    return c.json(presentTranslation(desk, view, c.var.messages), 200);
  });

  app.openapi(unwaiveRoute, async (c) => {
    const { slug, locale, issue } = c.req.valid('param');
    const view = await editor.waive(errand(c, slug, locale), issue);
    return c.json(presentTranslation(desk, view, c.var.messages), 200);
  });

  return app;
}

function errand(c: Context<Env>, slug: string, to: string): Errand {
  return { slug, to, by: nameOf(c) };
}

function unitOf({ units }: TranslationView, id: string) {
  return units.find(({ source }) => source.id === id)!;
}
