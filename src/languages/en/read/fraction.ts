import { add, type Decimal, divide, multiply, shift } from '../../../model/decimal.js';
import { type Cardinal, cardinalAt, hyphen, scaleAt } from './cardinal.js';
import { directions } from './lexicon/hedges.js';
import { fractionWords, ordinals, smallNumbers, tensNumbers } from './lexicon/numerals.js';
import { unitNouns } from './lexicon/units.js';
import { type Numeral, numeralOf } from './phrase.js';
import { isArticle, type Token, tokenAt, vulgarFractions } from './tokens.js';

/** A part of a whole, as numerator and denominator. */
export interface Portion {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  readonly next: number;
  /** A whole number stood before: 3 1/2 is 7/2. */
  readonly whole?: true;
  /** Whether it can be nothing but a part: "a third of", not "a third attempt". */
  readonly certain?: boolean;
}

/** `½`, `3½` when asked at the number. */
export function vulgarAt(tokens: readonly Token[], i: number): Portion | undefined {
  const sign = tokenAt(tokens, i);
  const parts = sign.kind === 'sign' ? vulgarFractions.get(sign.text) : undefined;
  return parts === undefined ? undefined : { numerator: parts[0], denominator: parts[1], next: i + 1 };
}

/** Denominators of written fractions; 24/7 and 9/11 are names. */
const denominators = /^(?:[2-9]|1[0256]|20|25|32|50|64|100|1000)$/;

/** `1/2`, `3 / 4`. */
export function slashFraction(tokens: readonly Token[], i: number): Portion | undefined {
  const [n, slash, d] = [tokenAt(tokens, i), tokenAt(tokens, i + 1), tokenAt(tokens, i + 2)];
  if (n.kind !== 'number' || slash.text !== '/' || d.kind !== 'number' || slash.glued !== d.glued) return undefined;
  if (n.precision > 0 || d.precision > 0 || n.whole.length > 2 || !denominators.test(d.value)) return undefined;
  const after = tokenAt(tokens, i + 3);
  if (n.value === '0' || Number(n.value) >= Number(d.value) || after.text === '/') return undefined;
  // "14 / 16 / 18" and "18 / 20+" are lists; quotations of prices write 7 3 / 4.
  if (!slash.glued && (tokenAt(tokens, i - 1).text === '/' || !/^(?:[248]|16|32|64)$/.test(d.value))) return undefined;
  return { numerator: n.value, denominator: d.value, next: i + 3 };
}

/** The denominator at `at`: "third(s)", "quarter(s)", "twenty-fifth(s)". */
function denominatorAt(
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly next: number; readonly plural: boolean } | undefined {
  const word = tokenAt(tokens, at);
  if (word.kind !== 'word') return undefined;
  const part = fractionWords.get(word.lower);
  if (part !== undefined)
    return { value: part, next: at + 1, plural: word.lower !== 'half' && word.lower !== 'quarter' };
  const small = smallPart(tokens, at);
  if (small !== undefined) return small;
  const ten = tensNumbers.get(word.lower);
  const index = ten === undefined ? at : hyphen(tokens, at + 1) ? at + 2 : at + 1;
  const last = tokenAt(tokens, index).lower;
  const plural = last.endsWith('s');
  const value = ordinals.get(plural ? last.slice(0, -1) : last);
  if (value === undefined || (ten === undefined ? value < 3 : value < 1 || value > 9)) return undefined;
  return { value: (ten ?? 0) + value, next: index + 1, plural };
}

/** "ten-thousandth(s)", "hundred-millionths". */
function smallPart(
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly next: number; readonly plural: boolean } | undefined {
  const many = tokenAt(tokens, at).lower === 'ten' ? 10 : tokenAt(tokens, at).lower === 'hundred' ? 100 : undefined;
  if (many === undefined || !hyphen(tokens, at + 1)) return undefined;
  const last = tokenAt(tokens, at + 2).lower;
  const plural = last.endsWith('s');
  const value = ordinals.get(plural ? last.slice(0, -1) : last);
  return value === undefined || value < 1000 ? undefined : { value: many * value, next: at + 3, plural };
}

/** What may follow a part that is not told from an ordinal by its form: "by a third.", "a third of". */
const afterPart = /^(?:of|in|to|from|since|this|last|more|less|at|on|for|or|and|as|by|over|compared|lower|higher)$/;

/** "fourth of a mile", "fourth of liter": one unit, of which it is a part. */
function isWhole(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokenAt(tokens, at);
  return isArticle(tokenAt(tokens, at)) || (unitNouns.has(lower) && !lower.endsWith('s'));
}

/** A part without a whole number before: "half", "a third", "one half", "three quarters", "1/2", "½". */
export function fractionAt(tokens: readonly Token[], i: number): Portion | undefined {
  const written = slashFraction(tokens, i) ?? vulgarAt(tokens, i);
  if (written !== undefined) return certainly(written);
  const withArticle = isArticle(tokenAt(tokens, i));
  const at = withArticle ? (hyphen(tokens, i + 1) ? i + 2 : i + 1) : i;
  const bare = denominatorAt(tokens, at);
  if (bare !== undefined && !bare.plural) {
    const after = tokenAt(tokens, bare.next);
    const half = bare.value === 2;
    const tiny = bare.value >= 100;
    const free = after.kind !== 'word' && !hyphen(tokens, bare.next);
    const certain =
      half ||
      (withArticle &&
        (after.lower === 'of' ||
          tiny ||
          (free && bare.value > 3) ||
          (afterPart.test(after.lower) && bare.value !== 4))) ||
      (withArticle &&
        free &&
        /^(?:by|to|nearly|almost|about|than|and|over|under|roughly)$/.test(tokenAt(tokens, i - 1).lower)) ||
      // "fell by a quarter in October", "down a fifth": not the quarter of a year.
      (withArticle &&
        (free || afterPart.test(after.lower)) &&
        tokenAt(tokens, i - 1).lower === 'by' &&
        directions.has(tokenAt(tokens, i - 2).lower)) ||
      (!withArticle && after.lower === 'of' && isWhole(tokens, bare.next + 1)) ||
      // "A third" by itself is a part of what stands elsewhere.
      (withArticle && i === 0 && after.start < 0) ||
      (withArticle && bare.value > 20);
    return { numerator: '1', denominator: String(bare.value), next: bare.next, certain };
  }
  if (withArticle) return undefined;
  const count = smallNumbers.get(tokenAt(tokens, i).lower);
  const cardinal =
    count === undefined && !tensNumbers.has(tokenAt(tokens, i).lower) ? undefined : cardinalAt(tokens, i);
  const portion = cardinal === undefined ? undefined : portionOf(tokens, cardinal, true);
  return portion === undefined ? undefined : certainly(portion);
}

