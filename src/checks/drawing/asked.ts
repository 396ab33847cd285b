import type { LanguagePack } from '../../languages/pack.js';
import { tablesOf } from '../../markdown/index.js';
import type { Article, Range } from '../../model/article.js';
import { tableData } from '../table-data.js';
import { asksForTableChart, chartOfTable, chartRequest } from './request.js';
import { type ChartSpec, hasMark, readSpec, refusal } from './spec.js';

/**
 * Why a chart stays text. `unreadable`: no JSON object; `refused`: has a property that a chart of an article may not
 * have; `mark`: says not what is drawn; `request`: a comment for a table that is not understood; `no-table`: no table
 * after it; `no-figures`, `units`: see `chartOfTable`; `many`: stands beyond the charts of a page that are drawn.
 */
export const undrawnReasons = [
  'unreadable',
  'refused',
  'mark',
  'request',
  'no-table',
  'no-figures',
  'units',
  'many',
] as const;
export type UndrawnReason = (typeof undrawnReasons)[number];

/** A place of an article that asks for a chart, with what is to be drawn, or why nothing is. */
export type AskedChart = {
  readonly range: Range;
  readonly line: number;
  readonly column: number;
} & (
  | { readonly spec: ChartSpec }
  | { readonly reason: UndrawnReason /** For `refused`: which. */; readonly property?: string }
);

/** How many charts of an article are drawn. */
const most = 30;

/** Whether a block of the body's own level asks for a chart: a fence of `vega-lite`, or a comment for the table after it. */
export function asksForChart({
  language,
  html,
}: {
  readonly language?: string | null;
  readonly html?: string;
}): boolean {
  return html === undefined ? /^vega-?lite$/i.test(language ?? '') : asksForTableChart(html);
}

/** The places of an article's body that ask for a chart, in order. */
export function askedCharts(article: Article, pack: LanguagePack): readonly AskedChart[] {
  const tables = new Map(tablesOf(article).map(({ block, index }) => [block, index]));
  const out: AskedChart[] = [];
  article.blocks.forEach(({ kind, language, value = '', range, parent, line, column }, block) => {
    if (parent !== undefined) return;
    const html = kind === 'html' ? article.text.slice(range.start, range.end) : undefined;
    if (
      !(kind === 'html' || kind === 'code') ||
      !asksForChart({ ...(html === undefined ? {} : { html }), language: language ?? null })
    )
      return;
    const chart = html === undefined ? ofFence(value) : ofTable(html, article, tables.get(block + 1), pack);
    out.push({ range, line, column, ...(out.length < most ? chart : { reason: 'many' }) });
  });
  return out;
}

type Chart = { readonly spec: ChartSpec } | { readonly reason: UndrawnReason; readonly property?: string };

function ofFence(source: string): Chart {
  const spec = readSpec(source);
  if (spec === undefined) return { reason: 'unreadable' };
  const property = refusal(spec);
  if (property !== undefined) return { reason: 'refused', property };
  return hasMark(spec) ? { spec } : { reason: 'mark' };
}

function ofTable(comment: string, article: Article, table: number | undefined, pack: LanguagePack): Chart {
  const request = chartRequest(comment);
  if (request === undefined) return { reason: 'request' };
  const data = table === undefined ? undefined : tableData(article, table, pack);
  if (data === undefined) return { reason: 'no-table' };
  const spec = chartOfTable(request, data);
  return typeof spec === 'string' ? { reason: spec } : { spec };
}
