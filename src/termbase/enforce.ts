import type { LanguagePack } from '../languages/pack.js';
import type { TermMatch } from '../model/article.js';
import type { Matcher } from './match.js';
import { preferred } from './match.js';

/**
 * Puts the preferred designation where a text uses a deprecated or forbidden one for a concept that the source names, and makes
 * the particle after it agree. Works on tagged text too: a designation holds no tag. Text that names the concept in an admitted
 * way is left as it is.
 */
export function enforceTerms(text: string, terms: readonly TermMatch[], target: Matcher, to: LanguagePack): string {
  const wanted = new Set(terms.filter(({ required }) => required !== undefined).map(({ concept }) => concept));
  if (wanted.size === 0) return text;
  let out = text;
  // From the end, so that offsets before a replacement stay true.
  for (const match of [...target.designations(text)].reverse()) {
    const { concept, designation, start, end } = match;
    if (!wanted.has(concept.id) || (designation.status !== 'deprecated' && designation.status !== 'forbidden'))
      continue;
    const right = preferred(concept, to.locale);
    if (right === undefined) continue;
    const mended = out.slice(0, start) + right.term + out.slice(end);
    out = to.particles?.correct(mended, start + right.term.length, right.reading) ?? mended;
  }
  return out;
}
