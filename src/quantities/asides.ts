import type { Quantity } from '../model/quantity.js';
import { relateUnits } from './dimension.js';
import type { Match } from './pairing.js';

/** Longest stretch between a figure and its conversion: " (", " or ", ", about ". */
const gap = 8;

/** The figures of both texts that have no counterpart. */
export interface Leftovers {
  readonly source: readonly Quantity[];
  readonly target: readonly Quantity[];
}

/**
 * Those of the figures that need a counterpart. A translator for readers who count in one system leaves out the other:
 * "645 miles (1,040 km)" is 1,040km; but 45마일(74킬로미터) for "45 miles (72 kilometers)" is wrong. A day that is part of a
 * date there is no figure of its own: a misspelt "Novemeber 26, 2008" is 2008년 11월 26일.
 */
export function withoutAsides(
  left: Leftovers,
  texts: { readonly source: string; readonly target: string },
  matches: readonly Match[],
): Leftovers {
  if (matches.length === 0 || left.source.length + left.target.length === 0) return left;
  const need = (side: 'source' | 'target') => {
    const other = side === 'source' ? 'target' : 'source';
    return left[side].filter(
      (figure) =>
        !matches.some(
          (match) =>
            (beside(figure, match[side]) &&
              converts(figure, match[side], texts[side]) &&
              !left[other].some((one) => one.kind === 'measure' && beside(one, match[other]))) ||
            isPart(figure, match[side], match[other]) ||
            isSameDay(figure, match[side]),
        ),
    );
  };
  return { source: need('source'), target: need('target') };
}

function beside(a: Quantity, b: Quantity): boolean {
  const between = a.start < b.start ? b.start - a.end : a.start - b.end;
  return between >= 0 && between <= gap;
}

function converts(a: Quantity, b: Quantity, text: string): boolean {
  if (a.unit === undefined || b.unit === undefined || a.unit === b.unit) return false;
  if (a.value === undefined || b.value === undefined || a.kind !== 'measure' || b.kind !== 'measure') return false;
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const joint = text.slice(first.end, second.start);
  return /[(（,/]|\bor\b|즉|또는/.test(joint) && relateUnits(a.value, a.unit, b.value, b.unit) === 'converted';
}

/** A full date said twice is said again as "the same day", 같은 날. */
function isSameDay(a: Quantity, b: Quantity): boolean {
  return a.kind === 'date' && a.value === b.value && /^\d{4}-\d\d-\d\d$/.test(a.value ?? '');
}

/** Whether a figure is the day or month that a date of the other side has and its counterpart here has not. */
function isPart({ kind, value }: Quantity, { kind: k, value: here }: Quantity, { value: there }: Quantity): boolean {
  if (kind !== 'number' || k !== 'date' || value === undefined || here === there) return false;
  const parts = (there ?? '').split('-').slice(1);
  return value.length <= 2 && parts.includes(value.padStart(2, '0')) && !(here ?? '').includes(value.padStart(2, '0'));
}
