import { placeholder } from '../../model/inline.js';
import type { Particles } from '../pack.js';
import { type Ending, endingOf } from './endings.js';

/** Particles that agree with the sound before them: after a consonant, after a vowel, and after ㄹ where that differs. */
const pairs: readonly (readonly [consonant: string, vowel: string, rieul?: string])[] = [
  ['이에요', '예요'],
  ['이라도', '라도'],
  ['이라는', '라는'],
  ['이라고', '라고'],
  ['이라며', '라며'],
  ['이라면', '라면'],
  ['으로부터', '로부터', '로부터'],
  ['으로서', '로서', '로서'],
  ['으로써', '로써', '로써'],
  ['으로는', '로는', '로는'],
  ['으로도', '로도', '로도'],
  ['으로', '로', '로'],
  ['과는', '와는'],
  ['과도', '와도'],
  ['과의', '와의'],
  ['이나', '나'],
  ['이란', '란'],
  ['이랑', '랑'],
  ['이며', '며'],
  ['이든', '든'],
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['아', '야'],
];

/** What may follow a particle: the end of the word. 은행 and 이후 begin no particle. */
const wordEnd = /^(?:$|[^\p{L}\p{N}])/u;

/** Marks between a word and its particle that are not spoken: brackets with what they hold, quotes, emphasis, placeholders. */
const silent = new Set([...'"\'”’」』》〉*_`]}', placeholder]);

interface Form {
  readonly text: string;
  readonly pair: (typeof pairs)[number];
}

const forms: readonly Form[] = pairs
  .flatMap((pair) => [...new Set(pair)].map((text) => ({ text: text ?? '', pair })))
  .sort((a, b) => b.text.length - a.text.length);

/** The forms by the letter that they begin with, longest first. */
const byLetter = new Map(
  forms.map(({ text }) => [text[0]!, forms.filter((form) => form.text.startsWith(text[0]!))] as const),
);

/** The agreeing particle that begins at `at`, if one does and its word ends after it. */
export function particleAt(text: string, at: number): Form | undefined {
  return byLetter
    .get(text[at] ?? '')
    ?.find(
      (form) =>
        text.startsWith(form.text, at) && wordEnd.test(text.slice(at + form.text.length, at + form.text.length + 1)),
    );
}

/** The form that agrees with an ending. */
export function agreeing([consonant, vowel, rieul]: (typeof pairs)[number], ending: Ending): string {
  if (ending === 'rieul') return rieul ?? consonant;
  return ending === 'vowel' ? vowel : consonant;
}

/** The word that is spoken right before `at`: through quotes and marks; a bracket is skipped with what it holds. */
export function wordBefore(text: string, at: number): string {
  let end = at;
  for (let steps = 0; steps < 8; steps++) {
    const last = text[end - 1];
    if (last === undefined) break;
    if (silent.has(last)) end--;
    else if (last === ')' || last === '）') {
      const open = Math.max(text.lastIndexOf('(', end - 1), text.lastIndexOf('（', end - 1));
      if (open < 0 || end - open > 60) return '';
      end = open;
      while (text[end - 1] === ' ') end--;
    } else break;
  }
  let start = end;
  while (start > 0 && start > end - 40 && !border.test(text[start - 1]!)) start--;
  return text.slice(start, end);
}

/** What a word does not hold. */
const border = /[\s"'“”‘’()（）[\]{}*_`/]/;

export const particles: Particles = {
  correct(text, at, reading) {
    const form = particleAt(text, at);
    if (form === undefined) return text;
    const ending = endingOf(reading ?? wordBefore(text, at));
    if (ending === undefined) return text;
    const right = agreeing(form.pair, ending);
    return right === form.text ? text : text.slice(0, at) + right + text.slice(at + form.text.length);
  },
};
