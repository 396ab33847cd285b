import { add, compare, divide } from '../../../model/decimal.js';
import type { Amount, Said } from './amount.js';
import { cardinalAt, hyphen, scaleAt } from './cardinal.js';
import { vulgarAt } from './fraction.js';
import { readMeasure } from './measure.js';
import { hyphens } from './range.js';
import { type Token, tokenAt } from './tokens.js';

/** Words of contests, near which 1-3 is a result and not a range. */
const contest =
  /^(?:won|win|wins|winning|lost|loss|beat|beats|beating|defeat|defeated|draw|drew|score|scored|scoreline|victory|lead|led|result|vote|voted|ruling|ruled|majority|thrashed|edged|tie|tied|series|aggregate)$/;

/** 3-1, 3–1, 3:1, 16:9, 10 to 1, 3-to-1, two-to-one, fifty-fifty. */
export function ratioAt(tokens: readonly Token[], amount: Amount): Said | undefined {
  const { numeral, measure, currency, next, value } = amount;
  const tied = spelled(tokens, amount);
  if (tied !== undefined) return tied;
  if (
    measure !== undefined ||
    currency !== undefined ||
    !numeral.digits ||
    numeral.scale !== undefined ||
    numeral.fraction !== undefined ||
    numeral.ordinal
  )
    return undefined;
  const joint = tokenAt(tokens, next);
  const colon = joint.text === ':' && joint.glued;
  const dash = hyphens.has(joint.text) && joint.text !== '~' && joint.glued;
  if (!colon && !dash && joint.lower !== 'to') return undefined;
  const terms = [value];
  let at = next;
  while (
    terms.length < 4 &&
    tokenAt(tokens, at).text === joint.text &&
    tokenAt(tokens, at + 1).kind === 'number' &&
    (joint.lower === 'to' || tokenAt(tokens, at + 1).glued)
  ) {
    // 14½-13½.
    const part = tokenAt(tokens, at + 2).glued ? vulgarAt(tokens, at + 2) : undefined;
    const whole = tokenAt(tokens, at + 1).value;
    terms.push(part === undefined ? whole : add(whole, divide(part.numerator, part.denominator)));
    at += part === undefined ? 2 : 3;
  }
  const after = tokenAt(tokens, at);
  if (terms.length < 2 || (after.glued && (after.kind === 'word' || after.text === '%'))) return undefined;
  if (!colon && (terms.length > 2 || readMeasure(tokens, at) !== undefined || scaleAt(tokens, at) !== undefined))
    return undefined;
  const small = terms.every(
    (term) =>
      /^\d{1,3}$/.test(term) ||
      (/^\d{1,3}\.\d$/.test(term) && ((joint.lower === 'to' && terms[1] === '1') || near(tokens, at, contest))),
  );
  const descends = compare(terms[0]!, terms[1]!) >= 0;
  if (!colon && (!small || (!descends && !near(tokens, at, contest)))) return undefined;
  if (joint.lower === 'to' && tokenAt(tokens, next - 2).lower === 'from') return undefined;
  if (!colon && descends && terms[0]!.length === 3 && !near(tokens, at, contest)) return undefined;
  return { fields: { kind: 'ratio', value: terms[0]!, terms, hardness: 'hard' }, next: at };
}

/** "3-to-1", "two-to-one", "5-to-4": tied by hyphens, with no noun after the last; "fifty-fifty". */
function spelled(tokens: readonly Token[], { numeral, measure, currency, next, value }: Amount): Said | undefined {
  if (measure !== undefined || currency !== undefined || !hyphen(tokens, next)) return undefined;
  if (numeral.ordinal || !/^\d{1,4}(?:\.\d+)?$/.test(value)) return undefined;
  const hardness = numeral.digits ? 'hard' : 'soft';
  if (value === '50' && !numeral.digits && tokenAt(tokens, next + 1).lower === 'fifty')
    return { fields: { kind: 'ratio', value, terms: [value, value], hardness }, next: next + 2 };
  if (tokenAt(tokens, next + 1).lower !== 'to' || !hyphen(tokens, next + 2)) return undefined;
  const other = cardinalAt(tokens, next + 3);
  // "a 5-to-10-minute walk", "3-to-5 million": a range.
  if (other === undefined || hyphen(tokens, other.next) || readMeasure(tokens, other.next) !== undefined)
    return undefined;
  if (scaleAt(tokens, other.next) !== undefined || other.scale !== undefined) return undefined;
  return { fields: { kind: 'ratio', value, terms: [value, other.value], hardness }, next: other.next };
}

function near(tokens: readonly Token[], at: number, words: RegExp): boolean {
  for (let i = Math.max(0, at - 12); i < at + 8; i++) if (words.test(tokenAt(tokens, i).lower)) return true;
  return false;
}
