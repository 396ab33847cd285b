/** Where the parts of a Markdown link or image stand in its source. All functions read each character once. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The offset after the `]` that closes the label whose content starts at `at`, less one; -1 when there is none. */
export function labelEnd(source: string, at: number, limit: number): number {
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const c = source.charAt(i);
    if (c === '\\') i++;
    else if (c === '[') depth++;
    else if (c === ']' && depth-- === 0) return i;
  }
  return -1;
}

const space = /\s/;
const closers: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' };

function skipSpace(source: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && space.test(source.charAt(i))) i++;
  return i;
}

/** The end of a destination that starts at `at`: `<…>` or without spaces. */
function destinationEnd(source: string, at: number, limit: number): number {
  const bracketed = source.charAt(at) === '<';
  for (let i = at; i < limit; i++) {
    const c = source.charAt(i);
    if (c === '\\') i++;
    else if (bracketed ? c === '>' : space.test(c)) return bracketed ? i + 1 : i;
  }
  return limit;
}

/**
 * Where the title's content stands in `destination "title"` between `at` and `limit` (`limit` is before the `)` of a
 * link, or the end of a definition); `undefined` without one. `quote` is the character that closes it.
 */
export function titleSpan(source: string, at: number, limit: number): (Span & { readonly quote: string }) | undefined {
  const destination = skipSpace(source, at, limit);
  const opening = skipSpace(source, destinationEnd(source, destination, limit), limit);
  const quote = closers[source.charAt(opening)];
  if (quote === undefined || opening >= limit) return undefined;
  let end = limit - 1;
  while (end > opening && space.test(source.charAt(end))) end--;
  return end > opening && source.charAt(end) === quote ? { start: opening + 1, end, quote } : undefined;
}

/**
 * A bare address swallows the Korean that follows it (`https://example.com을`): its length without that. Hangul right
 * after a letter or digit is no part of an address; after `/` it is unless it is only a particle.
 */
export function bareAddressLength(address: string): number {
  const glued = /[)\]'"]?(?<=[A-Za-z0-9)\]'"])[가-힣]/.exec(address);
  if (glued !== null) return glued.index;
  const particle = /[/#?=](?:[은는이가을를의에도와과로]|에서|으로|까지|부터|에는|에도|처럼|보다)$/.exec(address);
  return particle === null ? address.length : particle.index + 1;
}
