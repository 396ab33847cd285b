import type { Article } from '../model/article.js';
import { sha256 } from '../model/hash.js';
import type { Locale } from '../model/locale.js';
import { Collector } from './collect.js';
import { readFrontmatter, splitFrontmatter } from './frontmatter.js';
import { readBody } from './tree.js';

export interface ParseOptions {
  /** Path as the caller gave it, for messages; `.mdx` is read as MDX. */
  readonly file: string;
  readonly slug: string;
  readonly locale: Locale;
  /** Frontmatter paths that are translated; `*` stands for any index: `title`, `faq.*.question`. */
  readonly fields?: readonly string[];
}

/** Whether the body is MDX: by its name, or because it imports a component before its first heading. */
export function isMdx(file: string, text: string, bodyStart: number): boolean {
  return (
    /\.mdx$/i.test(file) ||
    /^\s*(?:import\s[^\r\n]*\sfrom\s*['"][^'"\r\n]+['"];?\s*[\r\n])/.test(text.slice(bodyStart, bodyStart + 4096))
  );
}

/**
 * Reads an article: its frontmatter, blocks, units and references. Nothing of the text is lost: `merge` puts the units
 * back at their ranges. Throws DiptychError `invalid-yaml` only; any Markdown is an article.
 */
export function parseArticle(text: string, options: ParseOptions): Article {
  const { file, slug, locale, fields = [] } = options;
  const parts = splitFrontmatter(text);
  const frontmatter =
    parts.yaml === undefined ? { values: {}, fields: [] } : readFrontmatter(text, parts.yaml, fields, file);
  const out = new Collector(text);
  for (const { text: content, kind, range, syntax, path } of frontmatter.fields) {
    out.unit({ text: content, codes: [] }, { kind, range, syntax, path });
  }
  readBody(out, parts.bodyStart, isMdx(file, text, parts.bodyStart));
  return {
    file,
    slug,
    locale,
    text,
    revision: sha256(text),
    frontmatter: frontmatter.values,
    ...(parts.yaml === undefined ? {} : { frontmatterRange: parts.yaml }),
    blocks: out.blocks,
    units: out.units,
    references: out.references,
  };
}
