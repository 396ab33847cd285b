import { describe, expect, test } from 'vitest';
import { read } from '../../../src/languages/en/read/index.js';
import { reads } from '../corpus.js';

reads(read, new URL('./corpus/', import.meta.url));

test('a name has one key however it is spaced', () => {
  const key = (text: string) => read(text).names[0]?.key;
  expect(key('iPhone 15')).toBe(key('iPhone15'));
  expect(key('GPT-4')).not.toBe(key('GPT-5'));
});

describe('figures in sentences', () => {
  const values = (text: string) => read(text).quantities.map((q) => [q.text, q.value ?? [q.min, q.max]]);

  test('several in a row keep their order and their own words', () => {
    expect(values('Revenue rose 12% to $45B in Q3 2027, from $40.2 billion a year earlier.')).toEqual([
      ['12%', '12'],
      ['$45B', '45000000000'],
      ['Q3 2027', '2027-Q3'],
      ['$40.2 billion', '40200000000'],
      ['a year', '1'],
    ]);
  });

  test('a change between two figures is no range', () => {
    expect(values('It went from 52% to 78% of users.')).toEqual([
      ['52%', '52'],
      ['78%', '78'],
    ]);
  });

  test('"and" between two counts joins nothing', () => {
    expect(values('They sold 2 million and 300 houses, one hundred and two hundred of them new.')).toEqual([
      ['2 million', '2000000'],
      ['300', '300'],
      ['one hundred', '100'],
      ['two hundred', '200'],
    ]);
  });

  test('a rate per time says no time of its own', () => {
    expect(values('It costs $5 a month and runs 60 miles an hour.')).toEqual([
      ['$5', '5'],
      ['60 miles an hour', '60'],
    ]);
  });

  test('won is a verb as well as money', () => {
    expect(read('The 42 won gold; the flat costs 420,000 won.').quantities.map((q) => q.kind)).toEqual([
      'number',
      'money',
    ]);
  });

  test('small words may be dropped, figures may not', () => {
    const hardness = (text: string) => read(text).quantities.map((q) => q.hardness);
    expect(hardness('one of the first two')).toEqual(['soft', 'soft', 'soft']);
    expect(hardness('1 of 2 paid $3, five percent, in May 2020')).toEqual(['hard', 'hard', 'hard', 'hard', 'hard']);
  });

  test('a number word inside a name is soft, because names may be spelt by sound', () => {
    expect(read('They met at the Four Seasons again.').quantities[0]).toMatchObject({ value: '4', hardness: 'soft' });
    expect(read('They met at four places.').quantities[0]).toMatchObject({ value: '4', hardness: 'hard' });
  });
});
