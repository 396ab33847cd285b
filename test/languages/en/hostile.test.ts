import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../../../src/languages/en/read/index.js';
import { withstands } from '../hostile.js';

withstands(read, {
  floods: {
    digits: '7',
    commas: '1,',
    'grouped thousands': '123,',
    'groups of two': '12,',
    points: '1.',
    'spaced groups': '123 ',
    hex: 'deadbeef0',
    scales: 'million ',
    ones: 'one ',
    'hundreds and': 'one hundred and ',
    'thousands of': 'thousands of ',
    hyphens: 'a-',
    'letters and digits': 'a1',
    names: 'GPT-5.5-',
    quotes: `5'`,
    currency: '$',
    amounts: '$1 and ',
    minus: '-',
    ranges: '1-2-',
    to: '5 to ',
    feet: '5 feet ',
    half: 'half a ',
    powers: '9^9',
    exponents: '1e9',
    months: 'May ',
    slashes: '1/2/',
    paths: '/a',
    addresses: 'a@',
    colons: '1:',
    percent: '%',
    ordinals: 'first ',
    no: 'No. ',
    entities: '&#',
    'tied halves': 'half-a-',
    superscripts: '10⁶',
    'times ten': '2x10',
    'tied ranges': '5-to-',
    'feet and inches': '6-foot-',
    parts: 'parts per ',
    apostrophes: "1'",
    underscores: '1_',
    'signs of names': 'S&',
    'years and quarters': '2026 Q1 ',
    hedges: '5-plus ',
  },
  words:
    '$ € % - – . , : / \' " 5 05 1990 2026 3.2 1,000 million bn K and a half to of one two twenty hundred first third May 3rd pm at about over more than km feet inches years old Q3 FY in the 90s GPT x times °C ×10^6 S&P HTTP/2 -to- quarter-point or century _',
  gaps: [' ', ' ', ''],
  sentence: 'Sales rose 5% to $12 million in May 2026, over 3 years. ',
});

test('a number of thirty digits is one, a longer run of digits is none', () => {
  expect(read('about 1,000,000,000,000,000,000,000,000,000,000 things').quantities[0]?.value).toBe(
    `1${'0'.repeat(30)}`,
  );
  expect(read('7'.repeat(60)).quantities).toEqual([]);
});

test('an integer is read as written, whatever its grouping', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 10_000n, max: 10n ** 30n }), (n) => {
      const grouped = n.toString().replace(/\B(?=(\d{3})+$)/g, ',');
      expect(read(`about ${grouped} things`).quantities[0]?.value).toBe(n.toString());
      expect(read(`$${n}`).quantities[0]).toMatchObject({ kind: 'money', value: n.toString() });
    }),
  );
});
