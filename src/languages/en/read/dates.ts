import { dayAt, isHyphen, type ReadDate, two } from './date-parts.js';
import { century, decade, eraYear, partWords } from './eras.js';
import { weekdays } from './lexicon/calendar.js';
import { dayMonth, monthDate, numeric } from './month-dates.js';
import { fiscal, quarter } from './quarters.js';
import { isCapital, type Token, tokenAt } from './tokens.js';
import { bareYear } from './years.js';

/** Every form of date that begins at token `i`. Tried in order; the first that fits is taken. */
export function readDate(tokens: readonly Token[], i: number): ReadDate | undefined {
  const token = tokenAt(tokens, i);
  const weekday = token.kind === 'word' && isCapital(token) ? weekdays.get(token.lower) : undefined;
  if (weekday !== undefined) {
    let at = i + 1;
    if (tokenAt(tokens, at).text === '.') at++;
    if (tokenAt(tokens, at).text === ',') at++;
    if (tokenAt(tokens, at).lower === 'the') at++;
    const date =
      monthDate(tokens, at) ?? dayMonth(tokens, at) ?? numeric(tokens, at) ?? monthless(tokens, at, at > i + 1);
    return date === undefined ? undefined : { ...date, weekday };
  }
  return (
    quarter(tokens, i) ??
    fiscal(tokens, i) ??
    parts(tokens, i) ??
    monthDate(tokens, i) ??
    dayMonth(tokens, i) ??
    numeric(tokens, i) ??
    decade(tokens, i) ??
    century(tokens, i) ??
    eraYear(tokens, i) ??
    bareYear(tokens, i)
  );
}

/** "Friday, the 13th", "Tuesday the 5th": a day of a month that is not named, and no thirteenth Friday. */
function monthless(tokens: readonly Token[], at: number, apart: boolean): ReadDate | undefined {
  const day = apart && tokenAt(tokens, at - 1).lower === 'the' ? dayAt(tokens, at) : undefined;
  if (day === undefined || day[0] > 31 || day[1] !== at + 2 || tokenAt(tokens, day[1]).kind === 'word')
    return undefined;
  return { value: `XXXX-XX-${two(day[0])}`, next: day[1] };
}

/** mid-1990s, early 2027, late April, the mid-2020s. */
function parts(tokens: readonly Token[], i: number): ReadDate | undefined {
  const part = partWords.get(tokenAt(tokens, i).lower);
  if (part === undefined) return undefined;
  let at = i + 1;
  if (isHyphen(tokenAt(tokens, at))) at++;
  if (tokenAt(tokens, at).lower === 'of') at++;
  if (tokenAt(tokens, at).lower === 'the') at++;
  const date = decade(tokens, at) ?? century(tokens, at) ?? monthDate(tokens, at) ?? bareYear(tokens, at, true);
  return date === undefined ? undefined : { ...date, part };
}
