import { bench, describe } from 'vitest';
import { createMatcher } from '../../src/termbase/match.js';
import { many } from '../termbase/concepts.js';

/** 10,000 terms in 1 MB of text, a term every 60 characters or so. */
const concepts = many(10_000);
const terms = concepts.map((concept) => concept.designations['en']![0]!.term);
const filler = 'The committee met twice in the old harbour town and agreed on little. ';
let text = '';
for (let i = 0; text.length < 1_000_000; i++) text += `${filler}${terms[(i * 7919) % terms.length]} was named. `;

const matcher = createMatcher(concepts, 'en', 'ko');
const alternation = new RegExp(`\\b(?:${[...terms].sort((a, b) => b.length - a.length).join('|')})s?\\b`, 'gi');
/** What is gained by not building one pass: each term looked for by itself, as a table of replacements would. */
const few = terms.slice(0, 200);

describe('10,000 terms in 1 MB', () => {
  bench('matcher', () => {
    matcher.designations(text);
  });

  bench('one regular expression of alternatives (which concept it was is not known)', () => {
    for (const _ of text.matchAll(alternation));
  });

  bench('200 of the terms one by one, 50 kB of it', () => {
    const lower = text.slice(0, 50_000).toLowerCase();
    for (const term of few) for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + 1));
  });
});

describe('10,000 terms', () => {
  bench('are prepared', () => {
    createMatcher(concepts, 'en', 'ko');
  });
});
