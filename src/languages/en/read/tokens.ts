import { digitOf, readDigits } from '../../und/digits.js';
import { noWord, type Word, wordOf } from './vocabulary.js';

/** A word, a number or one other character. Numbers carry their value. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign';
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  /** Lower case, for words. */
  readonly lower: string;
  /** What the tables say of a word; nothing, for numbers and signs. */
  readonly word: Word;
  readonly value: string;
  readonly precision: number;
  /** Digits before the point, for numbers. */
  readonly whole: string;
  readonly grouped: boolean;
  /** Whether it follows the token before without space. */
  readonly glued: boolean;
}

function isLetter(code: number): boolean {
  if (code === 0xb5) return true;
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  // Latin letters with marks, Greek, Cyrillic; CJK and Hangul are letters of words too, so that a figure glued to them is seen.
  return code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7 ? true : code >= 0x3040 && code <= 0xd7a3;
}

/** Cuts text into tokens; white space separates and is no token. Every character is read once. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let last = -1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (
      code === 32 ||
      (code >= 9 && code <= 13) ||
      code === 0xa0 ||
      code === 0x202f ||
      code === 0x2009 ||
      code === 0x3000
    ) {
      at++;
      continue;
    }
    const start = at;
    if (digitOf(code) >= 0) {
      const run = readDigits(text, at);
      at = run.end;
      tokens.push({
        kind: 'number',
        start,
        end: at,
        text: text.slice(start, at),
        lower: '',
        word: noWord,
        value: run.value,
        precision: run.precision,
        whole: run.whole,
        grouped: run.grouped,
        glued: start === last,
      });
    } else if (isLetter(code)) {
      at++;
      for (;;) {
        const next = text.charCodeAt(at);
        if (isLetter(next)) at++;
        // An apostrophe inside a word: "year's", "o’clock".
        else if ((next === 39 || next === 0x2019) && isLetter(text.charCodeAt(at + 1))) at += 2;
        else break;
      }
      const word = wordOf(text.slice(start, at));
      tokens.push({
        kind: 'word',
        start,
        end: at,
        text: word.text,
        lower: word.lower,
        word,
        value: '',
        precision: 0,
        whole: '',
        grouped: false,
        glued: start === last,
      });
    } else {
      at++;
      tokens.push({
        kind: 'sign',
        start,
        end: at,
        text: text[start]!,
        lower: text[start]!,
        word: noWord,
        value: '',
        precision: 0,
        whole: '',
        grouped: false,
        glued: start === last,
      });
    }
    last = at;
  }
  return tokens;
}

const end: Token = {
  kind: 'sign',
  start: -1,
  end: -1,
  text: '',
  lower: '',
  word: noWord,
  value: '',
  precision: 0,
  whole: '',
  grouped: false,
  glued: false,
};

/** The token at an index, or an empty one beyond either end. */
export function tokenAt(tokens: readonly Token[], index: number): Token {
  return tokens[index] ?? end;
}

/** Whether a word is the indefinite article. */
export function isArticle({ lower }: Token): boolean {
  return lower === 'a' || lower === 'an';
}

/** Whether a word begins with a capital letter of English. */
export function isCapital({ text }: Token): boolean {
  const code = text.charCodeAt(0);
  return code >= 65 && code <= 90;
}

/** Fractions that are one character (Unicode Number Forms). */
export const vulgarFractions: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['½', ['1', '2']],
  ['⅓', ['1', '3']],
  ['⅔', ['2', '3']],
  ['¼', ['1', '4']],
  ['¾', ['3', '4']],
  ['⅕', ['1', '5']],
  ['⅖', ['2', '5']],
  ['⅗', ['3', '5']],
  ['⅘', ['4', '5']],
  ['⅙', ['1', '6']],
  ['⅚', ['5', '6']],
  ['⅛', ['1', '8']],
  ['⅜', ['3', '8']],
  ['⅝', ['5', '8']],
  ['⅞', ['7', '8']],
]);
