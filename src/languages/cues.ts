/**
 * Words that say how figures hang together: what is a total, a growth rate, a share. Each entry is matched at a word's
 * beginning, so that `합계는` and `totals` are seen; case does not count.
 */
export interface Cues {
  /** A row or figure that sums up others: "Total", 합계. */
  readonly total: readonly string[];
  /** A whole that its parts follow: "of the $25 billion", 가운데. */
  readonly of: readonly string[];
  /** One figure for each of several: "150 MW each", 씩. */
  readonly each: readonly string[];
  /** A compound yearly rate in a table's header. */
  readonly compoundGrowth: readonly string[];
  /** A change between two columns in a table's header. */
  readonly growth: readonly string[];
  /** A change said in a sentence: "improvement", 향상. */
  readonly change: readonly string[];
  /** Shares of one whole in a table's header, which add up to 100. */
  readonly share: readonly string[];
  /** Words that mark a figure as somebody's or some time's own: these two figures may differ. */
  readonly contrast: readonly string[];
  /** Words of grammar, which say nothing about what is measured. */
  readonly function: readonly string[];
}
