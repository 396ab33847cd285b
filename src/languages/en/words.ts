import type { Words } from '../pack.js';

/** Endings that a term may take: plural and possessive. */
const ending = /^(?:'s|’s|s'|s’|es|s)(?![\p{L}\p{N}])/u;
const word = /[\p{L}\p{N}]/u;

/** Words of English: a term stands between word boundaries, with a plural or possessive ending after it. */
export const words: Words = {
  // Upper and lower case of one UTF-16 unit each; İ and the like keep theirs, so that offsets stay true.
  fold: (text) =>
    text
      .replace(/[A-ZÀ-ÖØ-Þ]/g, (char) => char.toLowerCase())
      .replace(/[‐‑]/g, '-')
      .replace(/’/g, "'"),
  boundary(folded, start, end) {
    if (start > 0 && word.test(folded[start - 1]!) && word.test(folded[start]!)) return -1;
    if (end >= folded.length || !word.test(folded[end - 1]!)) return end;
    const tail = ending.exec(folded.slice(end, end + 4));
    if (tail !== null) return end + tail[0].length;
    return word.test(folded[end]!) ? -1 : end;
  },
};
