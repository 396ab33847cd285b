import { currencySigns } from '../../und/currencies.js';
import { signs } from '../../und/signs.js';
import { quotes } from './eras.js';
import { isArticle, type Token, tokenAt, vulgarFractions } from './tokens.js';
import { begins } from './vocabulary.js';

const everything = begins.date | begins.time | begins.figure | begins.name;

/** What may begin at token `i`. Four places of five where something could begin by their first token are told apart by their second. */
export function startsAt(tokens: readonly Token[], i: number): number {
  const token = tokenAt(tokens, i);
  if (token.kind === 'number') return everything;
  const next = tokenAt(tokens, i + 1);
  if (token.kind === 'sign') return bySign(token, next, tokens, i);
  // A word tied to a number may be a name (COVID-19, B200) or a currency (NT$5); so may one before it (iOS 18, Won 500bn).
  if (next.glued && (next.kind === 'number' || tokenAt(tokens, i + 2).glued))
    return token.begins | begins.name | begins.figure;
  if (next.kind === 'number') return token.begins | (token.word.named ? begins.name | begins.figure : 0);
  const bits = token.begins;
  // "a debate", "an end": an article is one of something only where that can be counted.
  return bits === begins.figure && next.kind === 'word' && isArticle(token) && !next.word.counted ? 0 : bits;
}

/** What a sign begins with what stands behind it: $5, ½, -5, .5, the '90s; a full stop and a dash begin nothing. */
function bySign(token: Token, next: Token, tokens: readonly Token[], i: number): number {
  const sign = token.text;
  if (sign === '.') return next.kind === 'number' && next.glued ? begins.figure : 0;
  if (sign === ',' || sign === ')' || sign === '(') return 0;
  if (signs.has(sign)) {
    // "-five", "-$5" and "-USD 5", but not "-based".
    if (next.kind === 'word') return startsAt(tokens, i + 1) & begins.figure;
    return next.start >= 0 ? begins.figure : 0;
  }
  if (quotes.has(sign)) return next.kind === 'number' || (next.begins & begins.date) !== 0 ? begins.date : 0;
  return currencySigns.has(sign) || vulgarFractions.has(sign) ? begins.figure : 0;
}
