import { relativeWidth, width } from '../languages/width.js';
import type { Check } from './check.js';

/** From what width of the source on which ratio to the expected width is out of the ordinary. Short texts vary most. */
const bounds: readonly { readonly from: number; readonly low: number; readonly high: number }[] = [
  { from: 240, low: 0.5, high: 2 },
  { from: 120, low: 0.4, high: 2.3 },
  { from: 60, low: 0.32, high: 3 },
  { from: 30, low: 0, high: 4.5 },
];

/** Kinds that newsrooms rewrite rather than translate, and that space cuts short. */
const free: ReadonlySet<string> = new Set([
  'title',
  'heading',
  'table-cell',
  'chart-label',
  'image-alt',
  'caption',
  'link-title',
]);

/** A text much shorter or longer than translations of its kind are: something was left out or put in. */
export const length: Check = {
  id: 'length',
  type: 'length',
  category: 'accuracy',
  unit(pair, { from, to }) {
    const { source, target } = pair;
    if (source === null || target === null) return [];
    const bound = bounds.find((one) => width(source.text) >= one.from);
    if (bound === undefined) return [];
    const ratio = relativeWidth(
      { text: source.text, scripts: from.scripts },
      { text: target.text, scripts: to.scripts },
    );
    const slack = free.has(source.kind) ? 1.5 : 1;
    const percent = Math.round(ratio * 100);
    const values = { percent };
    const span = { text: target.text, start: 0, end: target.text.length };
    if (ratio < bound.low / slack) return [{ key: 'short', values, severity: 'major', pair, target: span }];
    if (ratio > bound.high * slack) return [{ key: 'long', values, severity: 'minor', pair, target: span }];
    return [];
  },
};
