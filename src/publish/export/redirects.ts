import type { Redirect } from './layout.js';

/**
 * Redirects as Netlify, Cloudflare Pages and others read them. 302: once the language is out, its address is its own.
 */
export function redirectLines(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to} 302\n`).join('');
}

/** Redirects as `{ "/ko/a": "/en/a" }`, which Astro's configuration takes as it is. */
export function redirectMap(redirects: readonly Redirect[]): string {
  return `${JSON.stringify(Object.fromEntries(redirects.map(({ from, to }) => [from, to])), null, 1)}\n`;
}
