/** What a blank line does not end: a fence in whatever container, HTML that ends with a mark of its own. */
const fence = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/s;
const htmlBlocks: readonly (readonly [RegExp, RegExp])[] = [
  [/^[ \t>]*<!--/, /-->/],
  [/^[ \t>]*<(?:script|pre|style|textarea)\b/i, /<\/(?:script|pre|style|textarea)>/i],
];

/** Lines of a body that are left to micromark, by their offsets in it; and a guess whether they leave markup open. */
export class Stretch {
  readonly start: number;
  end: number;
  #fence = '';
  #htmlEnd: RegExp | undefined;

  constructor(start: number) {
    this.start = start;
    this.end = start;
  }

  get isOpen(): boolean {
    return this.#fence !== '' || this.#htmlEnd !== undefined;
  }

  /** Takes the next line in, which ends at an offset. */
  take(line: string, end: number): void {
    this.end = end;
    if (this.#htmlEnd !== undefined) {
      if (this.#htmlEnd.test(line)) this.#htmlEnd = undefined;
      return;
    }
    const [, marks = '', rest = ''] = fence.exec(line) ?? [];
    if (this.#fence !== '') {
      if (marks.startsWith(this.#fence) && rest.trim() === '') this.#fence = '';
    } else if (marks !== '') {
      if (!rest.includes('`')) this.#fence = marks;
    } else if (line.includes('<')) {
      const [opening, end] = htmlBlocks.find(([start]) => start.test(line)) ?? [];
      if (opening !== undefined && end?.test(line) === false) this.#htmlEnd = end;
    }
  }
}
