import type { Point } from '../model/article.js';

/** Offsets where lines start. Line ends are LF, CR LF and CR, as CommonMark has them. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The lines of a text, counted from 0, without their ends. */
export class Lines {
  readonly source: string;
  readonly count: number;
  readonly #starts: readonly number[];

  constructor(source: string) {
    this.source = source;
    this.#starts = lineStarts(source);
    this.count = this.#starts.length;
  }

  start(line: number): number {
    return this.#starts[line]!;
  }

  /** Where a line's text ends and its line end begins. */
  end(line: number): number {
    if (line + 1 === this.count) return this.source.length;
    const next = this.#starts[line + 1]!;
    return this.source.charCodeAt(next - 1) === 10 && this.source.charCodeAt(next - 2) === 13 ? next - 2 : next - 1;
  }

  /** Empty below the last line. */
  text(line: number): string {
    return line < this.count ? this.source.slice(this.start(line), this.end(line)) : '';
  }

  /** Whether a line holds nothing but spaces and tabs. */
  isBlank(line: number): boolean {
    const end = this.end(line);
    for (let at = this.start(line); at < end; at++) {
      const c = this.source.charCodeAt(at);
      if (c !== 32 && c !== 9) return false;
    }
    return true;
  }
}

/** Line and column of any offset of a text. */
export class LineIndex {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = lineStarts(text);
  }

  /** Line and column, from 1, of an offset from 0. */
  point(offset: number): Point {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }

  /** Offset of the start of the line that holds `offset`. */
  lineStart(offset: number): number {
    return offset - this.point(offset).column + 1;
  }
}
