/** The checks of a source, by name: known without loading them (test/lint/ holds them against the list of checks). */
export const sourceCheckIds = [
  'agreement',
  'captions',
  'chronology',
  'conversions',
  'counts',
  'cut-off',
  'drawing',
  'gaps',
  'growth',
  'other-language',
  'shares',
  'sums',
  'title',
] as const;
export type SourceCheckId = (typeof sourceCheckIds)[number];
