import { type AskedChart, askedCharts, type UndrawnReason } from '../../checks/drawing/asked.js';
import type { ChartSpec } from '../../checks/drawing/spec.js';
import { languagePack } from '../../languages/index.js';
import type { Article, Range } from '../../model/article.js';
import { drawChart } from './draw.js';

/** A drawn chart: for a reader of the page, and in words for one who cannot see it. */
export interface Drawing {
  readonly svg: string;
  readonly alt: string;
  /** Where in the article's text the chart is asked for. */
  readonly range: Range;
}

/** A chart that stays text: where, and why. `failed`: Vega-Lite could not draw it. */
export interface Undrawn {
  readonly line: number;
  readonly column: number;
  readonly reason: UndrawnReason | 'failed';
  readonly property?: string;
}

/** What is drawn at each place of an article's body that asks for a chart, in order; `undefined` where it stays text. */
export type Drawings = readonly (Drawing | undefined)[];

/** Draws the charts of an article in its own language. Charts that are refused or broken are left as text. */
export async function drawCharts(article: Article): Promise<Drawings> {
  return (await drawOrTell(article)).drawings;
}

/** Draws the charts of an article, and says of each that stays text why it does. */
export async function drawOrTell(
  article: Article,
): Promise<{ readonly drawings: Drawings; readonly undrawn: readonly Undrawn[] }> {
  const drawings: (Drawing | undefined)[] = [];
  const undrawn: Undrawn[] = [];
  for (const asked of askedCharts(article, languagePack(article.locale))) {
    const svg = 'spec' in asked ? await drawChart(asked.spec, article.locale) : undefined;
    if (svg === undefined) undrawn.push(told(asked));
    drawings.push(
      svg === undefined || !('spec' in asked) ? undefined : { svg, alt: altOf(asked.spec), range: asked.range },
    );
  }
  return { drawings, undrawn };
}

function told(asked: AskedChart): Undrawn {
  const { line, column } = asked;
  if ('spec' in asked) return { line, column, reason: 'failed' };
  const { reason, property } = asked;
  return { line, column, reason, ...(property === undefined ? {} : { property }) };
}

function altOf({ description, title }: ChartSpec): string {
  if (typeof description === 'string') return description;
  if (typeof title === 'string') return title;
  const text = typeof title === 'object' && title !== null && 'text' in title ? title.text : '';
  return typeof text === 'string' ? text : '';
}
