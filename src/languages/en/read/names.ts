import { currencyCodes } from '../../und/currencies.js';
import { metrics, places, series } from '../../und/series.js';
import { months, weekdays } from './lexicon/calendar.js';
import { bareScaleSuffixes, smallNumbers, tensNumbers } from './lexicon/numerals.js';
import { type Token, tokenAt } from './tokens.js';
import { plainHeads } from './vocabulary.js';

const hyphens = new Set(['-', '‐', '‑']);
/** Signs that may stand inside a name between letters and digits: `COVID-19`, `GPT-5.5`, `v1.2`, `TCP/IP4` is none. */
const inner = new Set(['-', '‐', '‑', '.', '_']);

/** Prefixes that leave a figure a figure: mid-1990s, under-17, top-10, non-2026. */
const plainPrefixes = new Set(
  `mid pre post early late sub under over age aged ages top plus minus non near all about around up to of in half per and or the a an
  some every each at by from for with since until than nearly almost twenty thirty forty fifty sixty seventy eighty ninety between
  approximately roughly another max min circa ca est day year week month hour stage inter anti multi semi quarter u`.split(
    /\s+/,
  ),
);

/** Nouns that a number names a member of: Level 4, Figure 2, Windows 11. Compared as names, whatever else the digits could mean. */
const numberedNouns = new Set(
  `level figure fig table chapter section appendix tier type version windows formula fortune apollo channel gate terminal boeing
  airbus model series python java node react angular vue android office xbox playstation galaxy pixel falcon artemis voyager
  episode group room flight`.split(/\s+/),
);
/** Of those, the ones that also begin plain sentences or stand before counts; they need a capital letter. */
const capitalised = (text: string) => /^[A-Z]/.test(text);

/** A name that holds digits, from token `i` up to `next`. */
export interface ReadName {
  readonly next: number;
}

const isWord = (token: Token) => token.kind === 'word';
const isNumber = (token: Token) => token.kind === 'number';

/** The numbered name that begins at token `i`, if one does. Dates, times and quarters have been tried before. */
export function readName(tokens: readonly Token[], i: number): ReadName | undefined {
  const token = tokenAt(tokens, i);
  if (isWord(token)) return lettersFirst(tokens, i) ?? spaced(tokens, i);
  if (isNumber(token)) return digitsFirst(tokens, i);
  return undefined;
}

/** Longest name in tokens; a longer run of letters and digits is cut, so that no place is looked at again and again. */
const longest = 64;

/** Where the run of glued letters, digits and inner signs that holds token `i` ends. */
function chunkEnd(tokens: readonly Token[], i: number): number {
  let at = i + 1;
  for (;;) {
    const token = tokenAt(tokens, at);
    if (!token.glued || at - i > longest) return at;
    if (isWord(token) || isNumber(token)) at++;
    else if (
      inner.has(token.text) &&
      tokenAt(tokens, at + 1).glued &&
      (isWord(tokenAt(tokens, at + 1)) || isNumber(tokenAt(tokens, at + 1)))
    )
      at += 2;
    else if (token.text === '+' && !isNumber(tokenAt(tokens, at + 1))) return at + 1;
    else return at;
  }
}

/** B200, GPT-5.5, COVID-19, v1.2.3, Claude-3. */
function lettersFirst(tokens: readonly Token[], i: number): ReadName | undefined {
  const first = tokenAt(tokens, i);
  const before = tokenAt(tokens, i - 1);
  if (first.glued && i > 0 && (isNumber(before) || isWord(before))) return undefined;
  const next = tokenAt(tokens, i + 1);
  if (!next.glued) return undefined;
  const version = versionAfterSign(tokens, i);
  if (version !== undefined) return version;
  const hyphen = hyphens.has(next.text) || next.text === '_' || (next.text === '.' && first.text.length <= 2);
  const number = hyphen ? tokenAt(tokens, i + 2) : next;
  const end = chunkEnd(tokens, i);
  if (!number.glued || !isNumber(number)) {
    // Letters, a hyphen, letters and then digits: TensorRT-LLM2, SARS-CoV-2; x86-based is digits first.
    if (!hyphen || !isWord(number)) return undefined;
    const digits = tokenAt(tokens, hyphens.has(tokenAt(tokens, i + 3).text) ? i + 4 : i + 3);
    return isNumber(digits) && digits.glued && !wordly(number) ? { next: end } : undefined;
  }
  if (
    hyphen &&
    (plainPrefixes.has(first.lower) ||
      months.has(first.lower) ||
      weekdays.has(first.lower) ||
      smallNumbers.has(first.lower) ||
      tensNumbers.has(first.lower))
  ) {
    return undefined;
  }
  if (!hyphen && plainPrefixes.has(first.lower) && first.text === first.lower && first.lower.length > 2)
    return undefined;
  return { next: end };
}

