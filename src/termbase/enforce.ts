import type { LanguagePack } from '../languages/pack.js';
import type { TermMatch } from '../model/article.js';
import type { Designation } from '../model/concept.js';
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
    out = replaceTerm(out, start, end, right, to);
  }
  return out;
}

/** What may stand between a term and its particle: the end of tagged emphasis, closing quotes and brackets. */
const closing = /^(?:<\/pc\d{1,4}>|["'”’」』》〉)）\]*_])*/;

/** `text` with `right` from `start` to `end`, and the particle behind it made to agree with its reading. */
export function replaceTerm(
  text: string,
  start: number,
  end: number,
  { term, reading }: Pick<Designation, 'term' | 'reading'>,
  { particles }: LanguagePack,
): string {
  const mended = text.slice(0, start) + term + text.slice(end);
  const behind = start + term.length;
  const between = closing.exec(mended.slice(behind, behind + 40))![0];
  // Behind a bracket that opened before the term the particle agrees with the word before the bracket: 전문가 혼합(MoE)은.
  const spoken = /[)）]$/.test(term + between) ? undefined : (reading ?? term);
  return particles?.correct(mended, behind + between.length, spoken) ?? mended;
}
