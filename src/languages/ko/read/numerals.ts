/** Numerals of Korean (국립국어원, 한글 맞춤법 제44항: 수는 만 단위로 띄어 쓴다). */

/** Sino-Korean digits. */
export const sinoDigits: ReadonlyMap<string, number> = new Map([
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
]);

/** Units below 만, with their power of ten. */
export const smallScales: ReadonlyMap<string, number> = new Map([
  ['십', 1],
  ['백', 2],
  ['천', 3],
  ['十', 1],
  ['百', 2],
  ['千', 3],
]);

/** Units from 만 on, with their power of ten. */
export const largeScales: ReadonlyMap<string, number> = new Map([
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
]);

/** Native numerals as they stand before a counter. */
export const nativeModifiers: ReadonlyMap<string, number> = new Map([
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
export const nativeNouns: ReadonlyMap<string, number> = new Map([
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

export const nativeTens: ReadonlyMap<string, number> = new Map([
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
export const nativeRanges: ReadonlyMap<string, readonly [number, number]> = new Map([
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
export const sinoRanges: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['이삼', [2, 3]],
  ['삼사', [3, 4]],
  ['사오', [4, 5]],
  ['오륙', [5, 6]],
  ['육칠', [6, 7]],
  ['칠팔', [7, 8]],
  ['팔구', [8, 9]],
]);

/** Native numerals that are about as many. */
export const nativeAbout: ReadonlyMap<string, number> = new Map([
  ['두어', 2],
  ['열댓', 15],
]);

/** Days counted natively. */
export const nativeDays: ReadonlyMap<string, number> = new Map([
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
