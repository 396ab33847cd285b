import type { FigureStyle } from '../../languages/pack.js';
import type { GlossedArticle, GlossedUnit, Unit } from '../../model/article.js';
import { topicsOf } from '../../model/topics.js';
import { renderAll } from '../../quantities/render.js';
import type { TargetContext, TargetStage } from './stage.js';

/** Finds the terms, by what the article is about, and the quantities of each unit, with the form that the target language must show. */
export const glossary: TargetStage = {
  phase: 'target',
  run(article, context): GlossedArticle {
    const { source, topics } = context.terms([...topicsOf(article.frontmatter), ...context.pipeline.topics]);
    const units = article.units.map(
      (unit): GlossedUnit => ({
        ...unit,
        ...(topics.length === 0 ? {} : { topics }),
        terms: source.find(unit.text),
        quantities: renderAll(unit.text, context.from, context.to, renderContext(unit, context)),
      }),
    );
    return { ...article, units, targetLocale: context.to.locale };
  },
};

/** Where a unit's figures stand: a cell takes the short form, a heading a shorter one than a sentence. */
export function renderContext({ kind }: Pick<Unit, 'kind'>, { from, style }: TargetContext) {
  const place =
    kind === 'table-cell' || kind === 'chart-label'
      ? 'cell'
      : kind === 'heading' || kind === 'title'
        ? 'heading'
        : 'prose';
  return { place, from: from.locale, style: style.figures as FigureStyle } as const;
}
