import type { Weekdays } from '../pack.js';

const names = [...'월화수목금토일'];

/** 월요일, 월·수·금요일, 월~금요일; behind a date in brackets: 6일(월). */
const mention =
  /(?<![가-힣])(?:[월화수목금토일] ?[·,~∼-] ?){0,6}[월화수목금토일]요일|(?<=\d일 ?[(（])[월화수목금토일](?=[)）])/gu;

/** Days of the week in Korean; a mention is the syllable that names the day. */
export const weekdays: Weekdays = {
  names,
  read: (text) =>
    [...text.matchAll(mention)].flatMap(({ 0: written, index }) =>
      [...written.replace(/요일$/, '')].flatMap((char, at) =>
        names.includes(char) ? [{ day: names.indexOf(char) + 1, start: index + at, end: index + at + 1 }] : [],
      ),
    ),
};
