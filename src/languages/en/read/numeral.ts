import { add, type Decimal, decimal, divide, multiply, shift } from '../../../model/decimal.js';
import {
  bareScaleSuffixes,
  dozens,
  fractionWords,
  ordinals,
  scaleSuffixes,
  scales,
  smallNumbers,
  tensNumbers,
  vagueNouns,
  vagueQuantifiers,
} from './lexicon.js';
import { type Token, tokenAt, vulgarFractions } from './tokens.js';

/** A number phrase as read, before what it counts is known. */
export interface Numeral {
  readonly value: Decimal;
  /** Index of the token after it. */
  readonly next: number;
  /** Whether digits were written; a number in words alone may be dropped or added by a translation. */
  readonly digits: boolean;
  readonly precision?: number;
  readonly ordinal?: true;
  readonly fraction?: readonly [numerator: Decimal, denominator: Decimal];
  /** A scale word or suffix was part of it: `5` of `5-10 million` was not scaled, `10 million` was. */
  readonly scale?: number;
  /** The power of ten of a vague figure: "several million", "thousands". */
  readonly vague?: Decimal;
  /** Digits as written, without separators; a leading zero or four digits matter to dates and codes. */
  readonly whole?: string;
  readonly grouped?: boolean;
}

const dash = new Set(['-', '‐', '‑', '–', '—']);

/** The number phrase that begins at token `i`. `money`: whether a currency stands before it, so that `m` means million. */
export function readNumeral(tokens: readonly Token[], i: number, money = false): Numeral | undefined {
  const token = tokenAt(tokens, i);
  if (token.kind === 'number') return fromDigits(tokens, i, money);
  if (token.kind === 'sign') {
    const vulgar = vulgarFractions.get(token.text);
    return vulgar === undefined ? undefined : scaled(tokens, fraction(vulgar[0], vulgar[1], i + 1, true), money);
  }
  if (token.kind === 'word') return fromWords(tokens, i, money);
  return undefined;
}

function fraction(n: Decimal, d: Decimal, next: number, digits: boolean, whole: Decimal = '0'): Numeral {
  const value = add(whole, divide(n, d));
  return whole === '0' ? { value, next, digits, fraction: [n, d] } : { value, next, digits };
}

function fromDigits(tokens: readonly Token[], i: number, money: boolean): Numeral {
  const token = tokenAt(tokens, i);
  const one = tokenAt(tokens, i + 1);
  const two = tokenAt(tokens, i + 2);
  const plain: Numeral = {
    value: token.value,
    next: i + 1,
    digits: true,
    precision: token.precision,
    whole: token.whole,
    grouped: token.grouped,
  };
  // 1/2, and 3 1/2: a slash with a small denominator; 24/7 and 4/1 are left to names and dates.
  const slash = slashFraction(tokens, i);
  if (slash !== undefined) return scaled(tokens, slash, money);
  const mixed = slashFraction(tokens, i + 1);
  if (mixed?.fraction !== undefined && token.precision === 0 && !one.glued) {
    return scaled(tokens, fraction(...mixed.fraction, mixed.next, true, token.value), money);
  }
  const vulgar = one.kind === 'sign' ? vulgarFractions.get(one.text) : undefined;
  if (vulgar !== undefined && token.precision === 0) {
    return scaled(tokens, fraction(vulgar[0], vulgar[1], i + 2, true, token.value), money);
  }
  // 1st, 22nd: the suffix must be glued.
  if (one.kind === 'word' && one.glued && /^(?:st|nd|rd|th)$/.test(one.lower) && token.precision === 0) {
    return { ...plain, next: i + 2, ordinal: true };
  }
  // 2 and a half million.
  if (one.lower === 'and' && two.lower === 'a' && tokenAt(tokens, i + 3).lower === 'half') {
    return scaled(tokens, { value: add(token.value, '0.5'), next: i + 4, digits: true }, money);
  }
  return scaled(tokens, plain, money);
}

