import type { Cues } from '../../languages/cues.js';
import type { SourceFinding } from './check.js';
import { textAfter, textBefore } from './course.js';
import type { Mention, Sentence, SourceDocument } from './document.js';
import { about } from './findings.js';
import type { Grid } from './grid.js';
import { says } from './words.js';

/** EDTF of one precision sorts as text; "199X", quarters and seasons are left alone. */
const comparable = /^\d{4}(?:-\d\d){0,2}$/;

/** Whether the first date is after the second, both cut to the coarser of the two. */
export function isAfter(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || !comparable.test(a) || !comparable.test(b)) return false;
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

/** 2028–2024, read as one range. */
export function reversedRanges({ unit, mentions }: Sentence): SourceFinding[] {
  return mentions.flatMap(({ quantity }) => {
    const { kind, min, max } = quantity;
    if (kind !== 'date' || min === undefined || max === undefined || min.length !== max.length) return [];
    if (!isAfter(min, max)) return [];
    const values = { range: quantity.text, start: min, end: max };
    return [about(unit, quantity, { key: 'reversed', severity: 'major', values })];
  });
}

/** Beyond this many characters two dates are of two things; and no pattern walks a long text. */
const reach = 80;

/** Two dates of one stretch of time: between which something lasts (`span`), or on which it begins and ends (`runs`). */
export interface Stretch {
  readonly from: Mention;
  readonly to: Mention;
  readonly by: 'span' | 'runs';
}

/** The stretches that a sentence gives by their two dates: "from May 2024 to March 2025", "begins in May and ends in June". */
export function stretchesOf(sentence: Sentence, { cues }: SourceDocument): readonly Stretch[] {
  const { text, start, mentions } = sentence;
  return mentions.flatMap((from, i): Stretch[] => {
    const to = mentions[i + 1];
    if (to === undefined || from.quantity.kind !== 'date' || to.quantity.kind !== 'date') return [];
    const between = text.slice(from.quantity.end - start, to.quantity.start - start);
    const fits = (course: Cues['span']) =>
      between.length <= reach &&
      course.between.test(between) &&
      course.before?.test(textBefore(sentence, from)) !== false &&
      course.after?.test(textAfter(sentence, to)) !== false;
    if (fits(cues.runs)) return [{ from, to, by: 'runs' }];
    return fits(cues.span) ? [{ from, to, by: 'span' }] : [];
  });
}

/**
 * "from May 2024 to March 2023": a launch may also be moved from a later month to an earlier one, so likely only. "Starts
 * in May 2028 and finishes in December 2027", 2028년 5월에 시작해 2027년 12월에 끝난다: certain, where one thing does both.
 */
export function reversedSpans(sentence: Sentence, document: SourceDocument): SourceFinding[] {
  const { unit, text, start } = sentence;
  return stretchesOf(sentence, document).flatMap(({ from: a, to: b, by }) => {
    const isWhole = isAfter(a.quantity.value, b.quantity.value);
    if (!isWhole && !isAfterInYear(a.quantity.value, b.quantity.value)) return [];
    if (by === 'runs' && isWhole) {
      const values = { start: a.quantity.text, end: b.quantity.text };
      return [about(unit, b.quantity, { key: 'ends-first', severity: 'major', values })];
    }
    if (document.cues.moved.test(text)) return [];
    const values = {
      range: text.slice(a.quantity.start - start, b.quantity.end - start),
      start: a.quantity.text,
      end: b.quantity.text,
    };
    const finding = about(unit, b.quantity, { key: 'reversed', severity: 'minor', values });
    return [isWhole ? finding : { ...finding, certainty: 'possible' }];
  });
}

const inYear = /^(?:\d{4}|XXXX)-(\d\d)-(\d\d)$/;

/** The most days between two dates of which the second, in the next year, would hardly be meant: 6월 3일부터 5월 28일까지. */
const closest = 90;

