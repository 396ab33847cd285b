import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { JobState } from '../store/jobs.js';
import type { Env } from './env.js';

/** A request that was answered. Nothing in it is a key, a cookie, a query or a body. */
export interface RequestEvent {
  readonly type: 'request';
  /** The asker's `X-Request-Id`, or one that was made. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The pattern that the path fits, such as `/api/v1/jobs/:id`; absent where there is none. */
  readonly route: string | undefined;
  readonly status: number;
  /** Until the answer began: a stream of events lasts longer. */
  readonly milliseconds: number;
  /** The name of the key. */
  readonly who: string | undefined;
}

/** A job that has come to an end, or was put back to be done again (`queued`). */
export interface JobEnd {
  readonly type: 'job';
  readonly job: string;
  readonly slug: string;
  readonly locale: string;
  readonly state: JobState;
  /** What became of the translation, where the job was done. */
  readonly outcome: string | undefined;
  /** Codes of the errors that it met. */
  readonly errors: readonly string[];
  readonly milliseconds: number;
}

/** Told of what a server or worker does. Must not throw. */
export type Observe = (event: RequestEvent | JobEnd) => void;

/** Told of failures that are no asker's fault, with the id of the request that met it. */
export type Log = (error: unknown, request?: string) => void;

/** Gives each request its id, says it in the answer, and tells of the answer. */
export function watch(observe: Observe): MiddlewareHandler<Env> {
  return createMiddleware(async (c, next) => {
    const started = performance.now();
    const id = requestId(c.req.header('x-request-id'));
    c.set('request', id);
    await next();
    c.header('X-Request-Id', id);
    observe({
      type: 'request',
      id,
      method: c.req.method,
      path: c.req.path,
      route: routeOf(c),
      status: c.res.status,
      milliseconds: Math.round((performance.now() - started) * 10) / 10,
      who: c.get('who')?.name,
    });
  });
}

/** What a proxy in front has called the request, when that can stand in a log as it is. */
export function requestId(given: string | undefined): string {
  return given !== undefined && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Middleware stands for every method; the first that stands for one is the route that answers. */
export function routeOf(c: Context<Env>): string | undefined {
  return matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path;
}
