import { displayOpenings } from './display-math.js';

/** The delimiter row of a table, in any container: nothing but its marks. */
const delimiters = /^[ \t>]*[|:-][ \t|:-]*$/;
const blank = /^[ \t>]*$/;
const address = /www\.|https?:\/\//gi;

/**
 * What lies ahead in a text, for constructs that micromark would else try a character at a time, and take back: a table
 * at every paragraph, an address at every `w` and `h`. They were a third of the time of parsing.
 */
export interface Lookahead {
  /** Whether `$$` there opens a display as TeX writes it, not a fence. */
  isDisplay(offset: number): boolean;
  /** Whether the line (counted from 1) stands over one that may be a table's delimiter row, or after it in one block. */
  mayBeRow(line: number): boolean;
  /** Whether a bare address may begin there. */
  mayBeginAddress(offset: number): boolean;
}

/** The lookahead into `text`; linear in its length. */
export function lookahead(text: string): Lookahead {
  const displays = displayOpenings(text);
  const addresses = new Set(Array.from(text.matchAll(address), ({ index }) => index));
  const rows = new Set<number>();
  let open = false;
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    if (delimiters.test(line)) {
      rows.add(index);
      open = true;
    } else if (blank.test(line)) open = false;
    if (open) rows.add(index + 1);
  });
  return {
    isDisplay: (offset) => displays.has(offset),
    mayBeRow: (line) => rows.has(line),
    mayBeginAddress: (offset) => addresses.has(offset),
  };
}
