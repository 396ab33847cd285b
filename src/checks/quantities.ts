import type { Check } from './check.js';
import { differencesOf, figureFinding } from './figures.js';
import { turnedWords } from './opposites.js';

/** Compares the figures of a unit and its translation by value, whatever their spelling. */
export const quantities: Check = {
  id: 'quantities',
  type: 'numbers',
  category: 'accuracy',
  unit(pair, context) {
    const differences = differencesOf(pair, context);
    const figures = differences.flatMap((difference) => figureFinding(difference, pair, context) ?? []);
    return [...figures, ...turnedWords(pair, context, differences)];
  },
};
