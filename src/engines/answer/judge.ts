import type { LanguagePack } from '../../languages/pack.js';
import type { GlossedUnit } from '../../model/article.js';
import type { Reason, Refused } from '../../model/refusal.js';

/** An answer as its judges see it: the text that a reader would see, figures in their required form. */
export interface Judged {
  readonly unit: GlossedUnit;
  readonly target: string;
  readonly from: LanguagePack;
  readonly to: LanguagePack;
}

/** Says what is wrong with an answer; nothing when it sees nothing wrong. */
export type Judge = (answer: Judged) => Refused | undefined;

/** Refuses an answer: what the engine is told, in English, and what people are told. */
export function refuse(feedback: string, ...reasons: readonly Reason[]): Refused {
  return { ok: false, feedback, reasons };
}

/** A reason by its key below `refusals`. */
export function because(key: string, values: Reason['values'] = {}): Reason {
  return { key, values };
}

/** A reason as a check words it. */
export function asChecked(check: string, key: string, values: Reason['values']): Reason {
  return { check, key, values };
}

/** At most this much of an engine's own text is told back to it. */
const quoted = 60;

/** A stretch of an answer as it is quoted in feedback: one line, not long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return JSON.stringify(line.length > quoted ? `${line.slice(0, quoted)}…` : line);
}
