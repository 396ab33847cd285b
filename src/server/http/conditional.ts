import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/** A strong validator (RFC 9110 §8.8.1) of whatever is made from these parts alone. */
export function etagOf(...parts: readonly (string | number | undefined)[]): string {
  return etagOfBytes(JSON.stringify(parts));
}

/** A strong validator of an answer that is these bytes. */
export function etagOfBytes(bytes: string | Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
}

/**
 * Whether the asker has this very answer: RFC 9110 §13.1.2, where weak and strong compare alike. Sets the ETag either
 * way, and says that browsers must ask again each time.
 */
export function isNotModified(c: Context, etag: string): boolean {
  c.header('ETag', etag);
  c.header('Cache-Control', 'no-cache');
  const asked = c.req.header('if-none-match');
  return asked !== undefined && isAsked(asked, etag);
}

/** Whether `If-None-Match` names a validator. */
export function isAsked(header: string, etag: string): boolean {
  if (header === etag) return true;
  return header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
