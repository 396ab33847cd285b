import fc from 'fast-check';
import { edtfYear, yearsBefore } from '../../src/languages/und/eras.js';
import { decimal, divide } from '../../src/model/decimal.js';
import { counterClasses, type Quantity } from '../../src/model/quantity.js';

/** Fields of a quantity before it stands in a text. */
type Fields = Omit<Quantity, 'text' | 'start' | 'end' | 'hardness'>;

const digits = fc.oneof(
  fc.integer({ min: 2, max: 999 }).map(String),
  fc.integer({ min: 1000, max: 2_000_000_000 }).map(String),
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(3, 4, 6, 7, 8, 9, 11, 12))
    .map(([head, zeros]) => `${head}${'0'.repeat(zeros)}`),
);
const pointed = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 999 })).map(([whole, part]) => {
  const value = `${whole}.${String(part).padStart(3, '0')}`;
  return decimal(value);
});
const value = fc.oneof({ weight: 3, arbitrary: digits }, { weight: 1, arbitrary: pointed });
const small = fc.oneof(fc.integer({ min: 2, max: 400 }).map(String), pointed);
const whole = fc.integer({ min: 2, max: 99_999 }).map(String);

const two = (n: number) => String(n).padStart(2, '0');
const year = fc.integer({ min: 1950, max: 2049 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 28 });
const edtf = fc.oneof(
  year.map(String),
  fc.tuple(year, month).map(([y, m]) => `${y}-${two(m)}`),
  fc.tuple(year, month, day).map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
  fc.tuple(month, day).map(([m, d]) => `XXXX-${two(m)}-${two(d)}`),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
  fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, h]) => `${y}-H${h}`),
  fc.integer({ min: 193, max: 203 }).map((n) => `${n}X`),
  fc.integer({ min: 14, max: 19 }).map((n) => `${n}XX`),
);
const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));

const currency = fc.constantFrom(
  'USD',
  'KRW',
  'EUR',
  'JPY',
  'CNY',
  'GBP',
  'HKD',
  'CAD',
  'AUD',
  'SGD',
  'TWD',
  'CHF',
  'INR',
  'cent',
  'penny',
);
const unit = fc.constantFrom(
  ...'kilometer meter centimeter millimeter nanometer mile foot inch kilogram gram tonne liter square-meter square-kilometer hectare kilowatt megawatt gigawatt terawatt-hour megawatt-hour volt gigahertz megabyte gigabyte terabyte celsius fahrenheit kilometer-per-hour gigabit-per-second gigabyte-per-second year-person'.split(
    ' ',
  ),
);
const duration = fc.constantFrom('second', 'minute', 'hour', 'day', 'week', 'month', 'year');

