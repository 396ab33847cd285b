import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/languages/en/index.js';
import { ko } from '../../src/languages/ko/index.js';
import { findOpposites } from '../../src/quantities/opposites.js';
import { alignedSentences, sentencesOf } from '../../src/quantities/sentences.js';

interface Pair {
  readonly en: string;
  readonly ko: string;
  readonly axis: string | null;
}
const pairs = JSON.parse(readFileSync(new URL('opposites.json', import.meta.url), 'utf8')) as readonly Pair[];

describe('words of direction and bound', () => {
  test.each(pairs)('$en | $ko', (pair) => {
    const found = findOpposites(pair.en, pair.ko, en.polarities!, ko.polarities!);
    expect(found.map(({ axis }) => axis)).toEqual(pair.axis === null ? [] : [pair.axis]);
    for (const { source, target } of found) {
      expect(pair.en.slice(source.start, source.end)).toBe(source.text);
      expect(pair.ko.slice(target.start, target.end)).toBe(target.text);
    }
  });

  test.each(pairs)('the other way round: $ko | $en', (pair) => {
    const found = findOpposites(pair.ko, pair.en, ko.polarities!, en.polarities!);
    expect(found.map(({ axis }) => axis)).toEqual(pair.axis === null ? [] : [pair.axis]);
  });

  test('a text does not contradict itself', () => {
    const words = fc.constantFrom('rose', 'fell', 'more than 5', '상승', '감소', '5개 이상', '. ', ' ', '\n');
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join(' ');
        expect(findOpposites(text, text, en.polarities!, en.polarities!)).toEqual([]);
        expect(findOpposites(text, text, ko.polarities!, ko.polarities!)).toEqual([]);
      }),
    );
  });
});

describe('sentences', () => {
  const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim());

  test('end at a point before a space, not in an abbreviation or a number', () => {
    expect(split('It rose 3.5 percent. Mr. Kim of the U.S. Navy agreed! Why?')).toEqual([
      'It rose 3.5 percent.',
      'Mr. Kim of the U.S. Navy agreed!',
      'Why?',
    ]);
    expect(split('값이 올랐다. 왜?\n모른다')).toEqual(['값이 올랐다.', '왜?', '모른다']);
  });

  test('cover every word of a text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let at = 0;
        for (const { start, end } of sentencesOf(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(/[\p{L}\p{N}]/u.test(text.slice(at, start))).toBe(false);
          at = end;
        }
        expect(/[\p{L}\p{N}]/u.test(text.slice(at))).toBe(false);
      }),
    );
  });

  test('are paired where there are as many on both sides', () => {
    expect(alignedSentences('One. Two.', '하나다. 둘이다.')).toHaveLength(2);
    expect(alignedSentences('One. Two.', '하나다.')).toHaveLength(1);
  });
});
