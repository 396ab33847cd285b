import type { Layout } from '../layout.js';
import { redirectLines } from '../redirects.js';

/**
 * Hugo, translated by content folders: each language has `contentDir: content/<locale>` in the site's configuration.
 * `translationKey` ties the languages of an article together, from which themes make their `hreflang` links.
 */
export const hugo: Layout = {
  id: 'hugo',
  page: ({ locale, slug }) => `content/${locale}/${slug}.md`,
  address: ({ locale, slug }) => `/${locale}/${slug}/`,
  media: { folder: 'static/media', address: (path) => `/media/${path}` },
  drawsCharts: true,
  frontmatter: ({ slug, head }) => ({ title: head.title, translationKey: slug }),
  files: ({ redirects }) => [{ path: 'static/_redirects', text: redirectLines(redirects) }],
};
