import type { Words } from '../pack.js';

export const words: Words = {
  fold: (text) => text.toLowerCase(),
  boundary: (_folded, _start, end) => end,
};
