import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge, parseArticle, sameContent, writable } from '../../src/markdown/index.js';
import type { Unit } from '../../src/model/article.js';
import { type Content, fromTagged, toTagged } from '../../src/model/inline.js';

const fields = ['title', 'description', 'faq.*.question', 'faq.*.answer'];
const parse = (text: string, file = 'a.md') => parseArticle(text, { file, slug: 'a', locale: 'en', fields });

/** Content of a unit from tagged text: `<pc1>굵게</pc1>`. */
function content(unit: Unit, tagged: string): Content {
  const result = fromTagged(tagged, unit.codes);
  if (!result.ok) throw new Error(`${tagged}: ${JSON.stringify(result.faults)}`);
  return result.content;
}

/** The article with its n-th unit replaced. */
function replaced(text: string, index: number, tagged: string, file = 'a.md'): string {
  const article = parse(text, file);
  const unit = article.units[index]!;
  return merge(article, new Map([[unit.id, content(unit, tagged)]]));
}

describe('new text is escaped for where it stands, and no more', () => {
  test.each([
    [
      'plain Korean',
      'Text.\n',
      '비용은 3 * 4, 12~18개월, $25와 $30, snake_case, 100% 그대로.',
      '비용은 3 * 4, 12~18개월, $25와 $30, snake_case, 100% 그대로.\n',
    ],
    ['brackets', 'Text.\n', '[단독] 오픈AI, 새 모델 공개', '[단독] 오픈AI, 새 모델 공개\n'],
    ['a date that would be a list', 'Text.\n', '2026. 4. 1. 발표', '2026\\. 4. 1. 발표\n'],
    ['a heading', 'Text.\n', '# 해시태그', '\\# 해시태그\n'],
    ['a quote', 'Text.\n', '&gt; 인용', '\\> 인용\n'],
    ['a list', 'Text.\n', '- 항목', '\\- 항목\n'],
    ['a rule', 'Text.\n', '---', '\\---\n'],
    ['a directive', 'Text.\n', ':::note', '\\:::note\n'],
    ['emphasis', 'Text.\n', '*별* _밑줄_', '\\*별\\* \\_밑줄\\_\n'],
    ['a tag', 'Text.\n', 'x &lt;script&gt; y', 'x \\<script> y\n'],
    ['an entity', 'Text.\n', 'AT&amp;amp;T', 'AT\\&amp;T\n'],
    ['a shortcode', 'Text.\n', '{{&lt; /note &gt;}}', '\\{{< /note >}}\n'],
    ['an address', 'Text.\n', 'https://example.com', 'https\\://example.com\n'],
    ['a task', '- Text\n', '[ ] 할 일', '- \\[ ] 할 일\n'],
    ['an alert', '> Text\n', '[!NOTE]', '> \\[!NOTE]\n'],
    ['a closing sequence', '# Text\n', 'C #', '# C \\#\n'],
    ['an anchor', '# Text\n', '제목 {#x}', '# 제목 \\{#x}\n'],
    ['a pipe in a cell', '| Text |\n|---|\n', 'a | b', '| a \\| b |\n|---|\n'],
    ['line ends', 'Text.\n', ' 한 줄\n두 줄\t셋 ', '한 줄 두 줄 셋\n'],
  ])('%s', (_name, source, target, expected) => {
    expect(replaced(source, 0, target)).toBe(expected);
  });

  test.each([
    ['link text', '[a](b)\n', 0, '<pc1>가]나</pc1>', '[가\\]나](b)\n'],
    ['alt text', '![a](b "c")\n', 1, '"따옴표" [괄호]', '!["따옴표" \\[괄호\\]](b "c")\n'],
    ['a title', '![a](b "c")\n', 2, '그는 "네"라고 했다', '![a](b "그는 \\"네\\"라고 했다")\n'],
    ['alt text that names its definition', '![a][]\n\n[a]: b\n', 1, '가', '![가][a]\n\n[a]: b\n'],
    ['link text that names its definition', '[a]\n\n[a]: b\n', 0, '<pc1>가</pc1>', '[가][a]\n\n[a]: b\n'],
    [
      'an HTML attribute',
      '<p title="a">b</p>\n',
      0,
      '"가" <나>'.replace(/[<>]/g, (c) => (c === '<' ? '&lt;' : '&gt;')),
      '<p title="&quot;가&quot; &lt;나&gt;">b</p>\n',
    ],
    ['HTML text', '<p>b</p>\n', 0, 'R&amp;D &lt; 3', '<p>R&amp;D &lt; 3</p>\n'],
    ['a shortcode parameter', 'x {{< g text="a" id="b" >}}\n', 1, '"가"', 'x {{< g text="\\"가\\"" id="b" >}}\n'],
    ['MDX braces', 'Text\n', 0, '{가}', '\\{가\\}\n'],
  ])('%s', (name, source, index, target, expected) => {
    expect(replaced(source, index, target, name.startsWith('MDX') ? 'a.mdx' : 'a.md')).toBe(expected);
  });

  test.each([
    ['plain', 'title: a # note', '가', 'title: 가 # note'],
    ['plain that YAML would read otherwise', 'title: a', '속보: 3', 'title: "속보: 3"'],
    ['plain that looks like a number', 'title: a', '2026', 'title: "2026"'],
    ['single quotes', "title: 'a'", "it's", "title: 'it''s'"],
    ['double quotes', 'title: "a"', '"가"\\', 'title: "\\"가\\"\\\\"'],
    ['literal', 'title: |\n  a\n  b', '가\n\n나', 'title: |\n  가\n\n  나'],
    ['folded', 'title: >-\n    a', '가 나', 'title: >-\n    가 나'],
    ['folded, two paragraphs', 'title: >-\n    a', '가\n나', 'title: >-\n    가\n\n    나'],
    ['literal that cannot hold it', 'title: |\n  a', '가\n  나', 'title: "가\\n  나"'],
  ])('YAML, %s', (_name, source, target, expected) => {
    const merged = replaced(`---\n${source}\nx: 1\n---\n`, 0, target);
    expect(merged).toBe(`---\n${expected}\nx: 1\n---\n`);
    expect(parse(merged).frontmatter).toMatchObject({ title: expect.stringContaining(target.split('\n')[0]!), x: 1 });
  });
});

