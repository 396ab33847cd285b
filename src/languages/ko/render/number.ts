import { absolute, type Decimal } from '../../../model/decimal.js';
import { grouped } from '../../und/amount.js';
import { myriads } from './words.js';

/**
 * A number as a Korean newsroom writes it: 1조 8,000억, 22억 5,000만, 37만 5,000, 4,200. Exact; a value with digits after the
 * point that is larger than 만 is written in digits. (한글 맞춤법 제44항: 만 단위로 띄어 쓴다.)
 */
export function myriadNumber(value: Decimal, precision = 0): string {
  const negative = value.startsWith('-') ? '-' : '';
  const plain = absolute(value);
  if (plain.includes('.') || plain.length <= 4)
    return negative + grouped(plain, plain.length <= 4 || plain.includes('.') ? precision : 0);
  const parts: string[] = [];
  let rest = plain;
  for (const [power, name] of myriads) {
    if (rest.length <= power) continue;
    const group = rest.slice(0, rest.length - power).replace(/^0+/, '');
    rest = rest.slice(rest.length - power);
    if (group !== '') parts.push(`${grouped(group)}${name}`);
  }
  const last = rest.replace(/^0+/, '');
  if (last !== '') parts.push(grouped(last));
  return negative + parts.join(' ');
}

/** Whether a written number ends in 만, 억 …, so that what it counts stands apart: 250억 달러, but 8달러. */
export function endsInMyriad(text: string): boolean {
  return /[만억조경해천백십]$/.test(text);
}
