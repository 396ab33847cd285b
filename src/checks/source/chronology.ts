import type { SourceCheck } from './check.js';
import { reversedColumns, reversedRanges, reversedSpans, timelines } from './date-order.js';
import { ages, lengths, since, weekdays } from './date-spans.js';

/**
 * Dates in order: no range that ends before it begins, nothing that starts in May and finishes in the March before, no
 * timeline with one date out of place, no "over four years" beside two years that are five apart, no "for 20 years" of
 * something founded 28 years ago, no 30th anniversary after 25 years, no Monday that is a Friday.
 */
export const chronology: SourceCheck = {
  id: 'chronology',
  type: 'inconsistency',
  category: 'accuracy',
  source: (document) => [
    ...document.sentences.flatMap((sentence) => [
      ...reversedRanges(sentence),
      ...reversedSpans(sentence, document),
      ...weekdays(sentence),
      ...lengths(sentence, document),
      ...ages(sentence, document),
      ...since(sentence, document),
    ]),
    ...document.tables.flatMap((grid) => reversedColumns(grid, document)),
    ...timelines(document),
  ],
};
