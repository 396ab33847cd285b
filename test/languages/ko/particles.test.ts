import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languagePack } from '../../../src/languages/index.js';
import type { Particles } from '../../../src/languages/pack.js';

const cases: {
  readonly corrects: readonly (readonly [string, string, string])[];
  readonly agree: readonly string[];
  readonly disagree: readonly (readonly [string, string])[];
} = JSON.parse(readFileSync(new URL('particles.json', import.meta.url), 'utf8'));

const particles = languagePack('ko').particles as Required<Particles>;
const unread = () => undefined;

describe('particles', () => {
  it.each(cases.corrects)('%s + %s → %s', (word, particle, expected) => {
    expect(particles.correct(`${word}${particle} 끝`, word.length)).toBe(`${expected} 끝`);
    expect(particles.correct(`${expected}.`, word.length)).toBe(`${expected}.`);
  });

  it('go by the reading where one is known', () => {
    expect(particles.correct('SAP은', 3, '에스에이피')).toBe('SAP는');
    expect(particles.correct('SAP은', 3, '샙')).toBe('SAP은');
  });

  it('are left alone where none begins', () => {
    for (const text of ['구글링', '은행에', '이후', '']) expect(particles.correct(text, 0)).toBe(text);
    expect(particles.correct('금은행', 1)).toBe('금은행');
  });
});

describe('agreement', () => {
  it.each(cases.agree)('holds: %s', (text) => {
    expect(particles.disagreements(text, unread)).toEqual([]);
  });

  it.each(cases.disagree)('is broken: %s', (text, right) => {
    expect(particles.disagreements(text, unread).map((one) => one.right)).toEqual([right]);
  });

  it('holds of whatever was corrected', () => {
    const word = fc.constantFrom(
      '구글',
      '엔비디아',
      '칩',
      '30%',
      'API',
      'LLM',
      'B200',
      '‘루빈’',
      '1.8조',
      '서울',
      '시스템',
    );
    const particle = fc.constantFrom('은', '는', '이', '가', '을', '를', '과', '와', '으로', '로');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, particle), { maxLength: 12 }), (pairs) => {
        let text = pairs.map((pair) => pair.join('')).join(' ');
        for (const { start, end, right } of [...particles.disagreements(text, unread)].reverse()) {
          text = text.slice(0, start) + right + text.slice(end);
        }
        expect(particles.disagreements(text, unread)).toEqual([]);
      }),
    );
  });

  it('is told of any text without a fault, at places that exist', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { start, end, text: form } of particles.disagreements(text, unread)) {
          expect(text.slice(start, end)).toBe(form);
        }
      }),
    );
  });

  it('is looked for in linear time', () => {
    for (const piece of ['(은', '을', 'a은', '1는', '”은', '***은 ']) {
      expect(particles.disagreements(piece.repeat(20_000), unread).length).toBeLessThan(200_000);
    }
  });
});
