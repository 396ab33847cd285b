import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Concept } from '../../src/model/concept.js';
import { DiptychError } from '../../src/model/errors.js';
import { readCsv, writeCsv } from '../../src/termbase/exchange/concept-csv.js';
import { parseCsv } from '../../src/termbase/exchange/csv.js';
import { readDeepl, writeDeepl } from '../../src/termbase/exchange/deepl.js';
import { readTbx } from '../../src/termbase/exchange/tbx-read.js';
import { writeTbx } from '../../src/termbase/exchange/tbx-write.js';
import { parseTermbase } from '../../src/termbase/load.js';
import { conceptLines, printTermbase, putConcepts } from '../../src/termbase/print.js';
import { concept } from './concepts.js';

const fixture = (name: string) => readFileSync(new URL(`exchange/${name}`, import.meta.url), 'utf8');

/** Text as people and machines put it in notes. */
const text = fc
  .array(
    fc.constantFrom(
      '데이터',
      'a',
      'Å',
      '<b>',
      '&amp;',
      ']]>',
      '"',
      "'",
      ',',
      ';',
      '\t',
      ' ',
      '\n',
      '\r\n',
      '=1',
      '😀',
      ':',
      '#',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => `x${parts.join('')}y`);
const topics = fc.uniqueArray(
  text.map((sample) => sample.replace(/[;\s]/g, '')),
  { minLength: 1, maxLength: 3 },
);
const designation = fc.record(
  {
    term: text.map((sample) => sample.replace(/\s/g, ' ')),
    status: fc.constantFrom('admitted' as const, 'deprecated' as const, 'forbidden' as const),
    type: fc.constantFrom('abbreviation' as const, 'full-form' as const, 'short-form' as const),
    case: fc.constantFrom('exact' as const, 'fold' as const),
    reading: text,
    partOfSpeech: fc.constantFrom('noun' as const, 'proper-noun' as const, 'other' as const),
    firstMention: text,
    topics,
    note: text,
  },
  { requiredKeys: ['term', 'status'] },
);
const designations = fc
  .array(designation, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((one, i) => (i === 0 ? { ...one, status: 'preferred' as const } : one)));
const termbase = (size: { minLength: number; maxLength: number }) =>
  fc
    .array(
      fc.tuple(
        fc.record(
          {
            doNotTranslate: fc.boolean(),
            domain: text,
            topics,
            definition: text,
            source: text,
            note: text,
            example: text,
          },
          { requiredKeys: [] },
        ),
        designations,
        fc.option(designations, { nil: undefined }),
      ),
      size,
    )
    .map((list): Concept[] =>
      list.map(([fields, en, ko], i) => ({
        id: `${i % 2 === 0 ? '' : 'c.'}${i}-x`,
        ...fields,
        designations: { en, ...(ko === undefined ? {} : { ko }) },
      })),
    );

const formats = {
  tbx: (concepts: readonly Concept[]) => readTbx(writeTbx(concepts).text, 'a.tbx'),
  csv: (concepts: readonly Concept[]) => readCsv(writeCsv(concepts).text, 'a.csv'),
  yaml: (concepts: readonly Concept[]) => ({
    concepts: parseTermbase(printTermbase(concepts), 'a.yaml'),
    dropped: new Map(),
  }),
};

describe.each(Object.entries(formats))('a round trip through %s', (_, through) => {
  it('gives back 1,000 concepts as they were', () => {
    const [concepts] = fc.sample(termbase({ minLength: 1000, maxLength: 1000 }), { numRuns: 1, seed: 42 });
    const { concepts: back, dropped } = through(concepts!);
    expect(back).toEqual(concepts);
    expect([...dropped]).toEqual([]);
  });

  it('gives back any termbase', () => {
    fc.assert(
      fc.property(termbase({ minLength: 0, maxLength: 4 }), (concepts) => {
        expect(through(concepts).concepts).toEqual(concepts);
      }),
      { numRuns: 60 },
    );
  });

  it('gives back the termbase of this project', () => {
    const yaml = readFileSync(new URL('../../locales/termbase.yaml', import.meta.url), 'utf8');
    const concepts = parseTermbase(yaml, 'termbase.yaml');
    expect(through(concepts).concepts).toEqual(concepts);
  });
});

describe('TBX of others', () => {
  it.each(['basic-v2.tbx', 'basic-v3-dct.tbx', 'basic-v3-dca.tbx'])('is read: %s', (name) => {
    const { concepts, dropped } = readTbx(fixture(name), name);
    expect(concepts).toEqual(JSON.parse(fixture('expected.json')));
    expect(Object.fromEntries(dropped)).toEqual({ customerSubset: 1, grammaticalGender: 1 });
  });

  it.each([
    ['entities', '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><tbx>&b;</tbx>', 'entities', 1],
    ['external entity', '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<tbx>&x;</tbx>', 'entities', 1],
    ['undeclared entity', '<tbx>\n&x;</tbx>', undefined, 2],
    ['another kind of file', '<html/>', 'no-tbx', 1],
    ['nested without end', `<tbx>${'<a>'.repeat(100)}`, 'deep', 1],
    ['cut off', '<tbx>\n<text>', undefined, 2],
    ['no XML', 'term\tBegriff', undefined, 1],
    ['nothing', '', undefined, 1],
  ])('is refused: %s', (_, xml, context, line) => {
    let caught: unknown;
    try {
      readTbx(xml, 'a.tbx');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(DiptychError);
    const { code, values, place } = caught as DiptychError;
    expect({ code, context: values['context'], ...place }).toMatchObject({
      code: 'invalid-termbase',
      context,
      file: 'a.tbx',
      line,
    });
  });

  it('fetches no document type', () => {
    const xml = '<!DOCTYPE martif SYSTEM "http://127.0.0.1:9/none.dtd"><martif><text><body/></text></martif>';
    expect(readTbx(xml, 'a.tbx').concepts).toEqual([]);
  });

  it('says what has no place in XML', () => {
    const { text: xml, dropped } = writeTbx([concept('a', { en: ['a\u0001b'] })]);
    expect(Object.fromEntries(dropped)).toEqual({ character: 1 });
    expect(readTbx(xml, 'a.tbx').concepts[0]?.designations['en']?.[0]?.term).toBe('a\uFFFDb');
  });
});

describe('CSV', () => {
  it('quotes what needs it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const clean = rows.map((cells) => cells.map((cell) => cell.replaceAll('\r', '\n')));
        const written = clean
          .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(parseCsv(written, 'f').map(({ cells }) => cells)).toEqual(clean);
      }),
    );
  });

  it('may have a column a language', () => {
    const { concepts, dropped } = readCsv(
      '\uFEFFen,ko,comment\ndata center,데이터센터,x\n"GPU, old",GPU,\n,,\n',
      'a.csv',
    );
    expect(concepts.map(({ id }) => id)).toEqual(['data-center', 'gpu-old']);
    expect(concepts[0]?.designations['ko']).toEqual([{ term: '데이터센터', status: 'preferred' }]);
    expect(Object.fromEntries(dropped)).toEqual({ comment: 1, concept: 1 });
  });

  it.each([
    ['a,b\n1,2', 'columns', 1],
    ['concept,locale,term,status\nx,en,a,liked', 'choice', 2],
    ['concept,locale,term\nx,en,"a\nb', 'quote', 2],
  ])('is refused with its line: %j', (csv, context, line) => {
    expect(() => readCsv(csv, 'a.csv')).toThrow(
      expect.objectContaining({
        code: 'invalid-termbase',
        values: expect.objectContaining({ context }),
        place: { file: 'a.csv', line, column: 1 },
      }),
    );
  });

  it('keeps what it can: one preferred designation, ids of its own', () => {
    const { concepts, dropped } = readCsv('locale,term,status\nen,A,preferred\nxx-,B,\nko,가,\n', 'a.csv');
    expect(concepts.map(({ id }) => id)).toEqual(['a', 'concept']);
    expect(Object.fromEntries(dropped)).toEqual({ language: 1, concept: 1 });
  });
});

