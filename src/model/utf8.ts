import { TextDecoder } from 'node:util';
import { DiptychError } from './errors.js';

/**
 * The text of a file's bytes. A byte order mark and CR LF are kept, so that writing the text back gives the same bytes.
 * Throws DiptychError `invalid-utf8` with the place of the first bad byte (line, and column in UTF-16 units, as editors
 * count): replacement signs in its place would be written back as if they were the text.
 */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    const at = firstBadByte(bytes);
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, at));
    const lines = before.split(/\r\n?|\n/);
    const place = { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    const byte = `0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`;
    throw new DiptychError('invalid-utf8', { byte, offset: at }, place, error);
  }
}

/** Well-formed sequences (Unicode 16, table 3-7): first byte from, to; second byte from, to; how many more follow. */
const sequences: readonly (readonly [number, number, number, number, number])[] = [
  [0xc2, 0xdf, 0x80, 0xbf, 0],
  [0xe0, 0xe0, 0xa0, 0xbf, 1],
  [0xe1, 0xec, 0x80, 0xbf, 1],
  [0xed, 0xed, 0x80, 0x9f, 1],
  [0xee, 0xef, 0x80, 0xbf, 1],
  [0xf0, 0xf0, 0x90, 0xbf, 2],
  [0xf1, 0xf3, 0x80, 0xbf, 2],
  [0xf4, 0xf4, 0x80, 0x8f, 2],
];

const within = (byte: number | undefined, low: number, high: number): boolean =>
  byte !== undefined && byte >= low && byte <= high;

/** Offset of the first byte that starts no well-formed character; the length when there is none. */
function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at]!;
    if (first < 0x80) {
      at++;
      continue;
    }
    const form = sequences.find(([low, high]) => within(first, low, high));
    if (form === undefined || !within(bytes[at + 1], form[2], form[3])) return at;
    for (let more = 1; more <= form[4]; more++) if (!within(bytes[at + 1 + more], 0x80, 0xbf)) return at;
    at += form[4] + 2;
  }
  return at;
}