/**
 * Whether of two days of which one has no year the first comes shortly after the second: 1 December to 28 February runs
 * into the next year, 5 May to 3 April 2026 does not.
 */
function isAfterInYear(a: string | undefined, b: string | undefined): boolean {
  const [first, second] = [inYear.exec(a ?? ''), inYear.exec(b ?? '')];
  if (first === null || second === null || !(a!.startsWith('X') || b!.startsWith('X'))) return false;
  const dayOf = ([, month, day]: RegExpExecArray) => 30 * Number(month) + Number(day);
  const apart = dayOf(first) - dayOf(second);
  return apart > 0 && apart <= closest;
}

/** Columns "Start" and "End" of a table. */
export function reversedColumns(grid: Grid, { cues }: SourceDocument): SourceFinding[] {
  const columns = Array.from({ length: grid.columns }, (_, column) => column);
  const [begin, ...begins] = columns.filter((column) => says(grid.header(column), cues.begins));
  const [end, ...ends] = columns.filter((column) => says(grid.header(column), cues.ends));
  if (begin === undefined || end === undefined || begin === end || begins.length > 0 || ends.length > 0) return [];
  return grid.rows.flatMap((row) => {
    const [a, b] = [grid.date(row, begin), grid.date(row, end)];
    if (a === undefined || b === undefined || !isAfter(a.value, b.value)) return [];
    const values = { table: grid.number, row: grid.label(row), start: a.quantity.text, end: b.quantity.text };
    return [about(b.unit, b.quantity, { key: 'row', severity: 'major', values })];
  });
}

/** How many dates make a timeline, and how many a table of something else. */
const fewest = 5;
const most = 60;

/** A list or a table's first column of dates that run one way, but for one. */
export function timelines(document: SourceDocument): SourceFinding[] {
  const first = new Map<number, Mention>();
  for (const { mentions, unit } of document.sentences) {
    const [mention] = mentions;
    if (unit.block === undefined || first.has(unit.block) || mention?.quantity.kind !== 'date') continue;
    // "2024: …", "**May 2024** – …": the date opens its item.
    if (mention.quantity.start < 4) first.set(unit.block, mention);
  }
  const lists = document.lists.map(({ items }) =>
    items.map(({ blocks }) => [...blocks].map((block) => first.get(block)).find((one) => one !== undefined)),
  );
  const tables = document.tables.map((grid) => grid.rows.map((row) => grid.date(row, 0)));
  return [...lists, ...tables].flatMap((dates) => {
    if (dates.length < fewest || dates.length > most || dates.some((date) => date === undefined)) return [];
    return outOfPlace(dates as readonly Pick<Mention, 'unit' | 'quantity'>[]);
  });
}

/** The one date without which the others run one way; nothing where there is none, or more than one would do. */
function outOfPlace(dates: readonly Pick<Mention, 'unit' | 'quantity'>[]): SourceFinding[] {
  const values = dates.map(({ quantity }) => quantity.value);
  if (values.some((value) => value === undefined || !comparable.test(value))) return [];
  const runs = (sign: 1 | -1, without: number) => {
    const rest = values.filter((_, i) => i !== without);
    return rest.every(
      (value, i) => i === 0 || (sign > 0 ? !isAfter(rest[i - 1], value) : !isAfter(value, rest[i - 1])),
    );
  };
  for (const sign of [1, -1] as const) {
    if (runs(sign, -1)) return [];
  }
  for (const sign of [1, -1] as const) {
    // Two neighbours swapped: either could move, and the later one is told.
    const odd = values.findLastIndex((_, i) => runs(sign, i));
    const previous = dates[odd - 1];
    const date = dates[odd];
    if (date === undefined) continue;
    const shown = { date: date.quantity.text, previous: previous?.quantity.text ?? dates[odd + 1]!.quantity.text };
    return [about(date.unit, date.quantity, { key: 'order', severity: 'minor', values: shown })];
  }
  return [];
}
