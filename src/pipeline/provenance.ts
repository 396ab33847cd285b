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
  return (engine, unit) => {
    const terms = requiredTerms(unit).map(({ source, required }) => `${source}\0${required}`);
    return `${engine}.${styled}.${terms.length === 0 ? '0' : fingerprintOf(...terms.sort()).slice(0, 8)}`;
  };
}
