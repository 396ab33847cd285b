import { z } from 'zod';

export const sessionSchema = z.object({
  /** SHA-256 of the cookie's value, hexadecimal: who reads the store cannot sign in. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The name of the key that was shown. */
  name: z.string(),
  /** When it ends, in milliseconds since 1970. */
  until: z.number(),
});
/** A browser that signed in. */
export type Session = z.infer<typeof sessionSchema>;

/** The sessions of a project, whichever server opened them. Every implementation passes `test/store/sessions.ts`. */
export interface SessionBook {
  /** Keeps a session; those that ended before `now` are forgotten. */
  put(session: Session, now: number): Promise<void>;
  get(hash: string): Promise<Session | undefined>;
  remove(hash: string): Promise<void>;
}
