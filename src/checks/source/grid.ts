import type { Cues } from '../../languages/cues.js';
import type { LanguagePack } from '../../languages/pack.js';
import type { ArticleTable } from '../../markdown/tables.js';
import type { Article, Unit } from '../../model/article.js';
import { compare, type Decimal } from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';

/** A cell that holds one figure. */
export interface Figure {
  readonly unit: Unit;
  readonly quantity: Quantity;
  readonly value: Decimal;
}

/** Whether two figures can be the ends of one change: one kind, one unit, both above zero. */
export function sameKind(a: Pick<Figure, 'quantity' | 'value'>, b: Pick<Figure, 'quantity' | 'value'>): boolean {
  return (
    a.quantity.kind === b.quantity.kind &&
    a.quantity.unit === b.quantity.unit &&
    compare(a.value, '0') > 0 &&
    compare(b.value, '0') > 0
  );
}

/** A table as data: what its header says of a column, and the figure of each cell that has exactly one. */
export interface Grid {
  /** Counted from 1, as people do. */
  readonly number: number;
  readonly block: number;
  readonly columns: number;
  /** Rows below the header: their indexes in the table, from 1. */
  readonly rows: readonly number[];
  header(column: number): string;
  label(row: number): string;
  figure(row: number, column: number): Figure | undefined;
  /** A cell that is a percentage: `32%`, or `32` under a header that carries the sign. */
  percent(row: number, column: number): Figure | undefined;
  /** A cell that is one date. */
  date(row: number, column: number): Figure | undefined;
  /** The year that the header gives a column ("2028 projected value"). */
  year(column: number): number | undefined;
  /** Whether the row sums up those above it. */
  isTotal(row: number): boolean;
  /** Whether its label says nothing but that ("Total", 합계), so that no row above is left out. */
  isBareTotal(row: number): boolean;
}

/** Makes a grid of a table. Cells are read once, when first asked for. */
export function gridOf({ index, block, table }: ArticleTable, article: Article, pack: LanguagePack, cues: Cues): Grid {
  const cellText = (row: number, column: number) => table.rows[row]?.[column]?.text ?? '';
  const known = new Map<string, Figure | undefined>();
  const read = (row: number, column: number): Figure | undefined => {
    const unit = article.units[table.rows[row]?.[column]?.unit ?? -1];
    if (unit === undefined) return undefined;
    const figures = pack.figures.read(unit.text).quantities.filter((q) => q.kind !== 'date' || q.hardness === 'hard');
    const [quantity] = figures;
    // "~1.8T (MoE, 300B active)" has two: which one a sum would mean is not known.
    if (figures.length !== 1 || quantity?.value === undefined || quantity.kind === 'date') return undefined;
    return { unit, quantity, value: quantity.value };
  };
  const figure = (row: number, column: number) => {
    const key = `${row}:${column}`;
    if (!known.has(key)) known.set(key, read(row, column));
    return known.get(key);
  };
  return {
    number: index + 1,
    block,
    columns: table.rows.reduce((most, row) => Math.max(most, row.length), 0),
    rows: table.rows.slice(1).map((_, i) => i + 1),
    header: (column) => cellText(0, column),
    label: (row) => cellText(row, 0),
    figure,
    date: (row, column) => {
      const unit = article.units[table.rows[row]?.[column]?.unit ?? -1];
      const [quantity, more] = unit === undefined ? [] : pack.figures.read(unit.text).quantities;
      if (unit === undefined || quantity?.kind !== 'date' || quantity.value === undefined || more !== undefined)
        return undefined;
      return { unit, quantity, value: quantity.value };
    },
    percent: (row, column) => {
      const cell = figure(row, column);
      const { kind, unit } = cell?.quantity ?? {};
      const carried = kind === 'number' && unit === undefined && /[%％]|퍼센트|percent/i.test(cellText(0, column));
      return kind === 'percent' || carried ? cell : undefined;
    },
    year: (column) => {
      const years = pack.figures.read(cellText(0, column)).quantities.filter((q) => q.kind === 'date');
      const match = years.length === 1 ? /^(\d{4})(?:-|$)/.exec(years[0]?.value ?? '') : null;
      return match === null ? undefined : Number(match[1]);
    },
    isTotal: (row) => cellText(row, 0).length < 40 && beginsAsTotal(cellText(row, 0), cues),
    isBareTotal: (row) => isBare(cellText(row, 0), cues),
  };
}

/** `**Total** (KRW bn)` is bare; 전체 새로고침 (a full reload) is no total at all. */
function isBare(label: string, { total }: Cues): boolean {
  const plain = label
    .replace(/[(（][^)）]*[)）]/g, '')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .toLowerCase();
  return total.includes(plain);
}

/** "Total assets", 자산총계, 국방비 합계: the word stands first in English, last in Korean. */
function beginsAsTotal(label: string, cues: Cues): boolean {
  if (isBare(label, cues)) return true;
  const plain = label
    .replace(/[(（][^)）]*[)）]/g, '')
    .trim()
    .toLowerCase();
  return cues.total.some((cue) =>
    /[가-힣]/.test(cue)
      ? cue.length > 1 && plain.endsWith(` ${cue}`) && cue.endsWith('계')
      : plain.startsWith(`${cue} `),
  );
}
