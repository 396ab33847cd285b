import { absolute, add, compare, type Decimal, subtract } from '../../model/decimal.js';
import type { SourceCheck, SourceFinding } from './check.js';
import type { Mention, SourceDocument } from './document.js';
import { about } from './findings.js';
import type { Figure, Grid } from './grid.js';
import { halfPlace } from './precision.js';
import type { Known } from './rates.js';
import { says } from './words.js';

/** Further from 100, a column or list gives some of many, or shares of different wholes. */
const nearMiss = '15';

/** Shares of one whole: the percentages of a column, a list or a sentence add up to 100, but for rounding. */
export const shares: SourceCheck = {
  id: 'shares',
  type: 'numbers',
  category: 'accuracy',
  source(document) {
    return [
      ...document.tables.flatMap((grid) => columns(grid, document)),
      ...lists(document),
      ...document.sentences.flatMap((sentence) => split(sentence.mentions, sentence, document)),
    ];
  },
};

function columns(grid: Grid, { cues }: SourceDocument): SourceFinding[] {
  const out: SourceFinding[] = [];
  for (let column = 1; column < grid.columns; column++) {
    if (!says(grid.header(column), cues.share)) continue;
    const rows = grid.rows.filter((row) => !grid.isTotal(row));
    const cells = rows.map((row) => grid.percent(row, column));
    if (cells.length < 3 || cells.some((cell) => cell === undefined)) continue;
    const figures = cells as Figure[];
    const { key, ...sum } = weigh(figures) ?? {};
    if (key === undefined) continue;
    const last = figures.at(-1)!;
    const values = { table: grid.number, column: grid.header(column), ...sum };
    // A total row that prints 100% is held against its parts as every total is.
    if (key === 'sum' && grid.rows.some((row) => grid.isTotal(row) && grid.percent(row, column) !== undefined))
      continue;
    out.push(about(last.unit, last.quantity, { key, severity: key === 'holds' ? 'neutral' : 'minor', values }));
  }
  return out;
}

/** A list under "share of …:" whose every item holds one percentage. */
function lists(document: SourceDocument): SourceFinding[] {
  return document.lists.flatMap(({ lead, items }) => {
    if (lead === undefined || items.length < 3) return [];
    const text = lead.text.slice(-120);
    if (!says(text, document.cues.share) && !says(text, document.cues.divided)) return [];
    const figures = items.map((item) => {
      const found = [...item.blocks]
        .flatMap((block) => document.byBlock.get(block) ?? [])
        .flatMap(({ mentions }) => mentions.filter(({ quantity }) => quantity.kind === 'percent'));
      return found.length === 1 ? found[0] : undefined;
    });
    if (!figures.every((one): one is Mention => one?.quantity.value !== undefined)) return [];
    return told(figures);
  });
}

/** "is split 40%, 35% and 30%": three or more percentages after a word that divides a whole. */
function split(
  mentions: readonly Mention[],
  { text, start, unit }: { text: string; start: number; unit: Mention['unit'] },
  { cues }: SourceDocument,
) {
  const percents = mentions.filter(({ quantity: q }) => q.kind === 'percent' && q.value !== undefined);
  const [first] = percents;
  if (unit.cell !== undefined || first === undefined || percents.length < 3 || percents.length > 12) return [];
  if (says(text, cues.change)) return [];
  const before = text.slice(0, first.quantity.start - start);
  const after = text.slice(percents.at(-1)!.quantity.end - start);
  return says(before, cues.divided) || says(after, cues.divided) ? told(percents) : [];
}

function told(mentions: readonly Mention[]): SourceFinding[] {
  const found = weigh(mentions.map(({ quantity }) => ({ quantity, value: quantity.value! })));
  if (found === undefined) return [];
  const { key, ...values } = found;
  const last = mentions.at(-1)!;
  return key === 'holds'
    ? [about(last.unit, last.quantity, { key: 'list-holds', severity: 'neutral', values })]
    : [about(last.unit, last.quantity, { key: 'list', severity: 'minor', values })];
}

function weigh(figures: readonly Known[]): { key: 'holds' | 'sum'; sum: string; parts: string } | undefined {
  const sum = figures.reduce<Decimal>((all, { value }) => add(all, value), '0');
  const slack = figures.reduce<Decimal>((all, { quantity, value }) => add(all, halfPlace(quantity, value)), '0');
  const whole = figures.every(({ value }) => /^\d+$/.test(value) && /[05]$/.test(value));
  const off = absolute(subtract('100', sum));
  const values = { sum: sum, parts: figures.map(({ quantity }) => quantity.text).join(' + ') };
  // 45, 35 and 25 are not rounded, they are wrong; 33, 33 and 33 are rounded.
  if (compare(off, whole ? '0' : slack) <= 0) return { key: 'holds', ...values };
  return compare(off, nearMiss) <= 0 ? { key: 'sum', ...values } : undefined;
}