/** HTTP/2, HTTP/1.1, C++17. */
function versionAfterSign(tokens: readonly Token[], i: number): ReadName | undefined {
  const first = tokenAt(tokens, i);
  const slash = tokenAt(tokens, i + 1).text === '/' && /^[A-Z]{2,}$/.test(first.text) && series.has(first.lower);
  const plus = first.text === 'C' && tokenAt(tokens, i + 1).text === '+' && tokenAt(tokens, i + 2).text === '+';
  const number = tokenAt(tokens, slash ? i + 2 : i + 3);
  return (slash || plus) && number.glued && isNumber(number) ? { next: slash ? i + 3 : i + 4 } : undefined;
}

/** A lower-case word of ordinary length is no part of a product's name. */
function wordly(token: Token): boolean {
  return token.text === token.lower && token.text.length > 3;
}

/** 5G, 3D, 737MAX, 7-Eleven, 1920x1080, 555-0134-22, 3.14.2. Scales, units and ordinals have been tried before. */
function digitsFirst(tokens: readonly Token[], i: number): ReadName | undefined {
  const one = tokenAt(tokens, i + 1);
  const two = tokenAt(tokens, i + 2);
  const before = tokenAt(tokens, i - 1);
  if (tokenAt(tokens, i).glued && isWord(before)) return undefined;
  if (one.glued && one.text === '.' && two.glued && isNumber(two)) {
    const end = chunkEnd(tokens, i);
    // 127.0.0.1:8080.
    const port = tokenAt(tokens, end).text === ':' && tokenAt(tokens, end).glued && tokenAt(tokens, end + 1).glued;
    return { next: port && isNumber(tokenAt(tokens, end + 1)) ? end + 2 : end };
  }
  if (one.glued && isWord(one)) return { next: chunkEnd(tokens, i) };
  if (one.glued && hyphens.has(one.text) && two.glued) {
    const three = tokenAt(tokens, i + 3);
    const four = tokenAt(tokens, i + 4);
    if (isNumber(two) && three.glued && hyphens.has(three.text) && isNumber(four) && four.glued)
      return { next: chunkEnd(tokens, i) };
    if (
      isWord(two) &&
      tokenAt(tokens, i).whole.length === 1 &&
      /^(?:[A-Z]|[A-Z][a-z]+)$/.test(two.text) &&
      (two.text.length === 1 || smallNumbers.has(two.lower))
    )
      return { next: i + 3 };
  }
  if (one.glued && one.text === '/' && two.glued && isNumber(two) && tokenAt(tokens, i).precision === 0) {
    let at = i + 3;
    while (tokenAt(tokens, at).text === '/' && isNumber(tokenAt(tokens, at + 1)) && tokenAt(tokens, at + 1).glued)
      at += 2;
    return { next: at };
  }
  // 401(k), 501(c)(3).
  if (one.glued && one.text === '(' && two.glued && /^[a-z]$/.test(two.text) && tokenAt(tokens, i + 3).text === ')')
    return { next: i + 4 };
  // 007, 0134: a number does not begin with a zero.
  const { whole, precision } = tokenAt(tokens, i);
  if (whole.length > 1 && whole.startsWith('0') && precision === 0) return { next: i + 1 };
  return undefined;
}