function slashFraction(tokens: readonly Token[], i: number): Numeral | undefined {
  const [n, slash, d] = [tokenAt(tokens, i), tokenAt(tokens, i + 1), tokenAt(tokens, i + 2)];
  if (n.kind !== 'number' || slash.text !== '/' || d.kind !== 'number' || !slash.glued || !d.glued) return undefined;
  const after = tokenAt(tokens, i + 3);
  if (n.precision > 0 || d.precision > 0 || n.whole.length > 2 || d.whole.length > 3) return undefined;
  if (Number(d.value) < 2 || Number(n.value) >= Number(d.value) || (after.glued && after.text === '/'))
    return undefined;
  if (!/^(?:[2-9]|1[0256]|20|25|32|50|64|100|1000)$/.test(d.value)) return undefined;
  return fraction(n.value, d.value, i + 3, true);
}

/** Follows a number with its scale: `million`, `hundred thousand`, `K`, `bn`, `dozen`. */
function scaled(tokens: readonly Token[], numeral: Numeral, money: boolean): Numeral {
  let { value, next } = numeral;
  let scale = 0;
  for (let limit = 0; limit < 3; limit++) {
    let at = next;
    // "a 10-million-dollar house", "1.5-billion".
    if (dash.has(tokenAt(tokens, at).text) && tokenAt(tokens, at).glued && tokenAt(tokens, at + 1).glued) at++;
    const word = tokenAt(tokens, at);
    if (word.kind !== 'word') break;
    const power = scales.get(word.lower);
    const suffix = scaleSuffixes.get(word.text);
    if (power !== undefined) {
      value = shift(value, power);
      scale += power;
    } else if (word.glued && at === next && suffix !== undefined && scale === 0 && isScaleSuffix(tokens, at, money)) {
      value = shift(value, suffix);
      scale += suffix;
    } else if (!word.glued && scale === 0 && suffix !== undefined && suffixStandsAlone(word.text, money)) {
      value = shift(value, suffix);
      scale += suffix;
    } else break;
    next = at + 1;
  }
  const dozen = dozens.get(tokenAt(tokens, next).lower);
  if (dozen !== undefined && scale === 0 && numeral.fraction === undefined && tokenAt(tokens, next).lower !== 'score') {
    return { ...numeral, value: multiply(value, String(dozen)), next: next + 1, scale: 1 };
  }
  if (scale === 0) return numeral;
  // 3 hundred and 5, 5 thousand 200: further groups below the scale.
  const more = below(tokens, next, scale);
  const { fraction: _half, ...rest } = numeral;
  return more === undefined
    ? { ...rest, value, next, scale }
    : { ...rest, value: add(value, more.value), next: more.next, scale: 0 };
}

function below(tokens: readonly Token[], at: number, scale: number): Numeral | undefined {
  const and = tokenAt(tokens, at).lower === 'and' ? 1 : 0;
  const first = tokenAt(tokens, at + and);
  if (scale < 2) return undefined;
  if (first.kind === 'word' && (smallNumbers.has(first.lower) || tensNumbers.has(first.lower))) {
    const rest = fromWords(tokens, at + and, false);
    if (rest === undefined || rest.ordinal || rest.fraction || rest.vague || rest.value === '0') return undefined;
    return rest.value.replace(/\..*/, '').length <= scale ? rest : undefined;
  }
  if (first.kind === 'number' && and === 0 && !first.glued && first.precision === 0) {
    const rest = fromDigits(tokens, at, false);
    const after = tokenAt(tokens, at + 1);
    if (rest.ordinal || rest.fraction || after.text === '/' || after.text === ':') return undefined;
    // "two million 2019 models": only a scaled or grouped remainder belongs to the number.
    return rest.value.length <= scale && (rest.scale ?? 0) > 0 && (rest.scale ?? 0) < scale ? rest : undefined;
  }
  return undefined;
}

