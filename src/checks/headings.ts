import type { Article, Block, Unit } from '../model/article.js';
import { alignSequences } from './align.js';
import type { Check, Finding } from './check.js';
import { type Features, featuresOf, likeness, proportion } from './features.js';

interface Heading {
  readonly block: Block;
  readonly unit: Unit | undefined;
  readonly features: Features;
  /** How far through the article it stands, 0 to 1: what pairs two headings that share no word. */
  readonly place: number;
}

/** The same headings at the same levels in the same order. */
export const headings: Check = {
  id: 'headings',
  type: 'markup',
  category: 'design-and-markup',
  article({ source, target }) {
    const out: Finding[] = [];
    for (const [a, b] of alignSequences(headingsOf(source), headingsOf(target), scoreOf)) {
      if (a !== null && b !== null) {
        if (a.block.level === b.block.level) continue;
        const values = { heading: b.unit?.text ?? '', source: a.block.level ?? 0, target: b.block.level ?? 0 };
        out.push({ key: 'level', values, severity: 'major', line: b.block.line, column: b.block.column });
      } else if (a !== null) {
        const values = { heading: a.unit?.text ?? '', line: a.block.line };
        out.push({ key: 'missing', type: 'omission', values, severity: 'major' });
      } else if (b !== null) {
        const values = { heading: b.unit?.text ?? '' };
        out.push({
          key: 'extra',
          type: 'addition',
          values,
          severity: 'major',
          line: b.block.line,
          column: b.block.column,
        });
      }
    }
    return out;
  },
};

function headingsOf({ blocks, units }: Article): Heading[] {
  const byBlock = new Map(units.map((unit) => [unit.block, unit]));
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'heading') return [];
    const unit = byBlock.get(index);
    return [
      { block, unit, features: featuresOf(unit ?? { text: '', codes: [] }), place: index / Math.max(1, blocks.length) },
    ];
  });
}

function scoreOf(a: Heading, b: Heading): number {
  const level = a.block.level === b.block.level ? 0.6 : -0.3;
  const anchor = a.block.anchor !== undefined && a.block.anchor === b.block.anchor ? 1 : 0;
  return (
    level +
    anchor +
    likeness(a.features, b.features) +
    0.3 * proportion(a.features, b.features) -
    Math.abs(a.place - b.place)
  );
}
