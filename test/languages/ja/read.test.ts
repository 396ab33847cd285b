import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ja } from '../../../src/languages/ja/index.js';
import { type Quantity, quantitySchema } from '../../../src/model/quantity.js';

const folder = new URL('./corpus/', import.meta.url);
const load = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;
const apart = new Set(['names.json', 'nothing.json']);
const { read } = ja.figures;

/** One value and its many spellings; each text holds that one figure and no other. */
interface Case {
  readonly expect: Partial<Quantity>;
  readonly texts: readonly string[];
}

for (const file of readdirSync(folder).filter((name) => !apart.has(name))) {
  describe(`corpus ${file}`, () => {
    const cases = load<Case[]>(file).flatMap(({ expect: wanted, texts }) => texts.map((text) => ({ text, wanted })));
    test.each(cases)('$text', ({ text, wanted }) => {
      const { quantities } = read(text);
      expect(quantities).toHaveLength(1);
      expect(quantities[0]).toMatchObject(wanted);
      expect(quantitySchema.parse(quantities[0])).toEqual(quantities[0]);
    });
  });
}

test.each(load<{ text: string; names: string[] }[]>('names.json'))('names that hold digits: $text', (one) => {
  const reading = read(one.text);
  expect(reading.names.map((name) => name.text)).toEqual(one.names);
  expect(reading.quantities).toEqual([]);
});

test.each(load<string[]>('nothing.json'))('no figure: %s', (text) => {
  expect(read(text).quantities).toEqual([]);
});

test('several figures of a sentence keep their order and their places', () => {
  const text = '同社は2026年4月1日、約250億ドルを投じ、3万5000人を雇うと発表した。前年比12%増だ。';
  const { quantities } = read(text);
  expect(quantities.map((one) => one.text)).toEqual(['2026年4月1日', '250億ドル', '3万5000人', '12%']);
  for (const { start, end, text: written } of quantities) expect(text.slice(start, end)).toBe(written);
});

test.each(['1', '一', '千', '万', '1〜', '数', '第', '2026年', '1,', 'A1-', '約', '午後', '３', '兆億', '¥'])(
  'a hostile run of %s is read in time that grows with its length',
  (piece) => {
    const timed = (length: number) => {
      const text = piece.repeat(length / piece.length);
      const began = process.cpuUsage().user;
      read(text);
      return process.cpuUsage().user - began;
    };
    timed(2_000);
    // Eight times the text takes far less than the 64 times of a quadratic reader.
    expect(timed(160_000)).toBeLessThan(30 * timed(20_000) + 200_000);
  },
);