/** Nouns after which a lone K is a name of a format: 4K video. */
const formats = new Set([
  'video',
  'tv',
  'tvs',
  'resolution',
  'display',
  'displays',
  'uhd',
  'monitor',
  'screen',
  'hdr',
  'content',
  'streaming',
  'footage',
  'camera',
]);

function isScaleSuffix(tokens: readonly Token[], at: number, money: boolean): boolean {
  const word = tokenAt(tokens, at);
  const after = tokenAt(tokens, at + 1);
  if (
    after.glued &&
    (after.kind === 'number' ||
      (after.text === '-' &&
        tokenAt(tokens, at + 2).glued &&
        tokenAt(tokens, at + 2).kind === 'number' &&
        !money &&
        !/\d/.test(tokenAt(tokens, at + 2).text)))
  )
    return false;
  if (word.text === 'K' && formats.has(after.lower)) return false;
  return money || bareScaleSuffixes.has(word.text);
}

/** `5 bn`, `$5 m`; a lone `K`, `M`, `B` or `T` apart from its number may be anything. */
function suffixStandsAlone(text: string, money: boolean): boolean {
  return /^(?:bn|Bn|mn|mln|bln|tn|trn)$/.test(text) || (money && /^[mbkKMBT]$/.test(text));
}

/** Numbers in words: small numbers, tens, hundreds and scales, `and`, hyphens, halves, decimals after "point". */
function fromWords(tokens: readonly Token[], i: number, money: boolean): Numeral | undefined {
  const first = tokenAt(tokens, i);
  const vague = vagueOf(tokens, i);
  if (vague !== undefined) return vague;
  if (first.lower === 'half') return half(tokens, i);
  if (first.lower === 'a' || first.lower === 'an') return article(tokens, i, money);
  if (!smallNumbers.has(first.lower) && !tensNumbers.has(first.lower)) return ordinalWord(tokens, i);
  let total: Decimal = '0';
  let group = 0;
  let groupHas: 'nothing' | 'small' | 'tens' | 'hundred' = 'nothing';
  let lastScale = 100;
  let scale = 0;
  let next = i;
  for (;;) {
    let at = next;
    const joint = tokenAt(tokens, at);
    if (at > i && (dash.has(joint.text) || joint.lower === 'and')) {
      // "twenty-five", "one hundred and five"; never "two and three".
      if (joint.lower === 'and' && groupHas !== 'hundred' && !(groupHas === 'nothing' && scale > 0)) break;
      at++;
    }
    const word = tokenAt(tokens, at);
    if (word.kind !== 'word') break;
    const small = smallNumbers.get(word.lower);
    const ten = tensNumbers.get(word.lower);
    const power = scales.get(word.lower);
    if (small !== undefined && groupHas !== 'small' && (groupHas !== 'tens' || (small > 0 && small < 10))) {
      group += small;
      groupHas = 'small';
    } else if (ten !== undefined && (groupHas === 'nothing' || groupHas === 'hundred')) {
      group += ten;
      groupHas = 'tens';
    } else if (power === 2 && groupHas === 'small' && group < 100 && group > 0) {
      group *= 100;
      groupHas = 'hundred';
      scale = 2;
    } else if (power !== undefined && power > 2 && power < lastScale && (groupHas !== 'nothing' || at === i)) {
      total = add(total, shift(String(group), power));
      group = 0;
      groupHas = 'nothing';
      lastScale = power;
      scale = power;
    } else {
      const last = ordinals.get(word.lower);
      const fits =
        last !== undefined && at > i && (groupHas === 'tens' ? last < 10 : groupHas !== 'small' || last >= 100);
      if (fits && tokenAt(tokens, at - 1).lower !== 'and') {
        const value = add(total, String(last >= 100 ? group * last : group + last));
        return { value, next: at + 1, digits: false, ordinal: true };
      }
      if (fits && groupHas === 'hundred')
        return { value: add(total, String(group + last)), next: at + 1, digits: false, ordinal: true };
      break;
    }
    next = at + 1;
  }
  let value = add(total, String(group));
  const after = tokenAt(tokens, next);
  // one third, two-thirds, three quarters.
  const portion = denominator(tokens, next, value);
  if (portion !== undefined) return fraction(value, String(portion[0]), portion[1], false);
  if (after.lower === 'point') {
    const decimals = pointDigits(tokens, next + 1);
    if (decimals !== undefined) {
      value = `${value}.${decimals.digits}`;
      return scaled(tokens, { value: decimal(value), next: decimals.next, digits: false }, money);
    }
  }
  if (after.lower === 'and' && tokenAt(tokens, next + 1).lower === 'a') {
    const part = fractionWords.get(tokenAt(tokens, next + 2).lower);
    if (part !== undefined)
      return scaled(tokens, { value: add(value, divide('1', String(part))), next: next + 3, digits: false }, money);
  }
  const yearly = yearInWords(tokens, i, next, value);
  if (yearly !== undefined) return yearly;
  return scaled(tokens, { value, next, digits: false, ...(scale > 0 ? { scale } : {}) }, money);
}

