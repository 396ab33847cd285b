import type { GlossedArticle } from '../model/article.js';
import { isHead } from './batches.js';
import type { SourceFile } from './inventory.js';
import { asked, planArticle } from './plan.js';
import type { Question } from './question.js';
import { readArticle } from './read-article.js';
import type { Bench } from './request.js';
import type { Route } from './route.js';
import type { Stages } from './stages/index.js';

/**
 * What an engine is to be asked for so that lists and headers can show an article before its body exists: title and
 * summary, as its frontmatter has them. Only the frontmatter is parsed. Throws what a broken source deserves.
 */
export async function headQuestions(
  source: SourceFile,
  route: Route,
  bench: Bench,
  stages: Stages,
): Promise<readonly Question[]> {
  let article = (await readArticle(source, bench, stages, 'head')) as GlossedArticle;
  article = { ...article, units: article.units.filter(isHead) };
  if (article.units.length === 0) return [];
  for (const stage of stages.target) article = await stage.run(article, route.context);
  return asked(planArticle(article, undefined, '', await route.leverageFor(article)));
}
