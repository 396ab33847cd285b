import { z } from 'zod';

/** What a key may be used for. `admin` covers all. */
export const scopes = ['read', 'edit', 'generate', 'publish', 'admin'] as const;
export type Scope = (typeof scopes)[number];

export const storedKeySchema = z.object({
  name: z.string(),
  /** SHA-256 of the key, hexadecimal. A key is 32 random bytes: a slow hash would protect nothing more. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  scopes: z.array(z.enum(scopes)),
  created: z.string(),
});
/** A key as it is stored; the key itself is shown once and never kept. */
export type StoredKey = z.infer<typeof storedKeySchema>;

/** The keys of a project. Every implementation passes `test/store/keys.ts`. */
export interface Keyring {
  /** All keys; none where none were made. Throws `store-failed` for what cannot be trusted. */
  all(): Promise<readonly StoredKey[]>;
  /** Keeps a key; one of the same name is replaced. */
  put(key: StoredKey): Promise<void>;
  /** Takes a key away; whether there was one of that name. */
  remove(name: string): Promise<boolean>;
}
