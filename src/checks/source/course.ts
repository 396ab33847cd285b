import type { Around } from '../../languages/cues.js';
import type { Mention, Sentence, SourceDocument } from './document.js';

/** Two figures of one thing at two times: "from $8 billion in 2024 to $65 billion in 2028". */
export interface Trend {
  readonly start: Mention;
  readonly end: Mention;
}

/** How much text around a figure is looked at. */
const reach = 60;

/** The first change that a sentence gives both ends of, between figures of one kind and unit. */
export function trendOf(sentence: Sentence, { cues }: SourceDocument): Trend | undefined {
  const figures = sentence.mentions.filter(
    ({ quantity: q }) =>
      q.value !== undefined &&
      (q.kind === 'money' || q.kind === 'percent' || q.kind === 'measure' || q.kind === 'number'),
  );
  for (let i = 0; i + 1 < figures.length; i++) {
    const [a, b] = [figures[i]!, figures[i + 1]!];
    if (a.quantity.kind !== b.quantity.kind || a.quantity.unit !== b.quantity.unit) continue;
    const between = blankDates(sentence, a.quantity.end, b.quantity.start);
    if (between.length > 2 * reach) continue;
    for (const course of cues.courses) {
      if (!course.between.test(between)) continue;
      if (course.before?.test(textBefore(sentence, a)) === false) continue;
      if (course.after?.test(textAfter(sentence, b)) === false) continue;
      return course.reversed ? { start: b, end: a } : { start: a, end: b };
    }
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

/** The text between two offsets of the unit without the dates in it: "in 2024 to" becomes "in  to". */
function blankDates({ text, start, mentions }: Sentence, from: number, to: number): string {
  let out = '';
  let at = from;
  for (const { quantity } of mentions) {
    if (quantity.kind !== 'date' || quantity.start < at || quantity.end > to) continue;
    out += `${text.slice(at - start, quantity.start - start)} `;
    at = quantity.end;
  }
  return out + text.slice(at - start, to - start);
}
