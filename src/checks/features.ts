import type { Content } from '../model/inline.js';

/** What a text keeps in any language: its figures' digits, Latin words, and what its codes hold. */
export interface Features {
  /** Hashes of the tokens, sorted, each once: two texts are compared by one walk over both. */
  readonly tokens: Uint32Array;
  /** A bit for each token: two texts without a bit in common share no token. */
  readonly signature: number;
  readonly length: number;
  readonly text: string;
}

const lasting = /\d+(?:[.,]\d+)*|[A-Za-z][A-Za-z0-9_-]{2,}/g;
/** A text longer than this is known by its beginning. */
const most = 4000;

const known = new WeakMap<Content, Features>();

/** The features of a text. */
export function featuresOf(content: Content): Features {
  const before = known.get(content);
  if (before !== undefined) return before;
  const { text, codes } = content;
  const found: number[] = [];
  for (const token of text.slice(0, most).match(lasting) ?? []) found.push(hash(token.toLowerCase()));
  for (const { type, value } of codes) {
    found.push(hash(`<${type}`));
    if (value !== undefined) found.push(hash(`=${value}`));
  }
  const sorted = Uint32Array.from(found).sort();
  let signature = 0;
  let size = 0;
  for (const token of sorted) {
    if (size > 0 && sorted[size - 1] === token) continue;
    sorted[size++] = token;
    signature |= 1 << (token & 31);
  }
  const features = { tokens: sorted.subarray(0, size), signature, length: text.length, text };
  known.set(content, features);
  return features;
}

/** FNV-1a, 32 bits: likeness is a guess, and a collision in four billion does not change it. */
function hash(token: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < token.length; i++) value = Math.imul(value ^ token.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** How much of their features two texts share, 0 to 1 (Dice); two texts without any are neither alike nor unlike: 0.5. */
export function likeness(left: Features, right: Features): number {
  const { tokens: a } = left;
  const { tokens: b } = right;
  if (a.length + b.length === 0) return left.text === right.text ? 1 : 0.5;
  return (2 * sharedTokens(left, right)) / (a.length + b.length);
}

/** How many tokens two texts have in common. */
export function sharedTokens(left: Features, right: Features): number {
  if ((left.signature & right.signature) === 0) return 0;
  const { tokens: a } = left;
  const { tokens: b } = right;
  let i = 0;
  let j = 0;
  let shared = 0;
  while (i < a.length && j < b.length) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}

/** How near two lengths are, 0 to 1. Korean takes about half the characters of English, which is taken as equal. */
export function proportion(a: Features, b: Features): number {
  const x = a.length + 4;
  const y = b.length + 4;
  const ratio = x < y ? x / y : y / x;
  return Math.min(1, ratio / 0.55);
}
