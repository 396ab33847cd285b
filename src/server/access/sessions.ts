import { randomBytes } from 'node:crypto';

/** Browsers that signed in with a key. Sessions live in the process: after a restart people sign in again. */
export interface Sessions {
  /** The cookie's value for a new session of the key called `name`. */
  open(name: string): string;
  /** The name of the key behind a cookie; `undefined` when it is unknown or too old. */
  find(token: string): string | undefined;
  close(token: string): void;
}

/** How long a session lasts, in milliseconds: a working day. */
const lifetime = 12 * 60 * 60 * 1000;

/** How many sessions are kept; the oldest goes first. */
const most = 1000;

export const sessionCookie = 'diptych_session';

/** Sessions by `now`'s clock, in milliseconds. */
export function createSessions(now: () => number = Date.now): Sessions {
  const open = new Map<string, { readonly name: string; readonly until: number }>();
  return {
    open(name) {
      const token = randomBytes(32).toString('base64url');
      open.set(token, { name, until: now() + lifetime });
      if (open.size > most) open.delete(open.keys().next().value!);
      return token;
    },
    find(token) {
      const session = open.get(token);
      if (session === undefined) return undefined;
      if (session.until > now()) return session.name;
      open.delete(token);
      return undefined;
    },
    close: (token) => void open.delete(token),
  };
}
