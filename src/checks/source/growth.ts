import { absolute, compare, round, subtract } from '../../model/decimal.js';
import type { Finding } from '../check.js';
import type { SourceCheck } from './check.js';
import type { Sentence, SourceDocument } from './document.js';
import { about } from './findings.js';
import type { Figure, Grid } from './grid.js';
import { halfPlace } from './precision.js';
import { changePercent, compoundRate, fits } from './rates.js';
import { contentWords, says, shared } from './words.js';

/** Years within which a rate that does not fit is looked for: a wrong number of years is the usual slip. */
const otherSpans = Array.from({ length: 20 }, (_, i) => i + 1);

/**
 * Growth against the figures that it is between: CAGR columns, year-on-year columns, "from 52% to 78%, a 50%
 * improvement", and a takeaway under its table.
 */
export const growth: SourceCheck = {
  id: 'growth',
  type: 'numbers',
  category: 'accuracy',
  source(document) {
    return [
      ...document.tables.flatMap((grid) => [...compound(grid, document), ...changes(grid, document)]),
      ...document.sentences.flatMap((sentence) => fromTo(sentence, document)),
      ...document.tables.flatMap((grid) => takeaway(grid, document)),
    ];
  },
};

/** The columns that the header gives a year, in order, without the rate's own. */
function dated(grid: Grid, rate: number): { column: number; year: number }[] {
  return Array.from({ length: grid.columns }, (_, column) => ({
    column,
    year: column === rate ? undefined : grid.year(column),
  }))
    .filter((entry): entry is { column: number; year: number } => entry.year !== undefined)
    .sort((a, b) => a.year - b.year);
}

const sameKind = (a: Figure, b: Figure) =>
  a.quantity.kind === b.quantity.kind &&
  a.quantity.unit === b.quantity.unit &&
  compare(a.value, '0') > 0 &&
  compare(b.value, '0') > 0;

function compound(grid: Grid, { cues }: SourceDocument): Finding[] {
  const out: Finding[] = [];
  for (let column = 1; column < grid.columns; column++) {
    if (!says(grid.header(column), cues.compoundGrowth)) continue;
    const ends = dated(grid, column);
    const first = ends[0];
    const last = ends.at(-1);
    if (first === undefined || last === undefined || first.year === last.year) continue;
    const years = last.year - first.year;
    for (const row of grid.rows) {
      const rate = grid.figure(row, column);
      const start = grid.figure(row, first.column);
      const end = grid.figure(row, last.column);
      if (rate?.quantity.kind !== 'percent' || start === undefined || end === undefined || !sameKind(start, end))
        continue;
      const values = {
        table: grid.number,
        row: grid.label(row),
        printed: rate.quantity.text,
        start: start.quantity.text,
        end: end.quantity.text,
        years,
        rate: compoundRate(start.value, end.value, years),
      };
      if (fits(rate, start, end, years)) {
        out.push(about(rate.unit, rate.quantity, { key: 'compound-holds', severity: 'neutral', values }));
        continue;
      }
      const other = otherSpans.find((span) => span !== years && fits(rate, start, end, span));
      const key = other === undefined ? 'compound' : 'compound-span';
      out.push(about(rate.unit, rate.quantity, { key, severity: 'major', values: { ...values, span: other ?? 0 } }));
    }
  }
  return out;
}

/** A column "change" beside exactly two dated columns. */
function changes(grid: Grid, { cues }: SourceDocument): Finding[] {
  const out: Finding[] = [];
  for (let column = 1; column < grid.columns; column++) {
    const header = grid.header(column);
    if (!says(header, cues.growth) || says(header, cues.compoundGrowth)) continue;
    const [first, last, more] = dated(grid, column);
    if (first === undefined || last === undefined || more !== undefined) continue;
    const rows = grid.rows.flatMap((row) => {
      const rate = grid.figure(row, column);
      const start = grid.figure(row, first.column);
      const end = grid.figure(row, last.column);
      if (rate?.quantity.kind !== 'percent' || start === undefined || end === undefined || !sameKind(start, end))
        return [];
      const actual = changePercent(start.value, end.value);
      // Some tables print a fall without its sign, in red.
      const near =
        compare(absolute(subtract(absolute(actual), absolute(rate.value))), halfPlace(rate.quantity, rate.value)) <= 0;
      const close = near || rounding(rate, start, end);
      return [{ row, rate, start, end, actual, holds: close }];
    });
    // Where no row agrees, the column means something else ("growth on the month").
    const some = rows.some(({ holds }) => holds);
    for (const { row, rate, start, end, actual, holds } of rows) {
      const values = {
        table: grid.number,
        row: grid.label(row),
        printed: rate.quantity.text,
        start: start.quantity.text,
        end: end.quantity.text,
        rate: actual,
      };
      if (holds) out.push(about(rate.unit, rate.quantity, { key: 'change-holds', severity: 'neutral', values }));
      else if (some) out.push(about(rate.unit, rate.quantity, { key: 'change', severity: 'major', values }));
    }
  }
  return out;
}

