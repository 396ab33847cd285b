import type { Check } from './check.js';
import { differencesOf, figureFinding } from './figures.js';

/** Compares the figures of a unit and its translation by value, whatever their spelling. */
export const quantities: Check = {
  id: 'quantities',
  type: 'numbers',
  category: 'accuracy',
  unit: (pair, context) =>
    differencesOf(pair, context).flatMap((difference) => figureFinding(difference, pair, context) ?? []),
};
