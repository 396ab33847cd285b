import type { Content, InlineCode } from '../model/inline.js';

/**
 * A translation read back from its file, with the codes of its source unit in place of its own: in a file codes are
 * counted as they come, while the second code of the source may come first in the translation. A code is told by its
 * type and by what it holds. `undefined` when the two do not hold the same codes: a person added or dropped some.
 */
export function recode(target: Content, source: readonly InlineCode[]): Content | undefined {
  if (target.codes.length !== source.length) return undefined;
  const free = new Set(source);
  const chosen = new Map<InlineCode, InlineCode>();
  const alike = (a: InlineCode, b: InlineCode) => a.kind === b.kind && a.type === b.type;
  // First those that hold the same, then images in the locale's own variant, then the rest in order, so that an address
  // that changed does not shift the others.
  const ways = [
    (a: InlineCode, b: InlineCode) => alike(a, b) && a.value === b.value,
    (a: InlineCode, b: InlineCode) => alike(a, b) && isVariant(a, b),
    alike,
  ];
  for (const same of ways) {
    for (const code of target.codes) {
      if (chosen.has(code)) continue;
      const match = [...free].find((candidate) => same(code, candidate));
      if (match === undefined) continue;
      free.delete(match);
      chosen.set(code, match);
    }
  }
  if (free.size > 0) return undefined;
  return {
    text: target.text,
    codes: target.codes.map((code) => ({ ...chosen.get(code)!, start: code.start, end: code.end })),
  };
}

/** Whether two contents of equally many codes hold the same in each, images in whatever locale's variant. */
export function holdsSame(a: Content, b: Content): boolean {
  return a.codes.every((code, index) => {
    const other = b.codes[index];
    return other !== undefined && (code.value === other.value || isVariant(code, other));
  });
}

/** Whether two addresses are those of one image, in two locales. */
const isVariant = (a: InlineCode, b: InlineCode): boolean => a.type === 'image' && unlocalized(a) === unlocalized(b);

/** An image's address without the locale before its ending: `chart.ko.svg` is `chart.svg`. */
const unlocalized = ({ value = '' }: InlineCode): string =>
  value.replace(/\.[a-z]{2,3}(?:-[a-z\d]{2,8})*(?=\.\w+$)/i, '');
