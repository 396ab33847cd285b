import type { Words } from '../pack.js';
import { foldUnits } from '../und/fold.js';

/** Scripts that change where a word ends: a katakana word does not end within katakana. Han runs on through compounds. */
const runs = [/[\u30A1-\u30FA\u30FC]/, /[A-Za-z0-9À-ɏ]/] as const;

/** Words of Japanese: no spaces and no plural, so that a change of script tells where a word begins and ends. */
export const words: Words = {
  fold: foldUnits,
  optionalSpace: (text, index) =>
    /^[ \n\u3000]$/.test(text[index] ?? '') &&
    !(/[A-Za-z]/.test(text[index - 1] ?? '') && /[A-Za-z]/.test(text[index + 1] ?? '')),
  boundary(folded, start, end) {
    for (const run of runs) {
      const inside = (at: number) => run.test(folded[at] ?? '') && run.test(folded[at - 1] ?? '');
      if (inside(start) || inside(end)) return -1;
    }
    return end;
  },
};
