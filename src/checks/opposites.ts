import type { UnitPair } from '../model/article.js';
import type { Difference } from '../quantities/compare.js';
import { findOpposites } from '../quantities/opposites.js';
import type { CheckContext, Finding } from './check.js';

/** Words of direction and bound that stand turned round in a pair ("increased", 감소), where no figure has said so already. */
export function turnedWords(
  pair: UnitPair,
  { from, to }: CheckContext,
  differences: readonly Difference[],
): readonly Finding[] {
  const { source, target } = pair;
  if (source === null || target === null || from.polarities === undefined || to.polarities === undefined) return [];
  const turned = findOpposites(source.text, target.text, from.polarities, to.polarities);
  if (turned.length === 0) return [];
  const known = new Set(differences.map(({ type }) => type));
  return turned
    .filter(({ axis }) => !known.has(axis === 'trend' ? 'direction' : 'bound'))
    .map((found) => ({
      key: 'turned',
      values: { source: found.source.text, target: found.target.text },
      severity: 'major',
      pair,
      source: found.source,
      target: found.target,
    }));
}
