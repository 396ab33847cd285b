import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Content,
  escapeTagged,
  fromTagged,
  type InlineCode,
  placeholder,
  toTagged,
  unescapeTagged,
} from '../../src/model/inline.js';

const pair = (id: number, start: number, end: number): InlineCode => ({
  id,
  kind: 'pc',
  type: 'strong',
  start,
  end,
  open: '**',
  close: '**',
});
const mark = (id: number, start: number): InlineCode => ({
  id,
  kind: 'ph',
  type: 'code',
  value: 'x',
  start,
  end: start + 1,
  raw: '`x`',
});

describe('toTagged', () => {
  test.each<[string, Content, string]>([
    ['text', { text: 'a < b & c', codes: [] }, 'a &lt; b &amp; c'],
    ['a pair', { text: '25%를', codes: [pair(1, 0, 3)] }, '<pc1>25%</pc1>를'],
    ['nesting', { text: 'ab', codes: [pair(1, 0, 2), pair(2, 1, 2)] }, '<pc1>a<pc2>b</pc2></pc1>'],
    ['neighbours', { text: 'ab', codes: [pair(1, 0, 1), pair(2, 1, 2)] }, '<pc1>a</pc1><pc2>b</pc2>'],
    ['an empty pair', { text: 'a', codes: [pair(1, 0, 0), pair(2, 0, 1)] }, '<pc1></pc1><pc2>a</pc2>'],
    [
      'a placeholder that ends a pair',
      { text: `a${placeholder}`, codes: [pair(1, 0, 2), mark(2, 1)] },
      '<pc1>a<ph2/></pc1>',
    ],
    ['text that looks like a tag', { text: '<pc1>', codes: [] }, '&lt;pc1&gt;'],
  ])('%s', (_name, content, tagged) => {
    expect(toTagged(content)).toBe(tagged);
    expect(fromTagged(tagged, content.codes)).toEqual({ ok: true, content });
  });
});

describe('fromTagged', () => {
  const codes = [pair(1, 0, 1), mark(2, 1)];

  test('codes move with the translation', () => {
    const result = fromTagged('<ph2/>은 <pc1>가</pc1>', codes);
    expect(result).toEqual({ ok: true, content: { text: `${placeholder}은 가`, codes: [mark(2, 0), pair(1, 3, 4)] } });
  });

  test.each([
    ['<pc1>가</pc1>', 'missing', 2],
    ['<pc1>가</pc1><ph2/><ph2/>', 'repeated', 2],
    ['<pc1>가</pc1><ph2/><ph3/>', 'unknown', 3],
    ['<pc1>가<ph2/>', 'unbalanced', 1],
    ['가</pc1><ph2/>', 'unbalanced', 1],
    ['<ph1/><ph2/>', 'kind', 1],
    ['<pc1>가</pc1><pc2>', 'kind', 2],
  ])('%s is faulty: %s', (tagged, reason, id) => {
    const result = fromTagged(tagged, codes);
    expect(result.ok ? [] : result.faults).toContainEqual({ reason, id });
  });
});

/** Content whose codes nest: a tree of text, pairs and placeholders, flattened. */
interface Tree {
  readonly text?: string;
  readonly children?: readonly Tree[];
}
const { tree } = fc.letrec<{ tree: Tree; node: Tree }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.record({ text: fc.string({ unit: fc.constantFrom('가', 'a', '<', '&', '>', '1', '/', 'pc1', ' ') }) }),
    fc.constant<Tree>({}),
    tie('tree'),
  ),
  tree: fc.record({ children: fc.array(tie('node'), { maxLength: 4 }) }),
}));

function flatten(root: Tree): Content {
  let text = '';
  const codes: InlineCode[] = [];
  const add = (node: Tree) => {
    if (node.text !== undefined) text += node.text;
    else if (node.children === undefined) {
      codes.push(mark(codes.length + 1, text.length));
      text += placeholder;
    } else {
      const index = codes.push(pair(codes.length + 1, text.length, text.length)) - 1;
      node.children.forEach(add);
      codes[index] = pair(index + 1, codes[index]!.start, text.length);
    }
  };
  (root.children ?? []).forEach(add);
  return { text, codes };
}

test('any content survives tagged text', () => {
  fc.assert(
    fc.property(tree, (root) => {
      const content = flatten(root);
      expect(fromTagged(toTagged(content), content.codes)).toEqual({ ok: true, content });
    }),
  );
});

test('escaping is undone by unescaping, for any text', () => {
  fc.assert(fc.property(fc.string(), (text) => unescapeTagged(escapeTagged(text)) === text));
});
