import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/languages/en/index.js';
import { ko } from '../../src/languages/ko/index.js';
import type { LanguagePack } from '../../src/languages/pack.js';
import { shift } from '../../src/model/decimal.js';
import { compareFigures, type Difference } from '../../src/quantities/compare.js';
import { readText } from '../../src/quantities/read-text.js';
import { kinds, quantityOf } from '../languages/quantities.js';

const load = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
const packs: Readonly<Record<'en' | 'ko', LanguagePack>> = { en, ko };

function differences(
  source: string,
  target: string,
  from: LanguagePack = en,
  to: LanguagePack = ko,
): readonly Difference[] {
  return compareFigures(readText(source, from), readText(target, to));
}

/** What a person would be told: words that translations rightly drop or add are no finding. */
function hard(found: readonly Difference[]): readonly Difference['type'][] {
  return found
    .filter((one) => !('source' in one && 'hardness' in one.source && one.source.hardness === 'soft'))
    .filter((one) => !('target' in one && 'hardness' in one.target && one.target.hardness === 'soft'))
    .map(({ type }) => type);
}

interface Pair {
  readonly en: string;
  readonly ko: string;
  readonly types: readonly string[];
  /** What is seen from Korean to English, where it is not the same: a point of the compass that is added is none that is lost. */
  readonly back?: readonly string[];
}

describe('translations that say the same', () => {
  test.each(load<Pair[]>('agree.json'))('$en | $ko', (pair) => {
    expect(hard(differences(pair.en, pair.ko))).toEqual([]);
    expect(hard(differences(pair.ko, pair.en, ko, en))).toEqual([]);
  });
});

describe('translations that say something else', () => {
  test.each(load<Pair[]>('differ.json'))('$en | $ko', (pair) => {
    expect(hard(differences(pair.en, pair.ko))).toEqual(pair.types);
  });

  test('what is missing one way is extra the other way', () => {
    const opposite: Readonly<Record<string, string>> = {
      missing: 'extra',
      extra: 'missing',
      'name-missing': 'name-extra',
      'name-extra': 'name-missing',
    };
    for (const pair of load<Pair[]>('differ.json')) {
      const back = hard(differences(pair.ko, pair.en, ko, en));
      expect(back.map((type) => opposite[type] ?? type)).toEqual(pair.back ?? pair.types);
    }
  });
});

describe('rounding', () => {
  test('is allowed where the text says about, and never adds digits', () => {
    expect(differences('About 1,987 seats were sold.', '약 2,000석이 팔렸다.')).toEqual([]);
    expect(hard(differences('Exactly 1,987 seats were sold.', '2,000석이 팔렸다.'))).toEqual(['value']);
    expect(hard(differences('About 2,000 seats were sold.', '약 1,987석이 팔렸다.'))).toEqual(['value']);
  });
});

describe('words that count', () => {
  const contradictions = (english: string, korean: string) =>
    differences(english, korean).filter(({ type }) => type === 'value').length;

  test('contradict a word that counts otherwise', () => {
    expect(contradictions('The second layer is frozen.', '세 번째 층은 고정된다.')).toBe(1);
    expect(contradictions('It rests on two facts.', '그것은 세 가지 사실에 근거한다.')).toBe(1);
    expect(contradictions('It takes two decades.', '10년이 걸린다.')).toBe(1);
    expect(contradictions('Trillions of miles lie between.', '수십억 마일이 떨어져 있다.')).toBe(1);
    expect(contradictions('The sixties were loud.', '70년대는 시끄러웠다.')).toBe(1);
    expect(contradictions('Output doubled.', '생산이 세 배로 늘었다.')).toBe(1);
  });

  test('may be dropped, added, or said in another way', () => {
    expect(contradictions('The second layer is frozen.', '그 층은 고정된다.')).toBe(0);
    expect(contradictions('The layer is frozen.', '두 번째 층은 고정된다.')).toBe(0);
    expect(contradictions('Both layers are frozen.', '두 층 모두 고정된다.')).toBe(0);
  });
});

