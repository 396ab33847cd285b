import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bodyStart, decodeSource } from '../markdown/index.js';
import type { Article } from '../model/article.js';
import { sha256 } from '../model/hash.js';
import type { SourceFile } from './inventory.js';
import type { Bench } from './request.js';
import type { Stages } from './stages/index.js';

/** Reads and parses a source, or its frontmatter alone. Throws what a broken source deserves: `invalid-utf8`, `invalid-yaml`, `wrong-locale` … */
export async function readArticle(
  source: SourceFile,
  { project, pipeline }: Bench,
  stages: Stages,
  part: 'whole' | 'head' = 'whole',
): Promise<Article> {
  const { file, slug, locale } = source;
  const bytes = await readFile(join(project.root, file));
  const all = decodeSource(bytes, file, pipeline.limits.fileBytes);
  const text = part === 'head' ? all.slice(0, bodyStart(all)) : all;
  let article: Article = { file, slug, locale, text, revision: sha256(bytes), frontmatter: {}, blocks: [], units: [] };
  for (const stage of stages.source) article = await stage.run(article, { pipeline });
  return article;
}
