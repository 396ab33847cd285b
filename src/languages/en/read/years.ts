import { isHyphen, type ReadDate, yearOf } from './date-parts.js';
import { smallNumbers } from './lexicon/numerals.js';
import { type Token, tokenAt } from './tokens.js';

/** Words before a bare number of four digits that make it a year. */
const yearly =
  /^(?:in|since|by|until|till|from|before|after|during|between|around|circa|year|of|early|late|mid|through|throughout|to|and|for|the|summer|winter|spring|autumn|fall|season|calendar|ending|ended|christmas|olympics|copyright|©|\(|than|as|late)$/;

/** Of those, the ones that do so for any year; the others only for years near ours. */
const surely = /^(?:in|since|until|till|during|circa|year|summer|winter|spring|autumn|early|late|mid|©)$/;

/** Plural nouns after which four digits count something: "2000 people", "1500 meters". */
function counts(token: Token): boolean {
  if (token.kind !== 'word' || /^[A-Z]/.test(token.text)) return false;
  if (
    /^(?:people|men|women|children|feet|percent|per|cent|kg|km|km2|m|miles|dollars|won|euros|pounds|yen|yuan|species|aircraft|sheep|fish|personnel|troops)$/.test(
      token.lower,
    )
  )
    return true;
  return (
    /[a-z]{2}s$/.test(token.lower) &&
    !/(?:ss|us|is|ous)$/.test(token.lower) &&
    !/^(?:was|has|is|as|its|this|sales|results|earnings|revenues|estimates|figures|elections|plans|prices|versus|does|days|series|levels|budgets|standards|talks|olympics|games|prizes|forecasts|guidelines|targets|floods|riots|protests|attacks|census)$/.test(
      token.lower,
    )
  );
}

/** 2026 by itself. `sure`: something else already says that it is a year. */
export function bareYear(tokens: readonly Token[], i: number, sure = false): ReadDate | undefined {
  const token = tokenAt(tokens, i);
  const year = yearOf(token);
  if (year === undefined || token.text.length !== 4) return undefined;
  const before = tokenAt(tokens, i - 1);
  const after = tokenAt(tokens, i + 1);
  // "1,990" has been read as one number; "Reiner,1990" of careless print is a year.
  const tight = before.glued && i > 0 && token.glued;
  if (tight && (before.text === ',' ? tokenAt(tokens, i - 2).kind === 'number' : /^[.:#$€£¥₩]$/.test(before.text)))
    return undefined;
  if (
    /^[#$€£¥₩+]$/.test(before.text) ||
    /^(?:no|number|room|model|page|flight|route|line|iso|rfc|about|nearly|over|roughly|approximately)$/.test(
      before.lower,
    )
  ) {
    if (!/^(?:about|nearly|over)$/.test(before.lower) || counts(after)) return undefined;
  }
  if (after.glued && (after.kind === 'word' || /^[%°/²]$/.test(after.text)) && after.lower !== 's') return undefined;
  if (after.text === ':' && after.glued && tokenAt(tokens, i + 2).kind === 'number') return undefined;
  // Later ones (RTX 2060, 2080 people) are years only where a word says so.
  const recent = year >= 1900 && year < 2051;
  const range = seasonEnd(tokens, i, year);
  if (!sure) {
    if (counts(after)) return undefined;
    if (!recent && !surely.test(before.lower) && !(yearly.test(before.lower) && year >= 1400 && !counts(after))) {
      if (range === undefined || year < 1400) return undefined;
    }
    if (!recent && after.kind === 'word' && smallNumbers.has(after.lower)) return undefined;
  }
  if (range !== undefined) return { min: String(year), max: String(range[0]), next: range[1] };
  return { value: String(year), next: i + 1 };
}

/** The second half of 2025–2026, 2025–28, 2025-26. */
function seasonEnd(tokens: readonly Token[], i: number, year: number): readonly [number, number] | undefined {
  const joint = tokenAt(tokens, i + 1);
  if (!isHyphen(joint) && joint.text !== '/') return undefined;
  const end = tokenAt(tokens, i + 2);
  if (end.kind !== 'number' || end.precision > 0 || (joint.text === '/' && !end.glued)) return undefined;
  const after = tokenAt(tokens, i + 3);
  if (
    after.glued &&
    (after.kind === 'word' || after.text === '%' || (isHyphen(after) && tokenAt(tokens, i + 4).kind === 'number'))
  )
    return undefined;
  const full = yearOf(end);
  if (full !== undefined && full - year < 1000 && joint.text !== '/') return [full, i + 3];
  if (/^\d\d$/.test(end.whole) && end.glued && joint.glued) {
    const short = Math.floor(year / 100) * 100 + Number(end.value);
    if (short > year && short - year < 60) return [short, i + 3];
  }
  return undefined;
}
