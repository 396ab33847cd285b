import type { Mention, Sentence } from './document.js';

export type Operator = '+' | '-' | '×' | '÷';

/** Figures and the signs between those of the left side; the last is what they are said to make. */
export interface Equation {
  readonly figures: readonly Mention[];
  readonly signs: readonly Operator[];
}

/** Signs between two figures, by what they do. A minus, a slash or an x without spaces is a range, a date or a size. */
const signs: readonly (readonly [RegExp, Operator | '='])[] = [
  [/^\s*[+＋]\s*$/, '+'],
  [/^\s+[-−–]\s+$/, '-'],
  [/^\s*[×✕]\s*$|^\s+[x*]\s+$/, '×'],
  [/^\s*÷\s*$|^\s+\/\s+$/, '÷'],
  [/^\s*[=＝]\s*$/, '='],
];

const kinds: ReadonlySet<string> = new Set(['number', 'money', 'measure', 'percent', 'multiplier']);

/** The equations of a sentence whose left side is figures and signs alone. */
export function equationsOf(sentence: Sentence): Equation[] {
  const { mentions, text } = sentence;
  if (!/[=＝]/.test(text)) return [];
  const between = mentions.map((mention, i) =>
    i === 0 ? undefined : signBetween(sentence, mentions[i - 1]!, mention),
  );
  return mentions.flatMap((result, end) => {
    if (between[end] !== '=' || goesOn(sentence, result)) return [];
    let from = end - 1;
    while (from > 0 && between[from] !== undefined && between[from] !== '=') from--;
    const figures = mentions.slice(from, end + 1);
    const used = between.slice(from + 1, end) as Operator[];
    if (used.length === 0 || isInside(sentence, figures[0]!) || !figures.every(isKnown)) return [];
    // 5% of something is a product too, but not of the numerals.
    if (figures.some(({ quantity }) => quantity.kind === 'percent') && !used.every((sign) => '+-'.includes(sign)))
      return [];
    return [{ figures, signs: used }];
  });
}

const isKnown = (mention: Mention) => {
  const { kind, value, hardness } = mention.quantity;
  return kinds.has(kind) && value !== undefined && hardness === 'hard' && !isComposed(mention);
};

/** Whether markup begins within the figure: 2<sup>8</sup> reads as 28 and is a power. */
const isComposed = ({ unit, quantity: { start, end } }: Mention) =>
  unit.codes.some((code) => code.kind === 'pc' && code.start > start && code.start < end);

/** The sign between two figures; a multiple takes its own in: "3 ×" is read as one. */
function signBetween({ text, start }: Sentence, a: Mention, b: Mention): Operator | '=' | undefined {
  const taken = /\s*[×x]$/.exec(a.quantity.text)?.[0] ?? '';
  const gap = text.slice(a.quantity.end - taken.length - start, b.quantity.start - start);
  return signs.find(([sign]) => sign.test(gap))?.[1];
}

/** Whether there is more on the left: "x + 30 + 25 = 60", "n 30 + 25", "2(30 + 25 = …". */
const isInside = ({ text, start }: Sentence, { quantity }: Mention) =>
  /[+＋×✕*÷^−/–-]\s*$|[A-Za-z\d_\uFFFC]\(?$|(?<![A-Za-z])[A-Za-z] $/.test(text.slice(0, quantity.start - start));

/** Whether there is more on the right: "= 55 × 2", "= 3 (mod 12)". */
const goesOn = ({ text, start }: Sentence, { quantity }: Mention) =>
  /^\s*(?:[+＋×✕*÷^]|[-−–/]\s+\d|\(?\s*mod\b)/.test(text.slice(quantity.end - start));
