import { bySlug, type Output } from './outputs.js';
import { xml } from './xml.js';

/** As many addresses as one sitemap may hold (sitemaps.org). */
export const sitemapLimit = 50_000;

/**
 * A sitemap: every output with its other languages (`hreflang`), as Google's and sitemaps.org's formats say. A language
 * that an article is not to be had in is not named: a search engine would lead readers to a text in another one.
 */
export function sitemap(outputs: readonly Output[], addressOf: (output: Output) => string): string {
  const groups = bySlug(outputs);
  const urls = outputs.slice(0, sitemapLimit).map((output) => {
    const all = groups.get(output.slug) ?? [];
    const links = all.length > 1 ? all.map((other) => alternate(other.locale, addressOf(other))) : [];
    const original = all.find((other) => other.original);
    if (links.length > 0 && original !== undefined) links.push(alternate('x-default', addressOf(original)));
    return `<url><loc>${xml(addressOf(output))}</loc>${links.join('')}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

function alternate(locale: string, address: string): string {
  return `<xhtml:link rel="alternate" hreflang="${xml(locale)}" href="${xml(address)}"/>`;
}
