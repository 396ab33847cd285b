import { languagePack } from '../languages/index.js';
import type { TermMatch } from '../model/article.js';
import type { Concept, Designation } from '../model/concept.js';
import type { Locale } from '../model/locale.js';
import { Automaton } from './automaton.js';

/** Finds the designations of one language in a text. */
export interface Matcher {
  /** The terms of a text in order, never overlapping; of two that overlap the longer. `end` is that of the term, without particle or plural. */
  find(text: string): readonly TermMatch[];
  /** As `find`, with the designation that was found. */
  designations(text: string): readonly DesignationMatch[];
}

/** A designation found in a text. `wordEnd` is after its particle, plural or possessive. */
export interface DesignationMatch {
  readonly concept: Concept;
  readonly designation: Designation;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly wordEnd: number;
}

interface Entry {
  readonly concept: Concept;
  readonly designation: Designation;
  readonly pattern: string;
  readonly exact: boolean;
}

/** Prepares the matching of all concepts in texts of `from`, with what `to` requires for each. Throws `unknown-locale`. */
export function createMatcher(concepts: readonly Concept[], from: Locale, to: Locale): Matcher {
  const { words } = languagePack(from);
  const entries = concepts.flatMap((concept) => entriesOf(concept, from, words.fold));
  const automaton = new Automaton(entries.map(({ pattern }) => pattern));
  const designations = (text: string): DesignationMatch[] => {
    if (entries.length === 0) return [];
    const folded = words.fold(text);
    const found: DesignationMatch[] = [];
    for (const { pattern, start, end } of automaton.search(folded)) {
      const { concept, designation, exact } = entries[pattern]!;
      // The pattern was folded and its spaces may have gone; an exact term must stand as it is written.
      if (exact && text.slice(start, end).replaceAll(' ', '') !== designation.term.replaceAll(' ', '')) continue;
      const wordEnd = words.boundary(folded, start, end);
      if (wordEnd >= 0) found.push({ concept, designation, text: text.slice(start, end), start, end, wordEnd });
    }
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    let stop = 0;
    return found.filter((match) => {
      if (match.start < stop) return false;
      stop = match.end;
      return true;
    });
  };
  return {
    designations,
    find: (text) =>
      designations(text).map(({ concept, text: written, start, end }): TermMatch => {
        const required = concept.doNotTranslate === true ? written : preferred(concept, to)?.term;
        return {
          concept: concept.id,
          text: written,
          start,
          end,
          ...(required === undefined ? {} : { required }),
          ...(concept.doNotTranslate === true ? { doNotTranslate: true as const } : {}),
        };
      }),
  };
}

/** The designation that a language prefers: its own, or its base language's (`ko-KR` → `ko`). */
export function preferred(concept: Concept, locale: Locale): Designation | undefined {
  return designationsIn(concept, locale).find(({ status }) => status === 'preferred');
}

/** A concept's designations in a language, or in its base language. */
export function designationsIn({ designations }: Concept, locale: Locale): readonly Designation[] {
  return designations[locale] ?? designations[locale.split('-')[0]!] ?? [];
}

/** A designation as patterns: as written, and without its spaces where it has some (데이터 센터 is also written 데이터센터). */
function entriesOf(concept: Concept, locale: Locale, fold: (text: string) => string): Entry[] {
  return designationsIn(concept, locale).flatMap((designation) => {
    const exact =
      designation.case === undefined
        ? /[A-Z]/.test(designation.term) && designation.term.length <= 4
        : designation.case === 'exact';
    const folded = fold(designation.term);
    const spaceless = /[가-힣] [가-힣]/.test(folded) ? [folded.replaceAll(' ', '')] : [];
    return [folded, ...spaceless].map((pattern) => ({ concept, designation, pattern, exact }));
  });
}
