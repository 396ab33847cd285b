/** What the bench uses of the package, which brings no types. */
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** For each place where patterns end, by the index of the last unit: `[end, patterns]`. */
    search(text: string): [number, string[]][];
  }
}
