import { fingerprintOf } from '../engines/prompt.js';
import { requiredTerms } from '../engines/protect.js';
import type { GlossedUnit } from '../model/article.js';
import type { Style } from '../model/style.js';

/**
 * Under what an engine's answer was made, as it is written beside it: `<engine>.<style>.<terms>`. The first is the
 * engine's own (prompt, model, settings), the second the house style, the third the designations that the termbase asks
 * for in this very unit: a new concept does not make the whole memory old, only the units that name it.
 */
export function createProvenance(style: Style): (engine: string, unit: Pick<GlossedUnit, 'terms'>) => string {
  const styled = fingerprintOf(JSON.stringify(style)).slice(0, 8);
  /** One string for the many entries of each engine whose units name no term. */
  const plain = new Map<string, string>();
  return (engine, unit) => {
    if (requiredTerms(unit).length === 0) {
      const known = plain.get(engine) ?? `${engine}.${styled}.0`;
      plain.set(engine, known);
      return known;
    }
    const terms = requiredTerms(unit).map(({ source, required }) => `${source}\0${required}`);
    return `${engine}.${styled}.${fingerprintOf(...terms.sort()).slice(0, 8)}`;
  };
}
