import { askedCharts, type UndrawnReason } from '../drawing/asked.js';
import type { SourceCheck } from './check.js';

/** What a chart may well be meant to be: data that is loaded is drawn by whoever shows the page, and a page has few charts. */
const allowed: ReadonlySet<UndrawnReason> = new Set(['refused', 'many']);

/** Charts that readers will see as text: specifications that cannot be read or may not be drawn, tables that hold no chart. */
export const drawing: SourceCheck = {
  id: 'drawing',
  type: 'pattern-problem',
  category: 'style',
  source: ({ article, pack }) =>
    askedCharts(article, pack).flatMap((asked) => {
      if ('spec' in asked) return [];
      const { reason, property = '', line, column } = asked;
      const severity = allowed.has(reason) ? 'minor' : 'major';
      return [{ key: 'undrawn', severity, certainty: 'certain', values: { reason, property }, line, column }];
    }),
};
