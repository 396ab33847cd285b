import type { Check, Finding } from './check.js';

/** What looks like a letter of a word and is another, or is not put together. */
const faults: readonly { readonly key: string; readonly severity: 'major' | 'minor'; readonly pattern: RegExp }[] = [
  // А in "АPI" is Cyrillic: a reader sees nothing, a search finds nothing.
  {
    key: 'look-alike',
    severity: 'major',
    pattern:
      /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{0,40}\p{Script=Latin})(?=\p{Script=Latin}{0,40}[\p{Script=Cyrillic}\p{Script=Greek}])[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2,40}/gu,
  },
  // 하ㄴ국: a syllable that was typed or cut apart. ㅋㅋ and ㅠㅠ stand by themselves.
  { key: 'jamo', severity: 'minor', pattern: /[가-힣][ㄱ-ㅎㅏ-ㅣ][가-힣]/gu },
  // 한국 as conjoining jamo, as macOS names files: looks right, compares wrong.
  { key: 'decomposed', severity: 'minor', pattern: /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?/gu },
];

/** Words whose letters come from two scripts that look alike, and Hangul that is not put together. */
export const mixedScript: Check = {
  id: 'mixed-script',
  type: 'characters',
  category: 'linguistic-conventions',
  unit(pair) {
    const { source, target } = pair;
    if (target === null) return [];
    return faults.flatMap(({ key, severity, pattern }): Finding[] => {
      const match = target.text.matchAll(pattern).next().value;
      if (match === undefined || source?.text.includes(match[0]) === true) return [];
      const span = { text: match[0], start: match.index, end: match.index + match[0].length };
      const fix =
        key === 'decomposed' ? { fix: { start: 0, end: target.text.length, text: target.text.normalize('NFC') } } : {};
      return [{ key, values: { text: match[0].slice(0, 40) }, severity, pair, target: span, ...fix }];
    });
  },
};
