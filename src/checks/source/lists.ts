import type { Article, Unit } from '../../model/article.js';

/** A list's item: its own block and all below it. */
export interface Item {
  readonly block: number;
  readonly blocks: ReadonlySet<number>;
}

/** A list with the paragraph or heading right before it. */
export interface List {
  readonly block: number;
  readonly ordered: boolean;
  /** The unit that stands right before the list at its own level. */
  readonly lead?: Unit;
  readonly items: readonly Item[];
}

/** The lists of an article in document order, with their direct items. Linear in the number of blocks. */
export function listsOf({ blocks, units }: Article): readonly List[] {
  const unitOf = new Map<number, Unit>();
  for (const unit of units) if (unit.block !== undefined && unit.within === undefined) unitOf.set(unit.block, unit);
  const items = new Map<number, { block: number; blocks: Set<number> }[]>();
  const itemOf = new Map<number, Set<number>>();
  const before = new Map<number, number>();
  const last = new Map<number, number>();
  blocks.forEach(({ kind, parent = -1 }, at) => {
    const previous = last.get(parent);
    if (previous !== undefined) before.set(at, previous);
    last.set(parent, at);
    if (kind === 'list') items.set(at, []);
    if (kind === 'list-item') {
      const own = { block: at, blocks: new Set([at]) };
      items.get(parent)?.push(own);
      itemOf.set(at, own.blocks);
    } else {
      const inherited = itemOf.get(parent);
      if (inherited !== undefined) {
        inherited.add(at);
        itemOf.set(at, inherited);
      }
    }
  });
  return [...items].map(([block, own]) => {
    const lead = unitOf.get(before.get(block) ?? -1);
    return {
      block,
      ordered: blocks[block]!.ordered === true,
      items: own,
      ...(lead === undefined ? {} : { lead }),
    };
  });
}
