import { languagePack } from '../languages/index.js';
import type { Words } from '../languages/pack.js';
import type { TermMatch } from '../model/article.js';
import { type Concept, type Designation, isShort } from '../model/concept.js';
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
  /** Further concepts that the same words are a designation of, where nothing tells which is meant. */
  readonly others?: readonly Concept[];
}

interface Entry {
  readonly concept: Concept;
  readonly designation: Designation;
  /** Folded, without the units that may be left out. */
  readonly pattern: string;
  /** Offsets in `pattern` at which the designation itself has a space. */
  readonly gaps: ReadonlySet<number>;
  /** As it must stand, where case counts. */
  readonly exact: string | undefined;
}

/** Prepares the matching of all concepts in texts of `from`, with what `to` requires for each. Throws `unknown-locale`. */
export function createMatcher(concepts: readonly Concept[], from: Locale, to: Locale): Matcher {
  const { words } = languagePack(from);
  const entries = concepts.flatMap((concept) => entriesOf(concept, from, words));
  const automaton = new Automaton(entries.map(({ pattern }) => pattern));
  const table = foldTable(words);
  const optional = words.optionalSpace;
  const designations = (text: string): DesignationMatch[] => {
    const found: DesignationMatch[] = [];
    automaton.search(text, table, optional, (index, length, end) => {
      const match = matchAt(text, entries[index]!, length, end, words);
      if (match !== undefined) found.push(match);
    });
    return longest(found);
  };
  return {
    designations,
    find: (text) =>
      designations(text).map(({ concept, designation, text: written, start, end, others }): TermMatch => {
        const wanted = concept.doNotTranslate === true ? written : requiredFor(concept, designation, to)?.term;
        // Which of two meanings it is, its reader knows: neither is forced upon him.
        const required = others?.some((other) => preferred(other, to)?.term !== wanted) === true ? undefined : wanted;
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

/** A concept's designations in a language, or in its base language; what is never translated has the same in all. */
export function designationsIn({ designations, doNotTranslate }: Concept, locale: Locale): readonly Designation[] {
  const own = designations[locale] ?? designations[locale.split('-')[0]!];
  return own ?? (doNotTranslate === true ? (Object.values(designations)[0] ?? []) : []);
}

/** What a translation is to say for a designation: MoE stays MoE where the target has an abbreviation too, else what is preferred. */
function requiredFor(concept: Concept, designation: Designation, to: Locale): Designation | undefined {
  const short = isShort(designation)
    ? designationsIn(concept, to).find((one) => isShort(one) && one.status === 'admitted')
    : undefined;
  return short ?? preferred(concept, to);
}

function matchAt(
  text: string,
  { concept, designation, exact, gaps }: Entry,
  length: number,
  end: number,
  words: Words,
): DesignationMatch | undefined {
  // Back over as many units as the pattern has. A space that the designation lacks must leave two units on either side
  // (데이터 센터 is 데이터센터, while 구 글 is no 구글) and break no name (한국 은행 is a bank in Korea, 한국은행 the central bank).
  const breakable = designation.partOfSpeech !== 'proper-noun';
  let start = end;
  let last = length;
  for (let left = length; left > 0; ) {
    start--;
    if (start < 0) return undefined;
    if (words.optionalSpace?.(text, start) === true) {
      if (!gaps.has(left) && (!breakable || left < 2 || last - left < 2)) return undefined;
      last = left;
    } else left--;
  }
  const written = text.slice(start, end);
  if (exact !== undefined && !sameCase(written, exact, words)) return undefined;
  // Most terms stand between a space and a space or comma: no question to ask of the language.
  if (isBreak(text, start - 1) && isBreak(text, end))
    return { concept, designation, text: written, start, end, wordEnd: end };
  const from = Math.max(0, start - 2);
  const wordEnd = words.boundary(words.fold(text.slice(from, end + 16)), start - from, end - from);
  return wordEnd < 0 ? undefined : { concept, designation, text: written, start, end, wordEnd: wordEnd + from };
}

/** Whether a unit ends a word in every language; the text's own ends do. */
function isBreak(text: string, index: number): boolean {
  return index < 0 || index >= text.length || ' \n,.;:!?()[]"'.includes(text[index]!);
}

/** Of matches that overlap the first, and of those that begin together the longest. A term in the middle of a longer one is part of it. */
function longest(found: DesignationMatch[]): DesignationMatch[] {
  if (found.length < 2) return found;
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: DesignationMatch[] = [];
  for (const match of found) {
    const last = out.at(-1);
    if (last === undefined || match.start >= last.end) out.push(match);
    else if (match.start === last.start && match.end === last.end && match.concept !== last.concept)
      out[out.length - 1] = { ...last, others: [...(last.others ?? []), match.concept] };
  }
  return out;
}

/** `fold` for single units, as a table: made once for each language. */
const tables = new WeakMap<Words, Uint16Array>();

function foldTable(words: Words): Uint16Array {
  const known = tables.get(words);
  if (known !== undefined) return known;
  const table = new Uint16Array(0x10000);
  const block = 0x400;
  for (let code = 0; code < table.length; code += block) {
    const units = Array.from({ length: block }, (_, i) => code + i);
    // Halves of surrogate pairs fold to themselves.
    const folded = code >= 0xd800 && code < 0xe000 ? undefined : words.fold(String.fromCharCode(...units));
    for (let i = 0; i < block; i++) table[code + i] = folded?.charCodeAt(i) ?? code + i;
  }
  tables.set(words, table);
  return table;
}

/** A designation in capitals stands as it is written (US is no us, Apple no apple); a heading may set a longer one in capitals throughout. */
function sameCase(written: string, exact: string, words: Words): boolean {
  const plain = bare(written, words);
  return plain === exact || (exact.length > 4 && plain === exact.toUpperCase());
}

/** Half-width, without spaces and hyphens, which do not tell one designation from another. */
function bare(text: string, { fold }: Words): string {
  return fold(text) === text
    ? text.replaceAll(' ', '')
    : text
        .normalize('NFKC')
        .replace(/[-‐‑\s]/g, '')
        .replaceAll('’', "'");
}

function entriesOf(concept: Concept, locale: Locale, words: Words): Entry[] {
  return designationsIn(concept, locale).map((designation) => {
    const term = designation.term.normalize('NFC');
    const folded = words.fold(term);
    const gaps = new Set<number>();
    let pattern = '';
    for (let i = 0; i < folded.length; i++) {
      if (words.optionalSpace?.(folded, i) === true) gaps.add(pattern.length);
      else pattern += folded[i];
    }
    const matters = designation.case === undefined ? /\p{Lu}/u.test(term) : designation.case === 'exact';
    return { concept, designation, pattern, gaps, exact: matters ? bare(term, words) : undefined };
  });
}
