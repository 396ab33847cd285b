import { languagePack } from '../../languages/index.js';
import { tablesOf } from '../../markdown/index.js';
import type { Article } from '../../model/article.js';
import { tableData } from '../table-data.js';
import { chartOfTable, chartRequest } from './directive.js';
import { drawChart } from './draw.js';
import { type ChartSpec, readSpec, refusal } from './spec.js';

/** A drawn chart: for a reader of the page, and in words for one who cannot see it. */
export interface Drawing {
  readonly svg: string;
  readonly alt: string;
}

/** How many charts of an article are drawn. */
const most = 30;

/** What is drawn at each place of an article's body that asks for a chart, in order; `undefined` where it stays text. */
export type Drawings = readonly (Drawing | undefined)[];

/** Whether a block of the body's own level asks for a chart: a fence of `vega-lite`, or a comment for the table after it. */
export function asksForChart({
  language,
  html,
}: {
  readonly language?: string | null;
  readonly html?: string;
}): boolean {
  return html === undefined ? /^vega-?lite$/i.test(language ?? '') : chartRequest(html) !== undefined;
}

/** Draws the charts of an article in its own language. Charts that are refused or broken are left as text. */
export async function drawCharts(article: Article): Promise<Drawings> {
  const out: (Drawing | undefined)[] = [];
  for (const spec of specsOf(article).slice(0, most)) {
    const drawable = spec !== undefined && refusal(spec) === undefined;
    const svg = drawable ? await drawChart(spec, article.locale) : undefined;
    out.push(svg === undefined ? undefined : { svg, alt: altOf(spec!) });
  }
  return out;
}

function specsOf(article: Article): (ChartSpec | undefined)[] {
  const tables = new Map(tablesOf(article).map(({ block, index }) => [block, index]));
  const out: (ChartSpec | undefined)[] = [];
  article.blocks.forEach(({ kind, language, value = '', range, parent }, block) => {
    if (parent !== undefined) return;
    if (kind === 'code' && language !== undefined && asksForChart({ language })) out.push(readSpec(value));
    if (kind !== 'html') return;
    const request = chartRequest(article.text.slice(range.start, range.end));
    if (request === undefined) return;
    const index = tables.get(block + 1);
    const data = index === undefined ? undefined : tableData(article, index, languagePack(article.locale));
    out.push(data === undefined ? undefined : chartOfTable(request, data));
  });
  return out;
}

function altOf({ description, title }: ChartSpec): string {
  if (typeof description === 'string') return description;
  if (typeof title === 'string') return title;
  const text = typeof title === 'object' && title !== null && 'text' in title ? title.text : '';
  return typeof text === 'string' ? text : '';
}