describe('the spans of a difference', () => {
  test('are the figures as written', () => {
    const source = 'The fund holds $25 billion.';
    const target = '이 펀드는 25억 달러를 굴린다.';
    const [found] = differences(source, target);
    if (found?.type !== 'value') throw new Error('expected a changed value');
    expect(source.slice(found.source.start, found.source.end)).toBe('$25 billion');
    expect(target.slice(found.target.start, found.target.end)).toBe('25억 달러');
  });
});

/** Kinds that are written with a number that a power of ten makes another number of the same kind. */
const scalable = ['number', 'counted', 'percent', 'percentage-point', 'money', 'measure', 'multiplier'] as const;
const languages = fc.constantFrom<['en' | 'ko', 'en' | 'ko']>(['en', 'ko'], ['ko', 'en']);
const powers = fc.constantFrom(-4, -3, -2, -1, 1, 2, 3, 4);

describe('properties', () => {
  for (const kind of scalable) {
    test(`a ${kind} off by a power of ten is always reported`, () => {
      fc.assert(
        fc.property(kinds[kind]!, powers, languages, (fields, power, [a, b]) => {
          const [from, to] = [packs[a], packs[b]];
          const right = quantityOf(fields);
          const wrong = quantityOf({ ...fields, value: shift(fields.value!, power) });
          const [source, target] = [
            from.figures.render(right, { place: 'prose' }),
            to.figures.render(wrong, { place: 'prose' }),
          ];
          fc.pre(from.figures.read(source).quantities.length === 1 && to.figures.read(target).quantities.length === 1);
          expect(differences(source, target, from, to)).not.toEqual([]);
        }),
      );
    });
  }

  for (const [kind, arbitrary] of Object.entries(kinds)) {
    test(`${kind}: the same figure in another spelling is never reported`, () => {
      fc.assert(
        fc.property(
          arbitrary,
          languages,
          fc.constantFrom('scaled' as const, 'digits' as const),
          fc.constantFrom('word' as const, 'symbol' as const),
          (fields, [a, b], magnitude, currency) => {
            const quantity = quantityOf(fields);
            const source = packs[a].figures.render(quantity, { place: 'prose' });
            const target = packs[b].figures.render(quantity, { place: 'prose', style: { magnitude, currency } });
            expect(differences(source, target, packs[a], packs[b])).toEqual([]);
          },
        ),
      );
    });
  }

  test('a text compared with itself shows nothing, whatever the text', () => {
    const text = fc
      .array(fc.constantFrom('3', '12%', '$5', 'GPT-4', ' ', ', ', ' of ', '억', '-', '.', ' in 2026', '두 배', '1/2'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (one) => {
        expect(differences(one, one, ko, ko)).toEqual([]);
        expect(differences(one, one, en, en)).toEqual([]);
      }),
    );
  });

  test('a table of ten thousand figures or names pasted as one unit is compared in bounded work', () => {
    const many = (form: (n: number) => string) => Array.from({ length: 10_000 }, (_, n) => form(n)).join(' ');
    const changed = (a: string, b: string) => differences(a, b, en, en).length;
    expect(
      changed(
        many((n) => `AB${n}`),
        many((n) => `CD${n}`),
      ),
    ).toBeGreaterThan(0);
    expect(
      changed(
        many((n) => `July ${1900 + (n % 100)}`),
        many((n) => `${1900 + (n % 100)} of`),
      ),
    ).toBeGreaterThan(0);
    expect(
      changed(
        many((n) => `${n} miles (${n + 2} km)`),
        many((n) => `${n + 5000} miles`),
      ),
    ).toBeGreaterThan(0);
    expect(changed(`${many(() => '123 of')} 7`, '123'.repeat(40_000))).toBeGreaterThan(0);
  });

  test('any two texts compare without a fault, in bounded time', () => {
    const long = `${'1,'.repeat(20_000)} ${'$3 '.repeat(5000)}`;
    expect(differences(long, long, en, en)).toEqual([]);
    expect(differences(long, '억'.repeat(50_000)).length).toBeGreaterThan(0);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => void differences(a, b)));
  });
});
