import { compare, shift } from '../../../model/decimal.js';
import { unitsOf } from '../../und/code-units.js';
import { digitOf } from '../../und/digits.js';
import type { Amount, Fields } from './amount.js';
import { amountAt } from './counted.js';
import { applied, fieldsOf } from './fields.js';
import { currencyBefore } from './money.js';
import type { Numeral } from './numeral.js';
import { scalePower } from './numerals.js';
import { isHangul, isLatin, skipSpace } from './text.js';

const joints = /^\s?(?:[~∼～\-–—]|에서|부터|내지)\s?/;

/** First characters of what joins the ends, and spaces before it. */
const starts = unitsOf(' \t\u00a0\u202f\u2009~∼～-–—에부내');

/** Signs that join the ends, and the first two syllables of the words that do. */
const dashes = unitsOf('~∼～-–—');
const words = [unitsOf('에부내'), unitsOf('서터지')] as const;

/** Whether what joins two ends may stand at `at`, right there or after a space. */
function mayJoin(text: string, at: number): boolean {
  if (!starts.has(text.charCodeAt(at))) return false;
  const next = skipSpace(text, at);
  return (
    dashes.has(text.charCodeAt(next)) ||
    (words[0].has(text.charCodeAt(next)) && words[1].has(text.charCodeAt(next + 1)))
  );
}

/** 12~18개월, 3만~5만 원, 70~90%, 2에서 3인치. The lower end takes the upper's scale and counter where it has none. */
export function rangeAt(text: string, low: Amount): { fields: Fields; end: number } | undefined {
  if (low.numeral.upper !== undefined || low.numeral.vague !== undefined || low.numeral.fraction !== undefined)
    return undefined;
  if (!mayJoin(text, low.end)) return undefined;
  const joint = joints.exec(text.slice(low.end, low.end + 6));
  if (joint === null) return undefined;
  const sign = joint[0].trim();
  const said = /[가-힣]/.test(sign);
  // 52%에서 78%로 is a change between two figures; 2에서 3인치 is a range.
  if (said && (low.found !== undefined || low.currency !== undefined)) return undefined;
  if (said && low.numeral.script !== 'digits') return undefined;
  // 75 -300mm; elsewhere a space on one side alone makes a minus.
  if (sign === '-' && joint[0].length === 2 && (joint[0] === '- ' || low.found !== undefined)) return undefined;
  // 13-21-3 is a record of games.
  if (sign === '-' && /^\d{1,3}-\d/.test(text.slice(low.end + 1, low.end + 6))) return undefined;
  const at = low.end + joint[0].length;
  if (digitOf(text.charCodeAt(at)) < 0 && currencyBefore(text, at) === undefined) {
    if (low.numeral.script === 'digits' || !isHangul(text.charCodeAt(at))) return undefined;
  }
  const high = amountAt(text, at);
  if (
    high === undefined ||
    high.numeral.vague !== undefined ||
    high.numeral.upper !== undefined ||
    high.numeral.fraction !== undefined
  )
    return undefined;
  if (low.found !== undefined && high.found === undefined && high.currency === undefined) return undefined;
  if (
    low.found !== undefined &&
    high.found !== undefined &&
    (low.found.counter.kind !== high.found.counter.kind || low.found.counter.unit !== high.found.counter.unit)
  )
    return undefined;
  if (said && high.found === undefined && high.numeral.scale === 0) return undefined;
  const scale = high.numeral.scale;
  const inherits =
    low.numeral.scale === 0 &&
    scale > 0 &&
    low.found === undefined &&
    low.numeral.value.replace(/\..*/, '').length <= 4;
  const found = high.found ?? low.found;
  const first = inherits ? shift(low.value, scaleOf(text, high.numeral)) : low.value;
  const min = applied(first, found);
  const max = applied(high.value, found);
  if (compare(min, max) >= 0) return undefined;
  const fields = fieldsOf(high.numeral, undefined, found, low.currency ?? high.currency);
  fields.min = min;
  fields.max = max;
  fields.hardness = 'hard';
  const precision = Math.max(low.numeral.precision ?? 0, high.numeral.precision ?? 0);
  if (precision > 0) fields.precision = precision;
  return { fields, end: high.end };
}

/** The power of ten of all units after the upper end's own digits: 8 for 3~5억, 7 for 3~5천만. */
function scaleOf(text: string, { end, scale }: Numeral): number {
  // 7~70B
  if (isLatin(text.charCodeAt(end - 1))) return scale;
  const units = /[십백천]?[만억조경]?$/.exec(text.slice(Math.max(0, end - 2), end))![0];
  return scalePower(units.charCodeAt(0)) + scalePower(units.charCodeAt(1));
}
