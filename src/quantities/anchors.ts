import { hangulSounds, latinSound } from '../languages/und/sound.js';

/** A stretch of a text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Something that both texts hold once: what a figure can be tied to in either language. */
export interface Anchor {
  readonly source: Place;
  readonly target: Place;
}

/** Words that stand once in each text: names kept in Latin letters, and names and loan words that sound alike (Ford, 포드). */
export function commonWords(source: string, target: string): Anchor[] {
  const [left, right] = [latinWords(source), latinWords(target)];
  const out: Anchor[] = [];
  for (const [word, place] of right) {
    const other = left.get(word);
    if (place !== null && other !== undefined && other !== null) out.push({ source: other, target: place });
  }
  for (const [from, to, turned] of [
    [left, target, false],
    [right, source, true],
  ] as const) {
    for (const [a, b] of alike(from, to)) out.push(turned ? { source: b, target: a } : { source: a, target: b });
  }
  return out;
}

const latin = /[A-Za-z][A-Za-z'’]+/g;
const hangul = /[가-힣]{2,}/g;

/** Latin words by their folded form; `null` for one that stands more than once. */
function latinWords(text: string): Map<string, Place | null> {
  const found = new Map<string, Place | null>();
  latin.lastIndex = 0;
  for (let match = latin.exec(text); match !== null; match = latin.exec(text)) {
    const word = match[0].toLowerCase().replace(/['’]s?$/, '');
    found.set(word, found.has(word) ? null : { start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Shorter sounds are shared by too many words. */
const shortest = 3;

/** Latin words of one text with the Hangul words of the other that sound like them, where each is the only one. */
function alike(words: ReadonlyMap<string, Place | null>, text: string): (readonly [Place, Place])[] {
  const bySound = new Map<string, Place | null>();
  hangul.lastIndex = 0;
  for (let match = hangul.exec(text); match !== null; match = hangul.exec(text)) {
    const place = { start: match.index, end: match.index + match[0].length };
    for (const sound of new Set(hangulSounds(match[0].slice(0, 10))))
      if (sound.length >= shortest) bySound.set(sound, bySound.has(sound) ? null : place);
  }
  if (bySound.size === 0) return [];
  const out: (readonly [Place, Place])[] = [];
  const taken = new Set<Place>();
  for (const [word, place] of words) {
    if (place === null || word.length < 4) continue;
    const sound = latinSound(word);
    if (sound.length < shortest) continue;
    const other = bySound.get(sound) ?? (word.endsWith('s') ? bySound.get(sound.slice(0, -1)) : undefined);
    if (other === undefined || other === null || taken.has(other)) continue;
    taken.add(other);
    out.push([place, other]);
  }
  return out;
}
