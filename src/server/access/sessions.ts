import { randomBytes } from 'node:crypto';
import type { Session, SessionBook } from '../../store/sessions.js';
import { hashOf } from './keys.js';

/** Browsers that signed in with a key, at this server or at another of the same project. */
export interface Sessions {
  /** The cookie's value for a new session of the key called `name`. */
  open(name: string): Promise<string>;
  /** The name of the key behind a cookie; `undefined` when it is unknown, too old, or signed out. */
  find(token: string): Promise<string | undefined>;
  close(token: string): Promise<void>;
}

/** How long a session lasts, in milliseconds: a working day. */
const lifetime = 12 * 60 * 60 * 1000;

/** How long what the book said is believed, in milliseconds: who signs out elsewhere is signed out here after that. */
const believed = 5000;

/** How many answers of the book are kept. */
const most = 1000;

export const sessionCookie = 'diptych_session';

/** Sessions that are kept in `book`, by `now`'s clock, in milliseconds. */
export function createSessions(book: SessionBook, now: () => number = Date.now): Sessions {
  const known = new Map<string, { readonly session: Session; readonly until: number }>();
  const believe = (session: Session) => {
    known.delete(session.hash);
    known.set(session.hash, { session, until: now() + believed });
    if (known.size > most) known.delete(known.keys().next().value!);
  };
  return {
    async open(name) {
      const token = randomBytes(32).toString('base64url');
      const session = { hash: hashOf(token), name, until: now() + lifetime };
      await book.put(session, now());
      believe(session);
      return token;
    },
    async find(token) {
      if (!/^[\w-]{43}$/.test(token)) return undefined;
      const hash = hashOf(token);
      const last = known.get(hash);
      const session = last !== undefined && last.until > now() ? last.session : await book.get(hash);
      if (session === undefined || session.until <= now()) return undefined;
      if (session !== last?.session) believe(session);
      return session.name;
    },
    async close(token) {
      const hash = hashOf(token);
      known.delete(hash);
      await book.remove(hash);
    },
  };
}
