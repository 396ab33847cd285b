import { compare, type Decimal, divide, round } from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';
import type { Finding } from '../check.js';
import type { SourceCheck } from './check.js';
import type { Sentence } from './document.js';
import { about } from './findings.js';

/** One amount in two currencies, "$1.2 billion (1조 6,000억 원)", and the exchange rate that this implies. */
interface Conversion {
  readonly sentence: Sentence;
  readonly from: Quantity;
  readonly to: Quantity;
  readonly rate: Decimal;
}

/** Rates of one article lie close together; a rate eight times another is an amount ten times too large or small. */
const slip = '8';
const drift = '1.15';

/**
 * Currency conversions that the text states itself, held against each other: no exchange rate is looked up, so the check
 * needs no date and no network.
 */
export const conversions: SourceCheck = {
  id: 'conversions',
  type: 'numbers',
  category: 'accuracy',
  source({ sentences }) {
    const pairs = new Map<string, Conversion[]>();
    for (const sentence of sentences) {
      for (const conversion of conversionsOf(sentence)) {
        const key = `${conversion.from.unit} ${conversion.to.unit}`;
        pairs.set(key, [...(pairs.get(key) ?? []), conversion]);
      }
    }
    return [...pairs.values()].flatMap(outliers);
  },
};

function conversionsOf(sentence: Sentence): Conversion[] {
  const { mentions, text, start } = sentence;
  return mentions.flatMap(({ quantity: from }, i) => {
    const to = mentions[i + 1]?.quantity;
    if (to === undefined || from.kind !== 'money' || to.kind !== 'money' || from.unit === to.unit) return [];
    if (from.value === undefined || to.value === undefined || compare(from.value, '0') <= 0) return [];
    const between = text.slice(from.end - start, to.start - start);
    return /^\s*[(（]\s*(?:[^\s\d]{1,6}\s*)?$/.test(between)
      ? [{ sentence, from, to, rate: divide(to.value, from.value) }]
      : [];
  });
}

function outliers(all: readonly Conversion[]): Finding[] {
  if (all.length < 2) return [];
  const sorted = [...all].sort((a, b) => compare(a.rate, b.rate));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]!;
  return all.flatMap(({ sentence, from, to, rate }) => {
    const [low, high] = compare(rate, middle.rate) < 0 ? [rate, middle.rate] : [middle.rate, rate];
    if (compare(low, '0') <= 0) return [];
    const apart = divide(high, low);
    if (compare(apart, drift) < 0) return [];
    const values = {
      from: from.text,
      to: to.text,
      rate: shortRate(rate),
      other: `${middle.from.text} = ${middle.to.text}`,
      usual: shortRate(middle.rate),
    };
    const severity = compare(apart, slip) >= 0 ? 'major' : 'minor';
    return [about(sentence.unit, to, { key: severity === 'major' ? 'slip' : 'drift', severity, values })];
  });
}

/** A rate to four significant digits or so: 1,384.6 or 0.000723. */
function shortRate(rate: Decimal): Decimal {
  const [whole = '', fraction = ''] = rate.split('.');
  if (whole !== '0') return round(rate, Math.max(0, 4 - whole.length));
  return round(rate, (/^0*/.exec(fraction)?.[0].length ?? 0) + 3);
}
