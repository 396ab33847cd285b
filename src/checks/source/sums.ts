import { absolute, add, compare, type Decimal, multiply, subtract } from '../../model/decimal.js';
import type { Finding } from '../check.js';
import type { SourceCheck } from './check.js';
import type { Mention, Sentence, SourceDocument } from './document.js';
import { about, grouped, said } from './findings.js';
import type { Figure, Grid } from './grid.js';
import { halfPlace } from './precision.js';
import { says } from './words.js';

/** Kinds that add up. Dates, ratios and multipliers do not. */
const summable: ReadonlySet<string> = new Set(['money', 'measure', 'number', 'percent', 'duration']);

/**
 * Totals against their parts, and products against their factors: "Of the $25 billion, $10 billion …, $8 billion … and
 * $7 billion", "three regions of 150 MW each", a table's total row. What holds is reported as neutral, so that an author
 * sees what was examined.
 */
export const sums: SourceCheck = {
  id: 'sums',
  type: 'numbers',
  category: 'accuracy',
  source(document, pack) {
    return [
      ...document.sentences.flatMap((sentence) => [...parts(sentence, document), ...products(sentence, document)]),
      ...document.tables.flatMap((grid) => totals(grid)),
    ];

    /** A figure followed, in its sentence, by two or more of its kind and unit. */
    function parts(sentence: Sentence, { cues }: SourceDocument): Finding[] {
      const figures = sentence.mentions.filter(
        (m) => summable.has(m.quantity.kind) && m.quantity.value !== undefined && m.quantity.hardness === 'hard',
      );
      const groups = new Map<string, Mention[]>();
      for (const mention of figures) {
        const key = `${mention.quantity.kind} ${mention.quantity.unit ?? ''}`;
        groups.set(key, [...(groups.get(key) ?? []), mention]);
      }
      const out: Finding[] = [];
      for (const [whole, ...rest] of groups.values()) {
        if (whole === undefined || rest.length < 2 || rest.length > 12) continue;
        const total = rest.reduce<Decimal>((sum, { quantity }) => add(sum, quantity.value!), '0');
        const shown = `${rest.map(({ quantity }) => quantity.text).join(' + ')}`;
        const values = { parts: shown, sum: grouped(total), total: whole.quantity.text };
        if (compare(total, whole.quantity.value!) === 0) {
          out.push(about(sentence.unit, whole.quantity, { key: 'holds', severity: 'neutral', values }));
        } else if (isWhole(whole, sentence, cues.of) && exceeds(rest, total, whole)) {
          out.push(about(sentence.unit, whole.quantity, { key: 'parts', severity: 'major', values }));
        }
      }
      return out;
    }

    /** "Of the $25 billion …", 250억 달러 가운데 …: the sentence itself says that what follows are parts. */
    function isWhole({ quantity }: Mention, { text, start }: Sentence, of: readonly string[]): boolean {
      const before = text.slice(0, quantity.start - start);
      const after = text.slice(quantity.end - start, quantity.end - start + 6).trimStart();
      return (
        (/^\W*(?:out\s+)?of\b/i.test(before) && says(before, of)) ||
        of.some((cue) => /[가-힣]/.test(cue) && after.startsWith(cue))
      );
    }

    function exceeds(rest: readonly Mention[], total: Decimal, { quantity }: Mention): boolean {
      const slack = rest.reduce<Decimal>(
        (sum, part) => add(sum, halfPlace(part.quantity, part.quantity.value!)),
        halfPlace(quantity, quantity.value!),
      );
      return compare(subtract(total, quantity.value!), slack) > 0;
    }

    /** "three regions, … of 150 MW each": looked for as 450 MW anywhere in the article. */
    function products(sentence: Sentence, { mentions, cues }: SourceDocument): Finding[] {
      if (!says(sentence.text, cues.each)) return [];
      const out: Finding[] = [];
      for (const one of sentence.mentions) {
        const { quantity } = one;
        if ((quantity.kind !== 'measure' && quantity.kind !== 'money') || quantity.value === undefined) continue;
        const after = sentence.text.slice(quantity.end - sentence.start, quantity.end - sentence.start + 8);
        const before = sentence.text.slice(
          Math.max(0, quantity.start - sentence.start - 6),
          quantity.start - sentence.start,
        );
        if (!says(after, cues.each) && !says(before, cues.each)) continue;
        const counts = sentence.mentions.filter(
          (m) => m.quantity.kind === 'number' && /^\d{1,4}$/.test(m.quantity.value ?? '') && m.quantity.value !== '1',
        );
        for (const { quantity: count } of counts) {
          const product = multiply(count.value!, quantity.value);
          const total = mentions.find(
            (m) =>
              m.quantity.kind === quantity.kind && m.quantity.unit === quantity.unit && m.quantity.value === product,
          );
          if (total !== undefined) {
            const values = { count: count.value!, each: said(quantity, pack), total: total.quantity.text };
            out.push(about(sentence.unit, quantity, { key: 'product-holds', severity: 'neutral', values }));
          }
        }
      }
      return out;
    }
  },
};

/** A row called total, against the rows above it since the last one. */
function totals(grid: Grid): Finding[] {
  const out: Finding[] = [];
  let from = 1;
  for (const row of grid.rows) {
    if (!grid.isTotal(row)) continue;
    const above = grid.rows.filter((r) => r >= from && r < row && !grid.isTotal(r));
    for (let column = 1; column < grid.columns; column++) {
      const total = grid.figure(row, column);
      const cells = above.map((r) => grid.figure(r, column));
      if (total === undefined || cells.length < 2 || cells.some((cell) => cell === undefined)) continue;
      const finding = against(total, cells as Figure[], grid, row, column);
      if (finding !== undefined) out.push(finding);
    }
    from = row + 1;
  }
  return out;
}

function against(
  total: Figure,
  cells: readonly Figure[],
  grid: Grid,
  row: number,
  column: number,
): Finding | undefined {
  const { kind, unit } = total.quantity;
  if (!summable.has(kind) || cells.some((cell) => cell.quantity.kind !== kind || cell.quantity.unit !== unit))
    return undefined;
  const sum = cells.reduce<Decimal>((all, cell) => add(all, cell.value), '0');
  const slack = cells.reduce<Decimal>(
    (all, cell) => add(all, halfPlace(cell.quantity, cell.value)),
    halfPlace(total.quantity, total.value),
  );
  const exact = compare(sum, total.value) === 0;
  const values = {
    table: grid.number,
    row: grid.label(row),
    column: grid.header(column),
    parts: cells.map((cell) => cell.quantity.text).join(' + '),
    sum: grouped(sum),
    total: total.quantity.text,
  };
  if (exact) return about(total.unit, total.quantity, { key: 'total-holds', severity: 'neutral', values });
  const off = absolute(subtract(sum, total.value));
  // A column of rates or averages has a "total" that no one means as a sum: only a near miss or a clear overrun is told.
  if (kind === 'percent' && compare(total.value, '100') !== 0) return undefined;
  if (compare(off, slack) <= 0) return undefined;
  return about(total.unit, total.quantity, { key: 'total', severity: 'major', values });
}
