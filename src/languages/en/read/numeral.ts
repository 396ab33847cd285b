import { type Decimal, decimal, divide, multiply, shift } from '../../../model/decimal.js';
import { type Cardinal, cardinalAt, hyphen, scaleAt } from './cardinal.js';
import { fractionAt, mixed, overFraction, type Portion, portionOf, slashFraction, vulgarAt } from './fraction.js';
import { isGrade } from './grades.js';
import { bareScaleSuffixes, fractionWords, ordinals, scaleSuffixes, wordScaleSuffixes } from './lexicon/numerals.js';
import { unitNouns } from './lexicon/units.js';
import { currencyAfter } from './money.js';
import { ordinalAfter, ordinalWord } from './ordinal.js';
import { ratePoint } from './percent.js';
import { type Numeral, numeralOf } from './phrase.js';
import { powerAt } from './powers.js';
import { isArticle, type Token, tokenAt } from './tokens.js';
import { vagueAt } from './vague.js';

/** More digits than any quantity has: a serial number or noise. */
export const maximumDigits = 40;

/** The number phrase that begins at token `i`. `money`: whether a currency stands before it, so that `m` means million. */
export function readNumeral(tokens: readonly Token[], i: number, money = false): Numeral | undefined {
  const token = tokenAt(tokens, i);
  if (token.kind === 'number')
    return token.whole.length + token.precision > maximumDigits ? undefined : fromDigits(tokens, i, money);
  if (token.kind === 'sign') {
    const vulgar = vulgarAt(tokens, i);
    return vulgar === undefined ? barePoint(tokens, i, money) : scaledPortion(tokens, vulgar, true);
  }
  return fromWords(tokens, i);
}

function fromDigits(tokens: readonly Token[], i: number, money: boolean): Numeral {
  const token = tokenAt(tokens, i);
  const one = tokenAt(tokens, i + 1);
  const slash = slashFraction(tokens, i);
  if (slash !== undefined) return scaledPortion(tokens, slash, true);
  if (one.glued && one.kind === 'word' && /^(?:st|nd|rd|th)$/i.test(one.text) && token.precision === 0) {
    const place = numeralOf(token.value, i + 2, true);
    place.ordinal = true;
    place.whole = token.whole;
    return place;
  }
  const power = powerAt(tokens, i);
  if (power !== undefined) return power;
  const suffix = suffixed(tokens, i, money);
  if (suffix !== undefined) return suffix;
  const cardinal = cardinalAt(tokens, i)!;
  const more = mixed(tokens, cardinal);
  // "2 thirds", "3 quarters" in digits are left to what is counted.
  return more ?? inDigits(token, cardinal, i);
}

/** A number with what dates and codes want to know, when nothing but one run of digits was read. */
function inDigits({ precision, whole, grouped }: Token, { value, next, digits, scale }: Cardinal, i: number): Numeral {
  const numeral = numeralOf(value, next, digits, scale);
  numeral.precision = precision;
  if (scale === undefined && next === i + 1) {
    numeral.whole = whole;
    numeral.grouped = grouped;
  }
  return numeral;
}

/** `$250K`, `1.8T`, `$1.2bn`, `10 bln`. */
function suffixed(tokens: readonly Token[], i: number, money: boolean): Numeral | undefined {
  const token = tokenAt(tokens, i);
  const word = tokenAt(tokens, i + 1);
  const power = word.kind === 'word' ? scaleSuffixes.get(word.text) : undefined;
  if (power === undefined || (word.glued ? !gluedSuffix(tokens, i + 1, money) : !spacedSuffix(tokens, i + 1, money))) {
    return undefined;
  }
  return pointed(shift(token.value, power), i + 2, token.precision, power);
}

