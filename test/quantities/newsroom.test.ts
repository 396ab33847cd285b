import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { quantities } from '../../src/checks/quantities.js';
import { en } from '../../src/languages/en/index.js';
import { ko } from '../../src/languages/ko/index.js';
import type { LanguagePack } from '../../src/languages/pack.js';
import type { UnitPair } from '../../src/model/article.js';

/** Sentences of news, as both newsrooms write them, on business, technology, energy, sports, government and weather. */
const pairs = JSON.parse(readFileSync(new URL('newsroom.json', import.meta.url), 'utf8')) as readonly {
  readonly en: string;
  readonly ko: string;
}[];

/** What would stop a delivery. */
function grave(source: string, target: string, from: LanguagePack, to: LanguagePack): string[] {
  const unit = (text: string) => ({ text, codes: [] });
  const pair = { source: unit(source), target: unit(target) } as unknown as UnitPair;
  return quantities.unit!(pair, { from, to } as Parameters<NonNullable<typeof quantities.unit>>[1])
    .filter(({ severity }) => severity !== 'minor')
    .map(({ key, source: a, target: b }) => `${key}: ${a?.text ?? ''} | ${b?.text ?? ''}`);
}

describe('news that says the same', () => {
  test.each(pairs)('$en | $ko', (pair) => {
    expect(grave(pair.en, pair.ko, en, ko)).toEqual([]);
    expect(grave(pair.ko, pair.en, ko, en)).toEqual([]);
  });
});

/** One wrong figure of a kind that happens, put into a Korean sentence; `undefined` where the sentence has no place for it. */
const faults: Readonly<Record<string, (text: string) => string | undefined>> = {
  digit: (text) => swap(text, /[1-8](?=[\d,.]|[만억조천%]|개월|명|달러|원)/, (found) => String(Number(found) + 1)),
  'ten thousand for a hundred million': (text) => swap(text, /(?<=\d)억/, () => '만'),
  'a hundred million for ten thousand': (text) => swap(text, /(?<=\d)만/, () => '억'),
  'a point lost': (text) => swap(text, /(?<=\d)\.(?=\d)/, () => ''),
  'percent for points': (text) => swap(text, /%포인트/, () => '%'),
  'points for percent': (text) => swap(text, /%(?!포인트)/, () => '%포인트'),
  month: (text) => swap(text, /[1-9]월/, (found) => `${Number(found[0]) + 1}월`),
  year: (text) => swap(text, /(?:19|20)\d\d(?=년)/, (found) => String(Number(found) + 1)),
  bound: (text) => swap(text, /이상/, () => '이하'),
  'half of the day': (text) => swap(text, /오후 (?=\d)/, () => '오전 '),
};

function swap(text: string, pattern: RegExp, instead: (found: string) => string): string | undefined {
  return pattern.test(text) ? text.replace(pattern, instead) : undefined;
}

describe('news with one wrong figure', () => {
  test.each(Object.entries(faults))('%s', (_, fault) => {
    const faulty = pairs.flatMap(({ en: source, ko: target }) => {
      const wrong = fault(target);
      return wrong === undefined ? [] : [{ source, wrong }];
    });
    const missed = faulty.filter(({ source, wrong }) => grave(source, wrong, en, ko).length === 0);
    expect(faulty.length).toBeGreaterThan(0);
    // A word that may be left out (1분기 for "quarterly") hides its own change now and then.
    expect(missed.length / faulty.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(0.03);
  });
});
