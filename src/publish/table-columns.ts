import { headerUnit } from '../checks/header-units.js';
import type { Quantity } from '../model/quantity.js';

/** A cell as data. `quantity` where the cell is one figure and nothing else: the same in every language. */
export interface DataCell {
  readonly text: string;
  readonly quantity?: Omit<Quantity, 'text' | 'start' | 'end'>;
}

/**
 * What a column holds. `label` names the rows; `quantity` and `date` are figures alone; all else is `prose`, figures
 * among words included (`~1.8T (MoE, 300B active)`).
 */
export interface TableColumn {
  readonly name: string;
  readonly kind: 'label' | 'quantity' | 'date' | 'prose';
  /** The kind and unit of a column's quantities, where all have the same. */
  readonly measure?: Quantity['kind'];
  readonly unit?: string;
}

/** Texts that stand for no value. */
const none = /^(?:[-–—―]|n\/?a|tbd|해당 없음|미정|없음)?$/i;
const calendar: ReadonlySet<Quantity['kind']> = new Set(['date', 'time']);

/** The columns of a table, inferred from its header and cells. Cells without a value say nothing of their column. */
export function columnsOf(header: readonly DataCell[], rows: readonly (readonly DataCell[])[]): TableColumn[] {
  return header.map(({ text }, column): TableColumn => {
    const cells = rows.map((row) => row[column]!).filter((cell) => !none.test(cell.text));
    const quantities = cells.flatMap(({ quantity }) => quantity ?? []);
    const name = headerUnit(text) === undefined ? text : text.replace(/\s*[([（［][^()[\]（）［］]*[)\]）］]\s*$/u, '');
    if (quantities.length === 0 || quantities.length < cells.length)
      return { name, kind: column === 0 ? 'label' : 'prose' };
    const same = <T>(values: readonly T[]) => (values.every((value) => value === values[0]) ? values[0] : undefined);
    const measure = same(quantities.map(({ kind }) => kind));
    const unit = same(quantities.map((quantity) => quantity.unit));
    const kind = quantities.every((quantity) => calendar.has(quantity.kind)) ? 'date' : 'quantity';
    return { name, kind, ...(measure === undefined ? {} : { measure }), ...(unit === undefined ? {} : { unit }) };
  });
}