describe('codes', () => {
  test.each([
    ['Korean after bold', '**a** b\n', '<pc1>25%</pc1>를 넘었다', '**25%**를 넘었다\n'],
    ['a colon inside before a letter', '**a:** b\n', '<pc1>시사점:</pc1>GPT', '<strong>시사점:</strong>GPT\n'],
    ['an underscore next to Korean', '_a_ b\n', '<pc1>세 배</pc1>로', '<em>세 배</em>로\n'],
    [
      'codes in another order',
      '**a** and [b](c) and `d`\n',
      '<ph3/>와 <pc2>나</pc2>와 <pc1>가</pc1>',
      '`d`와 [나](c)와 **가**\n',
    ],
    ['touching code spans', '`a` `b`\n', '<ph1/><ph2/>', '`a`<code>b</code>\n'],
    ['Korean after an address', 'See https://example.com.\n', '<ph1/>을 보라.', '<https://example.com>을 보라.\n'],
    ['a hard break in a quote in a list', '- > a  \n  > b\n', '가<ph1/>- 나', '- > 가  \n  > \\- 나\n'],
    ['a link around a word', 'Read [the docs](x).\n', '<pc1>문서</pc1>를 읽으라.', '[문서](x)를 읽으라.\n'],
  ])('%s', (_name, source, target, expected) => {
    const merged = replaced(source, 0, target);
    expect(merged).toBe(expected);
    expect(parse(merged).units[0]!.text).toBe(content(parse(source).units[0]!, target).text);
  });

  test('a unit and the title inside its code change together or apart', () => {
    const article = parse('See [the docs](x "Docs").\n');
    const [outer, title] = article.units as [Unit, Unit];
    const newOuter: [string, Content] = [outer.id, content(outer, '<pc1>문서</pc1> 참조.')];
    const newTitle: [string, Content] = [title.id, { text: '문서', codes: [] }];
    expect(merge(article, new Map([newOuter, newTitle]))).toBe('[문서](x "문서") 참조.\n');
    expect(merge(article, new Map([newOuter]))).toBe('[문서](x "Docs") 참조.\n');
    expect(merge(article, new Map([newTitle]))).toBe('See [the docs](x "문서").\n');
  });
});

