import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/languages/en/read/index.js';

const size = 100_000;
const fill = (part: string) => part.repeat(Math.ceil(size / part.length));

/** Texts that make a reader look back and forth: long runs of one thing, and beginnings that never end. */
const floods: [string, string][] = [
  ['digits', fill('7')],
  ['commas', fill('1,')],
  ['grouped thousands', fill('123,')],
  ['groups of two', fill('12,')],
  ['points', fill('1.')],
  ['spaced groups', fill('123 ')],
  ['hex', fill('deadbeef0')],
  ['scales', fill('million ')],
  ['ones', fill('one ')],
  ['hundreds and', fill('one hundred and ')],
  ['thousands of', fill('thousands of ')],
  ['hyphens', fill('a-')],
  ['letters and digits', fill('a1')],
  ['names', fill('GPT-5.5-')],
  ['quotes', fill(`5'`)],
  ['currency', fill('$')],
  ['amounts', fill('$1 and ')],
  ['minus', fill('-')],
  ['ranges', fill('1-2-')],
  ['to', fill('5 to ')],
  ['feet', fill('5 feet ')],
  ['half', fill('half a ')],
  ['powers', fill('9^9')],
  ['exponents', fill('1e9')],
  ['months', fill('May ')],
  ['slashes', fill('1/2/')],
  ['paths', fill('/a')],
  ['addresses', fill('a@')],
  ['colons', fill('1:')],
  ['percent', fill('%')],
  ['ordinals', fill('first ')],
  ['no', fill('No. ')],
  ['entities', fill('&#')],
  ['tied halves', fill('half-a-')],
  ['superscripts', fill('10⁶')],
  ['times ten', fill('2x10')],
  ['tied ranges', fill('5-to-')],
  ['feet and inches', fill('6-foot-')],
  ['parts', fill('parts per ')],
  ['apostrophes', fill("1'")],
  ['underscores', fill('1_')],
  ['signs of names', fill('S&')],
  ['years and quarters', fill('2026 Q1 ')],
  ['hedges', fill('5-plus ')],
];

/** 100 kB of each: a reader that looked back or ahead without bound would not come to an end within the test's time. */
describe('floods of one thing are read to the end', () => {
  test.each(floods)('%s', (_name, text) => {
    const { quantities, names } = read(text);
    for (const found of [...quantities, ...names]) expect(text.slice(found.start, found.end)).toBe(found.text);
    for (const { value } of quantities) expect((value ?? '').length).toBeLessThan(2000);
  });

  test('twice the text has twice the figures', () => {
    const sentence = 'Sales rose 5% to $12 million in May 2026, over 3 years. ';
    const count = (times: number) => read(sentence.repeat(times)).quantities.length;
    expect(count(2000)).toBe(2 * count(1000));
  });
});

const words =
  '$ € % - – . , : / \' " 5 05 1990 2026 3.2 1,000 million bn K and a half to of one two twenty hundred first third May 3rd pm at about over more than km feet inches years old Q3 FY in the 90s GPT x times °C ×10^6 S&P HTTP/2 -to- quarter-point or century _'.split(
    ' ',
  );

describe('any text', () => {
  const sane = (text: string) => {
    const { quantities, names } = read(text);
    for (const list of [quantities, names]) {
      let end = 0;
      for (const found of list) {
        expect(found.start).toBeGreaterThanOrEqual(end);
        expect(found.end).toBeGreaterThan(found.start);
        expect(text.slice(found.start, found.end)).toBe(found.text);
        end = found.end;
      }
    }
    for (const name of names) {
      expect(quantities.some((q) => q.start < name.end && name.start < q.end)).toBe(false);
    }
    for (const q of quantities) {
      const exact = [q.value, q.min, q.max].filter((value) => value !== undefined);
      expect(exact.length > 0 || q.vague === true).toBe(true);
      if (q.kind !== 'date' && q.kind !== 'time') for (const value of exact) expect(value).toMatch(/^-?\d+(\.\d+)?$/);
    }
  };

  test('never throws, and every span is in its place', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), sane), { numRuns: 500 });
  });

  test('words of figures in any order', () => {
    const jumble = fc
      .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', '')), { maxLength: 30 })
      .map((parts) => parts.map(([word, gap]) => word + gap).join(''));
    fc.assert(fc.property(jumble, sane), { numRuns: 3000 });
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
});
