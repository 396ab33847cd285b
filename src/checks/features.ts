import type { Content } from '../model/inline.js';

/** What a text keeps in any language: its figures' digits, Latin words, and what its codes hold. */
export interface Features {
  readonly tokens: ReadonlySet<string>;
  readonly length: number;
  readonly text: string;
}

const lasting = /\d+(?:[.,]\d+)*|[A-Za-z][A-Za-z0-9_-]{2,}/g;
/** A text longer than this is known by its beginning. */
const most = 4000;

/** The features of a text. */
export function featuresOf({ text, codes }: Content): Features {
  const tokens = new Set<string>();
  for (const [token] of text.slice(0, most).matchAll(lasting)) tokens.add(token.toLowerCase());
  for (const { type, value } of codes) {
    tokens.add(`<${type}`);
    if (value !== undefined) tokens.add(`=${value}`);
  }
  return { tokens, length: text.length, text };
}

/** How much of their features two texts share, 0 to 1 (Dice); two texts without any are neither alike nor unlike: 0.5. */
export function likeness(a: Features, b: Features): number {
  const sum = a.tokens.size + b.tokens.size;
  if (sum === 0) return a.text === b.text ? 1 : 0.5;
  let shared = 0;
  for (const token of a.tokens) if (b.tokens.has(token)) shared++;
  return (2 * shared) / sum;
}

/** How near two lengths are, 0 to 1. Korean takes about half the characters of English, which is taken as equal. */
export function proportion(a: Features, b: Features): number {
  const [x, y] = [a.length + 4, b.length + 4];
  const ratio = Math.min(x, y) / Math.max(x, y);
  return Math.min(1, ratio / 0.55);
}
