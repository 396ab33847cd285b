/**
 * Signs before a figure, and whether what follows is below zero: in Korean papers, and in English made from them, △, ▽ and
 * ▼ are a minus. Japanese papers write ▲ for one (see `ja`).
 */
export const signs: ReadonlyMap<string, 1 | -1> = new Map([
  ['-', -1],
  ['−', -1],
  ['－', -1],
  ['△', -1],
  ['▽', -1],
  ['▼', -1],
  ['▲', 1],
  ['+', 1],
]);

/** The signs among them that say which way something went. */
export const arrows: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ['▲', 'up'],
  ['△', 'down'],
  ['▽', 'down'],
  ['▼', 'down'],
]);