/** Whether the printed change lies between what the ends, each off by half a place, allow. */
function rounding(rate: Figure, start: Figure, end: Figure): boolean {
  const a = halfPlace(start.quantity, start.value);
  const b = halfPlace(end.quantity, end.value);
  const low = changePercent(sum(start.value, a), subtract(end.value, b));
  const high = changePercent(subtract(start.value, a), sum(end.value, b));
  const slack = halfPlace(rate.quantity, rate.value);
  const printed = rate.value;
  const within = (value: string) => compare(sum(value, slack), low) >= 0 && compare(subtract(value, slack), high) <= 0;
  return within(printed) || within(`-${absolute(printed)}`.replace('-0', '0'));
}

const sum = (a: string, b: string) => subtract(a, b.startsWith('-') ? b.slice(1) : `-${b}`);

/** "rose from 52% to 78%, a 50% improvement": the third figure is the change, relative or in points. */
function fromTo({ text, unit, start, mentions }: Sentence, { cues }: SourceDocument): Finding[] {
  const percents = mentions.filter(({ quantity }) => quantity.kind === 'percent' && quantity.value !== undefined);
  const points = mentions.filter(
    ({ quantity }) => quantity.kind === 'percentage-point' && quantity.value !== undefined,
  );
  const pair = percents.flatMap((a, i) => {
    const b = percents[i + 1];
    if (b === undefined) return [];
    const between = text.slice(a.quantity.end - start, b.quantity.start - start).trim();
    const before = text.slice(Math.max(0, a.quantity.start - start - 8), a.quantity.start - start).toLowerCase();
    return (/^to$/i.test(between) && /\bfrom\s+(?:\w+\s+)?$/.test(before)) || /^에서$/.test(between)
      ? [[a, b] as const]
      : [];
  })[0];
  if (pair === undefined || !says(text, cues.change)) return [];
  const [from, to] = pair;
  const rest = [...percents, ...points].filter((mention) => mention !== from && mention !== to);
  const [third] = rest;
  if (third === undefined || rest.length > 1 || compare(from.quantity.value!, '0') === 0) return [];
  const difference = absolute(subtract(to.quantity.value!, from.quantity.value!));
  const relative = absolute(changePercent(from.quantity.value!, to.quantity.value!));
  const said = absolute(third.quantity.value!);
  const slack = halfPlace(third.quantity, said);
  const equals = (value: string) => compare(absolute(subtract(value, said)), slack) <= 0;
  const values = {
    printed: third.quantity.text,
    start: from.quantity.text,
    end: to.quantity.text,
    rate: relative,
    points: difference,
  };
  const inPoints = third.quantity.kind === 'percentage-point';
  if (equals(inPoints ? difference : relative))
    return [about(unit, third.quantity, { key: 'from-to-holds', severity: 'neutral', values })];
  if (equals(inPoints ? relative : difference)) {
    return [
      about(unit, third.quantity, { key: inPoints ? 'percent-meant' : 'points-meant', severity: 'major', values }),
    ];
  }
  return [about(unit, third.quantity, { key: 'from-to', severity: 'minor', values })];
}

/** A paragraph within two blocks under a table that compares two of its rows by a percentage. */
function takeaway(grid: Grid, { sentences, cues }: SourceDocument): Finding[] {
  const out: Finding[] = [];
  for (const sentence of sentences) {
    const { unit, text, mentions } = sentence;
    if (unit.cell !== undefined || unit.block === undefined || unit.block <= grid.block || unit.block > grid.block + 2)
      continue;
    if (!says(text, cues.change)) continue;
    const rows = grid.rows.filter((row) => grid.label(row).length > 2 && text.includes(grid.label(row)));
    if (rows.length !== 2) continue;
    const words = contentWords(text, cues);
    for (const { quantity } of mentions) {
      if (quantity.kind !== 'percent' || quantity.value === undefined) continue;
      for (let column = 1; column < grid.columns; column++) {
        const a = grid.figure(rows[0]!, column);
        const b = grid.figure(rows[1]!, column);
        if (a === undefined || b === undefined || !sameKind(a, b)) continue;
        const ways = [
          [b, a],
          [a, b],
        ] as const;
        const held = ways.find(
          ([from, to]) =>
            compare(round(absolute(changePercent(from.value, to.value)), 0), absolute(quantity.value!)) === 0,
        );
        if (held === undefined || shared(words, contentWords(grid.header(column), cues)) === 0) continue;
        const [from, to] = held;
        const values = {
          table: grid.number,
          column: grid.header(column),
          printed: quantity.text,
          start: from.quantity.text,
          end: to.quantity.text,
        };
        out.push(about(unit, quantity, { key: 'takeaway-holds', severity: 'neutral', values }));
      }
    }
  }
  return out;
}
