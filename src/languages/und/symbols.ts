import { durationSymbols, unitSymbols } from './units.js';

/** The symbol of a unit as tables and technical text write it: the first that the table of symbols lists for it. */
export const symbolOf: ReadonlyMap<string, string> = (() => {
  const out = new Map<string, string>();
  for (const [symbol, unit] of [...unitSymbols, ...durationSymbols]) if (!out.has(unit)) out.set(unit, symbol);
  return out;
})();
