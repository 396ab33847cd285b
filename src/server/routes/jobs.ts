import { createRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { merge } from '../../markdown/index.js';
import { parseArticle } from '../../markdown/parse.js';
import type { Content } from '../../model/inline.js';
import { assertAllowed } from '../../publish/states.js';
import { isOver } from '../../store/jobs.js';
import { account, nameOf } from '../access/account.js';
import { needs } from '../access/guard.js';
import type { Desk } from '../desk.js';
import { askedLocale } from '../http/negotiate.js';
import { liveState, presentJob } from '../present.js';
import type { Renderer } from '../rendering.js';
import { jobParams, jobSchema, localeParameter, slugParams } from '../schemas.js';
import { json, problems, router } from './route.js';

const submitRoute = createRoute({
  method: 'post',
  path: '/articles/{slug}/translations',
  tags: ['Generating'],
  summary: 'Generate an article in a language',
  description: 'However many ask at once, one job works on an article and language; everybody gets that job.',
  request: {
    params: slugParams,
    body: { required: true, content: { 'application/json': { schema: z.object({ locale: localeParameter }) } } },
  },
  responses: {
    202: { ...json(jobSchema, 'The job. `Location` is its address.') },
    ...problems(400, 401, 403, 404, 409, 413, 422),
  },
});

const listRoute = createRoute({
  method: 'get',
  path: '/jobs',
  tags: ['Generating'],
  summary: 'Jobs, the newest first',
  responses: { 200: json(z.object({ jobs: z.array(jobSchema) }), 'The jobs.'), ...problems(401, 403) },
});

const getRoute = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  tags: ['Generating'],
  summary: 'A job',
  request: { params: jobParams },
  responses: { 200: json(jobSchema, 'The job.'), ...problems(400, 401, 403, 404) },
});

const cancelRoute = createRoute({
  method: 'delete',
  path: '/jobs/{id}',
  tags: ['Generating'],
  summary: 'Cancel a job',
  description: 'What engines have answered stays in memory, so that asking again costs only the rest.',
  request: { params: jobParams },
  responses: { 202: json(jobSchema, 'The job; it stops at the next safe place.'), ...problems(400, 401, 403, 404) },
});

const eventsRoute = createRoute({
  method: 'get',
  path: '/jobs/{id}/events',
  tags: ['Generating'],
  summary: 'A job as it goes on, as server-sent events',
  description:
    'Events `state`, `progress` and `unit`, numbered from 1. With `Last-Event-ID` the stream goes on after that event. ' +
    'It ends when the job is over; the last `state` says how many `issues` were found and what was used.',
  request: {
    params: jobParams,
    headers: z.object({
      'last-event-id': z
        .string()
        .regex(/^\d{1,9}$/)
        .optional(),
    }),
  },
  responses: {
    200: { description: 'The events.', content: { 'text/event-stream': { schema: z.string() } } },
    204: { description: 'The job is over and all its events were sent.' },
    ...problems(400, 401, 403, 404),
  },
});

const draftRoute = createRoute({
  method: 'get',
  path: '/jobs/{id}/draft',
  tags: ['Generating'],
  summary: 'The article as far as a job has come, as HTML',
  description: 'Passages that are not known yet are in the source language. Nothing of it is checked as a whole yet.',
  request: { params: jobParams },
  responses: {
    200: { description: 'The body.', content: { 'text/html': { schema: z.string() } } },
    ...problems(400, 401, 403, 404),
  },
});

/** Generating translations. */
export function jobRoutes(desk: Desk, renderer: Renderer) {
  const app = router();
  app.post('/articles/:slug/translations', needs('generate'));
  app.on('DELETE', '/jobs/:id', needs('generate'));
  app.use('/jobs', needs('read'));
  app.use('/jobs/*', needs('read'));

  app.openapi(submitRoute, async (c) => {
    const { source, editions } = await desk.library.entry(c.req.valid('param').slug);
    const to = askedLocale(
      c.req.valid('json').locale,
      editions.map(({ locale }) => locale),
    );
    const state = editions.find(({ locale }) => locale === to)?.state ?? 'missing';
    assertAllowed(liveState(desk, source.slug, to, state), 'generate');
    const { slug, locale: from } = source;
    const { job, joined } = await desk.jobs.submit({ slug, from, to }, nameOf(c));
    if (!joined) await account(desk, c, { act: 'generate', slug, locale: to, about: job.id });
    c.header('Location', `/api/v1/jobs/${job.id}`);
    return c.json(presentJob(job, c.var.messages), 202);
  });

  app.openapi(listRoute, async (c) =>
    c.json({ jobs: (await desk.jobs.list()).map((job) => presentJob(job, c.var.messages)) }, 200),
  );
  app.openapi(getRoute, async (c) =>
    c.json(presentJob(await desk.jobs.get(c.req.valid('param').id), c.var.messages), 200),
  );
  app.openapi(cancelRoute, async (c) => {
    const { id, slug, to, ...job } = await desk.jobs.cancel(c.req.valid('param').id);
    await account(desk, c, { act: 'cancel', slug, locale: to, about: id });
    return c.json(presentJob({ id, slug, to, ...job }, c.var.messages), 202);
  });

  app.openapi(eventsRoute, async (c) => {
    const job = await desk.jobs.get(c.req.valid('param').id);
    const after = Number(c.req.valid('header')['last-event-id'] ?? 0);
    // 204 tells an EventSource not to connect again.
    if (isOver(job) && (await desk.jobs.events(job.id, after)).length === 0) return c.body(null, 204);
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const stop = new AbortController();
      stream.onAbort(() => stop.abort());
      for await (const event of desk.jobs.follow(job.id, after, stop.signal)) {
        if (stream.aborted) return;
        if (event === 'silence') {
          await stream.write(': \n\n');
          continue;
        }
        const { id, type, ...data } = event;
        await stream.writeSSE({ id: String(id), event: type, data: JSON.stringify(toldOf(data)) });
      }
    }) as never;
  });

  app.openapi(draftRoute, async (c) => {
    const job = await desk.jobs.get(c.req.valid('param').id);
    const { source } = await desk.library.entry(job.slug);
    const article = await desk.library.read(source);
    const { file, slug } = article;
    const units = new Map<string, Content>();
    for (const event of await desk.jobs.events(job.id, 0)) {
      if (event.type === 'unit') units.set(event.unit, event.content);
    }
    const text = merge(article, units, { frontmatter: { locale: job.to } });
    const draft = parseArticle(text, { file, slug, locale: job.to, fields: desk.pipeline.frontmatter });
    c.header('Cache-Control', 'no-store');
    const title = draft.frontmatter['title'];
    if (typeof title === 'string') c.header('X-Article-Title', encodeURIComponent(title.slice(0, 500)));
    return c.body(await renderer.html(draft, c.var.messages), 200, { 'Content-Type': 'text/html; charset=utf-8' });
  });

  return app;
}

/** What a stream tells of an event: of a unit its text alone. */
function toldOf(data: object): object {
  if (!('content' in data)) return data;
  const { content, ...rest } = data as { content: Content };
  return { ...rest, text: content.text };
}
