import type { IncomingMessage, ServerResponse } from 'node:http';
import { createMiddleware } from 'hono/factory';
import type { MiddlewareHandler } from 'hono/types';
import { type Access, whoShows } from '../access/guard.js';
import { covers } from '../access/keys.js';
import type { Env } from '../env.js';
import { type Observe, requestId, routeOf } from '../observe.js';
import { isAsked } from './conditional.js';
import { languageCookie } from './negotiate.js';

/**
 * Answers that were given a moment ago, given again without being made again: an article that everybody reads costs its
 * bytes, and a 304 not even those. A route says of an answer for how long it holds; nothing else is ever kept.
 */
export interface QuickLane {
  /** Keeps what routes give with `holds`. Stands outside of whatever sets headers. */
  readonly keep: MiddlewareHandler<Env>;
  /** Answers a request, where its answer is known and still holds, and says whether it did. */
  answer(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean>;
}

/** An answer that is kept. */
interface Kept {
  readonly holds: () => boolean;
  readonly route: string | undefined;
  readonly path: string;
  readonly etag: string;
  readonly body: Buffer;
  /** Names and values in turn, as `writeHead` takes them. */
  readonly whole: readonly string[];
  readonly unchanged: readonly string[];
}

/** How many answers are kept, and how many bytes of them. */
const most = 2000;
const mostBytes = 64 * 1024 * 1024;

/** Nobody's address and language are longer, in characters; who sends more fills no memory with it. */
const longestKey = 1000;

/** What a 304 repeats of the answer that it stands for (RFC 9110 §15.4.5). */
const repeated = new Set(['etag', 'cache-control', 'content-location', 'vary', 'content-language']);

const chosenIn = new RegExp(`(?:^|;\\s*)${languageCookie}=(\\w{2})`);

type Asked = Pick<IncomingMessage, 'url' | 'headers'>;

/** All that an answer depends on beside who asks: what `Vary` names, and the language that somebody has chosen. */
function keyOf({ url, headers }: Asked): string {
  const { host = '', accept = '', 'accept-language': language = '', cookie } = headers;
  const chosen = cookie === undefined ? '' : (chosenIn.exec(cookie)?.[1] ?? '');
  return `${host}\n${url}\n${accept}\n${language}\n${chosen}`;
}

/** A lane beside the routes. `access` is asked for each request; `observe` is told of each answer. */
export function createQuickLane(access: Access, observe: Observe): QuickLane {
  const answers = new Map<string, Kept>();
  let bytes = 0;

  const drop = (key: string, kept: Kept) => {
    if (answers.delete(key)) bytes -= kept.body.length;
  };

  const put = (key: string, kept: Kept) => {
    const before = answers.get(key);
    if (before !== undefined) drop(key, before);
    answers.set(key, kept);
    bytes += kept.body.length;
    for (const [oldest, old] of answers) {
      if (answers.size <= most && bytes <= mostBytes) break;
      drop(oldest, old);
    }
  };

  const keep = createMiddleware<Env>(async (c, next) => {
    await next();
    const { holds } = c.var;
    const { incoming } = c.env as { incoming?: Asked };
    if (holds === undefined || incoming === undefined || c.req.method !== 'GET' || c.res.status !== 200) return;
    const etag = c.res.headers.get('etag');
    const key = keyOf(incoming);
    if (etag === null || key.length > longestKey) return;
    const body = Buffer.from(await c.res.clone().arrayBuffer());
    const headers = [...c.res.headers];
    const length = ['content-length', String(body.length)];
    put(key, {
      holds,
      route: routeOf(c),
      path: c.req.path,
      etag,
      body,
      whole: [...headers.flat(), ...length],
      unchanged: headers.filter(([name]) => repeated.has(name)).flat(),
    });
  });

  const write = (request: IncomingMessage, response: ServerResponse, kept: Kept, who: string, started: number) => {
    const { headers } = request;
    const id = requestId(headers['x-request-id'] as string | undefined);
    const asked = headers['if-none-match'];
    const status = asked !== undefined && isAsked(asked, kept.etag) ? 304 : 200;
    const fields = status === 304 ? kept.unchanged : kept.whole;
    response.writeHead(status, [...fields, 'x-request-id', id]);
    response.end(status === 304 ? undefined : kept.body);
    const { path, route } = kept;
    const milliseconds = Math.round((performance.now() - started) * 10) / 10;
    observe({ type: 'request', id, method: 'GET', path, route, status, milliseconds, who });
  };

  return {
    keep,
    answer(request, response) {
      if (request.method !== 'GET') return false;
      const key = keyOf(request);
      const kept = answers.get(key);
      if (kept === undefined) return false;
      if (!kept.holds()) {
        drop(key, kept);
        return false;
      }
      const started = performance.now();
      if (!access.closed) {
        write(request, response, kept, 'local', started);
        return true;
      }
      return (async () => {
        // Whatever is wrong with the key is told by the routes.
        const who = await whoShows(access, request.headers).catch(() => undefined);
        if (who === undefined || !covers(who, 'read')) return false;
        const allowed = await access.limits.key(who.name).then(
          () => true,
          () => false,
        );
        if (!allowed || !kept.holds()) return false;
        write(request, response, kept, who.name, started);
        return true;
      })();
    },
  };
}
