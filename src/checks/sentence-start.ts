import type { Unit } from '../model/article.js';
import { openings } from '../quantities/openings.js';
import type { Check } from './check.js';

/** Where text is sentences even without a full stop behind it. */
const prose: ReadonlySet<Unit['kind']> = new Set(['paragraph', 'faq-answer', 'footnote']);
/** Where sentences may stand; headlines and cells begin with digits as they like. */
const spoken: ReadonlySet<Unit['kind']> = new Set([...prose, 'list-item', 'caption', 'frontmatter', 'line']);

const most = 3;

/** Sentences that begin with digits, where the house style has words there or another beginning. */
export const sentenceStart: Check = {
  id: 'sentence-start',
  type: 'style',
  category: 'style',
  unit(pair, { to, style }) {
    const { target } = pair;
    if (target === null || style.figures.opening !== 'words' || !spoken.has(target.kind)) return [];
    return openings(target.text, to, prose.has(target.kind))
      .slice(0, most)
      .map(({ start, end, text: right }) => {
        const text = target.text.slice(start, end);
        const found = { severity: 'minor', pair, target: { text, start, end } } as const;
        return right === undefined
          ? { ...found, key: 'recast', values: { text } }
          : { ...found, key: 'digits', values: { text, right }, fix: { start, end, text: right } };
      });
  },
};
