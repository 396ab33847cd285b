import type { Quantity } from '../model/quantity.js';
import type { Match } from './pairing.js';
import type { ReadText } from './read-text.js';

/** A clock whose zone the translation leaves out. */
export interface LostZone {
  readonly source: Quantity;
  readonly target: Quantity;
  /** The words that name it in the source. */
  readonly zone: string;
}

/** Whether a zone that the source names beside a time is nowhere in the translation: "5am (eastern time)" as 오전 5시. */
export function lostZone(source: ReadText, target: ReadText, matches: readonly Match[]): LostZone | undefined {
  const clock = matches.find((match) => match.source.kind === 'time' && match.target.kind === 'time');
  if (clock === undefined) return undefined;
  const named = source.zones?.named.exec(source.text)?.[0];
  if (named === undefined || target.zones === undefined || target.zones.any.test(target.text)) return undefined;
  return { ...clock, zone: named };
}
