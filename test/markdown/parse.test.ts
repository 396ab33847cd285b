import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  columnCount,
  columnOf,
  decodeSource,
  headerOf,
  isEmptyCell,
  parseArticle,
  raggedRows,
  tablesOf,
} from '../../src/markdown/index.js';
import { toTagged } from '../../src/model/inline.js';

const parse = (text: string, file = 'a.md', fields: readonly string[] = []) =>
  parseArticle(text, { file, slug: 'a', locale: 'en', fields });
const units = (text: string, file?: string) => parse(text, file).units.map(toTagged);

describe('ids', () => {
  test('stay when something is put before, and tell repeated units apart', () => {
    const before = parse('Same.\n\nSame.\n\nOther.\n').units.map((unit) => unit.id);
    const after = parse('# New\n\nSame.\n\nSame.\n\nOther.\n').units.map((unit) => unit.id);
    expect(after.slice(1)).toEqual(before);
    expect(new Set(before).size).toBe(3);
    expect(before[0]).toMatch(/^paragraph-[0-9a-f]{10}$/);
    expect(before[1]).toBe(`${before[0]}-2`);
  });

  test('differ by kind, not by what a code holds', () => {
    const id = (text: string) => parse(text).units[0]!.id;
    expect(id('[a](b)\n')).toBe(id('[a](c)\n'));
    expect(id('# [a](b)\n')).not.toBe(id('[a](b)\n'));
  });
});

test('the revision is the SHA-256 of the UTF-8 bytes', () => {
  expect(parse('가\r\n').revision).toBe(createHash('sha256').update(Buffer.from('가\r\n')).digest('hex'));
});

describe('frontmatter', () => {
  test.each([
    ['a: 1\n b: 2', 2, 4],
    ['title: "open', 3, 1],
    ['a: 1\na: 2', 3, 1],
    ['- a', 2, 1],
    ['a: *none', 2, 1],
  ])('%j is refused with its place', (yaml, line, column) => {
    expect(() => parse(`---\n${yaml}\n---\nx\n`)).toThrowError(
      expect.objectContaining({ code: 'invalid-yaml', place: { file: 'a.md', line, column } }),
    );
  });

  test('aliases do not multiply', () => {
    const level = (n: number) =>
      `l${n}: &l${n} [${Array(10)
        .fill(`*l${n - 1}`)
        .join(', ')}]`;
    const bomb = ['l0: &l0 [a]', ...[1, 2, 3, 4, 5, 6, 7].map(level)].join('\n');
    expect(() => parse(`---\n${bomb}\n---\n`)).toThrowError(expect.objectContaining({ code: 'invalid-yaml' }));
  });

  test('a rule is not one, nor is one that never ends', () => {
    expect(parse('a\n\n---\n\nb\n').frontmatterRange).toBeUndefined();
    expect(parse('---\ntitle: a\n').frontmatterRange).toBeUndefined();
  });

  test('only strings at the named paths become units', () => {
    const text = '---\nlist:\n  - {t: a, u: b}\n  - {t: 1}\n  - {t: ""}\nt: no\n---\n';
    expect(parse(text, 'a.md', ['list.*.t']).units.map((unit) => [unit.path, unit.text])).toEqual([['list.0.t', 'a']]);
  });
});

describe('what is text and what is markup', () => {
  test.each([
    ['dollars', 'From $25 billion to $30 billion.\n', ['From $25 billion to $30 billion.']],
    ['tildes', '12~18개월, 2025~2026년\n', ['12~18개월, 2025~2026년']],
    ['colons', '참고:GPT는 9:30am :smile: ::x\n', ['참고:GPT는 9:30am :smile: ::x']],
    ['braces in Markdown', 'Use {name} here.\n', ['Use {name} here.']],
    ['braces in MDX', 'Use {name} here.\n', ['Use <ph1/> here.'], 'a.mdx'],
    ['a quote in a list, wrapped', '- > a\n  > b\n', ['a b']],
    ['nested emphasis over lines', '> **a\n> b** c\n', ['<pc1>a b</pc1> c']],
    ['a code span over lines', '> `a\n> b` c\n', ['<ph1/> c']],
    ['an undefined reference', 'See [a] and [b][c].\n', ['See [a] and [b][c].']],
    ['a comment at the end', '# Title <!-- omit -->\n', ['Title']],
    ['only markup', '<Tip />\n\n{{< toc >}}\n', []],
    ['HTML tags unclosed', 'a <b>c\n', ['a <ph1/>c']],
    ['a component with text', '<ReadMore>See [x](y).</ReadMore>\n', ['<pc1>See <pc2>x</pc2>.</pc1>']],
  ])('%s', (_name, text, expected, file?: string) => {
    expect(units(text, file)).toEqual(expected);
  });
});