function gluedSuffix(tokens: readonly Token[], at: number, money: boolean): boolean {
  const word = tokenAt(tokens, at);
  const after = tokenAt(tokens, at + 1);
  if (after.glued && after.kind === 'number') return false;
  if (word.text === 'K' && isGrade(tokens, at)) return false;
  // A 401k is a pension plan.
  if (word.lower === 'k' && /^40[13]$/.test(tokenAt(tokens, at - 1).text) && !money) return false;
  if (money || bareScaleSuffixes.has(word.text)) return true;
  // "1.5G" is giga-something; 5G and 2.5G networks are names.
  if (word.text === 'G')
    return (
      (tokenAt(tokens, at - 1).precision > 0 || tokenAt(tokens, at - 2).text === '.') && !networks.test(after.lower)
    );
  return word.text === 'm' && (crowds.test(after.lower) || millionsOfMoney(tokens, at + 1));
}

const networks = /^(?:networks?|phones?|services?|mobile|technology|standard|connection|signal)$/;

/** "5m euros", "100m-150m won": a currency after the m, or after the m of the range's other end. */
function millionsOfMoney(tokens: readonly Token[], at: number): boolean {
  const joint = /^[-–]$/.test(tokenAt(tokens, at).text) && tokenAt(tokens, at + 1).kind === 'number';
  const after = joint && tokenAt(tokens, at + 2).text === 'm' ? at + 3 : at;
  return currencyAfter(tokens, after)?.kind === 'money';
}

/** Who is counted in millions: "5m users", where a lone m would be a metre. */
const crowds =
  /^(?:people|users|customers|subscribers|viewers|homes|households|voters|jobs|copies|tonnes|tons|barrels)$/;

function spacedSuffix(tokens: readonly Token[], at: number, money: boolean): boolean {
  const { text } = tokenAt(tokens, at);
  if (money) return /^(?:bn|Bn|mn|mln|bln|tn|tln|trn|[mbkKMBT])$/.test(text);
  // "Series 5 M cars": a letter apart from its digits scales only where nothing follows that it could belong to.
  return wordScaleSuffixes.has(text) && (text.length > 1 || !tokenAt(tokens, at + 1).glued);
}

