import type { Cues } from '../../languages/cues.js';

const word = /[\p{L}\p{N}][\p{L}\p{N}\-’']*/gu;
const hangul = /^[\uAC00-\uD7A3]+/;

/**
 * What a word is compared by. English loses its ending (kernels, kernel's → kernel); Korean keeps its first two
 * syllables, since particles follow (처리량을, 처리량의 → 처리).
 */
function stem(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase();
  if (hangul.test(lower)) return lower.slice(0, 2);
  return lower
    .replace(/[’']s?$/, '')
    .replace(/(?:ies|es|s|ing|ed)$/, (ending) => (lower.length > ending.length + 3 ? '' : ending));
}

/** The content words of a text, stemmed: no figures, no words of grammar, none of one letter. */
export function contentWords(text: string, cues: Cues): ReadonlySet<string> {
  const grammar = grammarOf(cues);
  const out = new Set<string>();
  for (const [found] of text.matchAll(word)) {
    if (/^\p{N}/u.test(found) || found.length < 2 || grammar.has(found.toLowerCase())) continue;
    const stemmed = stem(found);
    if (stemmed.length > 1 && !grammar.has(stemmed)) out.add(stemmed);
  }
  return out;
}

const cache = new WeakMap<Cues, ReadonlySet<string>>();
function grammarOf(cues: Cues): ReadonlySet<string> {
  const known = cache.get(cues);
  if (known !== undefined) return known;
  const made = new Set(cues.function);
  cache.set(cues, made);
  return made;
}

/** Whether one of the cue words begins a word of the text. */
export function says(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.some((cue) => {
    for (let at = lower.indexOf(cue); at >= 0; at = lower.indexOf(cue, at + 1)) {
      const before = at === 0 ? ' ' : lower[at - 1]!;
      const after = lower[at + cue.length] ?? ' ';
      const begins = !/[\p{L}\p{N}]/u.test(before);
      // An English cue is a whole word; particles follow a Korean one.
      const ends = hangul.test(cue) || !/[a-z]/.test(after) || !/[a-z]$/.test(cue);
      if (begins && ends) return true;
    }
    return false;
  });
}

/** How many words two sets share. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const entry of a) if (b.has(entry)) count++;
  return count;
}

/** Whether a name stands in the text as a whole word: GPT-4 does not stand in "GPT-4o". */
export function names(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const after = text[at + name.length] ?? ' ';
    const before = at === 0 ? ' ' : text[at - 1]!;
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{Script=Latin}\p{N}-]/u.test(after)) return true;
  }
  return false;
}
