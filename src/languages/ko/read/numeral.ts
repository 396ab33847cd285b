import type { Decimal } from '../../../model/decimal.js';

/** A number as read, before what it counts is known. */
export interface Numeral {
  readonly value: Decimal;
  readonly end: number;
  readonly script: 'digits' | 'sino' | 'native';
  readonly precision?: number;
  /** Digits as written, for years, codes and ranges. */
  readonly whole?: string;
  readonly grouped?: boolean;
  /** The largest unit in it (만 is 4), 0 for none: `3~5조` scales the 3, `3만~5만` does not. */
  readonly scale: number;
  /** Two neighbours: 서너. */
  readonly upper?: Decimal;
  readonly fraction?: readonly [numerator: Decimal, denominator: Decimal];
  readonly vague?: Decimal;
  /** 30여: the hedge is inside the figure. */
  readonly about?: true;
  /** It needs a counter after it: 한, 두, a single Sino-Korean syllable. */
  readonly needsCounter?: true;
  /** The same without its last syllable, which may be a particle or a counter: 이십이 넘는, 백일 동안. */
  readonly without?: Numeral;
  /** A numeral of one syllable that begins many words, which asks for a strict neighbour on the right. */
  readonly weak?: true;
}
