import type { LanguagePack } from '../languages/pack.js';
import type { Quantity } from '../model/quantity.js';
import { headerUnit } from '../quantities/header-units.js';

/** A cell as data. `quantity` where the cell is one figure and nothing else: the same in every language. */
export interface DataCell {
  readonly text: string;
  readonly quantity?: Omit<Quantity, 'text' | 'start' | 'end'>;
}

/**
 * What a column holds. `label` names the rows; `quantity` and `date` are figures alone, `term` designations of the
 * termbase alone; all else is `prose`, figures among words included (`~1.8T (MoE, 300B active)`).
 */
export interface TableColumn {
  readonly name: string;
  readonly kind: 'label' | 'quantity' | 'date' | 'term' | 'prose';
  /** The kind and unit of a column's quantities, where all have the same. */
  readonly measure?: Quantity['kind'];
  readonly unit?: string;
}

/** Dashes stand for no value in any language, and so does nothing. */
const dash = /^[-–—―]*$/;
const calendar: ReadonlySet<Quantity['kind']> = new Set(['date', 'time']);

/** What tells the content of cells apart in one language. */
export interface CellReader {
  readonly pack: Pick<LanguagePack, 'absent'>;
  /** Whether a text is a designation of the termbase and nothing else; where absent no column is one of terms. */
  readonly isTerm?: (text: string) => boolean;
}

/** The columns of a table, inferred from its header and cells. Cells without a value say nothing of their column. */
export function columnsOf(
  header: readonly DataCell[],
  rows: readonly (readonly DataCell[])[],
  { pack, isTerm = () => false }: CellReader,
): TableColumn[] {
  return header.map(({ text }, column): TableColumn => {
    const cells = rows
      .map((row) => row[column]!)
      .filter(({ text: said }) => !dash.test(said) && pack.absent?.test(said) !== true);
    const quantities = cells.flatMap(({ quantity }) => quantity ?? []);
    const name = headerUnit(text) === undefined ? text : text.replace(/\s*[([（［][^()[\]（）［］]*[)\]）］]\s*$/u, '');
    if (quantities.length === 0 || quantities.length < cells.length) {
      // The first column names the rows, by terms or not.
      if (column === 0) return { name, kind: 'label' };
      return { name, kind: cells.length > 0 && cells.every((cell) => isTerm(cell.text)) ? 'term' : 'prose' };
    }
    const same = <T>(values: readonly T[]) => (values.every((value) => value === values[0]) ? values[0] : undefined);
    const measure = same(quantities.map(({ kind }) => kind));
    const unit = same(quantities.map((quantity) => quantity.unit));
    const kind = quantities.every((quantity) => calendar.has(quantity.kind)) ? 'date' : 'quantity';
    return { name, kind, ...(measure === undefined ? {} : { measure }), ...(unit === undefined ? {} : { unit }) };
  });
}
