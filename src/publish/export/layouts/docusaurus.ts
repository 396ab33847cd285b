import type { Layout, Place } from '../layout.js';
import { redirectLines } from '../redirects.js';

const folders = (locale: string, defaultLocale: string) =>
  locale === defaultLocale ? 'docs' : `i18n/${locale}/docusaurus-plugin-content-docs/current`;

const languageLink = (href: string, hrefLang: string) => ({ rel: 'alternate', hrefLang, href });

/**
 * Docusaurus: the default locale in `docs/`, the others in `i18n/`. `mdx.format: md` has the text read as the Markdown
 * that it is: as MDX, `<5%` and `{…}` would break the build.
 */
export const docusaurus: Layout = {
  id: 'docusaurus',
  page: ({ locale, slug }, defaultLocale) => `${folders(locale, defaultLocale)}/${slug}.md`,
  address: ({ locale, slug }: Place, defaultLocale) =>
    locale === defaultLocale ? `/docs/${slug}` : `/${locale}/docs/${slug}`,
  media: { folder: 'static/media', address: (path) => `/media/${path}` },
  drawsCharts: true,
  frontmatter: ({ head }) => ({
    title: head.title,
    ...(head.summary === undefined ? {} : { description: head.summary }),
    mdx: { format: 'md' },
  }),
  files: ({ redirects, pages }) => [
    { path: 'static/_redirects', text: redirectLines(redirects) },
    {
      path: 'diptych.languages.json',
      text: `${JSON.stringify(
        Object.fromEntries(
          pages.map(({ languages, locale }) => [
            languages.find((one) => one.locale === locale)!.address,
            languages.map((one) => languageLink(one.address, one.locale)),
          ]),
        ),
        null,
        1,
      )}\n`,
    },
  ],
};
