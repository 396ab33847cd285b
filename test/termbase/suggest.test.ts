import { describe, expect, it } from 'vitest';
import { languagePack } from '../../src/languages/index.js';
import { createMatcher } from '../../src/termbase/match.js';
import { suggestTerms } from '../../src/termbase/suggest.js';
import { concept } from './concepts.js';

const [en, ko] = [languagePack('en'), languagePack('ko')];
const known = createMatcher([concept('us', { en: ['United States'], ko: ['미국'] })], 'en', 'ko');
const pairs = [
  { source: 'The grid of the United States met Fermilab in 2024.', target: '미국 전력망은 2024년 페르미랩과 만났다.' },
  { source: 'A power grid needs Fermilab, and 150 MW.', target: '전력망에는 페르미랩이, 그리고 150MW가 필요하다.' },
  { source: 'The power grid grew by 150 MW in the United States.', target: '미국에서 전력망이 150MW 커졌다.' },
  { source: 'When a power grid fails, Fermilab waits.', target: '전력망이 멈추면 페르미 연구소가 기다린다.' },
  { source: 'One power grid is enough.', target: '전력망은 하나면 된다.' },
  { source: 'Fermilab is in Batavia.' },
];

describe('suggestions', () => {
  const found = suggestTerms(pairs, en, ko, known, 10);

  it('name what recurs and is not known, with the translations in use', () => {
    expect(found.map(({ term, texts }) => `${term} ${texts}`)).toEqual(['Fermilab 3', 'power grid 4']);
    expect(found[0]!.translations[0]).toEqual({ term: '페르미랩', texts: 2 });
    expect(found[1]!.translations[0]).toEqual({ term: '전력망', texts: 4 });
  });

  it('are as many as asked for', () => {
    expect(suggestTerms(pairs, en, ko, known, 1)).toHaveLength(1);
    expect(suggestTerms([], en, ko, known, 10)).toEqual([]);
  });

  it('come from Korean too, without particles', () => {
    const korean = createMatcher([], 'ko', 'en');
    const back = pairs.flatMap(({ source, target }) =>
      target === undefined ? [] : [{ source: target, target: source }],
    );
    const more = [
      ...back,
      { source: '새 트랜스포머를 쓴다. 트랜스포머는 크다.' },
      { source: '트랜스포머에서는 된다.' },
    ];
    expect(suggestTerms(more, ko, en, korean, 10).map(({ term }) => term)).toContain('트랜스포머');
  });
});
