import { edtfYear, yearsBefore } from '../../und/eras.js';
import { dayAt, endsText, isHyphen, type ReadDate, two, yearOf } from './date-parts.js';
import { type Token, tokenAt } from './tokens.js';

export const partWords: ReadonlyMap<string, 'early' | 'mid' | 'late'> = new Map([
  ['early', 'early'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['late', 'late'],
]);

const decadeWords = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 2]),
);

/** Apostrophes before a year without its century: the '90s. */
export const quotes: ReadonlySet<string> = new Set("'’‘");

/** 1990s, the '90s, the 90s, the nineties, 1800s (a century). */
export function decade(tokens: readonly Token[], i: number): ReadDate | undefined {
  let at = i;
  const quoted = quotes.has(tokenAt(tokens, at).text);
  if (quoted) at++;
  const token = tokenAt(tokens, at);
  let after = tokenAt(tokens, at + 1);
  let extra = 0;
  if (after.glued && (after.text === "'" || after.text === '’')) {
    after = tokenAt(tokens, at + 2);
    extra = 1;
  }
  if (
    token.kind === 'number' &&
    after.lower === 's' &&
    after.glued &&
    after.kind === 'word' &&
    token.precision === 0 &&
    !token.grouped
  ) {
    const era = eraAt(tokens, at + 2 + extra);
    if (era?.[0] === 'before' && /^[1-9]\d{0,2}0$/.test(token.whole))
      return { ...yearsBefore(Number(token.value)), next: era[1] };
    const year = yearOf(token);
    if (year !== undefined && year % 10 === 0 && !quoted) {
      const value = year % 100 === 0 && year < 2000 ? `${year / 100}XX` : `${Math.floor(year / 10)}X`;
      return { value, next: at + 2 + extra };
    }
    const before = tokenAt(tokens, i - 1).lower;
    // "the over-50s" are people.
    const people = /^(?:over|under)$/.test(tokenAt(tokens, i - 2).lower);
    const century = quoted || before === 'the' || (before === '-' && !people) || partWords.has(before);
    if (/^[1-9]0$/.test(token.whole) && century && !ageContext(tokens, i)) {
      return { value: `${Number(token.whole) >= 30 ? 19 : 20}${token.whole[0]}X`, next: at + 2 + extra };
    }
    return undefined;
  }
  // "the '93 Expo": a year without its century.
  if (
    quoted &&
    /^\d\d$/.test(token.text) &&
    !after.glued &&
    /^(?:the|in|of|since|summer|fall)$/.test(tokenAt(tokens, i - 1).lower)
  ) {
    return { value: `${Number(token.text) >= 30 ? 19 : 20}${token.text}`, next: at + 1 };
  }
  const word = decadeWords.get(token.lower);
  const before = tokenAt(tokens, i - 1).lower;
  if (word !== undefined && !ageContext(tokens, i) && (before === 'the' || before === '-' || partWords.has(before)))
    return { value: `19${word}X`, soft: true, next: at + 1 };
  return undefined;
}

/** "in her 20s", "temperatures in the 90s": not years. */
function ageContext(tokens: readonly Token[], i: number): boolean {
  const words = [1, 2, 3, 4].map((back) => tokenAt(tokens, i - back).lower);
  return words.some((word) => /^(?:his|her|their|my|your|our|temperatures?|degrees|highs?|lows?)$/.test(word));
}

/** the 19th century, 20th-century, the nineteenth century. */
export function century(tokens: readonly Token[], i: number): ReadDate | undefined {
  const number = dayAt(tokens, i);
  let n: number | undefined;
  let at = i;
  if (number !== undefined && number[1] > i + (tokenAt(tokens, i).kind === 'number' ? 1 : 0)) [n, at] = number;
  else return undefined;
  if (isHyphen(tokenAt(tokens, at))) at++;
  const noun = tokenAt(tokens, at).lower;
  if (n < 1 || n > 30) return undefined;
  if (noun !== 'century' && noun !== 'centuries')
    return anotherFollows(tokens, at) ? { value: `${two(n - 1)}XX`, next: at } : undefined;
  const era = eraAt(tokens, at + 1);
  const sign = era?.[0] === 'before' ? '-' : '';
  return { value: `${sign}${two(n - 1)}XX`, next: era?.[1] ?? at + 1 };
}

/** "the 19th and 20th centuries": the noun stands with the last of them. */
function anotherFollows(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:and|or|to)$/.test(tokenAt(tokens, at).lower)) return false;
  const other = dayAt(tokens, at + 1);
  return other !== undefined && tokenAt(tokens, other[1]).lower === 'centuries';
}

/** BC, BCE, B.C., AD, CE after a year or century: before or after the year 1, and the token after it. */
function eraAt(tokens: readonly Token[], i: number): readonly ['before' | 'after', number] | undefined {
  const one = tokenAt(tokens, i);
  if (one.text === 'BC' || one.text === 'BCE') return ['before', i + 1];
  if (one.text === 'AD' || one.text === 'CE') return ['after', i + 1];
  if (one.text !== 'B' && one.text !== 'A') return undefined;
  const letters = `${one.text}${tokenAt(tokens, i + 2).text}`;
  if (tokenAt(tokens, i + 1).text !== '.' || !/^(?:BC|AD)$/.test(letters)) return undefined;
  const dot = tokenAt(tokens, i + 3).text === '.' && !endsText(tokens, i + 3) ? 1 : 0;
  return [letters === 'BC' ? 'before' : 'after', i + 3 + dot];
}

/** 3300 BC is the EDTF year -3299, because EDTF has a year 0; AD 500 is 0500. */
export function eraYear(tokens: readonly Token[], i: number): ReadDate | undefined {
  const token = tokenAt(tokens, i);
  if (token.text === 'AD' || token.text === 'BC') {
    const year = tokenAt(tokens, i + 1);
    if (year.kind !== 'number' || year.precision > 0 || year.whole.length > 4) return undefined;
    const value = token.text === 'AD' ? Number(year.value) : 1 - Number(year.value);
    return { value: edtfYear(value), next: i + 2 };
  }
  if (token.kind !== 'number' || token.precision > 0 || token.whole.length > 4) return undefined;
  const era = eraAt(tokens, i + 1);
  if (era === undefined) return undefined;
  return { value: edtfYear(era[0] === 'before' ? 1 - Number(token.value) : Number(token.value)), next: era[1] };
}
