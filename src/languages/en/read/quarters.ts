import { isHyphen, ordinalSuffix, type ReadDate, yearOf } from './date-parts.js';
import { type Token, tokenAt } from './tokens.js';

const quarterWords = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['final', 4],
]);

/** Q3 2027, 3Q27, Q1, the first quarter of 2027, first half of 2026, H1 2026, 1H26. */
export function quarter(tokens: readonly Token[], i: number): ReadDate | undefined {
  const one = tokenAt(tokens, i);
  const next = tokenAt(tokens, i + 1);
  let code: string | undefined;
  let at = i + 2;
  if (
    one.kind === 'word' &&
    /^[QH]$/.test(one.text) &&
    next.kind === 'number' &&
    next.glued &&
    /^[1-4]$/.test(next.whole)
  ) {
    code = one.text === 'Q' ? `Q${next.whole}` : Number(next.whole) < 3 ? `H${next.whole}` : undefined;
    if (tokenAt(tokens, i + 2).kind === 'word' && tokenAt(tokens, i + 2).glued) return undefined;
  } else if (
    one.kind === 'number' &&
    next.kind === 'word' &&
    next.glued &&
    one.precision === 0 &&
    /^[1-4]$/.test(one.whole) &&
    /^[QH]$/.test(next.text)
  ) {
    code = next.text === 'Q' ? `Q${one.whole}` : Number(one.whole) < 3 ? `H${one.whole}` : undefined;
  } else if (
    quarterWords.has(one.lower) ||
    (one.kind === 'number' && next.lower.length === 2 && /^[1-4]$/.test(one.whole) && ordinalSuffix.test(next.lower))
  ) {
    const n = quarterWords.get(one.lower) ?? Number(one.whole);
    const span = one.kind === 'number' ? i + 2 : i + 1;
    const hyphen = isHyphen(tokenAt(tokens, span)) ? 1 : 0;
    const noun = tokenAt(tokens, span + hyphen).lower;
    // "the second half" of a match has no year; a quarter needs none, since nothing else is called so in the news.
    if (noun === 'quarter') code = `Q${n}`;
    else if (noun === 'half' && n <= 2) code = `H${n}`;
    at = span + hyphen + 1;
  }
  if (code === undefined) {
    // "the 1988 third quarter", "2026 H1", "2026 Q3".
    const leading = yearOf(one);
    if (leading === undefined) return undefined;
    if (next.text === 'Q' || next.text === 'H') {
      const part = `${next.text}${tokenAt(tokens, i + 2).text}`;
      const alone = tokenAt(tokens, i + 2).glued && !tokenAt(tokens, i + 3).glued;
      return alone && /^(?:Q[1-4]|H[12])$/.test(part) ? { value: `${leading}-${part}`, next: i + 3 } : undefined;
    }
    const rest = quarterWords.has(next.lower) ? quarter(tokens, i + 1) : undefined;
    return rest?.value?.startsWith('XXXX') ? { value: `${leading}${rest.value.slice(4)}`, next: rest.next } : undefined;
  }
  const year = yearNear(tokens, at);
  const words = quarterWords.has(one.lower) || ordinalSuffix.test(next.lower);
  if (year === undefined) {
    if (code.startsWith('H') && !ofYear(tokens, at)) return undefined;
    return { value: `XXXX-${code}`, ...(words ? { soft: true as const } : {}), next: at };
  }
  return { value: `${year[0]}-${code}`, ...(year[2] ? { unit: 'fiscal' as const } : {}), next: year[1] };
}

/** "first-half profit", "the second half of this year": a half of a year, and not of a match. */
function ofYear(tokens: readonly Token[], at: number): boolean {
  if (accounts.test(tokenAt(tokens, at).lower)) return true;
  const of = /^(?:of|in)$/.test(tokenAt(tokens, at).lower) ? 1 : 0;
  const which = tokenAt(tokens, at + of).lower;
  return /^(?:the|this|last|next)$/.test(which) && tokenAt(tokens, at + of + 1).lower === 'year';
}

const accounts =
  /^(?:profits?|earnings|results|sales|revenues?|loss|losses|income|net|operating|gdp|growth|exports|imports|shipments|deliveries|turnover|guidance|figures)$/;

/** `2027`, `of 2027`, `'27`, `27` glued, `FY2027`, `of fiscal 2027`. */
function yearNear(tokens: readonly Token[], i: number): readonly [number, number, boolean] | undefined {
  let at = i;
  if (tokenAt(tokens, at).text === ',' || isHyphen(tokenAt(tokens, at)) || tokenAt(tokens, at).text === '/') at++;
  if (/^(?:of|in)$/.test(tokenAt(tokens, at).lower)) at++;
  if (tokenAt(tokens, at).lower === 'the' && /^(?:fiscal|financial)$/.test(tokenAt(tokens, at + 1).lower)) at++;
  let isFiscal = false;
  while (/^(?:fiscal|financial|year|fy)$/.test(tokenAt(tokens, at).lower) && at < i + 6) {
    isFiscal = true;
    at++;
  }
  const token = tokenAt(tokens, at);
  const year = yearOf(token);
  if (year !== undefined) return [year, at + 1, isFiscal];
  if (/^['’]$/.test(token.text) && /^\d\d$/.test(tokenAt(tokens, at + 1).whole))
    return [2000 + Number(tokenAt(tokens, at + 1).value), at + 2, isFiscal];
  if (token.kind === 'number' && (token.glued || isFiscal) && /^\d\d$/.test(token.whole) && token.precision === 0)
    return [2000 + Number(token.value), at + 1, isFiscal];
  return undefined;
}

export function fiscal(tokens: readonly Token[], i: number): ReadDate | undefined {
  const one = tokenAt(tokens, i);
  if (one.text !== 'FY' && one.lower !== 'fiscal' && one.lower !== 'financial') return undefined;
  const year = yearNear(tokens, i);
  if (year === undefined || year[1] <= i + 1) return undefined;
  const [from, next] = year;
  const [joint, end] = [tokenAt(tokens, next), tokenAt(tokens, next + 1)];
  // FY2026/27, FY2026-27.
  const last = /^(?:\d\d)?\d\d$/.test(end.text) ? from - (from % 100) + (Number(end.value) % 100) : 0;
  if ((joint.text === '/' || isHyphen(joint)) && joint.glued && end.glued && last > from)
    return { min: String(from), max: String(last), unit: 'fiscal', next: next + 2 };
  return { value: String(from), unit: 'fiscal', next };
}
