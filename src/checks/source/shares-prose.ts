import { multiply } from '../../model/decimal.js';
import { stands, textAfter, textBefore } from './course.js';
import type { Mention, Sentence, SourceDocument } from './document.js';
import { says } from './words.js';

/** More percentages than this are a list of something else. */
const most = 12;

/** Percentages of one whole. `all`: the sentence says that there are no others. */
export interface Shares {
  readonly shares: readonly Mention[];
  readonly all: boolean;
}

/** The percentages of a sentence that are shares of one whole; nothing where it does not say so. */
export function sharesIn(sentence: Sentence, document: SourceDocument): Shares | undefined {
  const { unit, text, mentions } = sentence;
  const { change, wholes } = document.cues;
  const opposed = opposites(sentence, document);
  if (opposed !== undefined) return { shares: opposed, all: false };
  const shares = mentions.flatMap((mention) => asPercent(mention, sentence, document));
  const said = wholes.takes === undefined ? text : text.replace(wholes.takes, ' ');
  if (unit.cell !== undefined || shares.length < 2 || shares.length > most || says(said, change)) return undefined;
  if (!shares.some(({ quantity }) => quantity.kind === 'percent')) return undefined;
  if (isDivided(shares, sentence, document)) return { shares, all: shares.length > 2 };
  return shares.length > 2 && areOfOne(shares, sentence, document) ? { shares, all: false } : undefined;
}

/** A percentage as it is, and "half of the budget" as 50: the first share may be a word. */
function asPercent(mention: Mention, sentence: Sentence, { cues: { wholes } }: SourceDocument): Mention[] {
  const { quantity } = mention;
  if (quantity.value === undefined) return [];
  if (quantity.kind === 'percent') return [mention];
  if (quantity.kind !== 'fraction') return [];
  const isShare = stands(wholes.named, sentence, mention);
  return isShare ? [{ ...mention, quantity: { ...quantity, value: multiply(quantity.value, '100') } }] : [];
}

/** "62% in favour and 45% against": two answers of one vote, side by side. */
function opposites(sentence: Sentence, { cues: { wholes } }: SourceDocument): readonly Mention[] | undefined {
  const percents = sentence.mentions.filter(({ quantity: q }) => q.kind === 'percent' && q.value !== undefined);
  const { unit, start, text } = sentence;
  if (unit.cell !== undefined || percents.length > most) return undefined;
  for (const [at, a] of percents.entries()) {
    const b = percents[at + 1];
    if (b === undefined) return undefined;
    const between = text.slice(a.quantity.end - start, b.quantity.start - start);
    const isPair = wholes.opposed.some(
      (course) =>
        course.between.test(between) &&
        course.before?.test(textBefore(sentence, a)) !== false &&
        course.after?.test(textAfter(sentence, b)) !== false,
    );
    const third = percents[at + 2];
    if (isPair) return third !== undefined && stands(wholes.neither, sentence, third) ? [a, b, third] : [a, b];
  }
  return undefined;
}

/** "is split 40%, 35% and 30%": the percentages come after a word that divides a whole, or before it. */
function isDivided(percents: readonly Mention[], { text, start }: Sentence, { cues }: SourceDocument): boolean {
  const before = text.slice(0, percents[0]!.quantity.start - start);
  const after = text.slice(percents.at(-1)!.quantity.end - start);
  return says(before, cues.divided) || says(after, cues.divided);
}

/** "45% of the budget, 40% and 25%", "Of the budget, 45% …", 예산의 45%는 …: at one time, and of nothing else. */
function areOfOne(percents: readonly Mention[], sentence: Sentence, { cues }: SourceDocument): boolean {
  const { of, named, leads, nested, taken } = cues.wholes;
  if (nested.test(sentence.text)) return false;
  if (sentence.mentions.filter(({ quantity }) => quantity.kind === 'date').length > 1) return false;
  const around = (cue: typeof of, mention: Mention) =>
    cue.before?.exec(textBefore(sentence, mention)) ?? cue.after?.exec(textAfter(sentence, mention)) ?? undefined;
  const own = percents.filter((mention) => around(of, mention) !== undefined);
  const wholes = new Set(own.map((mention) => around(named, mention)?.[1]?.toLowerCase()));
  if (wholes.size > 0) return wholes.size === 1 && !wholes.has(undefined);
  if (leads.test(textBefore(sentence, percents[0]!))) return true;
  // 김 후보가 48%, 이 후보가 41%, 박 후보가 15%를 득표했다: each has its own, and one verb for all.
  return (
    taken?.after?.test(textAfter(sentence, percents.at(-1)!)) === true &&
    percents.every((mention) => taken?.before?.test(textBefore(sentence, mention)))
  );
}
