import { ambiguousMonths, months } from './lexicon/calendar.js';
import { ordinals, tensNumbers } from './lexicon/numerals.js';
import { isCapital, type Token, tokenAt } from './tokens.js';

/** A date as read: EDTF, and where it ends. */
export interface ReadDate {
  readonly value?: string;
  readonly min?: string;
  readonly max?: string;
  readonly unit?: 'fiscal';
  readonly part?: 'early' | 'mid' | 'late';
  readonly weekday?: number;
  readonly soft?: true;
  readonly next: number;
}

export const two = (n: number | string) => String(n).padStart(2, '0');

const hyphens = new Set(['-', '‐', '‑', '–', '—', '~']);

export const isHyphen = (token: Token) => token.kind === 'sign' && hyphens.has(token.text);

/** Days of each month, leap years allowed. */
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isDay = (day: number, month: number) => day >= 1 && day <= (lengths[month - 1] ?? 0);

export function dayOf(token: Token): number | undefined {
  return token.kind === 'number' && token.precision === 0 && !token.grouped && token.whole.length <= 2
    ? Number(token.value)
    : undefined;
}

/** A year written with four digits and nothing else: 1000–2999. */
export function yearOf(token: Token): number | undefined {
  return token.kind === 'number' &&
    token.precision === 0 &&
    !token.grouped &&
    token.whole.length === 4 &&
    (token.whole[0] === '1' || token.whole[0] === '2')
    ? Number(token.value)
    : undefined;
}

export function monthOf(token: Token): number | undefined {
  if (token.kind !== 'word') return undefined;
  return isCapital(token) || !ambiguousMonths.has(token.lower) ? months.get(token.lower) : undefined;
}

/** "Sept." and "Oct ." of tokenized text, but not the full stop after "in July." or "in May.". */
export function abbreviated(name: Token): boolean {
  return name.text.length <= 4 && !/^(?:may|june|july)$/.test(name.lower);
}

export const endsText = (tokens: readonly Token[], at: number) => tokenAt(tokens, at + 1).start < 0;

export const ordinalSuffix = /^(?:st|nd|rd|th)$/;

/** `5`, `5th`, `fifth`: the day and the token after it. */
export function dayAt(tokens: readonly Token[], i: number): readonly [number, number] | undefined {
  const day = dayOf(tokenAt(tokens, i));
  if (day !== undefined) {
    const suffix = tokenAt(tokens, i + 1);
    return suffix.glued && ordinalSuffix.test(suffix.lower) ? [day, i + 2] : [day, i + 1];
  }
  const word = ordinals.get(tokenAt(tokens, i).lower);
  if (word !== undefined && word <= 20) return [word, i + 1];
  const ten = tensNumbers.get(tokenAt(tokens, i).lower);
  if (ten !== undefined && ten <= 30 && isHyphen(tokenAt(tokens, i + 1))) {
    const unit = ordinals.get(tokenAt(tokens, i + 2).lower);
    if (unit !== undefined && unit < 10) return [ten + unit, i + 3];
  }
  return undefined;
}

/** An optional year after a day or month: `, 2026`, ` 2026`, ` of 2026`, `, of 2026`. */
export function yearAfter(tokens: readonly Token[], i: number): readonly [number, number] | undefined {
  let at = i;
  if (tokenAt(tokens, at).text === ',') at++;
  if (tokenAt(tokens, at).lower === 'of' || (tokenAt(tokens, at).lower === 'in' && at === i)) at++;
  const year = yearOf(tokenAt(tokens, at));
  if (
    year === undefined ||
    (tokenAt(tokens, at + 1).glued && /^[%x°]$|^(?:km|m|s)$/.test(tokenAt(tokens, at + 1).text))
  )
    return undefined;
  return [year, at + 1];
}