/** iPhone 15, iOS 18, Windows 11, Level 4, Gemini 2.0 Pro, RTX 4090, S&P 500, ISO/IEC 27001. */
function spaced(tokens: readonly Token[], i: number): ReadName | undefined {
  const at = headEnd(tokens, i);
  const number = tokenAt(tokens, at);
  const after = tokenAt(tokens, at + 1);
  if (!isNumber(number) || number.glued || number.grouped) return undefined;
  const head = headOf(tokens, i, at);
  const glued = after.glued ? after : undefined;
  const edition = glued?.text === ':' && head.kind === 'series' && /^\d{4}$/.test(tokenAt(tokens, at + 2).text);
  // A measure, a scale or a separator after the digits makes them a figure.
  if (glued !== undefined && !edition && (/^[%°:/$€£¥₩x×]$/.test(glued.text) || scaled(head, glued))) return undefined;
  if (measuring.test(after.lower)) return undefined;
  const word = tokenAt(tokens, i);
  if (months.has(word.lower) || weekdays.has(word.lower)) return undefined;
  if (/^(?:19|20)\d\d$/.test(number.text)) return undefined;
  const product = capitalised(word.text) && variants.test(after.text);
  if (head.kind === undefined && !product && !(head.acronym && /^\d{3,}$/.test(number.text))) return undefined;
  if (counts(after) && !(head.marked && head.kind === 'series')) return undefined;
  if (edition) return { next: at + 3 };
  if (glued !== undefined && isWord(glued)) return { next: chunkEnd(tokens, at) };
  if (after.text === '+' && after.glued) return { next: at + 2 };
  const member = tokenAt(tokens, at + 2);
  // Figures 2-4, iOS 17-18: a range of members, each of which is a name.
  if (after.glued && inner.has(after.text) && isNumber(member) && member.glued) return { next: chunkEnd(tokens, at) };
  return { next: at + 1 };
}

/** What follows digits that count, time or measure. */
const measuring =
  /^(?:percent|per|million|billion|trillion|thousand|hundred|people|times|am|pm|years?|months?|days?|hours?|minutes?|weeks?|seconds?|points?|basis|degrees?|dollars?|won)$/;

/** A plural noun, which the digits before it count. */
function counts(token: Token): boolean {
  if (!isWord(token) || !/^[a-z]+s$/.test(token.text) || /(?:ss|us|is)$/.test(token.text)) return false;
  return !/^(?:was|has|is|as|its|this|does)$/.test(token.text);
}

/** The words of a name that stand before its number. */
interface Head {
  readonly kind: 'series' | 'numbered' | undefined;
  /** Capitals within, or signs: no plain word, so that what follows does not count. */
  readonly marked: boolean;
  /** Capitals only, and neither a currency nor a measure of something. */
  readonly acronym: boolean;
}

/** Signs that tie the words of a name. */
const ties: ReadonlySet<string> = new Set('&+/#-');

/** Where the head that begins at token `i` ends: one word, or words tied by signs (S&P, Wi-Fi, C++, ISO/IEC). */
function headEnd(tokens: readonly Token[], i: number): number {
  let next = i + 1;
  for (; next - i < 6; next++) {
    const token = tokenAt(tokens, next);
    if (!token.glued || (!isWord(token) && !ties.has(token.text))) break;
  }
  return next;
}

/** What the words from token `i` up to `next` make of the number behind them. */
function headOf(tokens: readonly Token[], i: number, next: number): Head {
  let text = '';
  for (let at = i; at < next; at++) text += tokenAt(tokens, at).text;
  const inside = /^[a-z]{1,2}[A-Z]|^[A-Z][a-z]+[A-Z]/.test(text) && next === i + 1;
  const marked = inside || /[A-Z].*[A-Z]|^[a-z]+[A-Z]|[^A-Za-z]/.test(text);
  const known = inside || (/[A-Z]/.test(text) && series.has(text.toLowerCase()));
  const plain = plainHeads.has(text);
  const numbered = plain || (capitalised(text) && numberedNouns.has(text.toLowerCase()));
  const acronym = /^[A-Z]{2,6}$/.test(text) && !metrics.has(text) && !places.has(text) && !currencyCodes.has(text);
  return { kind: known ? 'series' : numbered ? 'numbered' : undefined, marked, acronym };
}

/** Whether a letter after the digits scales them: $2B, but Gate 12B and Figure 3B. */
function scaled({ kind }: Head, suffix: Token): boolean {
  return bareScaleSuffixes.has(suffix.text) && !(kind === 'numbered' && suffix.text.length === 1);
}

/** What follows the number of a product: Gemini 2.0 Pro. */
const variants = /^(?:Pro|Max|Ultra|Opus|Plus|Mini|Turbo|Sonnet|Haiku|Flash|Lite|Nano)$/;
