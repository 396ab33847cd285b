import type { LanguagePack } from '../../languages/pack.js';
import type { GlossedUnit } from '../../model/article.js';

/** An answer as its judges see it: the text that a reader would see, figures in their required form. */
export interface Judged {
  readonly unit: GlossedUnit;
  readonly target: string;
  readonly from: LanguagePack;
  readonly to: LanguagePack;
}

/** Says what is wrong with an answer, in English and worded for the engine; nothing when it sees nothing wrong. */
export type Judge = (answer: Judged) => string | undefined;

/** At most this much of an engine's own text is told back to it. */
const quoted = 60;

/** A stretch of an answer as it is quoted in feedback: one line, not long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return JSON.stringify(line.length > quoted ? `${line.slice(0, quoted)}…` : line);
}