describe('a DeepL glossary', () => {
  const concepts = parseTermbase(fixture('deepl.yaml'), 'deepl.yaml');
  const pair = { from: 'en', to: 'ko' };

  it('holds what leads to a preferred designation, and says what it drops', () => {
    const { text: tsv, dropped } = writeDeepl(concepts, pair);
    expect(tsv).toBe('data center\t데이터센터\ndata centre\t데이터센터\nNVIDIA\t엔비디아\nH100\tH100\n');
    expect(Object.fromEntries(dropped)).toEqual({ discouraged: 2, domain: 1, repeated: 1, concept: 1 });
  });

  it('is read back, sources of one target together', () => {
    const { concepts: back } = readDeepl(writeDeepl(concepts, pair).text, 'g.tsv', pair);
    expect(back[0]?.designations).toEqual({
      en: [
        { term: 'data center', status: 'preferred' },
        { term: 'data centre', status: 'admitted' },
      ],
      ko: [{ term: '데이터센터', status: 'preferred' }],
    });
    expect(writeDeepl(back, pair).text).toBe(writeDeepl(concepts, pair).text);
  });

  it.each(['a', 'a\t', 'a\tb\tc'])('is refused with its line: %j', (row) => {
    expect(() => readDeepl(`x\ty\n${row}\n`, 'g.tsv', pair)).toThrow(
      expect.objectContaining({ code: 'invalid-termbase', place: { file: 'g.tsv', line: 2, column: 1 } }),
    );
  });
});

describe('the YAML', () => {
  const yaml =
    '# Ours\nconcepts:\n  # Companies\n  - id: a # first\n    designations: { en: A }\n  # Places\n  - id: b\n    designations: { en: B }\n';

  it('keeps its comments when concepts are put in', () => {
    const put = putConcepts(yaml, [concept('c', { en: ['C', 'Cc'], ko: ['씨'] }), concept('b', { en: ['B2'] })]);
    expect(put).toMatch(/^# Ours\nconcepts:\n {2}# Companies\n {2}- id: a # first\n/);
    expect(put).toContain('  # Places\n  - id: b\n    designations:\n      en: B2\n');
    expect(parseTermbase(put, 'f').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('may be empty before', () => {
    expect(parseTermbase(putConcepts('concepts: []\n', [concept('c', { en: ['C'] })]), 'f')).toHaveLength(1);
    expect(parseTermbase(putConcepts('', [concept('c', { en: ['C'] })]), 'f')).toHaveLength(1);
  });

  it('says on which line each concept stands', () => {
    expect([...conceptLines(yaml)]).toEqual([
      ['a', 4],
      ['b', 7],
    ]);
  });
});
