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
    /^[1-4]$/.test(one.whole) &&
    one.precision === 0 &&
    next.kind === 'word' &&
    next.glued &&
    /^[QH]$/.test(next.text)
  ) {
    code = next.text === 'Q' ? `Q${one.whole}` : Number(one.whole) < 3 ? `H${one.whole}` : undefined;
  } else if (
    quarterWords.has(one.lower) ||
    (one.kind === 'number' && /^[1-4]$/.test(one.whole) && ordinalSuffix.test(next.lower))
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
    // "the 1988 third quarter".
    const leading = yearOf(one);
    const rest = leading === undefined || !quarterWords.has(next.lower) ? undefined : quarter(tokens, i + 1);
    return rest?.value?.startsWith('XXXX') ? { value: `${leading}${rest.value.slice(4)}`, next: rest.next } : undefined;
  }
  const year = yearNear(tokens, at);
  const words = quarterWords.has(one.lower) || ordinalSuffix.test(next.lower);
  if (year === undefined) {
    if (code.startsWith('H')) return undefined;
    return { value: `XXXX-${code}`, ...(words ? { soft: true as const } : {}), next: at };
  }
  return { value: `${year[0]}-${code}`, ...(year[2] ? { unit: 'fiscal' as const } : {}), next: year[1] };
}

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
  return year === undefined || year[1] <= i + 1 ? undefined : { value: String(year[0]), unit: 'fiscal', next: year[1] };
}
