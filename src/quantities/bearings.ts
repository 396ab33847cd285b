import type { Bearings, Point } from '../languages/pack.js';
import type { Quantity } from '../model/quantity.js';
import type { Match } from './pairing.js';
import type { ReadText } from './read-text.js';

/** Degrees whose point of the compass the translation leaves out or turns round. */
export interface LostBearing extends Match {
  /** The word or letter that names it in the source. */
  readonly bearing: string;
}

/** How far from its degrees a point may be named in other words, or once for a list of them: 서경 35도와 36도. */
const [behind, ahead] = [16, 8];

/** Degrees that the source counts west, and the translation east or nowhere: 35°W as 35° or 동경 35도. */
export function lostBearings(source: ReadText, target: ReadText, matches: readonly Match[]): LostBearing[] {
  const [here, there] = [source.bearings, target.bearings];
  if (here === undefined || there === undefined || !matches.some(({ source }) => source.unit === 'degree')) return [];
  return matches.flatMap((match) => {
    if (match.source.unit !== 'degree' || match.target.unit !== 'degree') return [];
    const said = pointOf(match.source, source.text, here);
    if (said === undefined) return [];
    const kept = pointOf(match.target, target.text, there);
    const { start, end } = match.target;
    const near = target.text.slice(Math.max(0, start - behind), start) + target.text.slice(end, end + ahead);
    const lost = kept === undefined ? !there.any.test(near) : kept.point !== said.point;
    return lost ? [{ ...match, bearing: said.text }] : [];
  });
}

function pointOf({ start, end }: Quantity, text: string, { before, after, points }: Bearings) {
  const found = before?.exec(text.slice(Math.max(0, start - 8), start)) ?? after.exec(text.slice(end, end + 8));
  const word = found?.[1];
  const point: Point | undefined = word === undefined ? undefined : points[word.toLowerCase()];
  return word === undefined || point === undefined ? undefined : { text: word, point };
}
