import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Node } from '../../src/markdown/draft.js';
import { parseBody } from '../../src/markdown/parse-body.js';
import { parseWindows } from '../../src/markdown/windows.js';

/*
 * What is read without micromark is what micromark reads: the same nodes at the same offsets, whatever a page holds.
 */
const tree = (nodes: readonly Node[]): unknown =>
  nodes.map(({ children = [], position, ...node }) => {
    // mdast-util-gfm-table leaves its own mark on what it has read.
    const { data: _, ...own } = node as typeof node & { readonly data?: unknown };
    return { ...own, at: [position?.start.offset, position?.end.offset], children: tree(children) };
  });

const same = (text: string, mdx = false) => {
  expect(tree(parseBody(text, mdx))).toEqual(tree(parseWindows(text, mdx)));
};

const pages = (folder: URL) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.mdx?$/.test(file))
    .map((file): [string, string] => [file, readFileSync(new URL(file, folder), 'utf8')]);

test.each([
  ...pages(new URL('./', import.meta.url)),
  ...pages(new URL('../../docs/', import.meta.url)).filter((_, index) => index % 16 === 0),
])('%s', (_, text) => {
  same(text);
  same(text, true);
  same(text.replaceAll('\n', '\r\n'));
});

test.each([
  ['a list that goes on behind plain blocks', '1. a\n\nwords\n\n2. b\n\n   c\n\n# h\n   d\n- e\n\nwords'],
  ['code that nothing closes', 'words\n\n- ```js\n\n  words\n\nwords\n\n```js\nx\n\nwords\n\n  ```\n\n```\ny\n'],
  [
    'HTML that runs over blank lines',
    '<!-- a\n\nwords\n\n-->\n\nwords\n\n<pre>\n\nwords\n\n</pre>\n\nwords\n\n<?\n\nwords',
  ],
  ['displays and fences of TeX', 'words\n\n$$\n\nwords\n\n$$\n\nwords `$$`\n\n$$x\n\nwords'],
  [
    'a comment like the one between stretches',
    '<!-- -->\n\nwords\n\n<!-- -->\n\n*a*\n\n<!--\n\nwords\n\n- a <!-- -->\n\nwords',
  ],
  [
    'definitions before and behind their use',
    '[a]: x\n\nwords\n\n[a] and [b] [^c]\n\nwords\n\n[b]: y\n\n[^c]: note\n\nwords\n',
  ],
  ['indented code with blank lines', 'words\n\n    x\n      \n\t\n\nwords\n\n# h\n    x\n\n'],
  [
    'code spans and links',
    '`a``b` `c`\n\n[`d[0]` e](f#g) [h]( i)\n\n`[a](b)` [c](d)e\n\n![a](b) [c](d)\n\n[^a](b)\n\n[a](b "c") [ d](e)\n\n[a]()\n\n' +
      '[https://a.b](c) [a](https://b.c/d_e*f~~)\n\n[a *b*](c)\n\n| [a](b) | [c|d](e) |\n|---|---|---|\n| `[a](b)` | [`c\\|d`](e) | [f](\\|) |',
  ],
  ['lines that end a paragraph', 'words\n===\n\nwords\n# h\nwords\n```\nx\n```\nwords\n- a\nwords\n\nwords\n---\n'],
  [
    'tables whose rows end in other white space',
    '| a |\u00a0\n|---|\n\n| a |\n|---|\n| b |\u3000\n\n| a |\u00a0|\n|---|---|\n| b | |  \n',
  ],
  ['a mark of byte order', '\uFEFF# h\n\nwords\n\n\uFEFF*a*'],
])('%s', (_, text) => same(text));

test('whatever is put together', () => {
  const lines = fc.constantFrom(
    ...[
      '',
      '',
      '',
      ' ',
      '\t',
      '    ',
      'words',
      '한국어 12~18 %',
      '`x` and `y z`',
      'R&D < 5 $3 a_b',
      'ends  ',
      'a\\',
      'a\tb',
    ],
    ...[
      '# h',
      '## `h` h',
      '# h #',
      '#h',
      '#',
      '---',
      '===',
      '* * *',
      '- a',
      '- `a`',
      '  b',
      '1. a',
      '2) b',
      '> q',
      '>',
      '+',
    ],
    ...['```', '```js', '``` js {1}', '   ```', '````', '~~~', '    x', '`` ` ``', '`a', '` a `', '$$', '$$x$$', '\0'],
    ...[
      '| a | b |',
      '|---|:-:|',
      '| `a\\|b` | |',
      '| a |',
      '|',
      '| a \\| b | c',
      '--|--',
      '| *a* | b |',
      '| a | b | c |  ',
    ],
    ...[
      '<!-- c -->',
      '<!--',
      '-->',
      '<div>',
      '</div>',
      '<pre>',
      '<br>',
      '{{< a >}}',
      '{% b %}',
      '{c}',
      '::: note',
      ':::',
    ],
    ...[
      '*a*',
      '**a**가',
      '[a](b)',
      '[`a` b](c#d) e',
      '[a]',
      '[a]: x',
      '[^a]',
      '[^a]: n',
      '![a](b)',
      '~~s~~',
      'www.a.b',
      'a@b.cd',
      '&amp; a',
    ],
  );
  const ends = fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r');
  const text = fc.array(fc.tuple(lines, ends), { maxLength: 24 }).map((all) => all.flat().join(''));
  fc.assert(
    fc.property(text, fc.boolean(), (body, mdx) => same(body, mdx)),
    { numRuns: 250 },
  );
});
