/** Text that holds digits and says no quantity: addresses, paths, hashes, codes. Each alternative is anchored by what starts it. */
const opaque =
  /(?:https?:\/\/|www\.)[^\s<>"'`()\u3000-\uD79D]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?:~|\.{1,2})?\/[\w.@-]+(?:\/[\w.@-]+)+|\b[\w-]{1,64}(?:\.[\w-]{1,64}){0,4}\.(?:md|mdx|js|ts|json|ya?ml|py|sh|html?|png|jpe?g|svg|gif|exe|zip|tar|gz|com|org|net|io)\b|\b0x[\da-fA-F]+\b|\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{12,}\b|#[\da-fA-F]{6}\b|&#x?[\da-fA-F]{1,8};/g;

/** Longest stretch that is looked at for one such text; a longer one is a blob and is read like any text. */
const maximum = 2000;

/** Spans of addresses, file names, hashes and versions, in order. */
export function opaqueSpans(text: string): readonly (readonly [number, number])[] {
  if (!/[@/#]|\.[a-z]|0x|[\da-f]{12}/.test(text)) return [];
  const spans: [number, number][] = [];
  opaque.lastIndex = 0;
  for (let match = opaque.exec(text); match !== null; match = opaque.exec(text)) {
    if (match[0].length <= maximum) spans.push([match.index, match.index + match[0].length]);
  }
  return spans;
}

/** What two spellings of one name have in common: case, width, spaces and hyphens do not count. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-‐-―_·.,]+/g, (gap) => (gap.includes('.') ? '.' : ''));
}
