import { describe, expect, it } from 'vitest';
import { topicsOf } from '../../src/model/topics.js';
import { parseTermbase } from '../../src/termbase/load.js';
import { createMatcher } from '../../src/termbase/match.js';
import { conceptsOn, tellingTopics } from '../../src/termbase/topics.js';
import { many } from './concepts.js';

const concepts = parseTermbase(
  `concepts:
  - { id: cell, designations: { en: cell, ko: 칸 } }
  - { id: battery-cell, topics: [Batteries], designations: { en: cell, ko: 셀 } }
  - { id: body-cell, domain: biology, designations: { en: cell, ko: 세포 } }
  - { id: shell, designations: { en: shell, ko: 셀 } }
  - { id: river-bank, domain: rivers, designations: { en: bank, ko: 둑 } }
  - { id: money-bank, domain: finance, designations: { en: bank, ko: 은행 } }
  - id: model
    designations: { en: model, ko: [{ term: 모형 }, { term: 모델, topics: [ai] }, { term: 모델, status: admitted }] }
`,
  'f',
);
const required = (topics: readonly string[], text: string) =>
  createMatcher(conceptsOn(concepts, topics, 'en'), 'en', 'ko')
    .find(text)
    .map((match) => match.required);

describe('what an article is about', () => {
  it('is what its frontmatter names, however it is written', () => {
    expect(
      topicsOf({ topic: { name: 'AI ' }, topics: 'ＡＩ', tags: ['Chips', 3, ['no']], category: '', section: 'Money' }),
    ).toEqual(['ai', 'chips', 'money']);
    expect(topicsOf({ topic: null, tags: { a: 1 } })).toEqual([]);
  });
});

describe('the termbase of an article', () => {
  it.each([
    [[], 'cell', '칸'],
    [['batteries'], 'cell', '셀'],
    [['biology'], 'cell', '세포'],
    // A topic says more than a domain.
    [['biology', 'BATTERIES'], 'cell', '셀'],
    [['batteries'], 'shell', '셀'],
    [['rivers'], 'bank', '둑'],
    [['finance'], 'bank', '은행'],
    // Which bank it is, only a reader can tell.
    [[], 'bank', undefined],
    [['finance', 'rivers'], 'bank', undefined],
    [[], 'model', '모형'],
    [['ai'], 'model', '모델'],
  ])('on %j asks for %s as %s', (topics, text, expected) => {
    expect(required(topics, text)).toEqual([expected]);
  });

  it('is one and the same for all topics that change nothing, so that its matchers are made once', () => {
    expect(tellingTopics(concepts, ['AI', 'sport', 'ai'])).toEqual(['ai']);
    expect(conceptsOn(concepts, ['sport', 'ai'], 'en')).toBe(conceptsOn(concepts, ['AI'], 'en'));
    const plain = many(100);
    expect(conceptsOn(plain, ['ai'], 'en')).toBe(plain);
  });

  it('keeps every word of the other language', () => {
    const ids = createMatcher(conceptsOn(concepts, ['batteries'], 'en'), 'ko', 'en').designations('둑, 은행, 칸, 셀');
    expect(ids.map(({ concept }) => concept.id)).toEqual(['river-bank', 'money-bank', 'cell', 'shell']);
    expect(ids.at(-1)?.others?.map(({ id }) => id)).toEqual(['battery-cell']);
  });
});
