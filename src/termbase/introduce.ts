import type { LanguagePack } from '../languages/pack.js';
import { type Concept, type Designation, isShort } from '../model/concept.js';
import { applyEdits, difference, type Edit } from '../model/edit.js';
import { replaceTerm } from './enforce.js';
import { type DesignationMatch, designationsIn, type Matcher, preferred } from './match.js';

/** A place where a text does not introduce a concept as the termbase asks. */
export interface Introduction {
  /** Index of the text. */
  readonly passage: number;
  /** `first`: named without the form that introduces it; `early`: by its abbreviation; `again`: introduced once more. */
  readonly kind: 'first' | 'early' | 'again';
  readonly concept: Concept;
  readonly start: number;
  readonly end: number;
  /** What is to stand there. */
  readonly right: Pick<Designation, 'term' | 'reading'>;
}

/** Where running text introduces a concept. A heading, a cell or a caption has no room for it. */
const prose: ReadonlySet<string> = new Set(['paragraph', 'list-item']);

/** Whether a unit of this kind introduces what it names. */
export function introduces({ kind }: { readonly kind: string }): boolean {
  return prose.has(kind);
}

/**
 * Where an article, its texts in reading order, does not follow "유럽연합(EU) once, then 유럽연합": a concept whose preferred
 * designation has a first-mention form is introduced by it where it is first named, and nowhere else. Texts that name
 * nobody (headings, tables) are `undefined`. Names inside brackets and in compounds (EU-wide, AI반도체) introduce nothing.
 */
export function introductions(
  texts: readonly (string | undefined)[],
  matcher: Matcher,
  to: LanguagePack,
): Introduction[] {
  const met = new Set<Concept>();
  const out: Introduction[] = [];
  texts.forEach((text, passage) => {
    if (text === undefined) return;
    let stop = 0;
    for (const match of matcher.designations(text)) {
      const { concept, designation, start } = match;
      const right = preferred(concept, to.locale);
      if (start < stop || right?.firstMention === undefined || match.others !== undefined) continue;
      if (designation.status === 'deprecated' || designation.status === 'forbidden') continue;
      const stands = formAt(text, match, right, to);
      if (stands !== undefined) stop = stands.end;
      if (met.has(concept)) {
        if (stands === undefined) continue;
        const term = cased(match, stands.plural ? `${right.term}s` : right.term);
        out.push({ passage, kind: 'again', concept, start: stands.start, end: stands.end, right: { ...right, term } });
        continue;
      }
      if (stands?.exact === true) {
        met.add(concept);
        continue;
      }
      const form = formFor(text, match, right.firstMention, right.term, to);
      if (form === undefined || isAside(text, start) || isCompound(text, match)) continue;
      met.add(concept);
      const kind = stands === undefined && isShort(designation) ? 'early' : 'first';
      const term = cased(match, form.term);
      out.push({ passage, kind, concept, start, end: stands?.end ?? form.end, right: { ...right, term } });
    }
  });
  return out;
}

/** An introduction as edits of its text: the words, and the particle behind them. */
export function introductionEdits(
  text: string,
  { start, end, right }: Pick<Introduction, 'start' | 'end' | 'right'>,
  to: LanguagePack,
): Edit[] {
  const mended = replaceTerm(text, start, end, right, to);
  const particle = difference(text.slice(end), mended.slice(start + right.term.length));
  return [
    { start, end, text: right.term },
    ...(particle === undefined ? [] : [{ ...particle, start: particle.start + end, end: particle.end + end }]),
  ];
}

/**
 * A text with every concept that is introduced somewhere called by its preferred designation, so that two places of one
 * text are equal whichever of them came first: 유럽연합(EU)은, EU는 and 유럽연합은 are one.
 */
export function withoutIntroductions(text: string, matcher: Matcher, to: LanguagePack): string {
  let stop = 0;
  const edits = matcher.designations(text).flatMap((match) => {
    const right = preferred(match.concept, to.locale);
    if (match.start < stop || right?.firstMention === undefined) return [];
    const { start, end } = formAt(text, match, right, to) ?? match;
    stop = end;
    return introductionEdits(text, { start, end, right }, to);
  });
  return applyEdits({ text, codes: [] }, edits).text;
}

interface Form {
  readonly start: number;
  readonly end: number;
  /** Written as the termbase has it, not only to the same end: 유럽연합(EU), no 유럽연합 (EU) and no EU(유럽연합). */
  readonly exact: boolean;
  /** large language models (LLMs) */
  readonly plural: boolean;
}

/** The first-mention form that a designation is part of, or another that says as much: a designation, and another in brackets. */
function formAt(
  text: string,
  { concept, start, end }: DesignationMatch,
  { term, firstMention = '' }: Designation,
  { words, locale }: LanguagePack,
): Form | undefined {
  const before = start - Math.max(0, firstMention.indexOf(term));
  const written = text.slice(Math.max(0, before), before + firstMention.length);
  if (before >= 0 && words.fold(written) === words.fold(firstMention))
    return { start: before, end: before + firstMention.length, exact: true, plural: false };
  const bracket = /^(s?) ?[(（]([^()（）]{1,60})[)）]/.exec(text.slice(end, end + 70));
  if (bracket === null) return undefined;
  const said = words.fold(bracket[2]!.trim());
  const plural = bracket[1] === 's' && said.endsWith('s');
  const names = [...designationsIn(concept, locale), ...Object.values(concept.designations).flat()];
  const same = names.some((one) => [said, ...(plural ? [said.slice(0, -1)] : [])].includes(words.fold(one.term)));
  return same ? { start, end: end + bracket[0].length, exact: plural, plural } : undefined;
}

/** What introduces a word, and where the word ends: "large language models (LLMs)". `undefined` where it is bent otherwise (EU's). */
function formFor(
  text: string,
  { end, wordEnd }: DesignationMatch,
  form: string,
  term: string,
  { particles }: LanguagePack,
): { readonly term: string; readonly end: number } | undefined {
  if (particles !== undefined || wordEnd === end) return { term: form, end };
  if (text.slice(end, wordEnd) !== 's' || !form.startsWith(`${term} (`) || !form.endsWith(')')) return undefined;
  return { term: `${term}s${form.slice(term.length, -1)}s)`, end: wordEnd };
}

/** A form with the capital of the sentence that it begins. */
function cased({ text }: DesignationMatch, form: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}

/** Whether a place stands in brackets, where no further bracket opens. */
function isAside(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  return (
    Math.max(before.lastIndexOf('('), before.lastIndexOf('（')) >
    Math.max(before.lastIndexOf(')'), before.lastIndexOf('）'))
  );
}

/** Whether a word is part of a longer one: AI-based, AI반도체, 신형GPU. */
function isCompound(text: string, { start, wordEnd }: DesignationMatch): boolean {
  return (
    /[\p{L}\p{N}]/u.test(text[start - 1] ?? '') ||
    /^(?:[\p{L}\p{N}]|[-‐‑]\p{L})/u.test(text.slice(wordEnd, wordEnd + 2))
  );
}
