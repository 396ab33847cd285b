import { add, type Decimal, multiply } from '../../../model/decimal.js';
import type { Said } from './amount.js';
import { type Token, tokenAt } from './tokens.js';

/** 4:06.215, 2:04:43.5: the time of a race, which no clock shows; 2:00:35 where a race is spoken of. */
export function raceTime(tokens: readonly Token[], i: number): Said | undefined {
  let sum: Decimal = '0';
  let at = i;
  for (let parts = 0; parts < 3; parts++, at += 2) {
    const part = tokenAt(tokens, at);
    if (part.kind !== 'number' || part.grouped || (parts > 0 && (part.whole.length !== 2 || Number(part.whole) > 59)))
      return undefined;
    sum = add(multiply(sum, '60'), part.value);
    if (part.precision > 0) return parts > 0 && part.precision < 4 ? seconds(sum, at + 1) : undefined;
    if (tokenAt(tokens, at + 1).text !== ':' || !tokenAt(tokens, at + 1).glued)
      return parts === 2 && nearRace(tokens, i) ? seconds(sum, at + 1) : undefined;
  }
  return undefined;
}

function seconds(value: Decimal, next: number): Said {
  return { fields: { kind: 'duration', value, unit: 'second', hardness: 'hard' }, next };
}

/** Words of races near which 2:00:35 is how long somebody took, and no time of day. */
const racing =
  /^(?:marathons?|race|races|raced|runner|runners|ran|run|finish|finished|finishing|clocked|clocking|timed?|record|records|lap|laps|runtime|stopwatch|faster|slower|best)$/;

/** Whether 2:00:35 at token `i` is how long a race took: 2시간 0분 35초, not 2시 0분 35초. */
export function nearRace(tokens: readonly Token[], i: number): boolean {
  for (let at = Math.max(0, i - 10); at < i + 12; at++) if (racing.test(tokenAt(tokens, at).lower)) return true;
  return false;
}
