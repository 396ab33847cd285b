import { type Decimal, multiply, shift } from '../../../model/decimal.js';
import { hyphen } from './cardinal.js';
import { scales, vagueNouns, vagueQuantifiers } from './lexicon/numerals.js';
import { durationNouns } from './lexicon/units.js';
import { type Token, tokenAt } from './tokens.js';

/** thousands, hundreds of thousands, several million, a few hundred: the power of ten, and the token after it. */
export function vagueAt(tokens: readonly Token[], i: number): { magnitude: Decimal; next: number } | undefined {
  const { lower } = tokenAt(tokens, i);
  const noun = vagueNouns.get(lower);
  if (noun !== undefined) {
    const second = vagueNouns.get(tokenAt(tokens, i + 2).lower);
    const of = tokenAt(tokens, i + 1).lower === 'of';
    if (of && second !== undefined) {
      // "hundreds of thousands of millions" goes no further: two are all that is ever said.
      return { magnitude: multiply(noun, second), next: i + 3 };
    }
    // "tens" alone is rare; "the scores" are results.
    if (lower === 'tens' || (lower === 'scores' && !(of && tokenAt(tokens, i - 1).lower !== 'the'))) return undefined;
    return { magnitude: noun, next: i + 1 };
  }
  // "a multimillion-dollar deal".
  const multi = lower.startsWith('multi') ? scales.get(lower.slice(5)) : undefined;
  if (multi !== undefined) return { magnitude: shift('1', multi), next: i + 1 };
  let at = i;
  if (lower === 'a') {
    const couple = tokenAt(tokens, i + 1).lower === 'couple';
    if (!couple && !/^(?:few|several)$/.test(tokenAt(tokens, i + 1).lower)) return undefined;
    at++;
    if (couple && tokenAt(tokens, at + 1).lower === 'of') at++;
  } else if (!vagueQuantifiers.has(lower)) return undefined;
  at = hyphen(tokens, at + 1) ? at + 2 : at + 1;
  if (tokenAt(tokens, at).lower === 'dozen') return { magnitude: '10', next: at + 1 };
  let power = 0;
  for (let words = 0; words < 3; words++) {
    const scale = scales.get(tokenAt(tokens, at).lower);
    if (scale === undefined) break;
    power += scale;
    at++;
  }
  if (power > 0) return { magnitude: shift('1', power), next: at };
  // "several years", "a few weeks": "many years" may be as many as one likes.
  const time = durationNouns.get(tokenAt(tokens, at).lower);
  const some = /^(?:few|several)$/.test(tokenAt(tokens, at - 1).lower);
  return time === undefined || !some ? undefined : { magnitude: '1', next: at };
}
