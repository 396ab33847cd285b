import type { Root } from 'mdast';
import type { Article } from '../model/article.js';
import { splitFrontmatter } from './frontmatter.js';
import { isMdx } from './parse.js';
import { parseBody } from './parse-body.js';

/** The syntax tree of an article's body, in time that grows with its length: what a printer of another format starts from. */
export function bodyTree({ file, text }: Pick<Article, 'file' | 'text'>): Root {
  const { bodyStart } = splitFrontmatter(text);
  const children = parseBody(text.slice(bodyStart), isMdx(file, text, bodyStart));
  return { type: 'root', children: children as unknown as Root['children'] };
}