describe('frontmatter', () => {
  const keys = { locale: 'ko', translationOf: 'en/a', sourceRevision: 'abc', state: undefined };

  test('keys are set where they stand and added at the end; all else stays', () => {
    const source = "---\n# top\ntitle:   A  # t\nlocale: 'en' # was\nlist:\n  - a\n---\nB\n";
    expect(merge(parse(source), new Map(), { frontmatter: keys })).toBe(
      '---\n# top\ntitle:   A  # t\nlocale: ko # was\nlist:\n  - a\ntranslationOf: en/a\nsourceRevision: abc\n---\nB\n',
    );
  });

  test('a document without any gets one, after a byte order mark', () => {
    expect(merge(parse('\uFEFFB\r\n'), new Map(), { locale: 'ko' })).toBe(
      '\uFEFF---\r\nlocale: ko\r\n---\r\n\r\nB\r\n',
    );
  });

  test.each([
    ['an empty one', '---\n---\nB\n', '---\na: 1\nb:\n  c:\n    - 2\n---\nB\n'],
    ['a flow mapping', '---\n{ x: 1, a: 0 }\n---\n', '---\n{ x: 1, a: 1 , "b"'],
    ['a block value', '---\nb:\n  old: 1\n  # gone\nx: 1\n---\n', '---\nb:\n  c:\n    - 2\n'],
    ['no value', '---\na:\nx: 1\n---\n', '---\na: 1\nx: 1\nb:\n'],
  ])('in %s', (_name, source) => {
    const merged = merge(parse(source), new Map(), { frontmatter: { a: 1, b: { c: [2] } } });
    expect(parse(merged).frontmatter).toEqual({ ...parse(source).frontmatter, a: 1, b: { c: [2] } });
  });
});

/* Pieces that broke something, here or in other tools. */
const hostile = fc.constantFrom(
  '| x |', '\n---', '```', '~~~', '<script>', '</p>', '<!--', '-->', '{{< /note >}}', '{% raw', '{#id}', '[[x]]', '[TOC]', '[!NOTE]',
  '\n', '\r\n', '\t', '  ', ' ', '*', '**', '_', '__', '`', '~~', '$$', '$', '\\', '&amp;', '&#35;', '&', '#', '##', '>', '-', '+', '1.', '2026. 4. 1.',
  ':::', ':::note', '::', '[', ']', '](', '![', '[^1]', '[a]: b', '(', ')', '"', "'", '|', '=', '===', 'https://example.com', 'www.example.com',
  'a@example.com', '가', '데이터', '를', '25%', '(주)', '‘루빈’', 'GPT', 'import x', 'export ', '---', '\u00A0', '\u0000', '\uFFFC', '😀', '{', '}', '<', 'a_b',
); // biome-ignore format: a list of pieces
const hostileText = fc.array(hostile, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));

