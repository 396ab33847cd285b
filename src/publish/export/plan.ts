import { imagePath } from '../../markdown/image-path.js';
import type { Article } from '../../model/article.js';
import type { Locale } from '../../model/locale.js';
import type { Drawings } from '../charts/collect.js';
import { articleHtml, type HtmlOptions } from '../html.js';
import type { ManifestArticle } from '../manifest.js';
import { bySlug, type Story } from '../outputs.js';
import { chartFiles } from './charts.js';
import { shownImages, withImages } from './images.js';
import type { ExportFile, Layout, Page, Place, Redirect, Site } from './layout.js';
import { withFrontmatter } from './page.js';

/** All that an export is made of. */
export interface ExportRequest {
  readonly layout: Layout;
  /** `https://news.example.org`, or empty. */
  readonly url: string;
  readonly defaultLocale: Locale;
  readonly locales: readonly Locale[];
  /** Every output, the newest first. */
  readonly stories: readonly Story[];
  readonly manifest: readonly ManifestArticle[];
  readonly titleOf: (locale: Locale) => string;
  readonly footnotes: (locale: Locale) => HtmlOptions['footnotes'];
  readonly drawings: ReadonlyMap<Article, Drawings>;
}

/** The files of an export. Pure: the same articles give the same files. */
export function planExport(request: ExportRequest): readonly ExportFile[] {
  const { layout, url, defaultLocale, locales, stories, manifest } = request;
  const addressOf = (place: Place) => layout.address(place, defaultLocale);
  const articles = bySlug(stories);
  const charts = stories.map((story) =>
    layout.drawsCharts ? chartFiles(story, request.drawings.get(story.article) ?? []) : [],
  );
  const pages = stories.map((story, index): Page => {
    const all = [...(articles.get(story.slug) ?? [])].sort((a, b) => Number(b.original) - Number(a.original));
    return {
      ...story,
      text: withImages(story.article, charts[index]!, layout.media.address),
      languages: all.map((one) => ({ locale: one.locale, address: url + addressOf(one), original: one.original })),
    };
  });
  const redirects = manifest.flatMap(({ slug, sourceLocale, missing }): Redirect[] =>
    missing.map(({ locale }) => ({
      from: addressOf({ slug, locale }),
      to: addressOf({ slug, locale: sourceLocale }),
    })),
  );
  const htmlOf = (article: Article) =>
    articleHtml(article, {
      resolve: (address) => {
        const path = imagePath(article.file, address);
        if (path !== undefined) return encodeURI(layout.media.address(path));
        return /^https:\/\//i.test(address) ? address : undefined;
      },
      footnotes: request.footnotes(article.locale),
      drawings: request.drawings.get(article) ?? [],
    });
  const site: Site = { url, defaultLocale, locales, pages, redirects, htmlOf, titleOf: request.titleOf };
  const images = [...new Set(stories.flatMap(({ article }) => shownImages(article)))].sort();
  return [
    ...pages.map((page) => ({
      path: layout.page(page, defaultLocale),
      text: withFrontmatter(page.text, page.article.frontmatter, layout.frontmatter(page)),
    })),
    ...layout.files(site),
    ...charts.flat().map(({ path, svg }) => ({ path: `${layout.media.folder}/${path}`, text: svg })),
    ...images.map((path) => ({ path: `${layout.media.folder}/${path}`, copy: `content/${path}` })),
  ];
}
