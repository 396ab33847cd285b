import { absolute, add, compare, type Decimal, subtract } from '../../model/decimal.js';
import type { SourceCheck, SourceFinding } from './check.js';
import type { Mention, SourceDocument } from './document.js';
import { about } from './findings.js';
import type { Figure, Grid } from './grid.js';
import { halfPlace } from './precision.js';
import type { Known } from './rates.js';
import { type Shares, sharesIn } from './shares-prose.js';
import { says } from './words.js';

/** Further from 100, a column or list gives some of many, or shares of different wholes. */
const nearMiss = '15';

/** The same, where the sentence itself says that they are of one whole, and they are more than it. */
const farMiss = '50';

/** Shares of one whole: the percentages of a column, a list or a sentence add up to 100, but for rounding. */
export const shares: SourceCheck = {
  id: 'shares',
  type: 'numbers',
  category: 'accuracy',
  source(document) {
    return [
      ...document.tables.flatMap((grid) => columns(grid, document)),
      ...lists(document),
      ...document.sentences.flatMap((sentence) => prose(sharesIn(sentence, document))),
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
    const found = weigh(figures);
    if (found === undefined) continue;
    const { key, ...sum } = found;
    // The largest firms need not be all.
    if (key === 'sum' && cues.wholes.leaders.test(grid.header(column)) && compare(sum.sum, '100') < 0) continue;
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

/** Where others may go unsaid, only more than the whole is wrong; what was only said to be about so much, hardly. */
function prose(found: Shares | undefined): SourceFinding[] {
  if (found === undefined) return [];
  const { shares: parts, all } = found;
  const sum = parts.reduce<Decimal>((sum, { quantity }) => add(sum, quantity.value!), '0');
  if (!all && compare(sum, '100') < 0) return [];
  const hedged = parts.some(({ quantity }) => quantity.approximate !== undefined);
  return told(parts, compare(sum, '100') > 0 ? farMiss : nearMiss).map((finding) =>
    hedged && finding.severity !== 'neutral' ? { ...finding, certainty: 'possible' } : finding,
  );
}

function told(mentions: readonly Mention[], limit = nearMiss): SourceFinding[] {
  const found = weigh(
    mentions.map(({ quantity }) => ({ quantity, value: quantity.value! })),
    limit,
  );
  if (found === undefined) return [];
  const { key, ...values } = found;
  const last = mentions.at(-1)!;
  return key === 'holds'
    ? [about(last.unit, last.quantity, { key: 'list-holds', severity: 'neutral', values })]
    : [about(last.unit, last.quantity, { key: 'list', severity: 'minor', values })];
}

function weigh(
  figures: readonly Known[],
  limit = nearMiss,
): { key: 'holds' | 'sum'; sum: string; parts: string } | undefined {
  const sum = figures.reduce<Decimal>((all, { value }) => add(all, value), '0');
  const slack = figures.reduce<Decimal>((all, { quantity, value }) => add(all, halfPlace(quantity, value)), '0');
  const whole = figures.every(({ value }) => /^\d+$/.test(value) && /[05]$/.test(value));
  const off = absolute(subtract('100', sum));
  const values = { sum: sum, parts: figures.map(({ quantity }) => quantity.text).join(' + ') };
  // 45, 35 and 25 are not rounded, they are wrong; 33, 33 and 33 are rounded.
  if (compare(off, whole ? '0' : slack) <= 0) return { key: 'holds', ...values };
  return compare(off, limit) <= 0 ? { key: 'sum', ...values } : undefined;
}
