/**
 * All places of many patterns in one pass (Aho and Corasick, 1975). Ours, since termbases are matched for every unit:
 * states and transitions lie in typed arrays, so that 10,000 terms are prepared in milliseconds and text is read at the
 * speed of a table look-up. Patterns are given as UTF-16 units already folded; `fold` maps each unit of a text likewise.
 */
export class Automaton {
  /** Transitions out of the root, by unit: most of any text is read here. */
  private readonly root = new Int32Array(0x10000);
  /** The other transitions, an open hash of (state, unit) → state. 0 marks an empty place: no transition leads to the root. */
  private readonly states: Int32Array;
  private readonly units: Uint16Array;
  private readonly targets: Int32Array;
  private readonly mask: number;
  private readonly fail: Int32Array;
  /** The first pattern that ends in a state (−1: none), further ones by `same`; the nearest suffix state that ends one. */
  private readonly first: Int32Array;
  private readonly suffix: Int32Array;
  private readonly same: Int32Array;
  private readonly lengths: Int32Array;

  constructor(patterns: readonly string[]) {
    const most = patterns.reduce((sum, { length }) => sum + length, 1);
    let size = 16;
    while (size < most * 2) size *= 2;
    this.mask = size - 1;
    this.states = new Int32Array(size);
    this.units = new Uint16Array(size);
    this.targets = new Int32Array(size);
    this.fail = new Int32Array(most);
    this.first = new Int32Array(most).fill(-1);
    this.suffix = new Int32Array(most);
    this.same = new Int32Array(patterns.length).fill(-1);
    this.lengths = Int32Array.from(patterns, ({ length }) => length);
    this.link(this.grow(patterns));
  }

  /** Calls `visit` for every pattern in `text` by its end (exclusive); `skip` units count as not there. Linear. */
  search(
    text: string,
    fold: Uint16Array,
    skip: ((text: string, index: number) => boolean) | undefined,
    visit: (pattern: number, length: number, end: number) => void,
  ): void {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = fold[text.charCodeAt(i)]!;
      if (unit === 32 && state !== 0 && skip?.(text, i) === true) continue;
      let target = state === 0 ? this.root[unit]! : this.step(state, unit);
      while (target === 0 && state !== 0) {
        state = this.fail[state]!;
        target = state === 0 ? this.root[unit]! : this.step(state, unit);
      }
      state = target;
      if (state === 0) continue;
      for (let at = this.first[state]! >= 0 ? state : this.suffix[state]!; at !== 0; at = this.suffix[at]!) {
        for (let p = this.first[at]!; p >= 0; p = this.same[p]!) visit(p, this.lengths[p]!, i + 1);
      }
    }
  }

  /** The trie. Returns its states' parents and units, in order of making: a parent always stands before its children. */
  private grow(patterns: readonly string[]): { parents: number[]; codes: number[] } {
    const parents = [0];
    const codes = [0];
    patterns.forEach((pattern, index) => {
      let state = 0;
      for (let i = 0; i < pattern.length; i++) {
        const unit = pattern.charCodeAt(i);
        let target = state === 0 ? this.root[unit]! : this.step(state, unit);
        if (target === 0) {
          target = parents.length;
          parents.push(state);
          codes.push(unit);
          if (state === 0) this.root[unit] = target;
          else this.put(state, unit, target);
        }
        state = target;
      }
      if (state === 0) return;
      this.same[index] = this.first[state]!;
      this.first[state] = index;
    });
    return { parents, codes };
  }

  /** Failure links, shallow states first. */
  private link({ parents, codes }: { readonly parents: readonly number[]; readonly codes: readonly number[] }): void {
    const depths = new Int32Array(parents.length);
    for (let state = 1; state < parents.length; state++) depths[state] = depths[parents[state]!]! + 1;
    const order = Array.from(parents.keys()).sort((a, b) => depths[a]! - depths[b]!);
    for (const state of order) {
      if (depths[state]! < 2) continue;
      const unit = codes[state]!;
      let back = this.fail[parents[state]!]!;
      let target = back === 0 ? this.root[unit]! : this.step(back, unit);
      while (target === 0 && back !== 0) {
        back = this.fail[back]!;
        target = back === 0 ? this.root[unit]! : this.step(back, unit);
      }
      this.fail[state] = target;
      this.suffix[state] = this.first[target]! >= 0 ? target : this.suffix[target]!;
    }
  }

  private step(state: number, unit: number): number {
    for (let at = hash(state, unit) & this.mask; ; at = (at + 1) & this.mask) {
      const target = this.targets[at]!;
      if (target === 0 || (this.states[at] === state && this.units[at] === unit)) return target;
    }
  }

  private put(state: number, unit: number, target: number): void {
    let at = hash(state, unit) & this.mask;
    while (this.targets[at] !== 0) at = (at + 1) & this.mask;
    this.states[at] = state;
    this.units[at] = unit;
    this.targets[at] = target;
  }
}

function hash(state: number, unit: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
