import AhoCorasick from 'ahocorasick';
import { bench, describe } from 'vitest';
import { createMatcher } from '../../src/termbase/match.js';
import { many } from '../termbase/concepts.js';

/**
 * 10,000 terms in 10 MB of text (UTF-8), a term every 90 characters or so, in paragraphs of articles: whole words, any
 * case, with plurals and particles. The two beside it do less: they know no inflection, no word and no concept.
 */
const concepts = many(10_000);
const megabytes = 10;
const filler = {
  en: (term: string) => `The committee met twice in the old harbour town and agreed on little. ${term} was named. `,
  ko: (term: string) =>
    `위원회는 오래된 항구 도시에서 두 번 만났지만 합의한 것은 거의 없었다. ${term}에서는 이를 밝혔다. `,
};
const paragraph = 1000;
/** What takes seconds runs three times. */
const few = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 } as const;

describe.each(['en', 'ko'] as const)(`10,000 terms in ${megabytes} MB of text (%s)`, (locale) => {
  const terms = concepts.map((concept) => concept.designations[locale]![0]!.term);
  const paragraphs: string[] = [];
  for (let i = 0, bytes = 0; bytes < megabytes * 1_000_000; bytes += Buffer.byteLength(paragraphs.at(-1)!)) {
    let text = '';
    while (text.length < paragraph) text += filler[locale](terms[(i++ * 7919) % terms.length]!);
    paragraphs.push(text);
  }
  const matcher = createMatcher(concepts, locale, locale === 'en' ? 'ko' : 'en');
  const automaton = new AhoCorasick(terms.map((term) => term.toLowerCase()));
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  const alternation = new RegExp(longestFirst.join('|'), 'gi');
  /** A hundredth of the text: the expression tries term after term at every letter. */
  const part = paragraphs.slice(0, paragraphs.length / 100);

  bench(
    `our matcher, ${megabytes} MB`,
    () => {
      for (const text of paragraphs) matcher.designations(text);
    },
    few,
  );

  bench(
    `ahocorasick from npm, ${megabytes} MB`,
    () => {
      for (const text of paragraphs) automaton.search(text.toLowerCase());
    },
    few,
  );

  bench(
    `one regular expression of alternatives, ${megabytes / 100} MB: times 100 for all`,
    () => {
      for (const text of part) for (const _ of text.matchAll(alternation));
    },
    few,
  );
});

describe('10,000 terms are prepared', () => {
  const terms = concepts.map((concept) => concept.designations['en']![0]!.term);
  bench('our matcher', () => {
    createMatcher(concepts, 'en', 'ko');
  });
  bench('ahocorasick from npm', () => {
    new AhoCorasick(terms);
  });
});
