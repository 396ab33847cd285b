import { unitsOf } from '../../und/code-units.js';
import type { ReadDate } from './calendar-parts.js';

const quarter =
  /^(?:Q([1-4])(?:[\s']*(?:FY)?((?:19|20)\d\d))?|H([12])[\s']*(?:FY)?((?:19|20)\d\d)|FY\s?((?:19|20)?\d\d))(?![A-Za-z\d])/;

const firsts = unitsOf('QHF');

/** Q1 2027, H1 2026, FY2026 as Korean reports write them too. */
export function readLetteredDate(text: string, at: number): ReadDate | undefined {
  if (!firsts.has(text.charCodeAt(at))) return undefined;
  const match = quarter.exec(text.slice(at, at + 12));
  if (match === null) return undefined;
  const [all, q, quarterYear, h, halfYear, fiscal] = match;
  const end = at + all.length;
  if (fiscal !== undefined) return { value: fiscal.length === 2 ? `20${fiscal}` : fiscal, unit: 'fiscal', end };
  return { value: q === undefined ? `${halfYear}-H${h}` : `${quarterYear ?? 'XXXX'}-Q${q}`, end };
}
