import { placeholder } from '../model/inline.js';
import type { Check, Finding } from './check.js';

/** Longest stretch, in words, whose repetition is looked for, and longest text, in words. */
const longestPeriod = 40;
const mostWords = 4000;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of words that stands several times without a break. */
interface Loop {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly words: number;
  readonly times: number;
}

/** Text that says itself over and over, as engines do that have lost their way. */
export const repetition: Check = {
  id: 'repetition',
  type: 'duplication',
  category: 'accuracy',
  unit(pair) {
    const { source, target } = pair;
    if (target === null) return [];
    const out: Finding[] = [];
    const found = loops(target.text);
    const before = source === null || found.length === 0 ? [] : loops(source.text);
    for (const loop of found) {
      // Where the source repeats as much, it is meant: "very, very", a refrain, a row of dots.
      if (before.some(({ times, words }) => times >= loop.times && words >= Math.min(loop.words, 2))) continue;
      if (before.some(({ times }) => times >= loop.times && loop.words <= 2)) continue;
      if (!isOdd(loop)) continue;
      const { start, end, phrase, times } = loop;
      const span = { text: target.text.slice(start, end), start, end };
      const severity = loop.words * (times - 1) >= 4 || times > 2 ? 'major' : 'minor';
      out.push({ key: 'loop', values: { text: phrase.slice(0, 60), count: times }, severity, pair, target: span });
    }
    const run = longRun(target.text);
    if (run !== undefined && (longRun(source?.text ?? '')?.text.length ?? 0) < run.text.length / 2) {
      out.push({ key: 'run', values: { text: run.text.slice(0, 20) }, severity: 'major', pair, target: run });
    }
    return out;
  },
};

/** Whether nobody would write a loop: three words twice, or fewer words more often. One word twice may be emphasis. */
function isOdd({ words, times, phrase }: Loop): boolean {
  if (words === 1) return times >= 4 || (times === 3 && phrase.length > 3) || doubled.test(phrase);
  if (words === 2) return times >= 3 || phrase.length > 14;
  return true;
}

/** Single words that are never said twice in a row: function words, and Korean nouns with a particle. */
const doubled =
  /^(?:the|a|an|of|to|in|for|with|and|or|is|are|was|by|from|at|[가-힣]{2,}(?:을|를|은|는|에서|에게|으로|에는|이며|하고|하는|했다|한다|된다))$/i;

/** Loops of a text. Linear in its length, times the longest period. */
function loops(text: string): Loop[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(/\uFFFC|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’%._-]*/gu)) {
    // Code is no word of the sentence, and no piece of code is another.
    const own = word === placeholder ? `${placeholder}${index}` : word.toLowerCase().replace(/[._'’-]+$/, '');
    words.push({ text: own, start: index, end: index + word.length });
    if (words.length === mostWords) break;
  }
  const found: Loop[] = [];
  // Most sentences say no word twice.
  if (new Set(words.map(({ text: word }) => word)).size === words.length) return found;
  for (let period = 1; period <= Math.min(longestPeriod, words.length / 2); period++) {
    let run = 0;
    for (let i = 0; i + period <= words.length; i++) {
      const same = i + period < words.length && words[i]!.text === words[i + period]!.text;
      if (same) {
        run++;
        continue;
      }
      if (run >= period) {
        const first = i - run;
        const times = Math.floor(run / period) + 1;
        const last = first + period * times - 1;
        const [start, end] = [words[first]!.start, words[last]!.end];
        // A loop of one word is one of two words as well.
        if (!found.some((one) => one.start <= start && end <= one.end)) {
          const phrase = text.slice(start, words[first + period - 1]!.end);
          const next = words[first + period]!.start;
          const between = text.slice(words[first + period - 1]!.start, next);
          if (isLoop(between, text.slice(end, end + 1), period, times))
            found.push({ start, end, phrase, words: period, times });
        }
      }
      run = 0;
    }
  }
  // Figures in a row (0 0 0, 12 12) are data.
  return found.filter(({ phrase }) => /\p{L}/u.test(phrase)).sort((a, b) => a.start - b.start);
}

/**
 * Whether a repetition is one when something stands between: "No, no, no" is said, and a sentence may take up the last words
 * of the one before it. A sentence that stands twice as a whole is a loop. `between` begins with the first turn's last word.
 */
function isLoop(between: string, behind: string, words: number, times: number): boolean {
  if (!/[.!?,;:/()“”"—–]/.test(between)) return true;
  return times > 5 || (words >= 3 && times > 2) || (words >= 4 && /[.!?]/.test(between) && /^[.!?]?$/.test(behind));
}

/** A stretch of one or two letters over and over within a word: 는는는는는, hahahahahaha. */
function longRun(text: string): { text: string; start: number; end: number } | undefined {
  const match = /(\p{L}{1,2}?)\1{5,}/u.exec(text);
  return match === null ? undefined : { text: match[0], start: match.index, end: match.index + match[0].length };
}
