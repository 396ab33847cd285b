import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { merge, parseArticle } from '../../src/markdown/index.js';
import { toTagged } from '../../src/model/inline.js';

/*
 * Each folder is a case: what becomes of `input.md` is `units.json`. `UPDATE=1 npx vitest run test/markdown` writes it
 * anew; read the diff.
 */
const folder = fileURLToPath(new URL('.', import.meta.url));
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const fields = ['title', 'description', 'topics.*', 'faq.*.question', 'faq.*.answer'];

function parse(name: string, text: string) {
  const file = name === 'mdx' ? 'input.mdx' : 'input.md';
  return parseArticle(text, { file, slug: name, locale: 'en', fields });
}

/** What a person can review: no offsets, codes as their bytes. */
function summary(name: string, text: string) {
  const article = parse(name, text);
  return {
    blocks: article.blocks.map(({ range: _range, column: _column, table, ...block }) =>
      table === undefined
        ? block
        : { ...block, alignment: table.alignment, rows: table.rows.map((row) => row.map((cell) => cell.text)) },
    ),
    units: article.units.map((unit) => ({
      kind: unit.kind,
      at: `${unit.line}:${unit.column}`,
      ...(unit.block === undefined ? { path: unit.path } : { block: unit.block }),
      ...(unit.cell === undefined ? {} : { cell: `${unit.cell.table}:${unit.cell.row}:${unit.cell.column}` }),
      ...(unit.within === undefined ? {} : { within: unit.within }),
      content: toTagged(unit),
      source: article.text.slice(unit.range.start, unit.range.end),
      ...(unit.codes.length === 0
        ? {}
        : {
            codes: unit.codes.map((code) =>
              [code.type, code.value ?? '', code.kind === 'ph' ? code.raw : `${code.open} ${code.close}`].join(' | '),
            ),
          }),
    })),
    references: (article.references ?? []).map(
      ({ kind, url, text: shown, title, line }) => `${line} ${kind} ${url} | ${shown}${title ? ` | ${title}` : ''}`,
    ),
  };
}

describe.each(cases)('%s', (name) => {
  const text = readFileSync(`${folder}${name}/input.md`, 'utf8');
  const expected = `${folder}${name}/units.json`;

  test('is read as recorded', () => {
    const actual = JSON.parse(JSON.stringify(summary(name, text)));
    if (process.env['UPDATE'] === '1') writeFileSync(expected, `${JSON.stringify(actual, null, 2)}\n`);
    expect(existsSync(expected)).toBe(true);
    expect(actual).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });

  test.each([
    ['LF', text],
    ['CR LF', text.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${text}`],
    ['no last line end', text.trimEnd()],
  ])('is itself when merged with its own units: %s', (_name, source) => {
    const article = parse(name, source);
    const own = new Map(article.units.map((unit) => [unit.id, unit]));
    expect(merge(article, own)).toBe(source);
  });

  test('says the same with CR LF', () => {
    const units = (source: string) => parse(name, source).units.map((unit) => [unit.kind, toTagged(unit)]);
    expect(units(text.replaceAll('\n', '\r\n'))).toEqual(units(text));
  });
});
