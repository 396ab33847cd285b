import type { Content, InlineCode } from './inline.js';

/** A stretch of a text with what shall stand there. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Content after edits that do not overlap, its codes at their new places. A border inside a stretch that is replaced
 * moves to the stretch's own border.
 */
export function applyEdits({ text, codes }: Content, edits: readonly Edit[]): Content {
  if (edits.length === 0) return { text, codes };
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let out = '';
  let at = 0;
  for (const edit of sorted) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  out += text.slice(at);
  const moved = (offset: number, side: 'start' | 'end'): number => {
    let delta = 0;
    for (const edit of sorted) {
      if (edit.start >= offset) break;
      if (edit.end > offset) return edit.start + delta + (side === 'start' ? 0 : edit.text.length);
      delta += edit.text.length - (edit.end - edit.start);
    }
    return offset + delta;
  };
  const place = (code: InlineCode): InlineCode => ({
    ...code,
    start: moved(code.start, 'start'),
    end: moved(code.end, 'end'),
  });
  return { text: out, codes: codes.map(place) };
}

/** The edit that turns `before` into `after`, as short as may be; `undefined` when they are equal. */
export function difference(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