const certainly = ({ numerator, denominator, next }: Portion): Portion => ({
  numerator,
  denominator,
  next,
  certain: true,
});

/**
 * "two thirds", "one-eighth", "a hundred and thirty fifths": a cardinal as numerator. A denominator in the singular
 * needs the numerator one ("three quarter" only inside "one and three quarter hours", `loose`).
 */
export function portionOf(tokens: readonly Token[], cardinal: Cardinal, loose = false): Portion | undefined {
  const tie = hyphen(tokens, cardinal.next);
  const at = tie ? cardinal.next + 1 : cardinal.next;
  const found = denominatorAt(tokens, at);
  if (found === undefined || cardinal.value === '0' || cardinal.value.includes('.')) return undefined;
  const { value, next, plural } = found;
  // "three-quarter-mile", "a three-quarter-point cut".
  const adjective = tie && cardinal.value === '3' && value === 4 && hyphen(tokens, next);
  if (!plural && cardinal.value !== '1' && !(loose && value === 4) && !adjective) return undefined;
  // "one third-party library", "one quarter-final".
  if (!plural && !tie && hyphen(tokens, next)) return undefined;
  if (value === 2 && !plural && cardinal.value !== '1') return undefined;
  // "one hundred thirty fifths": thirty belongs to the denominator unless "and" ties it to the hundred.
  const tens = Number(cardinal.value) % 100;
  if (
    cardinal.open === 'tens' &&
    !cardinal.and &&
    value < 10 &&
    cardinal.value.length > 2 &&
    cardinal.value.length < 15
  ) {
    const numerator = String(Number(cardinal.value) - tens);
    return { numerator, denominator: String(tens + value), next };
  }
  return { numerator: cardinal.value, denominator: String(value), next };
}

/** "one over three", "one over twenty": said aloud, one and a small number only. */
export function overFraction(tokens: readonly Token[], cardinal: Cardinal): Numeral | undefined {
  if (cardinal.value !== '1' || cardinal.digits || tokenAt(tokens, cardinal.next).lower !== 'over') return undefined;
  const below = cardinalAt(tokens, cardinal.next + 1);
  if (below === undefined || below.value === '0' || tokenAt(tokens, below.next).kind === 'word') return undefined;
  const part = numeralOf(divide('1', below.value), below.next, cardinal.digits);
  part.fraction = ['1', below.value];
  return part;
}

/**
 * A whole number with a part: "five and a half million", "3 1/2", "3½", "one million and a half" (half a million),
 * "two-and-a-half".
 */
export function mixed(tokens: readonly Token[], cardinal: Cardinal): Numeral | undefined {
  if (cardinal.value.includes('.')) return undefined;
  const direct = tokenAt(tokens, cardinal.next);
  const dash = hyphen(tokens, cardinal.next) ? cardinal.next + 1 : cardinal.next;
  let portion: Portion | undefined;
  if (tokenAt(tokens, dash).lower === 'and') {
    portion = fractionAt(tokens, hyphen(tokens, dash + 1) ? dash + 2 : dash + 1);
    // "three and second" is none; "one and third" neither. Half and quarter need no article.
    if (
      portion !== undefined &&
      !portion.certain &&
      portion.denominator !== '4' &&
      !isArticle(tokenAt(tokens, dash + 1))
    ) {
      portion = undefined;
    }
    // "between one and three quarters", "three and a half": but "10 and 1/2" of digits is fine too.
    if (portion !== undefined && cardinal.open === 'digits' && portion.denominator === '4' && !portion.certain)
      portion = undefined;
  } else if (cardinal.open === 'digits') {
    portion = (direct.glued ? undefined : slashFraction(tokens, cardinal.next)) ?? vulgarAt(tokens, cardinal.next);
    if (portion === undefined && hyphen(tokens, cardinal.next)) portion = slashFraction(tokens, cardinal.next + 1);
  }
  if (portion === undefined) return undefined;
  const part = (power: number) => divide(shift(portion.numerator, power), portion.denominator);
  const own = scaleAt(tokens, portion.next);
  if (cardinal.open === 'scale' && cardinal.scale !== undefined && cardinal.scale > 1) {
    if (own !== undefined && own.power >= cardinal.scale) return undefined;
    const value = add(cardinal.value, part(own === undefined ? cardinal.scale : own.power));
    return both(value, own === undefined ? portion.next : portion.next + 1, cardinal.scale);
  }
  const value = add(cardinal.value, part(0));
  if (own === undefined) return both(value, portion.next);
  return both(multiply(value, shift('1', own.power)), portion.next + 1, own.power);

  function both(sum: Decimal, next: number, scale?: number): Numeral {
    const numeral = numeralOf(sum, next, cardinal.digits, scale);
    numeral.mixed = true;
    return numeral;
  }
}
