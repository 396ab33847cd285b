import type { LanguagePack } from '../../languages/pack.js';
import type { Unit } from '../../model/article.js';
import type { Decimal } from '../../model/decimal.js';
import type { Span } from '../../model/issue.js';
import type { Quantity } from '../../model/quantity.js';
import type { Finding } from '../check.js';

/** Where a figure stands, as a span of its unit. */
export function spanOf(quantity: Quantity): Span {
  return { text: quantity.text, start: quantity.start, end: quantity.end };
}

/** A finding about a figure of a unit of the source. */
export function about(
  unit: Unit,
  quantity: Quantity | undefined,
  finding: Pick<Finding, 'key' | 'severity'> & Partial<Pick<Finding, 'values' | 'type'>>,
): Finding {
  return {
    ...finding,
    pair: { source: unit, target: null },
    source: quantity === undefined ? null : spanOf(quantity),
  };
}

/** A figure in the words of the article's language. */
export function said(quantity: Quantity, pack: LanguagePack): string {
  return pack.figures.describe(quantity);
}

/** A plain value with its thousands separated: 25000000000 → 25,000,000,000. */
export function grouped(value: Decimal): string {
  const [whole = '', fraction] = value.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
