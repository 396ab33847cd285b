import { distance } from 'fastest-levenshtein';
import { packLocales } from '../languages/index.js';

/** A word's one changed letter, a digit, a doubled mark: at most this many edits, and never half of a short one. */
const most = 2;

/**
 * Whether one string is the other with a slip: what no writer does on purpose. `nodeSelector` and `nodeSelectorX` are;
 * `v1beta3` and `v1` are two versions.
 */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > most) return false;
  // Marks and spaces come and go with a writer's taste: `80%`, `80 %`; `values[]`, `values[].`; case, a plural, and a locale in a path.
  const [x, y] = [plain(a), plain(b)];
  const edits = distance(x, y);
  if (edits === 0) return false;
  const shortest = Math.min(x.length, y.length);
  return edits <= (shortest < 8 ? 1 : most) && edits < Math.max(x.length, y.length);
}

const locales = new RegExp(`(?<![a-z])(?:${[...packLocales, 'ja', 'zh'].join('|')})(?![a-z])`, 'gi');
const plain = (text: string) =>
  text
    .replace(locales, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/s$/, '')
    .toLowerCase();

/** The figure of one line and what it became, where two lines differ in that alone: `replicas: 3`, `replicas: 4`. */
export function oneFigure(a: string, b: string): readonly [string, string] | undefined {
  const [left, right] = [a.match(figures) ?? [], b.match(figures) ?? []];
  if (left.length !== right.length || a.replace(figures, '0') !== b.replace(figures, '0')) return undefined;
  const at = left.findIndex((figure, i) => figure !== right[i]);
  if (at < 0 || left.some((figure, i) => i !== at && figure !== right[i])) return undefined;
  return [left[at]!, right[at]!];
}

/** The figure of one text and what it became, where two texts hold the same figures but for one, in any order. */
export function oneFigureOf(a: string, b: string): readonly [string, string] | undefined {
  const left = a.match(figures) ?? [];
  const right = b.match(figures) ?? [];
  if (left.length !== right.length) return undefined;
  const open = [...right];
  const gone = left.filter((figure) => {
    const at = open.indexOf(figure);
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  return gone.length === 1 ? [gone[0]!, open[0]!] : undefined;
}

const figures = /\d+/g;