/** One arbitrary for each kind, its values as a reader gives them. */
export const kinds: Readonly<Record<string, fc.Arbitrary<Fields>>> = {
  number: value.map((v) => ({ kind: 'number', value: v })),
  // Korean counts vehicles as machines (대).
  counted: fc
    .tuple(
      whole,
      fc.constantFrom(...counterClasses.filter((unit) => !['share', 'generation', 'vehicle'].includes(unit))),
    )
    // 10대 by itself are people in their teens.
    .filter(([v, u]) => u !== 'machine' || !/^[1-9]0$/.test(v))
    .map(([v, u]) => ({ kind: 'number', value: v, unit: u })),
  // 5주 are weeks and 1,000주 shares; 1,000세대 are households.
  shares: fc.integer({ min: 1000, max: 99_999 }).map((n) => ({ kind: 'number', value: String(n), unit: 'share' })),
  generations: fc.integer({ min: 2, max: 20 }).map((n) => ({ kind: 'number', value: String(n), unit: 'generation' })),
  percent: small.map((v) => ({ kind: 'percent', value: v })),
  negative: small.map((v) => ({ kind: 'percent', value: `-${v}` })),
  'percentage-point': small.map((v) => ({ kind: 'percentage-point', value: v })),
  money: fc.tuple(value, currency).map(([v, u]) => ({ kind: 'money', value: v, unit: u })),
  measure: fc.tuple(small, unit).map(([v, u]) => ({ kind: 'measure', value: v, unit: u })),
  multiplier: small.map((v) => ({ kind: 'multiplier', value: v })),
  ordinal: fc.integer({ min: 1, max: 300 }).map((n) => ({ kind: 'ordinal', value: String(n) })),
  fraction: fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(2, 3, 4, 5, 7, 10, 100))
    .filter(([a, b]) => a < b)
    .map(([a, b]) => ({
      kind: 'fraction',
      value: divide(String(a), String(b)),
      numerator: String(a),
      denominator: String(b),
    })),
  ratio: fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
    .map(([a, b]) => ({ kind: 'ratio', value: String(a), terms: [String(a), String(b)] })),
  date: edtf.map((v) => ({ kind: 'date', value: v })),
  part: fc
    .tuple(
      fc.integer({ min: 193, max: 202 }).map((n) => `${n}X`),
      fc.constantFrom('early' as const, 'mid' as const, 'late' as const),
    )
    .map(([v, part]) => ({ kind: 'date', value: v, part })),
  time: clock.map(([h, m]) => ({
    kind: 'time',
    value: `${two(h)}:${two(m)}`,
    dayPeriod: h >= 12 ? ('pm' as const) : ('am' as const),
  })),
  duration: fc
    .tuple(fc.integer({ min: 2, max: 9999 }).map(String), duration)
    .map(([v, u]) => ({ kind: 'duration', value: v, unit: u })),
  'range of numbers': fc
    .tuple(whole, fc.integer({ min: 1, max: 500 }))
    .map(([v, more]) => ({ kind: 'number', min: v, max: String(Number(v) + more) })),
  'range of durations': fc
    .tuple(fc.integer({ min: 2, max: 90 }), fc.integer({ min: 1, max: 50 }), duration)
    .map(([v, more, u]) => ({ kind: 'duration', min: String(v), max: String(v + more), unit: u })),
  'range of percents': fc
    .tuple(fc.integer({ min: 2, max: 90 }), fc.integer({ min: 1, max: 50 }))
    .map(([v, more]) => ({ kind: 'percent', min: String(v), max: String(v + more) })),
  'range of money': fc
    .tuple(fc.integer({ min: 2, max: 90 }), fc.integer({ min: 1, max: 50 }), fc.constantFrom(0, 6, 9, 12), currency)
    .map(([v, more, zeros, u]) => ({
      kind: 'money',
      min: `${v}${'0'.repeat(zeros)}`,
      max: `${v + more}${'0'.repeat(zeros)}`,
      unit: u,
    })),
  'negative money': fc.tuple(value, currency).map(([v, u]) => ({ kind: 'money', value: `-${v}`, unit: u })),
  'negative measure': fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('celsius', 'fahrenheit'))
    .map(([v, u]) => ({ kind: 'measure', value: `-${v}`, unit: u })),
  'range of measures': fc
    .tuple(fc.integer({ min: 2, max: 90 }), fc.integer({ min: 1, max: 50 }), unit)
    .map(([v, more, u]) => ({ kind: 'measure', min: String(v), max: String(v + more), unit: u })),
  'range of years': fc
    .tuple(fc.integer({ min: 1950, max: 2020 }), fc.integer({ min: 1, max: 29 }))
    .map(([y, more]) => ({ kind: 'date', min: String(y), max: String(y + more) })),
  'range of days': fc
    .tuple(month, fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 }))
    .map(([m, d, more]) => ({ kind: 'date', min: `XXXX-${two(m)}-${two(d)}`, max: `XXXX-${two(m)}-${two(d + more)}` })),
  'years before our era': fc.integer({ min: 1, max: 4000 }).map((n) => ({ kind: 'date', value: edtfYear(1 - n) })),
  'decades before our era': fc.integer({ min: 1, max: 400 }).map((n) => ({ kind: 'date', ...yearsBefore(10 * n) })),
  'centuries before our era': fc.integer({ min: 1, max: 30 }).map((n) => ({ kind: 'date', value: `-${two(n - 1)}XX` })),
  'quarters of a fiscal year': fc
    .tuple(year, fc.integer({ min: 1, max: 4 }))
    .map(([y, q]) => ({ kind: 'date', value: `${y}-Q${q}`, unit: 'fiscal' })),
  'range of months': fc
    .tuple(year, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .map(([y, m, more]) => ({ kind: 'date', min: `${y}-${two(m)}`, max: `${y}-${two(m + more)}` })),
  'days with their weekday': fc
    .tuple(year, month, day, fc.integer({ min: 1, max: 7 }))
    .map(([y, m, d, weekday]) => ({ kind: 'date', value: `${y}-${two(m)}-${two(d)}`, weekday })),
  'times with seconds': fc.tuple(clock, fc.integer({ min: 0, max: 59 })).map(([[h, m], s]) => ({
    kind: 'time',
    value: `${two(h)}:${two(m)}:${two(s)}`,
    dayPeriod: h >= 12 ? ('pm' as const) : ('am' as const),
  })),
  'times in a zone': fc.tuple(clock, fc.constantFrom('KST', 'UTC', 'ET')).map(([[h, m], unit]) => ({
    kind: 'time',
    value: `${two(h)}:${two(m)}`,
    dayPeriod: h >= 12 ? ('pm' as const) : ('am' as const),
    unit,
  })),
  'range of points': fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .map(([v, more]) => ({ kind: 'percentage-point', min: String(v), max: String(v + more) })),
  'range of multipliers': fc
    .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .map(([v, more]) => ({ kind: 'multiplier', min: String(v), max: String(v + more) })),
  'range of places': fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }))
    .map(([v, more]) => ({ kind: 'ordinal', min: String(v), max: String(v + more) })),
  'three terms': fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .map(([a, b, c]) => ({ kind: 'ratio', value: String(a), terms: [a, b, c].map(String) })),
  'vague measures': fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('kilometer', 'tonne', 'hectare', 'barrel'))
    .map(([power, u]) => ({ kind: 'measure', vague: true as const, magnitude: `1${'0'.repeat(power)}`, unit: u })),
  'some time': fc
    .constantFrom('month', 'year')
    .map((u) => ({ kind: 'duration', vague: true as const, magnitude: '1', unit: u })),
  fiscal: year.map((y) => ({ kind: 'date', value: String(y), unit: 'fiscal' })),
  'vague money': fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.constantFrom('USD', 'EUR', 'KRW'))
    .map(([power, u]) => ({ kind: 'money', vague: true as const, magnitude: `1${'0'.repeat(power)}`, unit: u })),
  'vague durations': fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('day', 'month', 'year'))
    .map(([power, u]) => ({ kind: 'duration', vague: true as const, magnitude: `1${'0'.repeat(power)}`, unit: u })),
  'vague multipliers': fc
    .integer({ min: 1, max: 4 })
    .map((power) => ({ kind: 'multiplier', vague: true as const, magnitude: `1${'0'.repeat(power)}` })),
  vague: fc
    .integer({ min: 1, max: 14 })
    .map((power) => ({ kind: 'number', vague: true as const, magnitude: `1${'0'.repeat(power)}` })),
};

/** A quantity as it stands in no text yet. */
export function quantityOf(fields: Fields): Quantity {
  return { ...fields, hardness: 'hard', text: '', start: 0, end: 0 };
}
