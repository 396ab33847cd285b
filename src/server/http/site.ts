import type { Context } from 'hono';

/** The site's own address: the one that was set, or the one that the request was made to. Without a slash at the end. */
export function siteOf(c: Context, set: string | undefined): string {
  if (set !== undefined) return set;
  const { protocol, host } = new URL(c.req.url);
  return `${protocol}//${host}`;
}
