import type { Article } from '../../model/article.js';
import type { Locale } from '../../model/locale.js';
import type { Story } from '../outputs.js';

/** Names of what `diptych export --layout` writes. */
export const layoutIds = ['plain', 'hugo', 'astro', 'docusaurus', 'next'] as const;
export type LayoutId = (typeof layoutIds)[number];

/** An article in a language, by name. */
export interface Place {
  readonly slug: string;
  readonly locale: Locale;
}

/** A file of the export: text that is written, or an image of the project that is copied. Paths have `/`, from the folder on. */
export type ExportFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly copy: string };

/** A language that an article is not out in leads to the one that it was written in. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** One page with all that a layout writes into it. */
export interface Page extends Story {
  /** Its text with the layout's image addresses and no frontmatter of ours added yet. */
  readonly text: string;
  /** Every language that the article is out in, itself included, the original first. Addresses are whole where the site's is known. */
  readonly languages: readonly { readonly locale: Locale; readonly address: string; readonly original: boolean }[];
}

/** The site as a whole. */
export interface Site {
  /** `https://news.example.org`, or empty: addresses then begin at the root. */
  readonly url: string;
  /** The language of the pipeline's first sources. */
  readonly defaultLocale: Locale;
  readonly locales: readonly Locale[];
  readonly pages: readonly Page[];
  readonly redirects: readonly Redirect[];
  /** An article's body as safe HTML with the layout's image addresses. */
  readonly htmlOf: (article: Article) => string;
  readonly titleOf: (locale: Locale) => string;
}

/** How a kind of site wants its files. */
export interface Layout {
  readonly id: LayoutId;
  /** Path of an article's Markdown file. */
  page(place: Place, defaultLocale: Locale): string;
  /** Address of its page on the site, from the root. */
  address(place: Place, defaultLocale: Locale): string;
  /** Folder that images are copied into, keeping their paths below `content/`, and how a page names one. */
  readonly media: { readonly folder: string; address(path: string): string };
  /** Whether charts are files that the Markdown shows; else they stand in the HTML that the layout writes itself. */
  readonly drawsCharts: boolean;
  /** Fields put into a page's frontmatter, unless the author has set them. */
  frontmatter(page: Page): Readonly<Record<string, unknown>>;
  /** Everything beside the pages and images. */
  files(site: Site): readonly ExportFile[];
}
