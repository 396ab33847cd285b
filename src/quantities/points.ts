import type { Quantity } from '../model/quantity.js';
import { withRates } from './rates.js';
import type { ReadText } from './read-text.js';

/**
 * The figures of two texts as they are compared: rates with their time (see `withRates`), and bare points as the other
 * text calls them. "59%, up 2 points" is 2%포인트, though a share index and a match have points too.
 */
export function prepared(source: ReadText, target: ReadText): readonly [readonly Quantity[], readonly Quantity[]] {
  const left = withRates(source.quantities, source.text);
  const right = withRates(target.quantities, target.text);
  return [withPoints(left, source, right), withPoints(right, target, left)];
}

function withPoints(
  figures: readonly Quantity[],
  { text, points }: Pick<ReadText, 'text' | 'points'>,
  others: readonly Quantity[],
): readonly Quantity[] {
  if (points === undefined || !others.some(({ kind }) => kind === 'percentage-point')) return figures;
  const ofPercent = new Set(others.filter(({ kind }) => kind === 'percentage-point').map(({ value }) => value));
  return figures.map((figure) => {
    const { kind, value, end } = figure;
    const bare = (kind === 'number' || kind === 'fraction') && value !== undefined && ofPercent.has(value);
    return bare && points.test(text.slice(end, end + 16)) ? { ...figure, kind: 'percentage-point' } : figure;
  });
}
