import { describe, expect, it } from 'vitest';
import { languagePack } from '../../src/languages/index.js';
import { parseArticle } from '../../src/markdown/index.js';
import { tableCsv, tableData } from '../../src/publish/table-data.js';

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
