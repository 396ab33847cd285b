import { compare, type Decimal, divide, round } from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';
import type { SourceCheck, SourceFinding } from './check.js';
import { textAfter, textBefore } from './course.js';
import type { Mention, Sentence, SourceDocument } from './document.js';
import { about } from './findings.js';
import { usualRate } from './usual-rates.js';

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
/** An amount converted at a rate that the text states is exact but for rounding. */
const stated = '1.03';

/**
 * Currency conversions that the text states itself, held against the rate that it states, against each other, and
 * against bounds so wide that only a wrong magnitude lies outside. No exchange rate is looked up: the check needs no
 * date and no network.
 */
export const conversions: SourceCheck = {
  id: 'conversions',
  type: 'numbers',
  category: 'accuracy',
  source(document) {
    const pairs = new Map<string, Conversion[]>();
    for (const sentence of document.sentences) {
      for (const conversion of conversionsOf(sentence, document)) {
        const key = `${conversion.from.unit} ${conversion.to.unit}`;
        pairs.set(key, [...(pairs.get(key) ?? []), conversion]);
      }
    }
    return [...pairs.values()].flatMap((all) => judge(all, document));
  },
};

function judge(all: readonly Conversion[], document: SourceDocument): SourceFinding[] {
  const { from, to } = all[0]!;
  const rate = statedRate(from.unit!, to.unit!, document);
  if (rate !== undefined) return all.flatMap((one) => against(one, rate));
  // "At 1,400 won to the dollar, 70 billion won is $50 million": told as dollars in won.
  const other = statedRate(to.unit!, from.unit!, document);
  if (other !== undefined)
    return all.filter(({ rate }) => compare(rate, '0') > 0).flatMap((one) => against(turned(one), other));
  const odd = all.length > 1 ? outliers(all) : [];
  return odd.length > 0 ? odd : all.flatMap(implausible);
}

const turned = ({ sentence, from, to, rate }: Conversion): Conversion => ({
  sentence,
  from: to,
  to: from,
  rate: divide('1', rate),
});

function conversionsOf(sentence: Sentence, { cues }: SourceDocument): Conversion[] {
  const { mentions, text, start } = sentence;
  return mentions.flatMap((mention, i) => {
    const from = mention.quantity;
    const to = mentions[i + 1]?.quantity;
    if (to === undefined || from.kind !== 'money' || to.kind !== 'money' || from.unit === to.unit) return [];
    if (from.value === undefined || to.value === undefined || compare(from.value, '1') <= 0) return [];
    const between = text.slice(from.end - start, to.start - start);
    const after = text.slice(to.end - start, to.end - start + 12);
    const isSaid = cues.equals.some(
      (course) => course.between.test(between) && course.before?.test(textBefore(sentence, mention)) !== false,
    );
    if (isSaid) return [{ sentence, from, to, rate: divide(to.value, from.value) }];
    if (!/^\s*(?:[(（]\s*(?:[^\s\d]{1,13}\s*)?|=\s*|,\s+or\s+(?:about\s+|roughly\s+)?)$/.test(between)) return [];
    // "(1,380 won a share)" is another thing.
    if (/[(（]/.test(between) && !/^[^\d]{0,12}?[)）,;]/.test(after)) return [];
    return [{ sentence, from, to, rate: divide(to.value, from.value) }];
  });
}

/** "1,380 won to the dollar", 달러당 1,380원, "$1 = 1,380원": how many of `to` one of `from` is. */
function statedRate(
  from: string,
  to: string,
  { sentences, cues }: SourceDocument,
): { rate: Decimal; text: string } | undefined {
  for (const sentence of sentences) {
    for (const [i, mention] of sentence.mentions.entries()) {
      const { quantity } = mention;
      if (quantity.kind !== 'money' || quantity.value === undefined || quantity.unit !== to) continue;
      const one = sentence.mentions[i - 1];
      if (one !== undefined && isOne(one, mention, sentence) && one.quantity.unit === from)
        return { rate: quantity.value, text: `${one.quantity.text} = ${quantity.text}` };
      const named = cues.exchange[from];
      if (named === undefined) continue;
      if (named.before?.test(textBefore(sentence, mention)) || named.after?.test(textAfter(sentence, mention)))
        return { rate: quantity.value, text: quantity.text };
    }
  }
  return undefined;
}

function isOne({ quantity: a }: Mention, { quantity: b }: Mention, { text, start }: Sentence): boolean {
  return (
    a.kind === 'money' &&
    a.value === '1' &&
    /^\s*(?:=|≈|is|was|at|to)\s*$/i.test(text.slice(a.end - start, b.start - start))
  );
}

function against({ sentence, from, to, rate }: Conversion, given: { rate: Decimal; text: string }): SourceFinding[] {
  const values = { from: from.text, to: to.text, rate: shortRate(rate), stated: given.text };
  const apart = ratio(rate, given.rate);
  if (compare(apart, stated) <= 0) return [about(sentence.unit, to, { key: 'holds', severity: 'neutral', values })];
  const hedged = [from, to].some(({ approximate }) => approximate !== undefined);
  if (hedged && compare(apart, drift) <= 0) return [];
  return [
    about(sentence.unit, to, {
      key: 'stated',
      severity: hedged && compare(apart, '2') < 0 ? 'minor' : 'major',
      values,
    }),
  ];
}

function outliers(all: readonly Conversion[]): SourceFinding[] {
  const sorted = [...all].sort((a, b) => compare(a.rate, b.rate));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]!;
  // Of two that disagree, the one at a usual rate is right.
  const sound = sorted.find((one) => implausible(one).length === 0) ?? middle;
  const right = implausible(middle).length === 0 ? middle : sound;
  return all.flatMap(({ sentence, from, to, rate }) => {
    const apart = ratio(rate, right.rate);
    if (compare(apart, drift) < 0) return [];
    const values = {
      from: from.text,
      to: to.text,
      rate: shortRate(rate),
      other: `${right.from.text} = ${right.to.text}`,
      usual: shortRate(right.rate),
    };
    const severity = compare(apart, slip) >= 0 ? 'major' : 'minor';
    return [about(sentence.unit, to, { key: severity === 'major' ? 'slip' : 'drift', severity, values })];
  });
}

/** A single conversion whose rate is far outside what the two currencies have ever been worth in decades. */
function implausible({ sentence, from, to, rate }: Conversion): SourceFinding[] {
  const usual = usualRate(from.unit!, to.unit!);
  if (usual === undefined) return [];
  const low = divide(usual.low, '2');
  if (compare(rate, low) >= 0 && compare(rate, String(Number(usual.high) * 2)) <= 0) return [];
  const values = {
    from: from.text,
    to: to.text,
    rate: shortRate(rate),
    low: shortRate(usual.low),
    high: shortRate(usual.high),
  };
  return [about(sentence.unit, to, { key: 'implausible', severity: 'major', values })];
}

/** How many times the greater is the smaller. */
function ratio(a: Decimal, b: Decimal): Decimal {
  const [low, high] = compare(a, b) < 0 ? [a, b] : [b, a];
  return compare(low, '0') <= 0 ? slip : divide(high, low);
}

/** A rate to four significant digits or so: 1,384.6 or 0.000723. */
function shortRate(rate: Decimal): Decimal {
  const [whole = '', fraction = ''] = rate.split('.');
  if (whole !== '0') return round(rate, Math.max(0, 4 - whole.length));
  return round(rate, (/^0*/.exec(fraction)?.[0].length ?? 0) + 3);
}