/** "nineteen eighty-four", "twenty twenty-six": two numbers of two digits are a year. */
function yearInWords(tokens: readonly Token[], i: number, next: number, value: Decimal): Numeral | undefined {
  if (next !== i + 1 || !/^(?:1[0-9]|20)$/.test(value)) return undefined;
  const rest = tokenAt(tokens, next);
  if (!tensNumbers.has(rest.lower)) return undefined;
  const low = fromWords(tokens, next, false);
  if (low === undefined || low.ordinal || low.fraction || !/^\d\d$/.test(low.value)) return undefined;
  return { value: `${value}${low.value}`, next: low.next, digits: false, whole: `${value}${low.value}` };
}

function pointDigits(tokens: readonly Token[], i: number): { digits: string; next: number } | undefined {
  let digits = '';
  let at = i;
  for (; ; at++) {
    const digit = smallNumbers.get(tokenAt(tokens, at).lower);
    if (digit === undefined || digit > 9 || digits.length > 20) break;
    digits += digit;
  }
  return digits === '' ? undefined : { digits, next: at };
}

/** `third` after "a", "one" or "two": [3, next]. */
function denominator(tokens: readonly Token[], at: number, numerator: Decimal): readonly [number, number] | undefined {
  if (!/^\d{1,2}$/.test(numerator) || numerator === '0') return undefined;
  const index = dash.has(tokenAt(tokens, at).text) && tokenAt(tokens, at).glued ? at + 1 : at;
  const word = tokenAt(tokens, index);
  const part = fractionWords.get(word.lower);
  if (part !== undefined) {
    // "four quarters of growth": a quarter of a year when counted beyond the whole.
    if (part === 4 && word.lower === 'quarters' && Number(numerator) > 3) return undefined;
    if (numerator === '1' && part === 2 && word.lower !== 'half') return undefined;
    return [part, index + 1];
  }
  const plural = word.lower.endsWith('s') && word.lower !== 'seconds';
  const ordinal = ordinals.get(plural ? word.lower.slice(0, -1) : word.lower);
  if (ordinal === undefined || ordinal < 3) return undefined;
  // "one third" but "two thirds"; "two third graders" is none.
  return plural === (numerator !== '1') ? [ordinal, index + 1] : undefined;
}

