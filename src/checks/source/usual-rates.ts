import { type Decimal, divide } from '../../model/decimal.js';

/**
 * What one US dollar has been worth since the mid-1990s, lowest and highest, widened to round figures. Federal Reserve,
 * H.10 foreign exchange rates. Good for one thing: to see that an amount is ten times too large or small.
 */
const perDollar: Readonly<Record<string, readonly [low: string, high: string]>> = {
  USD: ['1', '1'],
  KRW: ['750', '2000'],
  JPY: ['75', '170'],
  CNY: ['6', '8.8'],
  EUR: ['0.6', '1.25'],
  GBP: ['0.45', '0.95'],
  TWD: ['24', '36'],
  HKD: ['7.6', '7.9'],
  SGD: ['1.15', '1.9'],
  AUD: ['0.9', '2.1'],
  CAD: ['0.9', '1.65'],
  CHF: ['0.7', '1.85'],
  INR: ['30', '95'],
};

/** The bounds of a rate between two currencies; `undefined` where one is not in the table. */
export function usualRate(from: string, to: string): { readonly low: Decimal; readonly high: Decimal } | undefined {
  const a = perDollar[from];
  const b = perDollar[to];
  if (a === undefined || b === undefined) return undefined;
  return { low: divide(b[0], a[1]), high: divide(b[1], a[0]) };
}
