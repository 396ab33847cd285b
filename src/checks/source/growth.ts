import type { SourceCheck } from './check.js';
import { fromTo } from './growth-prose.js';
import { changes, compound } from './growth-tables.js';
import { takeaway } from './takeaway.js';

/**
 * Growth against the figures that it is between: CAGR columns, columns of changes, "from 52% to 78%, a 50% improvement",
 * "doubled from $20 million to $50 million", and a takeaway under its table.
 */
export const growth: SourceCheck = {
  id: 'growth',
  type: 'numbers',
  category: 'accuracy',
  source(document) {
    return [
      ...document.tables.flatMap((grid) => [...compound(grid, document), ...changes(grid, document)]),
      ...document.sentences.flatMap((sentence) => fromTo(sentence, document)),
      ...document.tables.flatMap((grid) => takeaway(grid, document)),
    ];
  },
};
