import { width } from '../../languages/width.js';
import { because, type Judge, refuse } from './judge.js';

/** Width of the answer over that of the source; Hangul, kana and Han count twice. Real pairs lie between 0.6 and 1.7. */
const shortest = 0.3;
const longest = 2.5;
/** Short units vary more: "OK" is 확인, "by-line" 기사 작성자 이름. */
const slack = 30;

/** An answer of another length than a translation's: something was left out, or something was added. */
export const judgeLength: Judge = ({ unit, target }) => {
  const source = width(unit.text);
  const answer = width(target);
  if (answer + slack / 3 < source * shortest)
    return refuse('The answer is too short: something is left out. Translate the whole.', because('short'));
  if (answer > source * longest + slack)
    return refuse('The answer is too long: something is added. Translate, and add nothing.', because('long'));
  return undefined;
};
