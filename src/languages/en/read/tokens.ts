import { codeAt } from '../../und/code-units.js';
import { type DigitRun, digitOf, readDigits } from '../../und/digits.js';
import { mayBegin, noWord, type Word, wordOf } from './vocabulary.js';

/** What tokens other than numbers have for a value. */
const noRun: DigitRun = { value: '', end: 0, precision: 0, whole: '', grouped: false };

/**
 * A word, a number or one other character. Numbers carry their value. Most words of a text are passed over, so a word is
 * cut out of it and looked up only when a rule asks for it.
 */
export class Token {
  readonly kind: 'word' | 'number' | 'sign';
  readonly start: number;
  readonly end: number;
  /** Whether it follows the token before without space. */
  readonly glued: boolean;
  private readonly source: string;
  private readonly run: DigitRun;
  private written: string | undefined;
  private entry: Word | undefined;

  constructor(kind: Token['kind'], source: string, start: number, end: number, glued: boolean, run = noRun) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.glued = glued;
    this.source = source;
    this.run = run;
    this.written = undefined;
    this.entry = undefined;
  }

  /** As written. */
  get text(): string {
    this.written ??= this.source.slice(this.start, this.end);
    return this.written;
  }

  /** Lower case, for words. */
  get lower(): string {
    return this.kind === 'word' ? this.word.lower : this.kind === 'sign' ? this.text : '';
  }

  /** What the tables say of a word; nothing, for numbers and signs. */
  get word(): Word {
    if (this.kind !== 'word') return noWord;
    this.entry ??= wordOf(this.text);
    return this.entry;
  }

  /** What may begin at a word, as bits of `begins`. */
  get begins(): number {
    return this.kind === 'word' && mayBegin(this.source, this.start, this.end) ? this.word.begins : 0;
  }

  get value(): string {
    return this.run.value;
  }

  get precision(): number {
    return this.run.precision;
  }

  /** Digits before the point, for numbers. */
  get whole(): string {
    return this.run.whole;
  }

  get grouped(): boolean {
    return this.run.grouped;
  }
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
  const { length } = text;
  while (at < length) {
    const code = codeAt(text, at);
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
      tokens.push(new Token('number', text, start, at, start === last, run));
    } else if (isLetter(code)) {
      at++;
      while (at < length) {
        const next = codeAt(text, at);
        if (isLetter(next)) at++;
        // An apostrophe inside a word: "year's", "o’clock".
        else if ((next === 39 || next === 0x2019) && at + 1 < length && isLetter(codeAt(text, at + 1))) at += 2;
        else break;
      }
      tokens.push(new Token('word', text, start, at, start === last));
    } else {
      at++;
      tokens.push(new Token('sign', text, start, at, start === last));
    }
    last = at;
  }
  return tokens;
}

const end = new Token('sign', '', -1, -1, false);

/** The token at an index, or an empty one beyond either end. */
export function tokenAt(tokens: readonly Token[], index: number): Token {
  // Asked for by its number: a look-up below zero is one by name, and slow.
  return index >= 0 && index < tokens.length ? tokens[index]! : end;
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
