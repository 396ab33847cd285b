import { valuesOf, type Words, wordsOf } from './text.js';

/** Numerals of Korean (국립국어원, 한글 맞춤법 제44항: 수는 만 단위로 띄어 쓴다). */

/** The value of a Sino-Korean digit by its UTF-16 unit, −1 for any other character. */
export const sinoDigit = valuesOf(
  new Map([
    ['영', 0],
    ['공', 0],
    ['일', 1],
    ['이', 2],
    ['삼', 3],
    ['사', 4],
    ['오', 5],
    ['육', 6],
    ['륙', 6],
    ['칠', 7],
    ['팔', 8],
    ['구', 9],
  ]),
  -1,
);

/**
 * The power of ten of a unit by its UTF-16 unit: 1 to 3 for those below 만, which stand inside a group, 4 and more from 만 on,
 * which end one; 0 for any other character.
 */
export const scalePower = valuesOf(
  new Map([
    ['십', 1],
    ['백', 2],
    ['천', 3],
    ['十', 1],
    ['百', 2],
    ['千', 3],
    ['만', 4],
    ['억', 8],
    ['조', 12],
    ['경', 16],
    ['해', 20],
    ['萬', 4],
    ['万', 4],
    ['億', 8],
    ['亿', 8],
    ['兆', 12],
  ]),
  0,
);

/** Native numerals as they stand before a counter. */
export const nativeModifiers: Words<number> = wordsOf([
  ['한', 1],
  ['두', 2],
  ['세', 3],
  ['석', 3],
  ['서', 3],
  ['네', 4],
  ['넉', 4],
  ['너', 4],
  ['다섯', 5],
  ['여섯', 6],
  ['일곱', 7],
  ['여덟', 8],
  ['아홉', 9],
]);

/** Native numerals that stand alone. */
export const nativeNouns: Words<number> = wordsOf([
  ['하나', 1],
  ['둘', 2],
  ['셋', 3],
  ['넷', 4],
  ['다섯', 5],
  ['여섯', 6],
  ['일곱', 7],
  ['여덟', 8],
  ['아홉', 9],
]);

export const nativeTens: Words<number> = wordsOf([
  ['열', 10],
  ['스물', 20],
  ['서른', 30],
  ['마흔', 40],
  ['쉰', 50],
  ['예순', 60],
  ['일흔', 70],
  ['여든', 80],
  ['아흔', 90],
]);

/** 스무 stands for 스물 right before a counter. */
export const twentyModifier = '스무';

/** Native numerals that name two neighbours: lower and upper end. */
export const nativeRanges: Words<readonly [number, number]> = wordsOf([
  ['한두', [1, 2]],
  ['두세', [2, 3]],
  ['두서너', [2, 4]],
  ['서너', [3, 4]],
  ['너댓', [4, 5]],
  ['네댓', [4, 5]],
  ['네다섯', [4, 5]],
  ['너덧', [4, 5]],
  ['대여섯', [5, 6]],
  ['예닐곱', [6, 7]],
  ['일고여덟', [7, 8]],
  ['여덟아홉', [8, 9]],
  ['엳아홉', [8, 9]],
]);

/** Sino-Korean digits that name two neighbours: 이삼일, 오륙 년, 이삼십 명. 일이 is "work" with a particle. */
export const sinoRanges: Words<readonly [number, number]> = wordsOf([
  ['이삼', [2, 3]],
  ['삼사', [3, 4]],
  ['사오', [4, 5]],
  ['오륙', [5, 6]],
  ['육칠', [6, 7]],
  ['칠팔', [7, 8]],
  ['팔구', [8, 9]],
]);

/** Native numerals that are about as many. */
export const nativeAbout: Words<number> = wordsOf([
  ['두어', 2],
  ['열댓', 15],
]);

/** Days counted natively. */
export const nativeDays: Words<number> = wordsOf([
  ['하루', 1],
  ['이틀', 2],
  ['사흘', 3],
  ['나흘', 4],
  ['닷새', 5],
  ['엿새', 6],
  ['이레', 7],
  ['여드레', 8],
  ['아흐레', 9],
  ['열흘', 10],
  ['보름', 15],
]);
