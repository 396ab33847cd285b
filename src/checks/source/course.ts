import type { Around } from '../../languages/cues.js';
import type { Mention, Sentence, SourceDocument } from './document.js';

/** Two figures of one thing at two times: "from $8 billion in 2024 to $65 billion in 2028". */
export interface Trend {
  readonly start: Mention;
  readonly end: Mention;
  /** The change itself, where it stands between the two: "to $690 billion, up 15% from $600 billion". */
  readonly change?: Mention;
  /** Whether the two were read as one range, which need be no change. */
  readonly isRange?: true;
}

/** Kinds that a change is said in. */
export const changeKinds: ReadonlySet<string> = new Set(['percent', 'percentage-point', 'multiplier', 'fraction']);
const endKinds: ReadonlySet<string> = new Set(['money', 'percent', 'measure', 'number']);

/** How much text around a figure is looked at. */
const reach = 60;

/** The first change that a sentence gives both ends of, between figures of one kind and unit. */
export function trendOf(sentence: Sentence, { cues }: SourceDocument): Trend | undefined {
  const figures = sentence.mentions.filter(
    ({ quantity: q }) => q.value !== undefined && (endKinds.has(q.kind) || changeKinds.has(q.kind)),
  );
  for (const [at, a] of figures.entries()) {
    const { kind, unit } = a.quantity;
    if (!endKinds.has(kind)) continue;
    const isOther = ({ quantity: q }: Mention) => q.kind === kind && q.unit === unit;
    const next = figures[at + 1];
    const change = next !== undefined && !isOther(next) && changeKinds.has(next.quantity.kind) ? next : undefined;
    const b = change === undefined ? next : figures[at + 2];
    if (b === undefined || !isOther(b)) continue;
    const between = blanked(sentence, a.quantity.end, b.quantity.start, change);
    if (between.length > 2 * reach) continue;
    for (const course of cues.courses) {
      if (!course.between.test(between)) continue;
      if (course.before?.test(textBefore(sentence, a)) === false) continue;
      if (course.after?.test(textAfter(sentence, b)) === false) continue;
      const ends = course.reversed ? { start: b, end: a } : { start: a, end: b };
      return change === undefined ? ends : { ...ends, change };
    }
  }
  return rangeOf(sentence, cues.courseOfRange);
}

const numeral = /\d[\d,.]*/g;
/** What joins the two ends of a range: " to ", "~". */
const link = /(?:\s+\p{L}+)?[\s~–-]*$/u;

/** "doubled from 300 to 450": read as one range, and meant as a start and an end. */
function rangeOf(sentence: Sentence, before: RegExp | undefined): Trend | undefined {
  if (before === undefined) return undefined;
  for (const mention of sentence.mentions) {
    const { min, max, ...quantity } = mention.quantity;
    const second = [...quantity.text.matchAll(numeral)][1]?.index;
    if (min === undefined || max === undefined || second === undefined || !endKinds.has(quantity.kind)) continue;
    if (!before.test(textBefore(sentence, mention))) continue;
    const middle = quantity.start + second;
    const start = { ...quantity, value: min, text: quantity.text.slice(0, second).replace(link, ''), end: middle };
    const end = { ...quantity, value: max, text: quantity.text.slice(second), start: middle };
    return { start: { ...mention, quantity: start }, end: { ...mention, quantity: end }, isRange: true };
  }
  return undefined;
}

/** The text right before a figure in its sentence. */
export function textBefore({ text, start }: Sentence, { quantity }: Mention): string {
  const at = quantity.start - start;
  return text.slice(Math.max(0, at - reach), at);
}

/** The text right after a figure in its sentence. */
export function textAfter({ text, start }: Sentence, { quantity }: Mention): string {
  const at = quantity.end - start;
  return text.slice(at, at + reach);
}

/** Whether one of the texts stands around a figure. */
export function stands(around: Around, sentence: Sentence, mention: Mention): boolean {
  return (
    around.before?.test(textBefore(sentence, mention)) === true ||
    around.after?.test(textAfter(sentence, mention)) === true
  );
}

/** The text between two offsets of the unit without the dates and the change in it: "in 2024 to" becomes "in  to". */
function blanked({ text, start, mentions }: Sentence, from: number, to: number, change: Mention | undefined): string {
  let out = '';
  let at = from;
  for (const mention of mentions) {
    const { quantity } = mention;
    if ((quantity.kind !== 'date' && mention !== change) || quantity.start < at || quantity.end > to) continue;
    out += `${text.slice(at - start, quantity.start - start)} `;
    at = quantity.end;
  }
  return out + text.slice(at - start, to - start);
}
