/** A pattern found: which one, and where. */
export interface Hit {
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

/**
 * All places of many patterns in one pass (Aho and Corasick, 1975). Ours, since termbases are matched for every unit: the
 * transitions are one map keyed by state and character, built once.
 */
export class Automaton {
  private readonly next = new Map<number, number>();
  private readonly fail: number[] = [0];
  /** Patterns that end in a state, and the nearest suffix state that ends one. */
  private readonly ends: number[][] = [[]];
  private readonly suffix: number[] = [0];
  private readonly lengths: readonly number[];

  constructor(patterns: readonly string[]) {
    this.lengths = patterns.map((pattern) => pattern.length);
    const children: Map<number, number>[] = [new Map()];
    patterns.forEach((pattern, index) => {
      if (pattern === '') return;
      let state = 0;
      for (let i = 0; i < pattern.length; i++) {
        const code = pattern.charCodeAt(i);
        let target = children[state]!.get(code);
        if (target === undefined) {
          target = this.ends.length;
          children[state]!.set(code, target);
          children.push(new Map());
          this.ends.push([]);
          this.fail.push(0);
          this.suffix.push(0);
          this.next.set(state * 0x10000 + code, target);
        }
        state = target;
      }
      this.ends[state]!.push(index);
    });
    const queue = [...children[0]!.values()];
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head]!;
      for (const [code, target] of children[state]!) {
        let back = this.fail[state]!;
        while (back !== 0 && !this.next.has(back * 0x10000 + code)) back = this.fail[back]!;
        const to = this.next.get(back * 0x10000 + code);
        this.fail[target] = to === undefined || to === target ? 0 : to;
        const link = this.fail[target]!;
        this.suffix[target] = this.ends[link]!.length > 0 ? link : this.suffix[link]!;
        queue.push(target);
      }
    }
  }

  /** Every hit in `text`, by its end. Linear in the text's length and the number of hits. */
  *search(text: string): Generator<Hit> {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let target = this.next.get(state * 0x10000 + code);
      while (target === undefined && state !== 0) {
        state = this.fail[state]!;
        target = this.next.get(state * 0x10000 + code);
      }
      state = target ?? 0;
      for (let at = this.ends[state]!.length > 0 ? state : this.suffix[state]!; at !== 0; at = this.suffix[at]!) {
        for (const pattern of this.ends[at]!) yield { pattern, start: i + 1 - this.lengths[pattern]!, end: i + 1 };
      }
    }
  }
}
