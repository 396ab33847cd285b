import { textAfter, textBefore } from './course.js';
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
  const shares = mentions.filter(({ quantity: q }) => q.kind === 'percent' && q.value !== undefined);
  const { change, wholes } = document.cues;
  const said = wholes.takes === undefined ? text : text.replace(wholes.takes, ' ');
  if (unit.cell !== undefined || shares.length < 2 || shares.length > most || says(said, change)) return undefined;
  if (isDivided(shares, sentence, document)) return { shares, all: shares.length > 2 };
  return shares.length > 2 && areOfOne(shares, sentence, document) ? { shares, all: false } : undefined;
}

/** "is split 40%, 35% and 30%": the percentages come after a word that divides a whole, or before it. */
function isDivided(percents: readonly Mention[], { text, start }: Sentence, { cues }: SourceDocument): boolean {
  const before = text.slice(0, percents[0]!.quantity.start - start);
  const after = text.slice(percents.at(-1)!.quantity.end - start);
  return says(before, cues.divided) || says(after, cues.divided);
}

/** "45% of the budget, 40% and 25%", "Of the budget, 45% …", 예산의 45%는 …: at one time, and of nothing else. */
function areOfOne(percents: readonly Mention[], sentence: Sentence, { cues }: SourceDocument): boolean {
  const { of, named, leads, nested } = cues.wholes;
  if (nested.test(sentence.text)) return false;
  if (sentence.mentions.filter(({ quantity }) => quantity.kind === 'date').length > 1) return false;
  const around = (cue: typeof of, mention: Mention) =>
    cue.before?.exec(textBefore(sentence, mention)) ?? cue.after?.exec(textAfter(sentence, mention)) ?? undefined;
  const own = percents.filter((mention) => around(of, mention) !== undefined);
  const wholes = new Set(own.map((mention) => around(named, mention)?.[1]?.toLowerCase()));
  if (wholes.size > 0) return wholes.size === 1 && !wholes.has(undefined);
  return leads.test(textBefore(sentence, percents[0]!));
}
