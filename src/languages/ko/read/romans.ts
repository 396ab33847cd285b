import { romans } from '../../und/romans.js';
import type { Fields } from './amount.js';

/** 에드워드 IV세, 제II부, 타입 II: a place in an order, in the numerals of the source. A letter alone needs its counter. */
export function roman(text: string, at: number): { fields: Fields; end: number } | undefined {
  const match = /^([IVX]{1,5})(?![A-Za-z\d])(\s?(?:세(?![가-힣]{2})|차|부|장|편|권|형|급))?/.exec(
    text.slice(at, at + 9),
  );
  const value = romans.get(match?.[1] ?? '');
  if (match === null || value === undefined || !/[\s제가-힣]/.test(text[at - 1] ?? '')) return undefined;
  if (match[2] === undefined && (match[1]!.length < 2 || !/[가-힣)]\s?$/.test(text.slice(Math.max(0, at - 2), at))))
    return undefined;
  return { fields: { kind: 'ordinal', value, hardness: 'hard' }, end: at + match[0].length };
}
