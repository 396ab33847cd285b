import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { DiptychError } from '../../model/errors.js';
import type { Scope, StoredKey } from '../../store/keys.js';
import { isSecret } from '../door.js';
import type { Env } from '../env.js';
import { hostName, isLoopback } from './address.js';
import { covers, findKey } from './keys.js';
import type { Limits } from './limits.js';
import { type Sessions, sessionCookie } from './sessions.js';

/** Who may come in. */
export interface Access {
  /** Whether a key is asked for: wherever there is one, or others reach the address. */
  readonly closed: boolean;
  /** The keys as they are now: one that was taken away counts no more. */
  readonly keys: () => Promise<readonly StoredKey[]>;
  readonly sessions: Sessions;
  /** What the command line of this machine shows. */
  readonly secret: string;
  /** Names that the server answers to, beside those of this machine. */
  readonly hosts: readonly string[];
  readonly limits: Limits;
}

/** The editor of an open server on one's own machine. */
const local: Pick<StoredKey, 'name' | 'scopes'> = { name: 'local', scopes: ['admin'] };

/** The command line, which may do what it could do without the server. */
const commandLine: Pick<StoredKey, 'name' | 'scopes'> = { name: 'command line', scopes: ['generate'] };

/**
 * Refuses requests that a page of another site makes a browser send: those under a foreign name (DNS rebinding), and
 * those that change something with a foreign `Origin`. A program sends no `Origin`.
 */
export function guardOrigin({ hosts, closed }: Access): MiddlewareHandler<Env> {
  return createMiddleware(async (c, next) => {
    const host = hostName(c.req.header('host') ?? '');
    const known = isLoopback(host) || hosts.includes(host) || (closed && hosts.length === 0);
    if (!known) throw new DiptychError('forbidden', { context: 'host', host });
    const origin = c.req.header('origin');
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
    if (changes && origin !== undefined && originHost(origin) !== c.req.header('host')?.toLowerCase()) {
      throw new DiptychError('forbidden', { context: 'origin', origin: origin.slice(0, 200) });
    }
    await next();
  });
}

/** `https://example.org:8080` → `example.org:8080`; `null` (a sandboxed page) is nobody's. */
function originHost(origin: string): string {
  try {
    return new URL(origin).host;
  } catch {
    return '';
  }
}

/**
 * Finds out who asks, and whether they ask too often; `c.var.who` is absent for a stranger. Who shows a wrong key is
 * counted as a stranger. The people and programs of this machine are not counted.
 */
export function identify(access: Access): MiddlewareHandler<Env> {
  const { closed, limits } = access;
  const countStranger = (c: Context) => limits.stranger(getConnInfo(c).remote.address ?? '');
  return createMiddleware(async (c, next) => {
    if (closed) {
      const shown = { authorization: c.req.header('authorization'), cookie: c.req.header('cookie') };
      const who = await whoShows(access, shown).catch(async (error: unknown) => {
        await countStranger(c);
        throw error;
      });
      c.set('who', who);
      if (who === undefined) await countStranger(c);
      else if (who !== commandLine) await limits.key(who.name);
    } else c.set('who', local);
    await next();
  });
}

const sessionIn = new RegExp(`(?:^|;\\s*)${sessionCookie}=([\\w-]{1,100})`);

/** Whose key or session a request shows; `undefined` for a stranger. Throws `unauthenticated` for a wrong key. */
export async function whoShows(
  { keys, sessions, secret }: Pick<Access, 'keys' | 'sessions' | 'secret'>,
  { authorization, cookie }: { readonly authorization?: string | undefined; readonly cookie?: string | undefined },
): Promise<Pick<StoredKey, 'name' | 'scopes'> | undefined> {
  const bearer = /^Bearer ([\w-]{1,200})$/.exec(authorization ?? '')?.[1];
  if (bearer !== undefined) {
    if (isSecret(secret, bearer)) return commandLine;
    const key = findKey(await keys(), bearer);
    if (key === undefined) throw new DiptychError('unauthenticated', { context: 'key' });
    return key;
  }
  const name = await sessions.find(sessionIn.exec(cookie ?? '')?.[1] ?? '');
  return name === undefined ? undefined : (await keys()).find((key) => key.name === name);
}

/** Lets through who has a key with the scope. Throws `unauthenticated`, `forbidden`. */
export function needs(scope: Scope): MiddlewareHandler<Env> {
  return createMiddleware(async (c, next) => {
    const { who } = c.var;
    if (who === undefined) throw new DiptychError('unauthenticated');
    if (!covers(who, scope)) throw new DiptychError('forbidden', { scope });
    await next();
  });
}
