import type { LanguagePack } from '../../languages/pack.js';
import type { Unit } from '../../model/article.js';
import type { Decimal } from '../../model/decimal.js';
import type { Span } from '../../model/issue.js';
import type { Quantity } from '../../model/quantity.js';
import type { SourceFinding } from './check.js';

/** Where a figure stands, as a span of its unit. */
export function spanOf(quantity: Quantity): Span {
  return { text: quantity.text, start: quantity.start, end: quantity.end };
}

/** A finding about a figure of a unit of the source. */
export function about(
  unit: Unit,
  quantity: Quantity | undefined,
  finding: Pick<SourceFinding, 'key' | 'severity'> & Partial<Pick<SourceFinding, 'values' | 'type' | 'certainty'>>,
): SourceFinding {
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

/** A value as the article would write it beside a figure of its kind and unit: 26000000000 USD is "$26 billion". */
export function worth({ kind, unit }: Quantity, value: Decimal, { figures }: LanguagePack): string {
  const quantity: Quantity = {
    kind,
    value,
    hardness: 'hard',
    text: '',
    start: 0,
    end: 0,
    ...(unit === undefined ? {} : { unit }),
  };
  return figures.render(quantity, { place: 'prose' });
}
