import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { lookahead } from './lookahead.js';
import { siteSyntax } from './syntax.js';

/**
 * The Markdown that is read: CommonMark, GFM, math in `$$`, emphasis that works next to Korean, site-generator markup.
 * `singleTilde: false` twice, or `12~18개월, 2025~2026년` is struck out; single dollars are money.
 */
function processor(mdx: boolean) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkCjkFriendly)
    .use(remarkCjkFriendlyGfmStrikethrough, { singleTilde: false })
    .use(remarkMath, { singleDollarTextMath: false })
    .use(siteSyntax, { mdx, ahead: () => ahead })
    .freeze();
}

/** Of the text that is parsed now: parsing is synchronous. */
let ahead = lookahead('');

const processors = new Map<boolean, ReturnType<typeof processor>>();

/** The syntax tree of `text`, with positions. Frontmatter must be cut off before. */
export function parseTree(text: string, mdx: boolean): Root {
  let parser = processors.get(mdx);
  if (parser === undefined) {
    parser = processor(mdx);
    processors.set(mdx, parser);
  }
  ahead = lookahead(text);
  return parser.parse(text);
}
