import { type Measure, measured } from './phrase.js';
import { type Token, tokenAt } from './tokens.js';

const hyphens = new Set(['-', '‐', '‑', '–']);
const isHyphen = (token: Token) => token.kind === 'sign' && hyphens.has(token.text);
const perCent = new Set(['percent', 'percents', 'pct', 'percentage']);
const signs = new Set(['%', '％', '﹪']);
const points = new Set(['point', 'points', 'pt', 'pts']);
const isPoint = (token: Token) => points.has(token.lower);
const shortPoints = new Set(['pp', 'ppt', 'ppts', 'pps']);

/** A percentage, or points of one, that begins at token `at`, right after a number. */
export function percentage(tokens: readonly Token[], at: number): Measure | undefined {
  const hyphen = isHyphen(tokenAt(tokens, at)) && tokenAt(tokens, at + 1).glued ? 1 : 0;
  const start = at + hyphen;
  const one = tokenAt(tokens, start);
  const two = tokenAt(tokens, start + 1);
  const spelt = one.lower === 'per' && two.lower === 'cent';
  const isPercent = one.kind === 'sign' ? signs.has(one.text) : perCent.has(one.lower);
  if (isPercent || spelt) {
    const next = start + (spelt ? 2 : 1);
    // "0.5 percentage-point cut", "3%-points", "3%p".
    const joint = hyphens.has(tokenAt(tokens, next).text) && tokenAt(tokens, next + 1).glued ? 1 : 0;
    const after = tokenAt(tokens, next + joint);
    if (isPoint(after) || (/^pt?$/.test(after.lower) && after.glued && joint === 0))
      return measured('percentage-point', undefined, next + joint + 1);
    return measured('percent', undefined, next);
  }
  if (shortPoints.has(one.lower)) return measured('percentage-point', undefined, start + 1);
  if (one.lower === 'p' && two.text === '.' && two.glued && tokenAt(tokens, start + 2).lower === 'p') {
    // The last point of "3 p.p." may end the sentence; it is of the unit where the sentence goes on.
    const dot = tokenAt(tokens, start + 3);
    const inside = dot.text === '.' && dot.glued && /^[a-z]/.test(tokenAt(tokens, start + 4).text);
    return measured('percentage-point', undefined, inside ? start + 4 : start + 3);
  }
  if (one.lower === 'bp' || one.lower === 'bps') return measured('percentage-point', undefined, start + 1, '0.01');
  if (one.lower === 'basis') {
    const joint = hyphens.has(two.text) && two.glued ? 1 : 0;
    if (isPoint(tokenAt(tokens, start + 1 + joint)))
      return measured('percentage-point', undefined, start + 2 + joint, '0.01');
  }
  return undefined;
}

const ratePart =
  /^(?:rates?|cuts?|hikes?|hiked|increases?|decreases?|reductions?|moves?|interest|fed|easing|tightening)$/;

/** "a quarter-point cut", "cut rates by a quarter point", "half a point": a part of a percentage point, as interest rates move. */
export function ratePoint(tokens: readonly Token[], at: number): Measure | undefined {
  const hyphen = hyphens.has(tokenAt(tokens, at).text) && tokenAt(tokens, at + 1).glued ? 1 : 0;
  const article = hyphen === 0 && /^an?$/.test(tokenAt(tokens, at).lower) ? 1 : 0;
  if (!isPoint(tokenAt(tokens, at + hyphen + article))) return undefined;
  const next = at + hyphen + article + 1;
  for (let ahead = 0; ahead < 3; ahead++)
    if (ratePart.test(tokenAt(tokens, next + ahead).lower)) return measured('percentage-point', undefined, next);
  for (let back = 2; back <= 9; back++)
    if (/^(?:rates?|bank|fed|ecb|boe|boj)$/.test(tokenAt(tokens, at - back).lower))
      return measured('percentage-point', undefined, next);
  return undefined;
}
