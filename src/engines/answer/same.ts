import type { Quantity } from '../../model/quantity.js';
import { same } from '../../quantities/same.js';

/** Whether two figures say the same, in any form that a translator may rightly choose. */
export function sameFigure(a: Quantity, b: Quantity): boolean {
  return same(a, b) !== undefined;
}

/** The digits of a figure that remain when its scale and separators are gone: `25` of 25 billion, 250억 and 2.5%. */
export function significantDigits({ value, min, max, text }: Quantity): string {
  return (value ?? (min !== undefined ? `${min}~${max ?? ''}` : text))
    .split('~')
    .map((part) => part.replace(/\D/g, '').replace(/^0+|0+$/g, ''))
    .join('~');
}
