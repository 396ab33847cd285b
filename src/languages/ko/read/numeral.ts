import type { Decimal } from '../../../model/decimal.js';
import type { Building } from '../../und/placed.js';

/** A number as read, before what it counts is known. */
export interface Numeral {
  readonly value: Decimal;
  readonly end: number;
  readonly script: 'digits' | 'sino' | 'native';
  /** The largest unit in it (만 is 4), 0 for none: `3~5조` scales the 3, `3만~5만` does not. */
  readonly scale: number;
  readonly precision: number | undefined;
  /** Digits as written, for years, codes and ranges. */
  readonly whole: string | undefined;
  readonly grouped: boolean | undefined;
  /** Two neighbours: 서너. */
  readonly upper: Decimal | undefined;
  readonly fraction: readonly [numerator: Decimal, denominator: Decimal] | undefined;
  readonly vague: Decimal | undefined;
  /** 30여: the hedge is inside the figure. */
  readonly about: boolean;
  /** It needs a counter after it: 한, 두, a single Sino-Korean syllable. */
  readonly needsCounter: boolean;
  /** The same without its last syllable, which may be a particle or a counter: 이십이 넘는, 백일 동안. */
  readonly without: Numeral | undefined;
  /** A numeral of one syllable that begins many words, which asks for a strict neighbour on the right. */
  readonly weak: boolean;
}

/**
 * A numeral to set the rest of, with all its fields in one order: numerals of one shape are read without a look-up by name,
 * and every rule of this reader looks at one.
 */
export function numeralOf(
  value: Decimal,
  end: number,
  script: Numeral['script'],
  scale: number,
  needsCounter = false,
): Building<Numeral> {
  return {
    value,
    end,
    script,
    scale,
    precision: undefined,
    whole: undefined,
    grouped: undefined,
    upper: undefined,
    fraction: undefined,
    vague: undefined,
    about: false,
    needsCounter,
    without: undefined,
    weak: false,
  };
}

/** The same numeral with another value and end, to set the rest of. */
export function changed(numeral: Numeral, value: Decimal, end: number): Building<Numeral> {
  const out = numeralOf(value, end, numeral.script, numeral.scale, numeral.needsCounter);
  out.precision = numeral.precision;
  out.whole = numeral.whole;
  out.grouped = numeral.grouped;
  out.upper = numeral.upper;
  out.fraction = numeral.fraction;
  out.vague = numeral.vague;
  out.about = numeral.about;
  out.without = numeral.without;
  out.weak = numeral.weak;
  return out;
}
