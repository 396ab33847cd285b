import { describe, expect, it } from 'vitest';
import { soundsOf, spellingOf, transliterated } from '../../src/languages/und/transliteration.js';

/** Names as newspapers write them, with a particle or none behind. */
const right: readonly (readonly [string, string, number])[] = [
  ['Sterling', '스털링은', 3],
  ['Janet', '재닛이', 2],
  ['Christine', '크리스틴', 4],
  ['Charlotte', '샬럿', 2],
  ['Churchill', '처칠과', 2],
  ['Lagarde', '라가르드에게', 4],
  ['Harvard', '하버드', 3],
  ['Ursula', '우르줄라', 4],
  ['Lincoln', '링컨', 2],
  ['Anthony', '앤서니', 3],
  ['Osaka', '오사카', 3],
  ['Willoughby', '윌로비', 3],
  ['Arendt', '아렌트', 3],
  ['Wright', '라이트', 3],
  ['Clare', '클레어', 3],
  ['Sergio', '세르히오', 4],
  ['Maxwell', '맥스웰', 3],
  ['Huang', '황', 1],
];

/** Words that share some of the sounds. */
const wrong: readonly (readonly [string, string])[] = [
  ['Cook', '구호는'],
  ['Sterling', '서둘러'],
  ['Osaka', '사과'],
  ['Yellen', '여행은'],
  ['Georgieva', '지역은'],
  ['Powell', '파견됐다'],
  ['Merkel', '마침내'],
];

describe('a name in Hangul', () => {
  it.each(right)('%s may be %s', (name, word, syllables) => {
    expect(transliterated(spellingOf(name), soundsOf(word))).toContain(syllables);
  });

  it.each(wrong)('%s is not %s', (name, word) => {
    expect(transliterated(spellingOf(name), soundsOf(word))).toEqual([]);
  });

  it('is none where there are no letters, and ends where Hangul ends', () => {
    expect(transliterated(spellingOf('42'), soundsOf('사십이'))).toEqual([]);
    expect(soundsOf('쿡 CEO')).toEqual(soundsOf('쿡'));
  });
});