/** `.77`, and "point 77" or "point seven". */
function barePoint(tokens: readonly Token[], i: number, money: boolean): Numeral | undefined {
  const point = tokenAt(tokens, i);
  const number = tokenAt(tokens, i + 1);
  if (point.text !== '.' || number.kind !== 'number' || !number.glued || number.grouped || number.precision > 0) {
    return undefined;
  }
  const before = tokenAt(tokens, i - 1);
  if ((point.glued && !/^[-−+($€£¥₩~<>=:/]$/.test(before.text)) || number.whole.length > maximumDigits)
    return undefined;
  const value = decimal(`0.${number.whole}`);
  const precision = number.whole.length;
  const word = tokenAt(tokens, i + 2);
  const power = word.kind === 'word' && word.glued ? scaleSuffixes.get(word.text) : scaleAt(tokens, i + 2)?.power;
  if (power !== undefined && (!word.glued || gluedSuffix(tokens, i + 2, money))) {
    return pointed(shift(value, power), i + 3, precision, power);
  }
  return pointed(value, i + 2, precision);
}

/** Digits with as many of them after the point as were written. */
function pointed(value: Decimal, next: number, precision: number, scale?: number): Numeral {
  const numeral = numeralOf(value, next, true, scale);
  numeral.precision = precision;
  return numeral;
}

function fromWords(tokens: readonly Token[], i: number): Numeral | undefined {
  const { lower } = tokenAt(tokens, i);
  const vague = vagueAt(tokens, i);
  if (vague !== undefined) {
    const some = numeralOf('0', vague.next, false);
    some.vague = vague.magnitude;
    return some;
  }
  if (lower === 'a' || lower === 'an' || fractionWords.has(lower) || ordinals.has(lower)) {
    const part = partOfScale(tokens, i) ?? article(tokens, i);
    if (part !== undefined) return part;
  }
  if (lower === 'point') {
    const number = tokenAt(tokens, i + 1);
    const before = tokenAt(tokens, i - 1);
    if (number.kind !== 'number' || number.precision > 0 || before.kind === 'word') return undefined;
    return numeralOf(decimal(`0.${number.whole}`), i + 2, true);
  }
  const cardinal = cardinalAt(tokens, i);
  if (cardinal === undefined) return ordinalWord(tokens, i);
  const over = overFraction(tokens, cardinal);
  if (over !== undefined) return over;
  const more = mixed(tokens, cardinal);
  if (more !== undefined) return more;
  const portion = portionOf(tokens, cardinal);
  if (portion !== undefined) return scaledPortion(tokens, portion, cardinal.digits);
  return ordinalAfter(tokens, cardinal) ?? plainly(cardinal);
}

const plainly = ({ value, next, digits, scale }: Cardinal): Numeral => numeralOf(value, next, digits, scale);

/** A fraction, which may be a part of a scale: "half a million", "½ million", "two thirds of a million". */
function scaledPortion(tokens: readonly Token[], portion: Portion, digits: boolean): Numeral {
  const { numerator, denominator, next } = portion;
  // "half-a-million-dollar", "a quarter-million": hyphens may tie the part to its scale.
  const past = (index: number) => (hyphen(tokens, index) ? index + 1 : index);
  let at = past(next);
  const of = tokenAt(tokens, at).lower === 'of';
  if (of) at++;
  if (isArticle(tokenAt(tokens, at))) at = past(at + 1);
  else if (of) return plain();
  const dozen = tokenAt(tokens, at).lower === 'dozen';
  if (dozen) return numeralOf(divide(multiply(numerator, '12'), denominator), at + 1, digits, 1);
  let power = 0;
  for (let limit = 0; limit < 3; limit++, at++) {
    const scale = scaleAt(tokens, at);
    if (scale === undefined) break;
    power += scale.power;
  }
  if (power === 0) return plain();
  return numeralOf(divide(shift(numerator, power), denominator), at, digits, power);

  function plain(): Numeral {
    const part = numeralOf(divide(numerator, denominator), next, digits);
    if (portion.whole === undefined) part.fraction = [numerator, denominator];
    else part.mixed = true;
    return part;
  }
}

/** half a million, quarter million, a quarter of a million, half: parts that begin without a number. */
function partOfScale(tokens: readonly Token[], i: number): Numeral | undefined {
  const portion = fractionAt(tokens, i);
  if (portion === undefined) return undefined;
  const read = scaledPortion(tokens, portion, false);
  if (read.scale !== undefined) return read;
  const { lower } = tokenAt(tokens, i);
  const before = tokenAt(tokens, i - 1);
  // "the second half", "first-half profit": a half that is a place in an order says no 0.5.
  if (lower === 'half') return ordinals.has(before.lower) || before.lower === 'latter' ? undefined : read;
  // "a quarter century", "quarter-century".
  const tie = hyphen(tokens, portion.next) ? 1 : 0;
  if (portion.denominator === '4' && tokenAt(tokens, portion.next + tie).lower === 'century') return read;
  if (ratePoint(tokens, portion.next) !== undefined) return read;
  // "quarter-litre", "half-mile": a part tied to its unit.
  if (lower === 'quarter' && hyphen(tokens, portion.next)) {
    return unitNouns.has(tokenAt(tokens, portion.next + 1).lower) ? read : undefined;
  }
  return portion.certain ? read : undefined;
}

/** a million, a hundred, a dozen, a couple. */
function article(tokens: readonly Token[], i: number): Numeral | undefined {
  if (!isArticle(tokenAt(tokens, i))) return undefined;
  const at = hyphen(tokens, i + 1) ? i + 2 : i + 1;
  const word = tokenAt(tokens, at);
  if (word.kind !== 'word') return undefined;
  if (scaleAt(tokens, at) !== undefined) {
    const cardinal = cardinalAt(tokens, at);
    if (cardinal === undefined) return undefined;
    return mixedOrPlain(tokens, cardinal);
  }
  const ofIs = tokenAt(tokens, at + 1).lower === 'of' ? 1 : 0;
  if (word.lower === 'dozen') return numeralOf('12', at + 1 + ofIs, false, 1);
  if (word.lower === 'couple' || word.lower === 'pair') return numeralOf('2', at + 1 + ofIs, false);
  return undefined;
}

function mixedOrPlain(tokens: readonly Token[], cardinal: Cardinal): Numeral {
  const more = mixed(tokens, cardinal);
  return more ?? ordinalAfter(tokens, cardinal) ?? plainly(cardinal);
}
