/** A date of EDTF (ISO 8601-2) in parts; `undefined` where the text leaves it open (X). */
interface Parts {
  readonly year?: string;
  readonly rest?: string;
  readonly day?: string;
}

function partsOf(edtf: string): Parts {
  const [first, rest, day] = edtf.replace(/^-/, '').split('-');
  const year = edtf.startsWith('-') ? `-${first}` : first;
  const known = (part: string | undefined) =>
    part === undefined || part === 'XX' || part === 'XXXX' ? undefined : part;
  const parts: { year?: string; rest?: string; day?: string } = {};
  const [y, r, d] = [known(year), known(rest), known(day)];
  if (y !== undefined) parts.year = y;
  if (r !== undefined) parts.rest = r;
  if (d !== undefined) parts.day = d;
  return parts;
}

/**
 * Whether two dates can be one: what both say agrees. A translation may add the year or leave it to the context, but a
 * decade (199X) is no year (1990), and no part that both give may differ.
 */
export function datesAgree(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [partsOf(a), partsOf(b)];
  const fields = ['year', 'rest', 'day'] as const;
  let common = 0;
  for (const field of fields) {
    if (x[field] === undefined || y[field] === undefined) continue;
    if (x[field] !== y[field]) return false;
    common++;
  }
  // A month may be added to a day and a year to a month, but something must be said by both.
  return common > 0;
}

/** Whether one date says everything that the other does. */
export function dateCovers(a: string, b: string): boolean {
  const [x, y] = [partsOf(a), partsOf(b)];
  return (['year', 'rest', 'day'] as const).every((field) => y[field] === undefined || x[field] === y[field]);
}

/** The day of the month where that is all a date says ("the 5th", 5일). */
export function dayOnly(edtf: string): string | undefined {
  return /^XXXX-XX-(\d\d)$/.exec(edtf)?.[1];
}

/** The year where that is all a date says. */
export function yearOnly(edtf: string): string | undefined {
  return /^\d{4}$/.test(edtf) ? edtf : undefined;
}
