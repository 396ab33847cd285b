/**
 * Words of one direction and of its opposite. `plain` are those that say it and nothing else, so that a translation says
 * it too; `wide` are all that may stand for a plain word of the other language, the plain ones included.
 */
export interface Pole {
  readonly plain: RegExp;
  readonly wide: RegExp;
}

/** Two opposite directions. All expressions are global and find each word once. */
export interface Polarity {
  readonly up: Pole;
  readonly down: Pole;
}

/** Opposites that a translation must not exchange. */
export interface Polarities {
  /** Rise and fall: "increased", 감소했다. */
  readonly trend: Polarity;
  /** Lower and upper bounds of figures: "or more", 이하. */
  readonly bound: Polarity;
}

/** One expression for many words, written with spaces between them. `_` is a space inside an entry. */
export function anyOf(entries: string, before: string, after: string, flags: string): RegExp {
  const words = entries
    .trim()
    .split(/\s+/)
    .map((entry) => entry.replaceAll('_', ' '));
  return new RegExp(`${before}(?:${words.join('|')})${after}`, flags);
}
