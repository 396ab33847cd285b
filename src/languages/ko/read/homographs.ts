import type { Numeral } from './numeral.js';
import { isHangul } from './text.js';

/**
 * Words that are also a counter with an ending: 원인 is a cause, and 500원인 is "which is 500 won"; 살인 is a murder, and
 * 20살인 is "who is 20"; 회의 is a meeting, and 2회의 is "of two times".
 */
const homographs: ReadonlySet<string> = new Set(['원인', '주인', '살인', '개인', '회의']);

/** Behind 인 only the copula goes on so: the noun, which ends in a consonant, would take 이, 은, 을. */
const copula = /^인(?:데|지|가)/;

/** Numerals that end so stand apart from their counter: 5억 원. */
const magnitude = /[천만억조]$/;

/** Crimes that murders are counted as. */
const crime = /^\s?(?:사건|범|혐의|미수|죄|교사|방조)/;

/**
 * Whether such a word at `at`, up to `stop`, is the counter of the numeral before it, whose own word ends at `end`. The noun
 * stands apart from its number (500 원인, 두 살인 사건) or goes on in its own particle (7원인을).
 */
export function isCounterWithEnding(text: string, numeral: Numeral, at: number, end: number, stop: number): boolean {
  const word = text.slice(at, stop);
  // 구조원인 is a rescuer, and no nine trillion won.
  if (!homographs.has(word) || numeral.script === 'sino') return false;
  if (copula.test(text.slice(end, stop + 1))) return true;
  if (isHangul(text.charCodeAt(stop))) return false;
  if (at === numeral.end) return true;
  if (word === '원인') return magnitude.test(text.slice(Math.max(0, numeral.end - 1), numeral.end));
  return word === '살인' && numeral.script === 'native' && !crime.test(text.slice(stop, stop + 4));
}
