import type { Decimal } from '../../../model/decimal.js';
import type { Counter } from './counters.js';
import type { Numeral } from './numeral.js';

/** A counter or unit found after a number. */
export interface Found {
  readonly counter: Counter;
  readonly end: number;
}

/** A number with its sign, currency and counter. */
export interface Amount {
  readonly numeral: Numeral;
  /** Where the numeral begins, after sign and currency. */
  readonly at: number;
  readonly negative: boolean;
  readonly value: Decimal;
  readonly found: Found | undefined;
  readonly currency: string | undefined;
  readonly end: number;
}

export type { Fields } from '../../und/placed.js';
