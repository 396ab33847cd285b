import { csvCell, csvLabels } from './chart-csv.js';
import { jsonLabels } from './chart-json.js';
import type { ChartLabel } from './chart-label.js';
import { mermaidLabels, mermaidText } from './chart-mermaid.js';

const readers: Readonly<Record<string, (source: string) => ChartLabel[]>> = {
  'vega-lite': jsonLabels,
  vegalite: jsonLabels,
  mermaid: mermaidLabels,
  csv: csvLabels,
};

/** Longer than this, a block is data, and not read for labels. */
const longest = 200_000;

/**
 * The labels of a chart written as text in a fenced block. Linear in its length. `source` is what stands between the
 * fences; nothing but the labels is ever changed, so that data and structure are the source's byte for byte.
 */
export function chartLabels(language: string, source: string): readonly ChartLabel[] {
  const read = readers[language.toLowerCase()];
  if (read === undefined || source.length > longest) return [];
  return read(source).filter(({ text }) => /\p{L}/u.test(text) && !/^(?:https?:|[\w./-]+\.\w{2,4}$)/.test(text));
}

/** A label as it is written in its chart. `old` is what stands there. */
export function writeChartLabel(syntax: string, text: string, old: string): string {
  if (syntax === 'json') return JSON.stringify(text).slice(1, -1);
  if (syntax === 'csv') return csvCell(text, old);
  return mermaidText(text, old, syntax === 'mermaid:line');
}
