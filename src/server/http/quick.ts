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
  /** Absent where only askers who have it already have asked. */
  readonly body?: Buffer;
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
    if (answers.delete(key)) bytes -= kept.body?.length ?? 0;
  };

  const put = (key: string, kept: Kept) => {
    const before = answers.get(key);
    if (before !== undefined) drop(key, before);
    answers.set(key, kept);
    bytes += kept.body?.length ?? 0;
    for (const [oldest, old] of answers) {
      if (answers.size <= most && bytes <= mostBytes) break;
      drop(oldest, old);
    }
  };

  const keep = createMiddleware<Env>(async (c, next) => {
    await next();
    const { holds } = c.var;
    const { incoming } = c.env as { incoming?: Asked };
    const { status } = c.res;
    if (holds === undefined || incoming === undefined || c.req.method !== 'GET') return;
    if (status !== 200 && status !== 304) return;
    const etag = c.res.headers.get('etag');
    const key = keyOf(incoming);
    if (etag === null || key.length > longestKey) return;
    const headers = [...c.res.headers];
    const unchanged = headers.filter(([name]) => repeated.has(name)).flat();
    const known = { holds, route: routeOf(c), path: c.req.path, etag, unchanged };
    const before = answers.get(key);
    if (status === 304) return put(key, before?.etag === etag ? { ...before, holds } : { ...known, whole: [] });
    const body = Buffer.from(await c.res.clone().arrayBuffer());
    put(key, { ...known, body, whole: [...headers.flat(), 'content-length', String(body.length)] });
  });

  /** The status that a request is answered with; `undefined` where what it takes is not here. */
  const statusFor = ({ headers }: IncomingMessage, { holds, etag, body }: Kept): 200 | 304 | undefined => {
    if (!holds()) return undefined;
    const asked = headers['if-none-match'];
    if (asked !== undefined && isAsked(asked, etag)) return 304;
    return body === undefined ? undefined : 200;
  };

  const write = (
    request: IncomingMessage,
    response: ServerResponse,
    kept: Kept,
    status: 200 | 304,
    who: string,
    started: number,
  ) => {
    const id = requestId(request.headers['x-request-id'] as string | undefined);
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
      const kept = answers.get(keyOf(request));
      // What does not hold may hold again once the folders were looked at: it is left where it is.
      const status = kept && statusFor(request, kept);
      if (kept === undefined || status === undefined) return false;
      const started = performance.now();
      if (!access.closed) {
        write(request, response, kept, status, 'local', started);
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
        if (!allowed || statusFor(request, kept) !== status) return false;
        write(request, response, kept, status, who.name, started);
        return true;
      })();
    },
  };
}
