import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/languages/ko/read/index.js';

const size = 200_000;
const fill = (part: string) => part.repeat(Math.ceil(size / part.length));

/** Texts that make a reader look back and forth: long runs of one thing, and beginnings that never end. */
const floods: [string, string][] = [
  ['digits', fill('7')],
  ['full-width digits', fill('７')],
  ['commas', fill('1,')],
  ['grouped thousands', fill('123,')],
  ['points', fill('1.')],
  ['spaced groups', fill('123 ')],
  ['hex', fill('deadbeef0')],
  ['large units', fill('억만')],
  ['scaled groups', fill('1억 2천 ')],
  ['small units', fill('천백십')],
  ['Sino-Korean digits', fill('삼')],
  ['Sino-Korean digits apart', fill('삼 ')],
  ['Sino-Korean numerals', fill('이십이억 오천만 ')],
  ['native numerals', fill('열하나')],
  ['native tens apart', fill('서른 ')],
  ['fractions', fill('3분의 ')],
  ['fractions in Hangul', fill('삼분의일')],
  ['mixed fractions', fill('삼과 오분의 ')],
  ['currency', fill('$')],
  ['minus', fill('-')],
  ['minus in words', fill('마이너스 ')],
  ['ranges', fill('1~2~')],
  ['ranges with counters', fill('1개~')],
  ['ratios', fill('1 대 ')],
  ['ratios with colons', fill('1:')],
  ['names', fill('GPT-5.5-')],
  ['letters and digits', fill('a1')],
  ['Hangul and digits', fill('가1')],
  ['months', fill('4월 ')],
  ['months in words', fill('칠월 ')],
  ['years', fill('2026년 ')],
  ['dotted dates', fill('2026.')],
  ['slashes', fill('1/2/')],
  ['addresses', fill('a@')],
  ['hours', fill('오전 ')],
  ['percent', fill('%')],
  ['ordinals', fill('제1')],
  ['days', fill('하루')],
  ['vague', fill('수백')],
  ['spaces', fill(' ')],
  ['exponents', fill('1e9')],
];

/** 200 kB of each: a reader that looked back or ahead without bound would not come to an end within the test's time. */
describe('floods of one thing are read to the end', () => {
  test.each(floods)('%s', (_name, text) => {
    const { quantities, names } = read(text);
    for (const found of [...quantities, ...names]) expect(text.slice(found.start, found.end)).toBe(found.text);
    for (const { value } of quantities) expect((value ?? '').length).toBeLessThan(2000);
  });

  test('twice the text has twice the figures', () => {
    const sentence = '매출은 2026년 5월 3년 만에 5% 늘어 1,200만 달러가 됐다. ';
    const count = (times: number) => read(sentence.repeat(times)).quantities.length;
    expect(count(2000)).toBe(2 * count(1000));
  });
});

const words =
  '$ € % - – . , : / △ ~ 5 05 1990 2026 3.2 1,000 만 억 조 천 백 십 한 두 세 열 스무 삼 이 오 첫 째 번째 년 월 일 시 분 반 개 명 원 달러 배 분의 약 여 이상 미만 제 차 대 km 도 살 오전 상반기 수십 서너 사흘 절반 마이너스 GPT 과 의 은'.split(
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
      .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('', '', ' ')), { maxLength: 30 })
      .map((parts) => parts.map(([word, gap]) => word + gap).join(''));
    fc.assert(fc.property(jumble, sane), { numRuns: 3000 });
  });

  test('a number of thirty digits is one', () => {
    expect(read('약 1,000,000,000,000,000,000,000,000,000,000개').quantities[0]?.value).toBe(`1${'0'.repeat(30)}`);
  });

  test('an integer is read as written, whatever its grouping', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10_000n, max: 10n ** 30n }), (n) => {
        const grouped = n.toString().replace(/\B(?=(\d{3})+$)/g, ',');
        expect(read(`모두 ${grouped}개다`).quantities[0]?.value).toBe(n.toString());
        expect(read(`$${n}`).quantities[0]).toMatchObject({ kind: 'money', value: n.toString() });
      }),
    );
  });

  test('a Sino-Korean numeral says the same in Hangul as in digits', () => {
    const digits = ['', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
    const small = ['천', '백', '십', ''];
    const group = (n: number) =>
      String(n)
        .padStart(4, '0')
        .split('')
        .map((digit, i) => (digit === '0' ? '' : digits[Number(digit)] + (small[i] ?? '')))
        .join('');
    const four = fc.integer({ min: 1001, max: 9999 });
    fc.assert(
      fc.property(four, four, four, (a, b, c) => {
        const text = `${group(a)}억 ${group(b)}만 ${group(c)} 원`;
        expect(read(text).quantities).toMatchObject([
          { kind: 'money', unit: 'KRW', value: String(a * 1e8 + b * 1e4 + c), text },
        ]);
      }),
    );
  });
});
