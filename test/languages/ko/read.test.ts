import { describe, expect, test } from 'vitest';
import { read } from '../../../src/languages/ko/read/index.js';
import { reads } from '../corpus.js';

reads(read, new URL('./corpus/', import.meta.url));

describe('figures in sentences', () => {
  const values = (text: string) => read(text).quantities.map((q) => [q.text, q.value ?? [q.min, q.max]]);

  test('several in a row keep their order and their own words', () => {
    expect(values('매출은 2027년 3분기에 450억 달러로 12% 늘었고, 1년 전에는 402억 달러였다.')).toEqual([
      ['2027년 3분기', '2027-Q3'],
      ['450억 달러', '45000000000'],
      ['12%', '12'],
      ['1년', '1'],
      ['402억 달러', '40200000000'],
    ]);
  });

  test('a change between two figures is no range', () => {
    expect(values('52%에서 78%로 뛰었다.')).toEqual([
      ['52%', '52'],
      ['78%', '78'],
    ]);
  });

  test('"과" between two counts joins nothing', () => {
    expect(values('이백과 이천은 다르고, 20과 30도 다르다.')).toEqual([
      ['이백', '200'],
      ['이천', '2000'],
      ['20', '20'],
      ['30', '30'],
    ]);
  });

  test('small words may be dropped, figures may not', () => {
    const hardness = (text: string) => read(text).quantities.map((q) => q.hardness);
    expect(hardness('첫 번째 사람과 두 사람, 그리고 절반')).toEqual(['soft', 'soft', 'soft']);
    expect(hardness('2명이 3달러를 2020년 5월에 냈고 5퍼센트가 남았다')).toEqual(['hard', 'hard', 'hard', 'hard']);
  });

  test('a pound is money where money is spoken of, and a weight where things are weighed', () => {
    expect(read('주가는 80파운드, 몸무게는 80파운드').quantities.map((q) => q.unit)).toEqual(['GBP', 'pound']);
  });
});
