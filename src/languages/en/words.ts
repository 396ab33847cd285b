import type { Words } from '../pack.js';
import { foldUnits } from '../und/fold.js';

/** Endings that a term may take: plural and possessive. */
const ending = /^(?:'s|s'|es|s)(?![\p{L}\p{N}])/u;
const word = /[\p{L}\p{N}]/u;

/** Words of English: a term stands between word boundaries, with a plural or possessive ending after it. */
export const words: Words = {
  fold: foldUnits,
  boundary(folded, start, end) {
    if (start > 0 && word.test(folded[start - 1]!) && word.test(folded[start]!)) return -1;
    if (end >= folded.length || !word.test(folded[end - 1]!)) return end;
    const tail = ending.exec(folded.slice(end, end + 4));
    if (tail !== null) return end + tail[0].length;
    return word.test(folded[end]!) ? -1 : end;
  },
};