const fragments = [
  'Plain paragraph\nover two lines.', 'Setext\n===', '# Heading {#a}', '## `code` only', '> [!NOTE]\n> Quote **bold**를\n> - item', '* a\n\n\tb\n* [ ] c\n    * d',
  '1. x\n   y\n\n   ```\n   z\n   ```\n2. w', '|  a | b\\|c  |\n|:-|--:|\n| `d` | **e**임 |\n|f|', 'A[^n] and [r], ![i][r], [l](d "t").', '[^n]: Note\n    more',
  '[r]: <u> "title"', ':::tip[Title]\n- x\n:::', '::: warning\nold\n:::', '{{< note >}}\nIn {{< g text="t" >}}\n{{< /note >}}', '<div>\n<p title="x">P &amp; <b>q</b></p>\n</div>',
  '<table><tr><th>A</th></tr><tr><td>1</td></tr></table>', '<!-- c -->', '***굵은***임, __x__ ~~y~~ 1~2', 'a\\\nb  \nc', '***', '    code', '$$\nx\n$$', 'H<sub>2</sub>O <br> <img src=a alt="b">',
  'mail a@b.co https://x.y을 <https://z.w>', '<Tabs v={[1]}>\ntext\n</Tabs>', '- > - deep\n  >   lazy', '[TOC]', '\tTabbed', '&copy; \\* text', 'unclosed **bold and `code', '```js\nunclosed?\n```',
]; // biome-ignore format: a list of pieces
const document = fc
  .record({
    head: fc.constantFrom(
      '',
      '---\ntitle: T\n---\n',
      "---\ntitle: 'It''s' # c\nfaq:\n  - question: >-\n      Q\n---\n\n",
    ),
    parts: fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 7 }),
    gap: fc.constantFrom('\n\n', '\n', '\n\n\n'),
    end: fc.constantFrom('', '\n', '\n\n'),
    eol: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
  })
  .map(
    ({ head, parts, gap, end, eol, bom }) =>
      (bom ? '\uFEFF' : '') + (head + parts.join(gap) + end).replaceAll('\n', eol),
  );

describe('properties', () => {
  test('an article merged with its own units, sent through tagged text, is itself byte for byte', () => {
    fc.assert(
      fc.property(document, (text) => {
        const article = parse(text);
        const own = new Map(article.units.map((unit) => [unit.id, content(unit, toTagged(unit))]));
        expect(merge(article, own)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  test('ids are unique, ranges are in order, and only units inside a code lie inside another', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { units } = parse(text);
        expect(new Set(units.map((unit) => unit.id)).size).toBe(units.length);
        let end = 0;
        for (const unit of units) {
          const outer = unit.within === undefined ? undefined : units[unit.within.unit]!;
          expect(unit.range.start).toBeGreaterThanOrEqual(outer?.range.start ?? end);
          if (outer === undefined) end = unit.range.end;
          else expect(unit.range.end).toBeLessThanOrEqual(outer.range.end);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('whatever a translation says, the merged article says it, in the same units with the same codes', () => {
    fc.assert(
      fc.property(document, fc.array(hostileText, { minLength: 1, maxLength: 4 }), (text, targets) => {
        const article = parse(text);
        const wanted = article.units.map((unit, i) => ({ ...unit, text: unit.text + targets[i % targets.length] }));
        const read = parse(merge(article, new Map(wanted.map((unit) => [unit.id, unit]))));
        const say = (unit: Content) => ({
          text: unit.text,
          tagged: toTagged({ ...unit, codes: unit.codes.map((c, i) => ({ ...c, id: i + 1 })) }),
        });
        const expected = article.units.map((unit, i) => writable(unit, wanted[i]!));
        expect(read.units.map(say)).toEqual(expected.map(say));
        expect(read.units.every((unit, i) => sameContent(unit, expected[i]!))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('hostile text alone in each place reads back', () => {
    const places = [
      'X\n',
      '# X\n',
      'X\n===\n',
      '- X\n',
      '> X\n',
      '| X |\n|---|\n',
      '[X](y)\n',
      '![X](y)\n',
      '[a](b "X")\n',
      '<p>X</p>\n',
      '<p title="X">y</p>\n',
      ':::note[X]\n:::\n',
      '[^1]: X\n',
      '---\ntitle: X\n---\n',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), hostileText, (place, text) => {
        const article = parse(place);
        const unit = article.units.findLast((u) => u.text === 'X')!;
        const target = { text, codes: unit.codes.map((code) => ({ ...code, end: text.length })) };
        const expected = writable(unit, target).text;
        fc.pre(/[^\s\uFFFC]/.test(expected));
        const merged = merge(article, new Map([[unit.id, target]]));
        expect(parse(merged).units.map((u) => u.text)).toContain(expected);
      }),
      { numRuns: 500 },
    );
  });
});
