import { html } from 'hono/html';
import type { Output } from '../../publish/outputs.js';
import type { Markup } from './layout.js';
import { pageAddress } from './list.js';

/**
 * What search engines and feed readers are told of an article's page: its other languages, and which page counts. A page
 * in another language than it claims, or of what is not out yet, is not to be indexed.
 */
export function articleLinks(outputs: readonly Output[], locale: string, site: string): Markup {
  const own = outputs.find((output) => output.locale === locale);
  const original = outputs.find((output) => output.original);
  const address = ({ locale: to, slug }: Output) => site + pageAddress(to, slug);
  const canonical = own ?? original;
  return html`${own === undefined ? html`<meta name="robots" content="noindex">` : ''}
${canonical === undefined ? '' : html`<link rel="canonical" href="${address(canonical)}">`}
${outputs.length > 1 ? outputs.map((output) => html`<link rel="alternate" hreflang="${output.locale}" href="${address(output)}">`) : ''}
${feedLinks(locale)}`;
}

/** The feeds of a language. */
export function feedLinks(locale: string): Markup {
  return html`<link rel="alternate" type="application/atom+xml" href="/${locale}/feed.atom">
<link rel="alternate" type="application/feed+json" href="/${locale}/feed.json">`;
}
