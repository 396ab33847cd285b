import { z } from 'zod';
import { DiptychError } from '../model/errors.js';
import { sha256 } from '../model/hash.js';

/** Settings of an engine in the pipeline file: plain values, checked by the engine itself. */
export type EngineSettings = Readonly<Record<string, unknown>>;
export type Environment = Readonly<Record<string, string | undefined>>;

/** Name of an environment variable. Keys come from the environment; only the variable's name may stand in a file. */
export const variableName = z.string().regex(/^[A-Z_][A-Z0-9_]*$/, 'the name of an environment variable');

/** Reads an engine's settings. Throws `invalid-pipeline` at the first that is wrong. */
export function readSettings<T>(engine: string, schema: z.ZodType<T>, settings: EngineSettings): T {
  const parsed = schema.safeParse(settings);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DiptychError('invalid-pipeline', {
    path: ['engines', engine, ...(issue?.path ?? [])].join('.'),
    reason: issue?.message ?? '',
  });
}

/** Throws `missing-setting` that names all variables which are absent at once. */
export function requireVariables(engine: string, missing: readonly (string | undefined)[]): void {
  const names = missing.filter((name) => name !== undefined);
  if (names.length > 0) throw new DiptychError('missing-setting', { engine, variable: names.join(', ') });
}

/** Whether an address may be spoken to: https, or plain http on this machine, where nobody reads along. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

/** Whether a server is on this machine: only such a one is spoken to without a key. */
export function isLoopback(address: string | URL): boolean {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** An address without slashes at its end. */
export function trimAddress(address: string): string {
  let end = address.length;
  while (end > 0 && address[end - 1] === '/') end--;
  return address.slice(0, end);
}

/** What a provider counts its limits by, without saying the key. */
export function accountOf(address: string, key: string | undefined): string {
  return sha256(`${address}\0${key ?? ''}`).slice(0, 16);
}
