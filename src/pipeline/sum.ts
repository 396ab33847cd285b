import { add, type Decimal, decimal } from '../model/decimal.js';

/** What budgets count: tokens in and out, and US dollars. */
export interface Sum {
  readonly tokens: number;
  readonly dollars: Decimal;
}

export const nothing: Sum = { tokens: 0, dollars: '0' };

export function addSums(a: Sum, b: Sum): Sum {
  return { tokens: a.tokens + b.tokens, dollars: add(a.dollars, b.dollars) };
}

/** The sum as it was written down. Throws RangeError for dollars that are no number. */
export function readSum({ tokens, dollars }: { readonly tokens: number; readonly dollars: string }): Sum {
  return { tokens, dollars: decimal(dollars) };
}
