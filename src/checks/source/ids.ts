/** The checks of a source, by name: known without loading them (test/lint/ holds them against the list of checks). */
export const sourceCheckIds = [
  'agreement',
  'chronology',
  'conversions',
  'cut-off',
  'gaps',
  'growth',
  'shares',
  'sums',
] as const;
export type SourceCheckId = (typeof sourceCheckIds)[number];
