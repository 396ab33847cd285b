import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages/index.js';
import { DiptychError } from '../../src/model/errors.js';

const missing = (name: string) => messages('ko').issue({ check: 'quantities', key: 'name-missing', values: { name } });

describe('messages in Korean', () => {
  it.each([
    ['GPT-5', '원문의 GPT-5가 번역에 없습니다.'],
    ['B200', '원문의 B200이 번역에 없습니다.'],
    ['루빈', '원문의 루빈이 번역에 없습니다.'],
    ['Gemini 3', '원문의 Gemini 3이 번역에 없습니다.'],
  ])('agree with %s', (name, said) => {
    expect(missing(name)).toBe(said);
  });

  it('keep both forms where the sound is not known', () => {
    expect(missing('☃')).toBe('원문의 ☃이(가) 번역에 없습니다.');
  });
});

describe('messages', () => {
  it('fall back to English for a language without an interface', () => {
    expect(messages('fr').locale).toBe('en');
    expect(messages('ko-KR').locale).toBe('ko');
  });

  it('say a value in the language of the interface', () => {
    const issue = { check: 'quantities', key: 'missing', values: { source: { en: 'three dogs', ko: '개 세 마리' } } };
    expect(messages('en').issue(issue)).toContain('three dogs');
    expect(messages('ko').issue(issue)).toContain('개 세 마리');
  });

  it('tell what a text holds, and do what none of it says', () => {
    const issue = { check: 'untranslated', key: 'same', values: { text: '$t(errors.usage) {{text}} <b>' } };
    expect(messages('en').issue(issue)).toContain('<b>');
    expect(messages('en').issue(issue)).not.toContain(messages('en').text('errors.usage'));
  });

  it('name the place of an error, and its code', () => {
    const error = new DiptychError('invalid-yaml', { reason: 'x' }, { file: 'a.md', line: 3, column: 5 });
    expect(messages('en').error(error)).toMatch(/^a\.md:3:5: .*\[invalid-yaml\]$/s);
  });
});
