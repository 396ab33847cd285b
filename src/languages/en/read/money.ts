import { currencyAliases, currencyCodes, currencySigns, signPrefixes } from '../../und/currencies.js';
import { type Token, tokenAt } from './tokens.js';

/** A currency before its amount: `$`, `US$`, `USD`, `£`. */
export interface CurrencyMark {
  readonly unit: string;
  readonly next: number;
  /** `$¢`-style subunits do not occur before an amount. */
}

/** The currency that begins at token `i` with an amount right after it (a sign of its own may stand between: `$-5`). */
export function readCurrency(tokens: readonly Token[], i: number): CurrencyMark | undefined {
  const one = tokenAt(tokens, i);
  const two = tokenAt(tokens, i + 1);
  if (one.kind === 'sign') {
    const code = currencySigns.get(one.text);
    return code === undefined || one.text === '¢' ? undefined : { unit: code, next: i + 1 };
  }
  if (one.kind !== 'word') return undefined;
  // U.S.$5
  if (
    one.text === 'U' &&
    two.text === '.' &&
    tokenAt(tokens, i + 2).text === 'S' &&
    tokenAt(tokens, i + 3).text === '.' &&
    tokenAt(tokens, i + 4).text === '$'
  ) {
    return { unit: 'USD', next: i + 5 };
  }
  if (two.kind === 'sign' && two.glued && two.text === '$') {
    const code = signPrefixes.get(one.text);
    if (code !== undefined) return { unit: code, next: i + 2 };
  }
  if (two.kind === 'sign' && two.glued && currencySigns.has(two.text) && currencyCodes.has(one.text)) {
    return { unit: one.text, next: i + 2 };
  }
  if ((currencyCodes.has(one.text) || currencyAliases.has(one.text)) && two.kind === 'number') {
    return { unit: currencyAliases.get(one.text) ?? one.text, next: i + 1 };
  }
  if (/^Rs$/.test(one.text)) {
    const dot = two.text === '.' ? 1 : 0;
    if (tokenAt(tokens, i + 1 + dot).kind === 'number') return { unit: 'INR', next: i + 1 + dot };
  }
  return undefined;
}
