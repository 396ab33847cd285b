import type { Layout } from '../layout.js';

/**
 * Next.js: Markdown in `content/`, images in `public/`. `alternates` in the frontmatter has the shape of Next's Metadata,
 * and `diptych.redirects.json` that of `redirects()` in `next.config`.
 */
export const next: Layout = {
  id: 'next',
  page: ({ locale, slug }) => `content/${locale}/${slug}.md`,
  address: ({ locale, slug }) => `/${locale}/${slug}`,
  media: { folder: 'public/media', address: (path) => `/media/${path}` },
  drawsCharts: true,
  frontmatter: ({ head, languages, locale }) => ({
    title: head.title,
    ...(head.summary === undefined ? {} : { description: head.summary }),
    alternates: {
      canonical: languages.find((one) => one.locale === locale)!.address,
      languages: Object.fromEntries(languages.map((one) => [one.locale, one.address])),
    },
  }),
  files: ({ redirects }) => [
    {
      path: 'diptych.redirects.json',
      text: `${JSON.stringify(
        redirects.map(({ from, to }) => ({ source: from, destination: to, permanent: false })),
        null,
        1,
      )}\n`,
    },
  ],
};
