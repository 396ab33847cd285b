import { type Ending, endingOf } from './endings.js';
import { agreeing, wordBefore } from './particles.js';

/** Particles as templates write them where the word before is not known yet: ‘이(가)’, ‘(으)로’. */
const doubles: Readonly<Record<string, readonly [consonant: string, vowel: string, rieul?: string]>> = {
  '은(는)': ['은', '는'],
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '과(와)': ['과', '와'],
  '와(과)': ['과', '와'],
  '(으)로': ['으로', '로', '로'],
  '(이)라': ['이라', '라'],
  '(이)나': ['이나', '나'],
  '(이)며': ['이며', '며'],
  '(이)고': ['이고', '고'],
};

const pattern = new RegExp(
  Object.keys(doubles)
    .map((form) => form.replaceAll(/[()]/g, '\\$&'))
    .join('|'),
  'gu',
);

/** Chooses the form that agrees with the word before; both stay where its sound is not known. */
export function settle(text: string): string {
  return text.replaceAll(pattern, (form, at: number) => {
    const ending: Ending | undefined = endingOf(wordBefore(text, at));
    return ending === undefined ? form : agreeing(doubles[form]!, ending);
  });
}
