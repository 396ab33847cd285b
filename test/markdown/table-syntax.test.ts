import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { expect, test } from 'vitest';
import { parseTree } from '../../src/markdown/grammar.js';

/** What remark-gfm alone makes of a text, without its transform, which makes links of decoded text. */
const gfm = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(function (this: Processor) {
    const data = this.data() as { fromMarkdownExtensions?: { transforms?: unknown }[][] };
    for (const extension of (data.fromMarkdownExtensions ?? []).flat()) delete extension.transforms;
  })
  .freeze();

const same = (text: string) => {
  expect(parseTree(text, false)).toEqual(gfm.parse(text) as Root);
};

test.each([
  ['cells of words, spans and both', '| a | `b` |\n| - | :-: |\n| c `d` e `f` | `g` |\n'],
  ['no pipes at the ends', 'a | b\n:- | -:\nc | d'],
  ['a pipe alone, none at all, too few and too many', '| a | b |\n|---|---|\n|\nx\n| x |\n| x | y | z |\n||\n| |'],
  ['white space before, between and after', '  |  a  |\tb\t|  \n|---|---|\n|a\tb `c`|  `d`\t|   '],
  ['escapes in words and in spans', '| a \\| b | `c \\| d` |\n|---|---|\n| `\\\\` | \\`x` |'],
  ['spans that are none or of another kind', '| ` | `` a ` b `` |\n|---|---|\n| ` a ` | `a` `` |\n| ``a`` | `` |'],
  ['markup of every kind', '| *a* | [b](c) |\n|---|---|\n| <b>x</b> | &amp; |\n| www.a.bc | who, http://x.yz |'],
  ['a delimiter row that is a rule, a heading or none', 'a\n---\n\n| a |\n|---|---|\n\n| a |\n| b |\n\na | b\n- | x'],
  ['a paragraph above, a heading, a list and a quotation below', 'p\n| a |\n|---|\n| b |\n# h\n\n| a |\n|-|\n- i\n> q'],
  ['inside of lists and quotations', '- | a |\n  |---|\n  | b |\n| c |\n\n> | a |\n> |---|\n> | b |\n| c |\n'],
  ['line ends of every kind', '| a |\r\n| - |\r\n| b |\r| c |\n'],
])('tables are read as remark-gfm reads them: %s', (_, text) => same(text));

test('tables are read as remark-gfm reads them, whatever is put together', () => {
  const piece = fc.constantFrom(
    ...[
      '|',
      '|',
      ' | ',
      '| - | - |\n',
      '\n',
      '\n',
      '\n\n',
      '---',
      ':-',
      '-:',
      'a',
      'b c',
      '한국어',
      '12~18',
      '`x`',
      '`',
    ],
    ...[
      '`a|b`',
      '` `',
      '``',
      '\\|',
      '\\',
      '*',
      '**b**',
      '[l](u)',
      '![i](u)',
      '<b>',
      '&lt;',
      'http://x.y',
      'www.x.y',
      'h',
    ],
    ...['~~s~~', '> ', '- ', '1. ', '# ', '    ', '\t', '  ', '[^1]', '[ ]', '\r\n', '```\n', '<!-- c -->', '\0'],
  );
  const text = fc
    .tuple(fc.constantFrom('', '| a | b |\n| - | - |\n', '- a | b\n  --|--\n  '), fc.array(piece, { maxLength: 24 }))
    .map(([head, pieces]) => head + pieces.join(''));
  fc.assert(fc.property(text, same), { numRuns: 400 });
});
