import type { Layout, Page } from '../layout.js';
import { redirectMap } from '../redirects.js';

/**
 * Astro Starlight. It announces every language of every page by `hreflang`, fallback pages included; the middleware that
 * is written here (`routeMiddleware: './src/diptych.ts'` in the site's configuration) leaves those that are out.
 */
export const astro: Layout = {
  id: 'astro',
  page: ({ locale, slug }) => `src/content/docs/${locale}/${slug}.md`,
  address: ({ locale, slug }) => `/${locale}/${slug}/`,
  media: { folder: 'public/media', address: (path) => `/media/${path}` },
  drawsCharts: true,
  frontmatter: ({ head }) => ({
    title: head.title,
    ...(head.summary === undefined ? {} : { description: head.summary }),
  }),
  files: ({ pages, redirects }) => [
    { path: 'src/diptych.redirects.json', text: redirectMap(redirects) },
    { path: 'src/diptych.ts', text: middleware(pages) },
  ],
};

/** The middleware with the languages of each page, by Starlight's id for it. */
function middleware(pages: readonly Page[]): string {
  const out = Object.fromEntries(pages.map(({ slug, locale, languages }) => [`${locale}/${slug}`, languages]));
  return `// Written by \`diptych export\`: names by hreflang only the languages that an article is out in.
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

type Link = { readonly locale: string; readonly address: string; readonly original: boolean };

const out: Readonly<Record<string, readonly Link[]>> = ${JSON.stringify(out, null, 1)};

const link = (hreflang: string, href: string) => ({
  tag: 'link' as const,
  attrs: { rel: 'alternate', hreflang, href },
  content: '',
});

export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { head, id } = locals.starlightRoute;
  const own = out[id];
  if (own === undefined) return;
  const others = head.filter(({ tag, attrs }) => tag !== 'link' || attrs?.rel !== 'alternate' || attrs.hreflang === undefined);
  const original = own.find((one) => one.original);
  locals.starlightRoute.head = [
    ...others,
    ...(own.length > 1 ? own.map(({ locale, address }) => link(locale, address)) : []),
    ...(own.length > 1 && original !== undefined ? [link('x-default', original.address)] : []),
  ];
});
`;
}
