import { readFile } from 'node:fs/promises';
import { DiptychError } from '../model/errors.js';
import type { Locale } from '../model/locale.js';
import { readHead } from './head.js';

/**
 * A file's language: its frontmatter's `locale`, its folder (`content/ko/`), or its name (`article.ko.md`). Throws
 * `not-found`, and `usage` naming the options in `asked` where nothing says it.
 */
export async function localeOf(file: string, shown: string, asked: string): Promise<Locale> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new DiptychError('not-found', { file: shown }, { file: shown });
  });
  const found =
    readHead(text).locale ??
    /[/\\]([a-z]{2,3})[/\\][^/\\]*$/.exec(file)?.[1] ??
    /\.([a-z]{2,3})\.mdx?$/.exec(file)?.[1];
  if (found === undefined) throw new DiptychError('usage', { context: 'languages', reason: asked, file: shown });
  return found;
}
