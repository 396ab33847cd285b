import { describe, expect, it } from 'vitest';
import { tableCsv, tableData } from '../../src/checks/table-data.js';
import { languagePack } from '../../src/languages/index.js';
import { parseArticle } from '../../src/markdown/index.js';
import { parseTermbase } from '../../src/termbase/load.js';
import { createMatcher } from '../../src/termbase/match.js';

const english = `| Line | Capacity | Cost | Share |
|---|---|---|---|
| North, "A" | 150 MW | $8.5 billion | 40% |
| =SUM(A1) | about 3 | - | |
`;
const korean = `| 노선 | 용량 | 비용 | 비중 |
|---|---|---|---|
| 북부 | 150MW | 85억 달러 | 40% |
| 남부 | 약 3 | - | |
`;
const read = (text: string, locale: string, index = 0) =>
  tableData(parseArticle(text, { file: 'a.md', slug: 'a', locale }), index, languagePack(locale));

describe('a table as data', () => {
  it('has the same values in both languages', () => {
    const values = (text: string, locale: string) =>
      read(text, locale)!.rows.map((row) =>
        row.map(({ quantity }) => quantity && [quantity.kind, quantity.value, quantity.unit]),
      );
    expect(values(english, 'en')).toEqual(values(korean, 'ko'));
    expect(values(english, 'en')[0]).toEqual([
      undefined,
      ['measure', '150', 'megawatt'],
      ['money', '8500000000', 'USD'],
      ['percent', '40', undefined],
    ]);
  });

  it('knows what its columns hold, and reads cells under the unit of their header', () => {
    const [a, b] = [
      read(
        '| Site | Value ($B) | Opened | Note |\n|---|---|---|---|\n| Busan | 45 | 2026-04 | 2 of 3 lines |\n| Oslo | – | 2027-01 | |',
        'en',
      )!,
      read(
        '| 부지 | 금액(억 달러) | 개장 | 비고 |\n|---|---|---|---|\n| 부산 | 450 | 2026년 4월 | 3개 선 중 2개 |\n| 오슬로 | – | 2027년 1월 | |',
        'ko',
      )!,
    ];
    const kinds = [
      { kind: 'label' },
      { kind: 'quantity', measure: 'money', unit: 'USD' },
      { kind: 'date', measure: 'date' },
      { kind: 'prose' },
    ];
    expect(a.columns.map(({ name: _, ...column }) => column)).toEqual(kinds);
    expect(b.columns.map(({ name: _, ...column }) => column)).toEqual(kinds);
    expect([a.columns[1]!.name, b.columns[1]!.name]).toEqual(['Value', '금액']);
    expect([a, b].map(({ rows }) => rows[0]![1]!.quantity?.value)).toEqual(['45000000000', '45000000000']);
  });

  it('knows columns of terms by the termbase, and what stands for no value in each language', () => {
    const concepts = parseTermbase(
      'concepts:\n  - { id: foundry, designations: { en: [{ term: foundry }], ko: [{ term: 파운드리 }] } }\n  - { id: memory, designations: { en: [{ term: memory }], ko: [{ term: 메모리 }] } }\n',
      'locales/termbase.yaml',
    );
    const kinds = (text: string, locale: string) =>
      tableData(
        parseArticle(text, { file: 'a.md', slug: 'a', locale }),
        0,
        languagePack(locale),
        createMatcher(concepts, locale, locale),
      )!.columns.map(({ kind }) => kind);
    const head = '|---|---|---|---|';
    expect(
      kinds(
        `| Firm | Business | Sales | Note |\n${head}\n| A | Foundry | $3B | a foundry |\n| B | memory | TBD | |`,
        'en',
      ),
    ).toEqual(['label', 'term', 'quantity', 'prose']);
    expect(
      kinds(
        `| 회사 | 사업 | 매출 | 비고 |\n${head}\n| 가 | 파운드리 | 30억 달러 | 파운드리를 한다 |\n| 나 | 메모리 | 해당 없음 | |`,
        'ko',
      ),
    ).toEqual(['label', 'term', 'quantity', 'prose']);
  });

  it('is CSV with plain values, quoted where need be, and no formulas', () => {
    expect(tableCsv(read(english, 'en')!).split('\r\n')).toEqual([
      'Line,Capacity,Cost,Share',
      '"North, ""A""",150,8500000000,40',
      expect.stringMatching(/^'=SUM\(A1\),/),
      '',
    ]);
  });

  it('is counted from 0; beyond the last there is none', () => {
    expect(read(`${english}\n\n${korean}`, 'en', 1)?.header[0]?.text).toBe('노선');
    expect(read(english, 'en', 1)).toBeUndefined();
  });
});