describe('tables', () => {
  const article = parse(
    '| A | B |\n|---|--:|\n| 1 | |\n| 2 |\n\n<table><tr><td>x<td>y</tr></table>\n\n- | C |\n  |---|\n  | 3 |\n',
  );

  test('Markdown and HTML tables have one shape and one count', () => {
    expect(tablesOf(article).map(({ index, table }) => [index, columnCount(table), table.rows.length])).toEqual([
      [0, 2, 3],
      [1, 2, 1],
      [2, 1, 2],
    ]);
    const cells = article.units.filter((unit) => unit.kind === 'table-cell');
    for (const unit of cells) {
      const { table, row, column } = unit.cell!;
      const cell = tablesOf(article)[table]!.table.rows[row]![column]!;
      expect(article.units[cell.unit!]).toBe(unit);
      expect(cell.text).toBe(unit.text);
    }
  });

  test('columns, holes and ragged rows', () => {
    const { table } = tablesOf(article)[0]!;
    expect(headerOf(table).map((cell) => cell.text)).toEqual(['A', 'B']);
    expect(columnOf(table, 1).map((cell) => cell?.text)).toEqual(['', undefined]);
    expect(columnOf(table, 1).map((cell) => cell !== undefined && isEmptyCell(cell))).toEqual([true, false]);
    expect(raggedRows(table)).toEqual([2]);
    expect(table.alignment).toEqual([null, 'right']);
  });
});

describe('decodeSource', () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p) : Buffer.from([p]))));

  test('keeps a byte order mark and CR LF', () => {
    expect(decodeSource(bytes('\uFEFFa\r\n가'), 'a.md')).toBe('\uFEFFa\r\n가');
  });

  test.each([
    ['EUC-KR', bytes('a\r\n가 ', 0xb0, 0xa1), 2, 3],
    ['a cut character', bytes('가\n나', 0xea, 0xb0), 2, 2],
    ['an overlong form', bytes(0xc0, 0xaf), 1, 1],
    ['a surrogate', bytes('😀', 0xed, 0xa0, 0x80), 1, 3],
    ['past U+10FFFF', bytes('x', 0xf4, 0x90, 0x80, 0x80), 1, 2],
  ])('names the place of %s', (_name, source, line, column) => {
    expect(() => decodeSource(source, 'a.md')).toThrowError(
      expect.objectContaining({ code: 'invalid-utf8', place: { file: 'a.md', line, column } }),
    );
  });

  test('refuses a file above the limit before reading it', () => {
    expect(() => decodeSource(Buffer.alloc(11), 'a.md', 10)).toThrowError(
      expect.objectContaining({ code: 'file-too-large' }),
    );
    expect(() => decodeSource(Buffer.alloc(2_000_001), 'a.md')).toThrowError(
      expect.objectContaining({ code: 'file-too-large' }),
    );
  });
});

describe('long articles', () => {
  /** A body of several windows whose blocks are found again by their text. */
  const section = (i: number) =>
    [
      `## Section ${i}`,
      `Paragraph ${i} with [a link][ref-${i}], [shared] and a note[^n].`,
      `- item ${i}\n\n  more`,
      `\`\`\`\n\n# not a heading ${i}\n\n[ref-${i}]: not-a-definition\n\`\`\``,
      `> quote ${i}`,
    ].join('\n\n');
  const sections = Array.from({ length: 300 }, (_, i) => section(i));
  const definitions = [
    '[shared]: /shared',
    '[^n]: A note.',
    ...sections.map((_, i) => `[ref-${i}]: /target/${i}`),
  ].join('\n\n');

  test('are read as if in one piece: labels are known everywhere, and code is no definition', () => {
    const text = `${sections.join('\n\n')}\n\n${definitions}\n`;
    const { blocks, units: found, references } = parse(text);
    expect(text.length).toBeGreaterThan(50_000);
    const links = references!.filter((reference) => reference.kind === 'link').map((reference) => reference.url);
    expect(links).toEqual(sections.flatMap((_, i) => [`/target/${i}`, '/shared']));
    expect(found.filter((unit) => unit.codes.some((code) => code.type === 'footnote'))).toHaveLength(300);
    for (const block of blocks.filter((b) => b.kind === 'heading'))
      expect(text.slice(block.range.start, block.range.end)).toMatch(/^#/);
  });

  test('a block longer than a window is one block', () => {
    const items = Array.from({ length: 3000 }, (_, i) => `- item ${i}\n`).join('\n');
    const { blocks } = parse(`# A\n\n${items}\nEnd.\n`);
    expect(blocks.filter((block) => block.kind === 'list')).toHaveLength(1);
    expect(blocks.filter((block) => block.kind === 'list-item')).toHaveLength(3000);
  });

  test('one line of many windows is one paragraph, spaces before it or not', () => {
    const line = `${'Seoul and '.repeat(5000)}Busan.`;
    for (const before of ['', ' ', '  '])
      expect(parse(`${before}${line}`).units.map(({ text }) => text)).toEqual([line]);
  });
});

test.each([
  ['{{ '],
  ['{% '],
  ['<a b="'],
  ['<A b={'],
  ['<code>'],
  ['<b>'],
  ['[a]('],
  ['![a'],
  ['[a]: '],
  ['> '],
  ['&#'],
  [':::a\n'],
  ['<table><tr><td>'],
])(
  '%j repeated is read in bounded time',
  (piece) => {
    // 30 kB of an opening that nothing closes: what is quadratic runs into the test's time limit.
    const text = piece.repeat(Math.ceil((piece === '> ' ? 400 : 30_000) / piece.length));
    expect(parse(text, 'a.mdx').text).toBe(text);
    expect(parse(`<div>\n${text}\n</div>\n`).text).toContain(piece);
  },
  30_000,
);
