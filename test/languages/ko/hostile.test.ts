import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../../../src/languages/ko/read/index.js';
import { withstands } from '../hostile.js';

withstands(read, {
  floods: {
    digits: '7',
    'full-width digits': '７',
    commas: '1,',
    'grouped thousands': '123,',
    points: '1.',
    'spaced groups': '123 ',
    hex: 'deadbeef0',
    'large units': '억만',
    'scaled groups': '1억 2천 ',
    'small units': '천백십',
    'Sino-Korean digits': '삼',
    'Sino-Korean digits apart': '삼 ',
    'Sino-Korean numerals': '이십이억 오천만 ',
    'native numerals': '열하나',
    'native tens apart': '서른 ',
    fractions: '3분의 ',
    'fractions in Hangul': '삼분의일',
    'mixed fractions': '삼과 오분의 ',
    currency: '$',
    minus: '-',
    'minus in words': '마이너스 ',
    ranges: '1~2~',
    'ranges with counters': '1개~',
    ratios: '1 대 ',
    'ratios with colons': '1:',
    names: 'GPT-5.5-',
    'letters and digits': 'a1',
    'Hangul and digits': '가1',
    months: '4월 ',
    'months in words': '칠월 ',
    years: '2026년 ',
    'dotted dates': '2026.',
    slashes: '1/2/',
    addresses: 'a@',
    hours: '오전 ',
    percent: '%',
    ordinals: '제1',
    days: '하루',
    vague: '수백',
    spaces: ' ',
    exponents: '1e9',
  },
  words:
    '$ € % - – . , : / △ ~ 5 05 1990 2026 3.2 1,000 만 억 조 천 백 십 한 두 세 열 스무 삼 이 오 첫 째 번째 년 월 일 시 분 반 개 명 원 달러 배 분의 약 여 이상 미만 제 차 대 km 도 살 오전 상반기 수십 서너 사흘 절반 마이너스 GPT 과 의 은',
  gaps: ['', '', ' '],
  sentence: '매출은 2026년 5월 3년 만에 5% 늘어 1,200만 달러가 됐다. ',
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
