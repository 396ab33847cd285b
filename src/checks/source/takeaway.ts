import { absolute, compare, round, subtract } from '../../model/decimal.js';
import type { SourceFinding } from './check.js';
import { textAfter, textBefore } from './course.js';
import type { Mention, Sentence, SourceDocument } from './document.js';
import { about } from './findings.js';
import { type Figure, type Grid, sameKind } from './grid.js';
import { halfPlace } from './precision.js';
import { changePercent } from './rates.js';
import { contentWords, names, says, shared } from './words.js';

/** How much text around a percentage tells which column it is about. */
const clause = 60;

/** A paragraph within two blocks under a table that compares two of its rows by a percentage. */
export function takeaway(grid: Grid, { byBlock, cues }: SourceDocument): SourceFinding[] {
  const out: SourceFinding[] = [];
  const below = [1, 2].flatMap((distance) => byBlock.get(grid.block + distance) ?? []);
  for (const sentence of below) {
    const { unit, text, mentions } = sentence;
    if (unit.cell !== undefined || !says(text, cues.change)) continue;
    const rows = grid.rows.filter((row) => grid.label(row).length > 2 && names(text, grid.label(row)));
    const [first, second] = rows;
    if (first === undefined || second === undefined || rows.length !== 2) continue;
    const percents = mentions.filter(({ quantity: q }) => q.value !== undefined && q.kind.startsWith('percent'));
    for (const mention of percents) {
      const columns = Array.from({ length: grid.columns }, (_, column) => ({
        column,
        cells: [grid.figure(first, column), grid.figure(second, column)] as const,
        words: shared(near(mention, sentence, grid, cues), contentWords(grid.header(column), cues)),
      })).filter(({ column, words }) => column > 0 && words > 0);
      // The column whose header the words around the figure name best.
      const [best, next] = columns.sort((a, b) => b.words - a.words);
      if (best === undefined || best.words === next?.words) continue;
      const [a, b] = best.cells;
      if (a === undefined || b === undefined || !sameKind(a, b)) continue;
      const finding = judge(mention, a, b, grid, best.column, percents.length === 1);
      if (finding !== undefined) out.push(finding);
    }
  }
  return out;
}

function near(mention: Mention, sentence: Sentence, grid: Grid, cues: SourceDocument['cues']): ReadonlySet<string> {
  const around = `${textBefore(sentence, mention).slice(-clause)} ${textAfter(sentence, mention).slice(0, clause)}`;
  // A row's own name ("Success Inc.") says nothing about the column.
  return contentWords(
    grid.rows.reduce((rest, row) => rest.replaceAll(grid.label(row) || '\n', ' '), around),
    cues,
  );
}

function judge(
  { unit, quantity }: Mention,
  a: Figure,
  b: Figure,
  grid: Grid,
  column: number,
  alone: boolean,
): SourceFinding | undefined {
  const printed = absolute(quantity.value!);
  const inPoints = quantity.kind === 'percentage-point';
  if (inPoints && a.quantity.kind !== 'percent') return undefined;
  // "up to 78%": the cell itself is quoted.
  if ([a, b].some(({ value }) => compare(value, printed) === 0)) return undefined;
  const slack = halfPlace(quantity, printed);
  const ways = [
    [b, a],
    [a, b],
  ] as const;
  const changeOf = ([from, to]: readonly [Figure, Figure]) =>
    absolute(inPoints ? subtract(to.value, from.value) : changePercent(from.value, to.value, 3));
  const held = ways.find((way) => compare(absolute(subtract(changeOf(way), printed)), slack) <= 0);
  const [from, to] = held ?? (compare(a.value, b.value) > 0 ? ways[0] : ways[1]);
  const values = {
    table: grid.number,
    column: grid.header(column),
    printed: quantity.text,
    start: from.quantity.text,
    end: to.quantity.text,
    rate: inPoints ? `${changeOf([from, to])}` : `${round(changeOf([from, to]), 1)}`,
  };
  if (held !== undefined) return about(unit, quantity, { key: 'takeaway-holds', severity: 'neutral', values });
  if (!alone || quantity.approximate !== undefined) return undefined;
  return about(unit, quantity, { key: inPoints ? 'takeaway-points' : 'takeaway', severity: 'minor', values });
}
