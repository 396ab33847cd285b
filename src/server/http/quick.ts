import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
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
  /** The answer, if it is known and still holds and whoever asks may have it; it counts as one of their requests. */
  find(asked: Asked): Given | undefined | Promise<Given | undefined>;
  /** Tells of an answer that was written, under an id, to a request that came in at `started`. */
  tell(given: Given, id: string, started: number): void;
}

/** All of a request that decides about its answer. */
export interface Asked {
  /** All that an answer depends on beside who asks. */
  readonly key: string;
  readonly ifNoneMatch: string | undefined;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
}

/** An answer that may be given. */
export interface Given {
  readonly kept: Kept;
  readonly status: 200 | 304;
  /** The name of the key. */
  readonly who: string;
}

/** An answer that is kept. */
interface Kept {
  readonly holds: () => boolean;
  readonly route: string | undefined;
  readonly path: string;
  readonly etag: string;
  /** Absent where only askers who have it already have asked. */
  readonly body?: Buffer;
  readonly 200: Head;
  readonly 304: Head;
}

/** A status and what is said with it, beside the headers that each answer has of its own. */
interface Head {
  /** Names and values in turn, as `writeHead` takes them. */
  readonly fields: readonly string[];
  /** The same as it goes over the wire. */
  readonly text: string;
}

function headOf(status: 200 | 304, fields: readonly string[]): Head {
  let text = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`;
  for (let at = 0; at < fields.length; at += 2) text += `${fields[at]}: ${fields[at + 1]}\r\n`;
  return { fields, text };
}

/** How many answers are kept, and how many bytes of them. */
const most = 2000;
const mostBytes = 64 * 1024 * 1024;

/** Nobody's address and language are longer, in characters; who sends more fills no memory with it. */
const longestKey = 1000;

/** What a 304 repeats of the answer that it stands for (RFC 9110 §15.4.5). */
const repeated = new Set(['etag', 'cache-control', 'content-location', 'vary', 'content-language']);

const chosenIn = new RegExp(`(?:^|;\\s*)${languageCookie}=(\\w{2})`);

/** What decides about the answer to a request that node:http has read. */
export function askedOf({ url, headers }: Pick<IncomingMessage, 'url' | 'headers'>): Asked {
  const { host = '', accept = '', 'accept-language': language = '', cookie, authorization } = headers;
  const chosen = cookie === undefined ? '' : (chosenIn.exec(cookie)?.[1] ?? '');
  const key = `${host}\n${url}\n${accept}\n${language}\n${chosen}`;
  return { key, ifNoneMatch: headers['if-none-match'], authorization, cookie };
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
    const { incoming } = c.env as { incoming?: IncomingMessage };
    const { status } = c.res;
    if (holds === undefined || incoming === undefined || c.req.method !== 'GET') return;
    if (status !== 200 && status !== 304) return;
    const etag = c.res.headers.get('etag');
    const { key } = askedOf(incoming);
    if (etag === null || key.length > longestKey) return;
    const headers = [...c.res.headers];
    const unchanged = headers.filter(([name]) => repeated.has(name)).flat();
    const known = { holds, route: routeOf(c), path: c.req.path, etag, 304: headOf(304, unchanged) };
    const before = answers.get(key);
    if (status === 304) {
      return put(key, before?.etag === etag ? { ...before, holds } : { ...known, 200: headOf(200, []) });
    }
    const body = Buffer.from(await c.res.clone().arrayBuffer());
    const whole = headOf(200, [...headers.flat(), 'content-length', String(body.length)]);
    put(key, { ...known, body, 200: whole });
  });

  /** The status that a request is answered with; `undefined` where what it takes is not here. */
  const statusFor = (asked: string | undefined, { holds, etag, body }: Kept): 200 | 304 | undefined => {
    if (!holds()) return undefined;
    if (asked !== undefined && isAsked(asked, etag)) return 304;
    return body === undefined ? undefined : 200;
  };

  const find = (asked: Asked): Given | undefined | Promise<Given | undefined> => {
    const kept = answers.get(asked.key);
    // What does not hold may hold again once the folders were looked at: it is left where it is.
    const status = kept && statusFor(asked.ifNoneMatch, kept);
    if (kept === undefined || status === undefined) return undefined;
    return access.closed ? findFor(asked, kept, status) : { kept, status, who: 'local' };
  };

  const findFor = async (asked: Asked, kept: Kept, status: 200 | 304): Promise<Given | undefined> => {
    // Whatever is wrong with the key is told by the routes.
    const who = await whoShows(access, asked).catch(() => undefined);
    if (who === undefined || !covers(who, 'read')) return undefined;
    const allowed = await access.limits.key(who.name).then(
      () => true,
      () => false,
    );
    if (!allowed || statusFor(asked.ifNoneMatch, kept) !== status) return undefined;
    return { kept, status, who: who.name };
  };

  const tell = ({ kept: { path, route }, status, who }: Given, id: string, started: number) => {
    const milliseconds = Math.round((performance.now() - started) * 10) / 10;
    observe({ type: 'request', id, method: 'GET', path, route, status, milliseconds, who });
  };

  const write = (request: IncomingMessage, response: ServerResponse, given: Given, started: number) => {
    const { kept, status } = given;
    const id = requestId(request.headers['x-request-id'] as string | undefined);
    response.writeHead(status, [...kept[status].fields, 'x-request-id', id]);
    response.end(status === 304 ? undefined : kept.body);
    tell(given, id, started);
  };

  return {
    keep,
    find,
    tell,
    answer(request, response) {
      if (request.method !== 'GET') return false;
      const started = performance.now();
      const found = find(askedOf(request));
      if (found === undefined) return false;
      if (!(found instanceof Promise)) {
        write(request, response, found, started);
        return true;
      }
      return found.then((given) => {
        if (given !== undefined) write(request, response, given, started);
        return given !== undefined;
      });
    },
  };
}
