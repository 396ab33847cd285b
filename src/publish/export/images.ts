import { imageAddresses, readdressed } from '../../markdown/image-addresses.js';
import { imagePath } from '../../markdown/image-path.js';
import type { Article } from '../../model/article.js';

/** Paths below `content/` of the project's images that an article shows. */
export function shownImages(article: Article): readonly string[] {
  return imageAddresses(article).flatMap(({ url }) => imagePath(article.file, url) ?? []);
}

/** An article's text with each of its images at another address. */
export function withImages(article: Article, address: (path: string) => string): string {
  return readdressed(article, ({ url }) => {
    const path = imagePath(article.file, url);
    return path === undefined ? undefined : encodeURI(address(path));
  });
}
