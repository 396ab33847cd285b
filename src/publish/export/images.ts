import { imageAddresses } from '../../markdown/image-addresses.js';
import { imagePath } from '../../markdown/image-path.js';
import type { Article } from '../../model/article.js';
import { applyEdits } from '../../model/edit.js';
import { type ChartFile, pictureOf } from './charts.js';

/** Paths below `content/` of the project's images that an article shows. */
export function shownImages(article: Article): readonly string[] {
  return imageAddresses(article).flatMap(({ url }) => imagePath(article.file, url) ?? []);
}

/** An article's text with each of its images at another address, and its charts as pictures. Every other byte stays. */
export function withImages(article: Article, charts: readonly ChartFile[], address: (path: string) => string): string {
  const images = imageAddresses(article).flatMap(({ url, range }) => {
    const path = imagePath(article.file, url);
    return path === undefined ? [] : [{ ...range, text: encodeURI(address(path)) }];
  });
  const pictures = charts.map((chart) => ({
    ...chart.range,
    text: pictureOf(article, chart, address(chart.path)),
  }));
  return applyEdits({ text: article.text, codes: [] }, [...images, ...pictures]).text;
}
