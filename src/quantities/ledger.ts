import type { NumberedName, Quantity } from '../model/quantity.js';
import { compareFigures, type Difference } from './compare.js';
import { pairNames } from './names.js';
import { pairFigures } from './pairing.js';
import { prepared } from './points.js';
import type { ReadText } from './read-text.js';
import { same } from './same.js';

/** What a line of a ledger is about. */
export type Figure = Quantity | NumberedName;

/**
 * How the two sides of a line relate. `same`: equal. `form`: a form that a translator may choose (half, 50%). `different`:
 * not equal. `swapped`: it stands where another figure should. `missing`, `extra`: on one side only, which is an error.
 * `free`: on one side only, and rightly so (a word that comes and goes, what both texts write alike).
 */
export const ledgerMarks = ['same', 'form', 'different', 'swapped', 'missing', 'extra', 'free'] as const;
export type LedgerMark = (typeof ledgerMarks)[number];

/** A figure of the source, its counterpart, and how they relate. One side may be empty. */
export interface LedgerLine {
  readonly mark: LedgerMark;
  /** What differs, where something does. */
  readonly difference?: Difference['type'];
  readonly source: Figure | null;
  readonly target: Figure | null;
}

/** Every figure and numbered name of a text and its translation, side by side, in the order of the source. */
export function ledgerOf(source: ReadText, target: ReadText): LedgerLine[] {
  const lines = compareFigures(source, target).map(differenceLine);
  const told = new Set(lines.flatMap(({ source: a, target: b }) => [a, b]));
  const free = (a: Figure, b: Figure) => !told.has(a) && !told.has(b);
  const [left, right] = prepared(source, target);
  for (const { source: a, target: b } of pairFigures(left, right).matches)
    if (free(a, b)) lines.push({ mark: same(a, b) === 'equal' ? 'same' : 'form', source: a, target: b });
  for (const [a, b] of pairNames(source.names, target.names).matches)
    if (free(a, b)) lines.push({ mark: a.key === b.key ? 'same' : 'form', source: a, target: b });
  for (const { source: a, target: b } of lines) told.add(a).add(b);
  for (const one of [...left, ...source.names])
    if (!told.has(one)) lines.push({ mark: 'free', source: one, target: null });
  for (const one of [...right, ...target.names])
    if (!told.has(one)) lines.push({ mark: 'free', source: null, target: one });
  return inOrder(lines);
}

function differenceLine(difference: Difference): LedgerLine {
  const { type } = difference;
  const source = 'source' in difference ? difference.source : null;
  const target = 'target' in difference ? difference.target : null;
  if (source === null || target === null) {
    // Words come and go with the language: "first", "one of", 한 번.
    const one = source ?? target;
    const soft = one !== null && 'hardness' in one && one.hardness === 'soft';
    return { mark: soft ? 'free' : source === null ? 'extra' : 'missing', difference: type, source, target };
  }
  return { mark: type === 'swapped' ? 'swapped' : 'different', difference: type, source, target };
}

/** By place in the source; what only the translation has stands before the next line whose translation comes after it. */
function inOrder(lines: readonly LedgerLine[]): LedgerLine[] {
  const out = lines.filter(({ source }) => source !== null).sort((a, b) => a.source!.start - b.source!.start);
  const added = lines.filter(({ source }) => source === null).sort((a, b) => a.target!.start - b.target!.start);
  for (const line of added) {
    const at = out.findIndex(({ target }) => target !== null && target.start > line.target!.start);
    out.splice(at < 0 ? out.length : at, 0, line);
  }
  return out;
}
