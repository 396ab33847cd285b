import type { LanguagePack } from '../languages/pack.js';
import type { Matcher } from './match.js';

/** A text and its translation, where there is one. */
export interface TextPair {
  readonly source: string;
  readonly target?: string;
}

/** A term that the termbase lacks. */
export interface Suggestion {
  readonly term: string;
  /** In how many texts it stands. */
  readonly texts: number;
  /** Translations in use with the number of texts, most first. More than one asks for a decision. */
  readonly translations: readonly { readonly term: string; readonly texts: number }[];
}

/** Longest term that is looked for, in words. */
const mostWords = 4;
/** Texts that are looked at; more say the same. */
const mostTexts = 20_000;

/**
 * Names and noun phrases that recur in the source and that `known` does not find, best first, with the translations
 * that go with them: what stands in the targets of their texts and hardly elsewhere (Dice's coefficient).
 */
export function suggestTerms(
  pairs: readonly TextPair[],
  from: LanguagePack,
  to: LanguagePack,
  known: Matcher,
  limit: number,
): Suggestion[] {
  const texts = pairs.slice(0, mostTexts);
  const sources = texts.map(({ source }) => phrases(masked(source, from, known), from, false));
  // A translation may be one common word: Europe is 유럽.
  const targets = texts.map(({ target }) => (target === undefined ? new Map() : phrases(masked(target, to), to, true)));
  const bySource = index(sources);
  const byTarget = index(targets);
  const scored = [...bySource].flatMap(([key, { term, at, name }]) => {
    if (at.length < (name ? 2 : 3)) return [];
    return [{ key, term, at, score: at.length * (1 + term.split(' ').length / 2) * (name ? 3 : 1) }];
  });
  scored.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
  const chosen: typeof scored = [];
  for (const one of scored) {
    if (chosen.length >= limit) break;
    // A part of a phrase that never stands without it says nothing new.
    const part = chosen.some(({ key, at }) => ` ${key} `.includes(` ${one.key} `) && at.length >= one.at.length * 0.8);
    if (!part) chosen.push(one);
  }
  return chosen.map(({ term, at }) => ({ term, texts: at.length, translations: translations(at, targets, byTarget) }));
}

interface Phrase {
  readonly term: string;
  /** Stands like a name: capitals within a sentence, an acronym, letters with digits. */
  readonly name: boolean;
}

interface Occurrences extends Phrase {
  readonly at: readonly number[];
}

function index(texts: readonly ReadonlyMap<string, Phrase>[]): Map<string, Occurrences> {
  const found = new Map<string, { term: string; name: boolean; at: number[] }>();
  texts.forEach((phrases, number) => {
    for (const [key, { term, name }] of phrases) {
      const known = found.get(key);
      if (known === undefined) found.set(key, { term, name, at: [number] });
      else {
        known.at.push(number);
        known.name ||= name;
      }
    }
  });
  return found;
}

/** A text without its figures (and their units) and without the terms that are known. */
function masked(text: string, { figures }: LanguagePack, known?: Matcher): string {
  const ranges = [...figures.read(text).quantities, ...(known?.designations(text) ?? [])];
  return ranges.reduce((out, { start, end }) => out.slice(0, start) + '|'.repeat(end - start) + out.slice(end), text);
}

/** The phrases of a text by their folded form: runs of words without a function word or a figure at either end. */
function phrases(text: string, { words, terms }: LanguagePack, singles: boolean): Map<string, Phrase> {
  const found = new Map<string, Phrase>();
  if (terms === undefined) return found;
  for (const run of terms.candidates(text)) {
    for (let from = 0; from < run.length; from++) {
      for (let to = from + 1; to <= Math.min(run.length, from + mostWords); to++) {
        const part = run.slice(from, to);
        const name = part.every((word) => word.name);
        // A single common word is no term; a phrase is either all names or all common words.
        if (!name && ((part.length < 2 && !singles) || part.some((word) => word.name && !terms.mixes))) continue;
        const term = part.map((word) => word.text).join(' ');
        const key = words.fold(term);
        if (!found.has(key)) found.set(key, { term, name });
      }
    }
  }
  return found;
}

function translations(
  at: readonly number[],
  targets: readonly ReadonlyMap<string, Phrase>[],
  byTarget: ReadonlyMap<string, Occurrences>,
): Suggestion['translations'] {
  const counts = new Map<string, number>();
  for (const number of at) for (const key of targets[number]!.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const ranked = [...counts]
    .map(([key, texts]) => ({ key, texts, dice: (2 * texts) / (at.length + byTarget.get(key)!.at.length) }))
    .filter(({ texts, dice }) => texts >= 2 && dice >= 0.4)
    .sort((a, b) => b.dice - a.dice || b.key.length - a.key.length);
  const best: typeof ranked = [];
  for (const one of ranked) {
    if (best.length === 3) break;
    if (!best.some(({ key }) => key.includes(one.key) || one.key.includes(key))) best.push(one);
  }
  return best.map(({ key, texts }) => ({ term: byTarget.get(key)!.term, texts }));
}
