import type { NumberedName } from '../../model/quantity.js';
import { codeAt } from './code-units.js';
import { telephones } from './telephone.js';

/** Text that holds digits and says no quantity: addresses, paths, hashes, codes. Each alternative is anchored by what starts it. */
const opaque =
  /(?:https?:\/\/|www\.)[^\s<>"'`()\u3000-\uD79D]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?:~|\.{1,2})?\/[\w.@-]+(?:\/[\w.@-]+)+|\b[\w-]{1,64}(?:\.[\w-]{1,64}){0,4}\.(?:md|mdx|js|ts|json|ya?ml|py|sh|html?|png|jpe?g|svg|gif|exe|zip|tar|gz|com|org|net|io)\b|\b0x[\da-fA-F]+\b|\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{12,}\b|#[\da-fA-F]{6}\b|&#x?[\da-fA-F]{1,8};/g;

/** Longest stretch that is looked at for one such text; a longer one is a blob and is read like any text. */
const maximum = 2000;

/** What a character of ASCII is to the expression above: part of a hexadecimal number, a point, or what an alternative begins with. */
const plainly = { hexadecimal: 1, point: 2, opens: 3 } as const;
const meanings = new Uint8Array(128);
for (const [characters, meaning] of [
  ['0123456789abcdef', plainly.hexadecimal],
  ['.', plainly.point],
  ['@/#', plainly.opens],
] as const)
  for (const character of characters) meanings[character.charCodeAt(0)] = meaning;

/**
 * Whether a text holds what one of the alternatives cannot do without: `@`, `/`, `#`, a point before a letter, `0x`, or
 * twelve hexadecimal digits in a row. Most texts hold none, and this looks at each character once.
 */
function mayBeOpaque(text: string): boolean {
  let hexadecimal = 0;
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const code = codeAt(text, at);
    const meaning = code < 128 ? meanings[code] : 0;
    if (meaning === plainly.hexadecimal) {
      if (++hexadecimal === 12 || (code === 48 && text[at + 1] === 'x')) return true;
      continue;
    }
    hexadecimal = 0;
    if (meaning === plainly.opens) return true;
    if (meaning === plainly.point && at + 1 < length && isLower(codeAt(text, at + 1))) return true;
  }
  return false;
}

const isLower = (code: number) => code >= 97 && code <= 122;

/** A stretch that no rule of figures looks into; `name` where it is compared. */
export interface OpaqueSpan {
  readonly start: number;
  readonly end: number;
  readonly name?: NumberedName;
}

/** Spans of addresses, file names, hashes, versions and telephone numbers, in order. */
export function opaqueSpans(text: string): readonly OpaqueSpan[] {
  const numbers = telephones(text).map((name) => ({ start: name.start, end: name.end, name }));
  if (!mayBeOpaque(text)) return numbers;
  const spans: OpaqueSpan[] = [];
  opaque.lastIndex = 0;
  for (let match = opaque.exec(text); match !== null; match = opaque.exec(text)) {
    if (match[0].length <= maximum) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return numbers.length === 0 ? spans : [...spans, ...numbers].sort((a, b) => a.start - b.start);
}

/** What two spellings of one name have in common: case, width, spaces and hyphens do not count. */
export function nameKey(text: string): string {
  // B200, 5G: nothing but letters and digits, which other spellings are folded to.
  if (/^[A-Za-z\d]+$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-‐-―_·.,]+/g, (gap) => (gap.includes('.') ? '.' : ''));
}
