import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { imagePath } from '../markdown/image-path.js';
import type { Article } from '../model/article.js';
import type { Locale } from '../model/locale.js';
import { targetFile } from './inventory.js';

/**
 * The images of a source that name its locale before their ending (`chart.en.svg`) and have a file for another language
 * (`chart.ko.svg`): the addresses there by the addresses here. A file counts only where a reader of the translation would
 * get it: below `content/`, at that address seen from the translation's own place.
 */
export async function imageVariants(
  { references = [], locale, slug }: Article,
  to: Locale,
  root: string,
): Promise<ReadonlyMap<string, string>> {
  const variants = new Map<string, string>();
  for (const { kind, url } of references) {
    const variant = kind === 'image' ? variantOf(url, locale, to) : undefined;
    if (variant === undefined || variants.has(url)) continue;
    const path = imagePath(targetFile(slug, to), variant);
    if (path === undefined) continue;
    const found = await stat(join(root, 'content', path)).catch(() => undefined);
    if (found?.isFile()) variants.set(url, variant);
  }
  return variants;
}

/** The address with another locale before the file's ending; `undefined` where it does not name `from` there. */
function variantOf(url: string, from: Locale, to: Locale): string | undefined {
  const [, name, locale, rest] = /^([^?#]*\.)([a-z]{2,3}(?:-[a-z\d]{2,8})*)(\.[a-z\d]+(?:[?#].*)?)$/i.exec(url) ?? [];
  return locale?.toLowerCase() === from.toLowerCase() ? `${name}${to}${rest}` : undefined;
}
