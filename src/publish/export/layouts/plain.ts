import { atomFeed, type Feed, jsonFeed } from '../../feeds.js';
import { sitemap } from '../../sitemap.js';
import { xml } from '../../xml.js';
import type { ExportFile, Layout, Page, Place, Redirect, Site } from '../layout.js';
import { redirectLines } from '../redirects.js';

const pathOf = ({ locale, slug }: Place) => `${locale}/${slug}`;

/** Nothing but files: each article as Markdown, HTML and JSON, feeds and a sitemap, pages that lead on where a language is missing. */
export const plain: Layout = {
  id: 'plain',
  page: (place) => `${pathOf(place)}.md`,
  address: (place) => `/${pathOf(place)}.html`,
  media: { folder: 'media', address: (path) => `/media/${path}` },
  drawsCharts: false,
  frontmatter: () => ({}),
  files: (site) => [
    ...site.pages.flatMap((page) => [
      { path: `${pathOf(page)}.html`, text: htmlPage(page, site) },
      { path: `${pathOf(page)}.json`, text: jsonPage(page, site) },
    ]),
    ...site.redirects.map((redirect) => ({ path: redirect.from.slice(1), text: redirectPage(redirect, site) })),
    { path: '_redirects', text: redirectLines(site.redirects) },
    // Feeds and sitemaps are read far from the site: without its address they would lead nowhere.
    ...(site.url === '' ? [] : lists(site)),
  ],
};

function lists(site: Site): ExportFile[] {
  const address = (place: Place) => plain.address(place, site.defaultLocale);
  const feeds = site.locales.flatMap((locale) => {
    const feed = (self: string): Feed => ({
      title: site.titleOf(locale),
      locale,
      site: site.url,
      self,
      stories: site.pages.filter((page) => page.locale === locale).slice(0, feedLength),
      pathOf: address,
      htmlOf: ({ article }) => site.htmlOf(article),
    });
    return [
      { path: `${locale}/feed.atom`, text: atomFeed(feed(`/${locale}/feed.atom`)) },
      { path: `${locale}/feed.json`, text: jsonFeed(feed(`/${locale}/feed.json`)) },
    ];
  });
  return [...feeds, { path: 'sitemap.xml', text: sitemap(site.pages, (output) => site.url + address(output)) }];
}

/** The newest articles that a feed holds. */
const feedLength = 50;

function htmlPage(page: Page, site: Site): string {
  const { head, locale, languages } = page;
  const own = languages.find((one) => one.locale === locale)!;
  const links = languages.map((one) => link('alternate', one.address, one.locale));
  const original = languages.find((one) => one.original);
  if (original !== undefined) links.push(link('alternate', original.address, 'x-default'));
  const summary = head.summary === undefined ? '' : `<meta name="description" content="${xml(head.summary)}">\n`;
  return `<!doctype html>
<html lang="${xml(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xml(head.title)}</title>
${summary}${link('canonical', own.address)}
${languages.length > 1 ? `${links.join('\n')}\n` : ''}</head>
<body>
<article>
<h1>${xml(head.title)}</h1>
${site.htmlOf(page.article)}
</article>
</body>
</html>
`;
}

function link(rel: string, href: string, hreflang?: string): string {
  return `<link rel="${rel}"${hreflang === undefined ? '' : ` hreflang="${xml(hreflang)}"`} href="${xml(href)}">`;
}

/** Not indexed, and leading on at once: a reader of a language that is not out is shown the original. */
function redirectPage({ to }: Redirect, { url }: Site): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${xml(to)}">
${link('canonical', url + to)}
<a href="${xml(to)}">${xml(to)}</a>
`;
}

function jsonPage({ slug, locale, original, revision, head, article, languages }: Page, site: Site): string {
  const whole = {
    slug,
    locale,
    original,
    revision,
    title: head.title,
    ...(head.summary === undefined ? {} : { summary: head.summary }),
    ...(head.topic === undefined ? {} : { topic: head.topic }),
    ...(head.date === undefined ? {} : { date: head.date }),
    languages,
    frontmatter: article.frontmatter,
    html: site.htmlOf(article),
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}
