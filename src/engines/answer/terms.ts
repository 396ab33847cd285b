import { requiredTerms } from '../protect.js';
import { asChecked, type Judge, quote, refuse } from './judge.js';

/** Every term of the unit stands in its required designation, as a word of its own in any inflection that the pack knows. */
export const judgeTerms: Judge = ({ unit, target, to }) => {
  const folded = to.words.fold(target);
  const missing = requiredTerms(unit).filter(({ required }) => !standsIn(folded, to.words.fold(required), to.words));
  if (missing.length === 0) return undefined;
  const list = missing.map(({ source, required }) => `${quote(required)} for ${quote(source)}`).join(', ');
  const reasons = missing.map(({ source, required }) =>
    asChecked('terminology', 'missing', { term: source, right: required }),
  );
  return refuse(`Required terms are missing: use ${list}.`, ...reasons);
};

function standsIn(
  folded: string,
  term: string,
  { boundary }: { boundary(folded: string, start: number, end: number): number },
): boolean {
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
    if (boundary(folded, at, at + term.length) >= 0) return true;
  }
  return false;
}
