import type { Quantity } from '../model/quantity.js';

/** A figure or name as it stands in a text. */
interface Written {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What is left of both sides when that which is written the same in both texts is taken out. */
export interface Remainder {
  readonly source: ReadonlySet<Written>;
  readonly target: ReadonlySet<Written>;
}

/** Shorter digits stand anywhere. */
const shortest = 3;

/**
 * Takes out what the source writes and the target writes too, character for character, where the two readers take it for
 * different things: 13-21-3, "October 12 – 15, 2021" kept in English, 1.13.1-75와. Whatever the target's reader made of that
 * place is taken out with it.
 */
export function withoutVerbatim(
  source: readonly Written[],
  text: string,
  used: readonly Written[],
  target: readonly Written[],
): Remainder {
  if (source.length === 0) return { source: new Set(), target: new Set(target) };
  const open = new Set(target);
  const left = source.filter((one) => {
    if (one.text.length < shortest || !/\d/.test(one.text)) return true;
    // 12% in 12%포인트 is part of something else.
    const isFree = (at: Place) =>
      !used.some((other) => overlaps(other, at)) &&
      !target.some((other) => overlaps(other, at) && (other.start < at.start || other.end > at.end));
    const place = placesOf(one.text, text).find(isFree);
    if (place === undefined) return true;
    for (const other of open) if (overlaps(other, place)) open.delete(other);
    return false;
  });
  return { source: new Set(left), target: open };
}

/** Whether the digits of a figure stand in the other text outside every figure read there: a code, or a gap of the reader. */
export function standsAlone({ text, value }: Quantity, other: string, all: readonly Quantity[]): boolean {
  const digits = /\d[\d.,]*\d|\d/.exec(text)?.[0];
  if (digits === undefined || value === undefined) return false;
  return placesOf(digits, other).some(
    (place) => !besideLetter(place, other) && !all.some(({ start, end }) => start <= place.start && end >= place.end),
  );
}

/** fp16, v16: the digits belong to a name. */
function besideLetter({ start, end }: Place, text: string): boolean {
  return /[A-Za-z]/.test(text[start - 1] ?? '') || /[A-Za-z]/.test(text[end] ?? '');
}

interface Place {
  readonly start: number;
  readonly end: number;
}

const overlaps = (a: Place, b: Place) => a.start < b.end && b.start < a.end;

/** Where a figure stands in a text without being part of a longer number. */
function placesOf(written: string, text: string): Place[] {
  const out: Place[] = [];
  let tries = 0;
  for (let at = text.indexOf(written); at >= 0 && tries++ < 50; at = text.indexOf(written, at + 1)) {
    const end = at + written.length;
    if (/\d$/.test(text.slice(Math.max(0, at - 1), at)) || /\d[.,]$/.test(text.slice(Math.max(0, at - 2), at)))
      continue;
    if (/^(?:\d|[.,]\d)/.test(text.slice(end, end + 2))) continue;
    out.push({ start: at, end });
  }
  return out;
}
