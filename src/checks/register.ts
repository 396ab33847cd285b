import type { Register } from '../languages/pack.js';
import type { ArticlePair, Check, CheckContext, Finding } from './check.js';

/** Running text: headings, cells and captions have endings of their own. */
const prose: ReadonlySet<string> = new Set(['paragraph', 'list-item', 'faq-answer', 'footnote', 'frontmatter']);
/** From how many sentences on, and from what share of one style, an article has a style of its own. */
const fewest = 6;
const share = 0.8;

/** Sentences out of the style that an article is written in: 했습니다 among 했다. */
export const register: Check = {
  id: 'register',
  type: 'register',
  category: 'style',
  article(article, context) {
    const wanted = styleOf(article, context);
    if (wanted === undefined) return [];
    return article.pairs.flatMap((pair): Finding[] => {
      const { target } = pair;
      if (target === null || !prose.has(target.kind)) return [];
      const odd = context.to.sentences?.styles?.(target.text).find(({ style }) => clashes(style, wanted));
      if (odd === undefined) return [];
      const { start, end, style } = odd;
      const span = { text: target.text.slice(start, end), start, end };
      return [
        {
          key: style,
          values: { text: span.text.slice(-30), wanted: names[wanted] },
          severity: 'minor',
          pair,
          target: span,
        },
      ];
    });
  },
};

/** 합니다 and 하세요 go together in one text; neither goes with 한다. */
function clashes(style: Register, wanted: Register): boolean {
  return (style === 'plain') !== (wanted === 'plain');
}

/** What the styles are called, in the languages of the interface. */
const names: Readonly<Record<Register, Readonly<Record<string, string>>>> = {
  plain: { en: 'plain (-다)', ko: '해라체(-다)' },
  polite: { en: 'polite (-요)', ko: '해요체(-요)' },
  formal: { en: 'formal (-습니다)', ko: '합니다체(-습니다)' },
};

/** The style that the pipeline's options ask for (`style`), else the one that nearly all sentences go with. */
function styleOf({ pairs }: ArticlePair, { to, options }: CheckContext): Register | undefined {
  const styles = to.sentences?.styles;
  if (styles === undefined) return undefined;
  const asked = options['style'];
  if (asked === 'plain' || asked === 'polite' || asked === 'formal') return asked;
  let plain = 0;
  let formal = 0;
  let all = 0;
  for (const { target } of pairs) {
    if (target === null || !prose.has(target.kind)) continue;
    for (const { style } of styles(target.text)) {
      if (style === 'plain') plain++;
      if (style === 'formal') formal++;
      all++;
    }
  }
  if (all < fewest) return undefined;
  if (plain >= all * share) return 'plain';
  if (all - plain < all * share) return undefined;
  return formal * 2 >= all - plain ? 'formal' : 'polite';
}
