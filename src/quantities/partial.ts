import type { Quantity } from '../model/quantity.js';
import { yearOnly } from './edtf.js';
import type { Match } from './pairing.js';
import type { ReadText } from './read-text.js';

/** A date that the translation gives less of than the source. */
export interface Shortened {
  readonly match: Match;
  /** What stands right behind the shortened date where the rest should: 9월 92일, 9월 24일, 1759일. */
  readonly instead?: Quantity;
}

/**
 * Dates that were paired by what they share, and whose rest is lost: "July 1918" as 1918년, "September 29" as 9월 92일. A
 * year is often left to the context, a month beside its year is not.
 */
export function shortenedDates(matches: readonly Match[], left: readonly Quantity[]): Shortened[] {
  const out: Shortened[] = [];
  if (left.length > 200) return out;
  for (const match of matches) {
    const { source, target } = match;
    if (source.kind !== 'date' || target.kind !== 'date' || source.value === undefined || target.value === undefined)
      continue;
    if (source.value === target.value) continue;
    const [more, less] = [partCount(source.value), partCount(target.value)];
    if (less >= more) continue;
    const instead = left.find(
      ({ start, unit, kind }) =>
        start - target.end >= 0 &&
        start - target.end <= 2 &&
        (unit === 'day' || (kind === 'number' && unit === undefined)),
    );
    if (instead !== undefined) out.push({ match, instead });
    else if (yearOnly(target.value) !== undefined && !left.some(({ kind }) => kind === 'date')) out.push({ match });
  }
  return out;
}

/**
 * Ranges whose two ends the translation does not join: "four to six" as 4 6의, "between the second and fourth most spoken
 * language" as 두 번째로 많이 사용되는 언어 중 4번째로.
 */
export function brokenRanges(
  matches: readonly Match[],
  { text, spans }: Pick<ReadText, 'text' | 'spans'>,
): readonly Match[] {
  // Two figures in a row that stand for one: only a range is said so.
  if (!matches.some(({ source }, index) => source.min !== undefined && source === matches[index + 1]?.source))
    return [];
  return matches.flatMap((low, index) => {
    const high = matches[index + 1];
    if (high === undefined || low.source !== high.source || low.source.min === undefined) return [];
    const between = text.slice(low.target.end, high.target.start);
    const apart = between.trim() === '' || (between.length > 8 && spans?.joined?.test(between) === false);
    return high.target.start > low.target.end && apart
      ? [
          {
            source: low.source,
            target: {
              ...low.target,
              hardness: low.source.hardness,
              text: low.target.text + between + high.target.text,
              end: high.target.end,
            },
          },
        ]
      : [];
  });
}

/** A range that the translation makes of one figure. */
export interface EmptyRange {
  readonly match: Match;
  /** The end that the source does not have. */
  readonly twin: Quantity;
}

/** Ranges that the translation makes of one figure, from itself to itself: "around 11:00" as 11시부터 11시까지. */
export function emptyRanges(
  matches: readonly Match[],
  left: readonly Quantity[],
  { text, spans }: Pick<ReadText, 'text' | 'spans'>,
): readonly EmptyRange[] {
  if (spans === undefined || left.length === 0 || left.length > 200) return [];
  return matches.flatMap(({ source, target }) => {
    if (target.value === undefined) return [];
    const twin = left.find(
      ({ kind, value, unit }) => kind === target.kind && value === target.value && unit === target.unit,
    );
    if (twin === undefined) return [];
    const [low, high] = target.start < twin.start ? [target, twin] : [twin, target];
    if (high.start - low.end > widest || !spans.between.test(text.slice(low.end, high.start))) return [];
    if (!spans.after.test(text.slice(high.end, high.end + widest))) return [];
    return [{ match: { source, target: { ...low, text: text.slice(low.start, high.end), end: high.end } }, twin }];
  });
}

/** Longest stretch between the two ends of a range: 부터 오후. */
const widest = 16;

/** How many of year, month and day a date says. */
function partCount(edtf: string): number {
  return edtf
    .replace(/^-/, '')
    .split('-')
    .filter((part) => !/^X+$/.test(part)).length;
}
