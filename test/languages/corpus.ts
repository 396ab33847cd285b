import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Quantity, quantitySchema, type Reading } from '../../src/model/quantity.js';

const apart = new Set(['names.json', 'nothing.json']);

/** One value and its many spellings; each text holds that one figure and no other. */
interface Case {
  readonly expect: Partial<Quantity>;
  readonly texts: readonly string[];
}

/** What every language pack's reader must hold to: its corpus of figures, of names and of what is no figure. */
export function reads(read: (text: string) => Reading, folder: URL): void {
  const load = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;

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

  describe('names that hold digits', () => {
    test.each(load<{ text: string; names: string[] }[]>('names.json'))('$text', ({ text, names }) => {
      const reading = read(text);
      expect(reading.names.map((name) => name.text)).toEqual(names);
      expect(reading.quantities).toEqual([]);
    });
  });

  describe('words that only look like figures', () => {
    test.each(load<string[]>('nothing.json'))('%s', (text) => {
      expect(read(text).quantities).toEqual([]);
    });
  });
}