/** a million, a hundred, a dozen, a third (where it is a part), a couple, a few thousand. */
function article(tokens: readonly Token[], i: number, money: boolean): Numeral | undefined {
  const word = tokenAt(tokens, i + 1);
  if (scales.has(word.lower) && !word.glued) {
    return scaled(tokens, { value: '1', next: i + 1, digits: false }, money);
  }
  if (word.lower === 'dozen') return { value: '12', next: i + 2, digits: false, scale: 1 };
  if (word.lower === 'half' && scales.has(tokenAt(tokens, i + 2).lower))
    return scaled(tokens, { value: '0.5', next: i + 2, digits: false }, money);
  if (word.lower === 'couple')
    return { value: '2', next: tokenAt(tokens, i + 2).lower === 'of' ? i + 3 : i + 2, digits: false };
  if (word.lower === 'quarter' || ordinals.has(word.lower)) {
    const part = denominator(tokens, i + 1, '1');
    const before = tokenAt(tokens, i - 1).lower;
    const after = tokenAt(tokens, i + 2);
    const isPart =
      after.lower === 'of' ||
      (/^(?:by|nearly|almost|about|than|and|over|under|roughly)$/.test(before) &&
        (after.kind !== 'word' ||
          /^(?:in|to|from|since|of|this|last|more|less|at|on|for|or|and|as)$/.test(after.lower)));
    if (part === undefined || !isPart) return undefined;
    // "a quarter of a million".
    if (after.lower === 'of' && tokenAt(tokens, i + 3).lower === 'a' && scales.has(tokenAt(tokens, i + 4).lower)) {
      return scaled(tokens, { value: divide('1', String(part[0])), next: i + 4, digits: false }, money);
    }
    return fraction('1', String(part[0]), part[1], false);
  }
  return undefined;
}

/** half, half a million, half of. */
function half(tokens: readonly Token[], i: number): Numeral {
  const one = tokenAt(tokens, i + 1);
  const two = tokenAt(tokens, i + 2);
  if ((one.lower === 'a' || one.lower === 'an') && (scales.has(two.lower) || two.lower === 'dozen')) {
    const numeral = scaled(tokens, { value: '0.5', next: i + 2, digits: false }, false);
    return { ...numeral, digits: false };
  }
  return { value: '0.5', next: i + 1, digits: false, fraction: ['1', '2'] };
}

function ordinalWord(tokens: readonly Token[], i: number): Numeral | undefined {
  const word = tokenAt(tokens, i);
  const value = ordinals.get(word.lower);
  if (value === undefined) return undefined;
  // "a second", "per second", "30 seconds" are time; "second" after a determiner is a place in an order.
  if (word.lower === 'second' && /^(?:a|per|each|every|split|one|half|the|this)$/.test(tokenAt(tokens, i - 1).lower)) {
    const after = tokenAt(tokens, i + 1);
    if (!/^(?:the|this)$/.test(tokenAt(tokens, i - 1).lower) || after.kind !== 'word') return undefined;
  }
  return { value: String(value), next: i + 1, digits: false, ordinal: true };
}

/** thousands, hundreds of thousands, tens of millions, several million, a few hundred. */
function vagueOf(tokens: readonly Token[], i: number): Numeral | undefined {
  const word = tokenAt(tokens, i);
  const made = (magnitude: Decimal, next: number): Numeral => ({ value: '0', next, digits: false, vague: magnitude });
  const noun = word.lower === 'tens' ? '10' : vagueNouns.get(word.lower);
  if (noun !== undefined) {
    const after = tokenAt(tokens, i + 2);
    const second = vagueNouns.get(after.lower);
    if (tokenAt(tokens, i + 1).lower === 'of' && second !== undefined) return made(multiply(noun, second), i + 3);
    // "tens" alone is rare; "the scores" are results.
    if (word.lower === 'tens' || (word.lower === 'scores' && tokenAt(tokens, i + 1).lower !== 'of')) return undefined;
    return made(noun, i + 1);
  }
  if (vagueQuantifiers.has(word.lower) || word.lower === 'a') {
    const few = word.lower === 'a' && /^(?:few|several)$/.test(tokenAt(tokens, i + 1).lower) ? 1 : 0;
    if (word.lower === 'a' && few === 0) return undefined;
    if (word.lower === 'some') return undefined;
    let at = i + 1 + few;
    if (dash.has(tokenAt(tokens, at).text)) at++;
    let power = 0;
    while (scales.has(tokenAt(tokens, at).lower) && power < 30) power += scales.get(tokenAt(tokens, at++).lower)!;
    if (power > 0) return made(shift('1', power), at);
    if (tokenAt(tokens, at).lower === 'dozen') return made('10', at + 1);
  }
  return undefined;
}
