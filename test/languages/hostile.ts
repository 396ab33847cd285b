import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NumberedName, Quantity, Reading } from '../../src/model/quantity.js';

/** 100 kB of a text: a reader that looked back or ahead without bound would not end within the test's time. */
const fill = (part: string) => part.repeat(Math.ceil(100_000 / part.length));

/** What a language pack's reader is flooded with. */
export interface Hostility {
  /** By what they are: short texts whose endless repetition makes a reader look back and forth. */
  readonly floods: Readonly<Record<string, string>>;
  /** Words and signs of figures, apart by blanks, that are jumbled. */
  readonly words: string;
  /** What may stand between them. */
  readonly gaps: readonly string[];
  /** A sentence with several figures, which twice as often holds twice as many. */
  readonly sentence: string;
}

/** What every reader must withstand: floods of one thing, and any text at all. */
export function withstands(read: (text: string) => Reading, { floods, words, gaps, sentence }: Hostility): void {
  describe('floods of one thing are read to the end', () => {
    test.each(Object.entries(floods))('%s', (_name, part) => {
      const text = fill(part);
      const { quantities, names } = read(text);
      // One expectation for all: a hundred thousand of them take longer than the reading.
      expect([...quantities, ...names].filter((found) => text.slice(found.start, found.end) !== found.text)).toEqual(
        [],
      );
      expect(quantities.filter(({ value = '' }) => value.length >= 2000)).toEqual([]);
    });

    test('twice the text has twice the figures', () => {
      const count = (times: number) => read(sentence.repeat(times)).quantities.length;
      expect(count(2000)).toBe(2 * count(1000));
    });
  });

  describe('any text', () => {
    const sane = (text: string) => {
      expect(faults(text, read(text))).toEqual([]);
    };

    test('never throws, and every span is in its place', () => {
      fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), sane), { numRuns: 500 });
    });

    test('words of figures in any order', () => {
      const jumble = fc
        .array(fc.tuple(fc.constantFrom(...words.split(' ')), fc.constantFrom(...gaps)), { maxLength: 30 })
        .map((parts) => parts.map(([word, gap]) => word + gap).join(''));
      fc.assert(fc.property(jumble, sane), { numRuns: 3000 });
    });
  });
}

/** What is wrong with a reading, whatever the text: spans out of place or order, figures in names, values that are none. */
function faults(text: string, { quantities, names }: Reading): string[] {
  const found: string[] = [];
  const placed = (list: readonly (Quantity | NumberedName)[]) => {
    let end = 0;
    for (const one of list) {
      if (one.start < end || one.end <= one.start) found.push(`out of order: ${one.text}`);
      if (text.slice(one.start, one.end) !== one.text) found.push(`out of place: ${one.text}`);
      end = one.end;
    }
  };
  placed(quantities);
  placed(names);
  for (const name of names) {
    if (quantities.some((q) => q.start < name.end && name.start < q.end)) found.push(`figure in a name: ${name.text}`);
  }
  for (const q of quantities) {
    const exact = [q.value, q.min, q.max].filter((value) => value !== undefined);
    if (exact.length === 0 && q.vague !== true) found.push(`without a value: ${q.text}`);
    if (q.kind === 'date' || q.kind === 'time') continue;
    for (const value of exact) if (!/^-?\d+(\.\d+)?$/.test(value)) found.push(`no number: ${value}`);
  }
  return found;
}
