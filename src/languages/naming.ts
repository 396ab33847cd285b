/**
 * What stands between two commas of an enumeration: a `name` ("Seoul"), a `common` noun ("wind"), a `group` of
 * nobody knows how many ("its affiliates", 서울 두 곳), or no entry but a part of the sentence (`clause`).
 */
export type EntryKind = 'name' | 'common' | 'group' | 'clause';

/** How a language writes the names of what it counts beside the count: "Seoul and Busan, the four cities", 네 곳은 서울, 부산이다. */
export interface Naming {
  /** Between the names and the count behind them; ends with `$`. */
  readonly joint: RegExp;
  /** Words around the names by which they are only some of those that are counted: 등, "and others". */
  readonly examples: RegExp;
  /** What the text behind the count must look like for such names to be what is counted; begins with `^`. */
  readonly closed: RegExp;
  /** A sentence that begins so does not name what it counts before it: "In Seoul and Busan, the four companies". */
  readonly elsewhere?: RegExp;
  /** Words that stand at the beginning of a sentence before a comma and name nothing: "However", 지난해. */
  readonly openers: RegExp;
  /** How the names follow the count, from its end on; group 1 holds them. `sure`: nothing else can be meant. */
  readonly after: readonly { readonly pattern: RegExp; readonly sure: boolean }[];
  /** What a stretch between two commas is. */
  entry(text: string): EntryKind;
  /**
   * In a language that sets names right before a count: whether the last name is one of those that are counted (`count`
   * is the text from the count on), and not what they are or where. Elsewhere a mark stands between, and it always is.
   */
  isOne?(name: string, count: string): boolean;
  /** Whether a name may have a comma of its own: "Paris, France, and Tokyo, Japan". */
  readonly paired: boolean;
}
