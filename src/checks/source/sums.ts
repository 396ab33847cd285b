import type { SourceCheck } from './check.js';
import { equations } from './equations.js';
import { parts } from './parts.js';
import { products } from './products.js';
import { totalColumns, totals } from './totals.js';

/**
 * Totals against their parts, and products against their factors: "Of the $25 billion, $10 billion …, $8 billion … and
 * $7 billion", "three regions of 150 MW each", a table's total row and total column. What holds is reported as neutral,
 * so that an author sees what was examined.
 */
export const sums: SourceCheck = {
  id: 'sums',
  type: 'numbers',
  category: 'accuracy',
  source(document) {
    return [
      ...document.sentences.flatMap((sentence, at) => [
        ...parts(sentence, document.sentences[at - 1], document),
        ...products(sentence, document),
        ...equations(sentence, document),
      ]),
      ...document.tables.flatMap((grid) => [...totals(grid, document), ...totalColumns(grid, document)]),
    ];
  },
};
