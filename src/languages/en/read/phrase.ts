import type { Decimal } from '../../../model/decimal.js';
import type { QuantityKind } from '../../../model/quantity.js';
import type { Building } from '../../und/placed.js';

/**
 * A number phrase as read, before what it counts is known. Each has every field, so that all are of one shape: these are
 * made and asked more often than anything else of a reader.
 */
export interface Numeral {
  readonly value: Decimal;
  /** Index of the token after it. */
  readonly next: number;
  /** Whether digits were written; a number in words alone may be dropped or added by a translation. */
  readonly digits: boolean;
  readonly precision: number | undefined;
  readonly ordinal: boolean;
  readonly fraction: readonly [numerator: Decimal, denominator: Decimal] | undefined;
  /** A half or other part said in words was added: "two and a half", "1 1/2". */
  readonly mixed: boolean;
  /** A scale word or suffix was part of it: `5` of `5-10 million` was not scaled, `10 million` was. */
  readonly scale: number | undefined;
  /** The power of ten of a vague figure: "several million", "thousands". */
  readonly vague: Decimal | undefined;
  /** Digits as written, without separators; a leading zero or four digits matter to dates and codes. */
  readonly whole: string | undefined;
  readonly grouped: boolean;
}

/** A numeral to which more may be told. */
export function numeralOf(value: Decimal, next: number, digits: boolean, scale?: number): Building<Numeral> {
  return {
    value,
    next,
    digits,
    precision: undefined,
    ordinal: false,
    fraction: undefined,
    mixed: false,
    scale,
    vague: undefined,
    whole: undefined,
    grouped: false,
  };
}

/** What stands after a number and says what it is a number of. */
export interface Measure {
  readonly kind: QuantityKind;
  readonly unit: string | undefined;
  /** What the number is multiplied by: a grand is 1,000 dollars, a basis point 0.01 of a percentage point. */
  readonly factor: Decimal | undefined;
  readonly next: number;
}

/** A measure whose text ends before token `next`. */
export function measured(kind: QuantityKind, unit: string | undefined, next: number, factor?: Decimal): Measure {
  return { kind, unit, factor, next };
}
