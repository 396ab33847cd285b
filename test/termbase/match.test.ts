import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Concept } from '../../src/model/concept.js';
import { createMatcher } from '../../src/termbase/match.js';
import { concept, many } from './concepts.js';

interface Fixture {
  readonly termbase: Readonly<Record<string, { en: string[]; ko: string[]; proper?: boolean }>>;
  readonly en: readonly (readonly [string, readonly string[]])[];
  readonly ko: readonly (readonly [string, readonly string[]])[];
}

const fixture: Fixture = JSON.parse(readFileSync(new URL('matches.json', import.meta.url), 'utf8'));
const concepts: Concept[] = Object.entries(fixture.termbase).map(([id, { en, ko, proper }]) =>
  concept(id, { en, ko }, proper === true ? { partOfSpeech: 'proper-noun' } : {}),
);
const english = createMatcher(concepts, 'en', 'ko');
const korean = createMatcher(concepts, 'ko', 'en');

describe.each([
  ['en', english, fixture.en],
  ['ko', korean, fixture.ko],
] as const)('terms in %s', (_, matcher, cases) => {
  it.each(cases)('%j', (text, expected) => {
    const found = matcher.find(text);
    expect(found.map((match) => `${match.concept}:${match.text}`)).toEqual(expected);
    for (const { text: written, start, end } of found) expect(text.slice(start, end)).toBe(written);
  });
});

describe('terms in Japanese', () => {
  const terms = [
    concept('center', { ja: ['データセンター'] }),
    concept('cluster', { ja: ['GPU クラスター'] }),
    concept('ai', { ja: ['AI'] }),
  ];
  const matcher = createMatcher(terms, 'ja', 'en');

  it.each([
    ['データセンターとGPUクラスター', ['center', 'cluster']],
    ['GPU クラスターは AI のため', ['cluster', 'ai']],
    ['統合のみ、I。', []],
    ['センターとクラスター', []],
  ])('%s', (text, expected) => {
    expect(matcher.find(text).map((match) => match.concept)).toEqual(expected);
  });
});

describe('what a term requires', () => {
  const moe = concept('moe', { en: ['mixture of experts'], ko: ['전문가 혼합'] });
  moe.designations['en']!.push({ term: 'MoE', status: 'admitted', type: 'abbreviation' });
  moe.designations['ko']!.push({ term: 'MoE', status: 'admitted', type: 'abbreviation' });
  const chip = { ...concept('b200', { en: ['B200'] }), doNotTranslate: true };

  it('is the preferred designation, an abbreviation for an abbreviation, and itself where nothing is translated', () => {
    const matcher = createMatcher([moe, chip], 'en', 'ko');
    expect(matcher.find('A mixture-of-experts (MoE) model on B200s').map(({ required }) => required)).toEqual([
      '전문가 혼합',
      'MoE',
      'B200',
    ]);
  });

  it('is nothing where the other language has no designation', () => {
    const [only] = createMatcher([concept('x', { en: ['throughput'] })], 'en', 'ko').find('throughput');
    expect(only).toEqual({ concept: 'x', text: 'throughput', start: 0, end: 10 });
  });

  it('tells what is never translated in the other direction too', () => {
    expect(createMatcher([chip], 'ko', 'en').find('B200은')[0]).toMatchObject({ text: 'B200', required: 'B200' });
  });

  it('serves a region by its language', () => {
    expect(createMatcher(concepts, 'en-GB', 'ko-KR').find('NVIDIA')[0]?.required).toBe('엔비디아');
  });
});

describe('any text', () => {
  const alphabet = fc.constantFrom(
    ...'가나다라AIGPU구글데이터센 터-는을.\n',
    '엔비디아',
    'data center',
    'Google',
    'ＧＰＵ',
    'İ',
    '😀',
  );
  const text = fc.array(alphabet, { maxLength: 60 }).map((parts) => parts.join(''));

  it.each([
    ['en', english],
    ['ko', korean],
  ] as const)('gives matches in order, apart, and as written: %s', (_, matcher) => {
    fc.assert(
      fc.property(text, (sample) => {
        let stop = 0;
        for (const { start, end, text: written, wordEnd } of matcher.designations(sample)) {
          expect(start).toBeGreaterThanOrEqual(stop);
          expect(wordEnd).toBeGreaterThanOrEqual(end);
          expect(sample.slice(start, end)).toBe(written);
          stop = end;
        }
      }),
    );
  });

  it('finds what a search for each term by itself finds, where terms do not overlap', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[b-df-h]{3,7}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, fc.array(fc.nat(40), { maxLength: 30 }), (terms, picks) => {
        const matcher = createMatcher(
          terms.map((term, i) => concept(`c${i}`, { en: [term] })),
          'en',
          'ko',
        );
        const written = picks.map((pick) => terms[pick] ?? 'zzz').join(' ');
        const expected = picks.flatMap((pick) => (terms[pick] === undefined ? [] : [`c${pick}`]));
        expect(matcher.find(written).map((match) => match.concept)).toEqual(expected);
      }),
    );
  });

  it('is found among 10,000 terms', () => {
    const all = many(10_000);
    const matcher = createMatcher(all, 'en', 'ko');
    const sample = [0, 1, 4999, 9998, 9999].map((i) => all[i]!.designations['en']![0]!.term);
    expect(matcher.find(`${sample.join(', ')}.`).map((match) => match.text)).toEqual(sample);
    expect(matcher.find('nothing of it here')).toEqual([]);
  });
});
