import type { Article, Range } from '../../model/article.js';
import { imagePath } from '../images.js';

/** An image of the project that an article shows. */
export interface Shown {
  /** Path below `content/`. */
  readonly path: string;
  /** Where its address stands in the article's text. */
  readonly range: Range;
}

/** The project's images in an article, with where each address stands: in the image, or in the definition that it refers to. */
export function shownImages(article: Article): readonly Shown[] {
  const shown = new Map<number, Shown>();
  for (const { kind, url, range } of article.references ?? []) {
    if (kind !== 'image') continue;
    const path = imagePath(article.file, url);
    if (path === undefined) continue;
    const places = [
      range,
      ...article.blocks.filter((block) => block.kind === 'definition' && block.url === url).map((block) => block.range),
    ];
    for (const place of places) {
      const start = addressIn(article.text, place, url);
      if (start !== undefined) shown.set(start, { path, range: { start, end: start + url.length } });
    }
  }
  return [...shown.values()].sort((a, b) => a.range.start - b.range.start);
}

/** What stands right before an address: `](`, `](<`, `[label]: `, `src="`. The alt text and the title may say the same words. */
const lead = /(?:\]\(\s*<?|\]:\s*<?|\bsrc\s*=\s*["']?)$/i;

function addressIn(text: string, { start, end }: Range, url: string): number | undefined {
  for (let at = text.lastIndexOf(url, end - url.length); at >= start; at = text.lastIndexOf(url, at - 1)) {
    if (lead.test(text.slice(Math.max(start, at - 40), at))) return at;
    if (at === 0) break;
  }
  return undefined;
}

/** An article's text with each of its images at another address. */
export function withImages(article: Article, address: (path: string) => string): string {
  let text = '';
  let from = 0;
  for (const { path, range } of shownImages(article)) {
    text += article.text.slice(from, range.start) + encodeURI(address(path));
    from = range.end;
  }
  return text + article.text.slice(from);
}
