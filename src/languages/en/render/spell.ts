import type { Decimal } from '../../../model/decimal.js';
import { scaleOf } from '../../und/amount.js';
import { scaleWords } from './words.js';

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const places = 'zeroth first second third fourth fifth sixth seventh eighth ninth'.split(' ');

/** 0–999 in words, as the AP Stylebook joins them: forty-five, three hundred five. */
function underThousand(n: number): string {
  if (n < 20) return ones[n]!;
  if (n < 100) return tens[Math.floor(n / 10)]! + (n % 10 === 0 ? '' : `-${ones[n % 10]}`);
  const rest = n % 100;
  return `${ones[Math.floor(n / 100)]} hundred${rest === 0 ? '' : ` ${underThousand(rest)}`}`;
}

/**
 * A whole number in words: up to 999, whole thousands, and whole millions, billions and trillions up to 999 of them.
 * `undefined` for any other, which nobody would read in words.
 */
export function spelled(value: Decimal): string | undefined {
  if (/^\d{1,3}$/.test(value)) return underThousand(Number(value));
  const thousands = /^(\d{1,3})000$/.exec(value);
  if (thousands !== null) return `${underThousand(Number(thousands[1]))} thousand`;
  const scaled = scaleOf(value, [...scaleWords.keys()], 0);
  if (scaled === undefined || !/^\d{1,3}$/.test(scaled.value)) return undefined;
  return `${underThousand(Number(scaled.value))} ${scaleWords.get(scaled.power)?.[0]}`;
}

/** first to ninth, which running text has in words (AP Stylebook, "numerals"); `undefined` from 10th on. */
export function spelledPlace(value: Decimal): string | undefined {
  return /^[1-9]$/.test(value) ? places[Number(value)] : undefined;
}
