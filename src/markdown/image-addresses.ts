import type { Article, Range } from '../model/article.js';
import { applyEdits } from '../model/edit.js';

/** An address of an image as an article's text holds it. */
export interface ImageAddress {
  readonly url: string;
  /** Where it stands in the text, without what surrounds it. */
  readonly range: Range;
}

/** Where the addresses of an article's images stand: in the image, or in the definition that it refers to. In order. */
export function imageAddresses({ text, references = [], blocks }: Article): readonly ImageAddress[] {
  const found = new Map<number, ImageAddress>();
  for (const { kind, url, range } of references) {
    if (kind !== 'image' || url === '') continue;
    const definitions = blocks.filter((block) => block.kind === 'definition' && block.url === url);
    for (const place of [range, ...definitions.map((block) => block.range)]) {
      const start = addressIn(text, place, url);
      if (start !== undefined) found.set(start, { url, range: { start, end: start + url.length } });
    }
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
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

/** An article's text with other addresses; those for which `other` gives none stay, as does every other byte. */
export function readdressed(article: Article, other: (address: ImageAddress) => string | undefined): string {
  const edits = imageAddresses(article).flatMap((address) => {
    const text = other(address);
    return text === undefined ? [] : [{ ...address.range, text }];
  });
  return applyEdits({ text: article.text, codes: [] }, edits).text;
}
