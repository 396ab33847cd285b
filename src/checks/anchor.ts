import type { Unit } from '../model/article.js';
import { sha256 } from '../model/hash.js';
import { toTagged } from '../model/inline.js';
import type { Issue } from '../model/issue.js';
import type { Finding } from './check.js';

/**
 * What a finding is about, as a digest: its passage of the source (of the translation where the source has none), and what
 * the check names besides. The source's, so that another word put right in the translation makes no new issue of those that
 * stand beside it; where the source itself is rewritten, the translation is to be looked at again.
 */
export function anchored(unit: Unit | null | undefined, about: Finding['about']): Pick<Issue, 'anchor'> {
  if (about === null || (unit == null && about === undefined)) return {};
  const passage = unit == null ? null : [unit.kind, toTagged(unit)];
  return { anchor: sha256(JSON.stringify([passage, about ?? null])).slice(0, 16) };
}
