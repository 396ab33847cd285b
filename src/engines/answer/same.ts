import type { Quantity } from '../../model/quantity.js';

/** Whether two figures say the same value, whatever the words around them add. */
export function sameFigure(a: Quantity, b: Quantity): boolean {
  return (
    a.kind === b.kind &&
    a.value === b.value &&
    a.min === b.min &&
    a.max === b.max &&
    a.vague === b.vague &&
    a.magnitude === b.magnitude &&
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    String(a.terms) === String(b.terms) &&
    (a.unit === b.unit || a.unit === undefined || b.unit === undefined)
  );
}

/** The digits of a figure that remain when its scale and separators are gone: `25` of 25 billion, 250억 and 2.5%. */
export function significantDigits({ value, min, max, text }: Quantity): string {
  return (value ?? (min !== undefined ? `${min}~${max ?? ''}` : text))
    .split('~')
    .map((part) => part.replace(/\D/g, '').replace(/^0+|0+$/g, ''))
    .join('~');
}
