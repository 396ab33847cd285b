import type { LanguagePack } from '../languages/pack.js';
import type { Content } from '../model/inline.js';

/** A stretch of a content's text and what takes its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Content with stretches replaced, its codes kept around the same things: a code that holds a stretch holds what takes its
 * place. Korean particles after a replacement are corrected. Replacements must be in order and not overlap; `undefined` when
 * a placeholder stands inside one, since it would be lost.
 */
export function spliceContent(
  { text, codes }: Content,
  replacements: readonly Replacement[],
  to: LanguagePack,
): Content | undefined {
  let out = '';
  let at = 0;
  const marks: { before: number; after: number }[] = [];
  for (const { start, end, text: fresh } of replacements) {
    if (codes.some((code) => code.kind === 'ph' && code.start >= start && code.start < end)) return undefined;
    out += text.slice(at, start) + fresh;
    marks.push({ before: end, after: out.length });
    at = end;
    const following = text.slice(end);
    const joined = out + following;
    const corrected = to.particles?.correct(joined, out.length);
    if (corrected !== undefined && corrected !== joined) {
      // Only the particle changed: what follows it is the same from the end of both texts.
      let kept = 0;
      while (kept < following.length && corrected[corrected.length - 1 - kept] === joined[joined.length - 1 - kept])
        kept++;
      out = corrected.slice(0, corrected.length - kept);
      at = text.length - kept;
      marks.push({ before: at, after: out.length });
    }
  }
  out += text.slice(at);
  const moved = (offset: number): number => {
    let base = { before: 0, after: 0 };
    for (const mark of marks) if (mark.before <= offset) base = mark;
    const inside = replacements.find(({ start, end }) => offset > start && offset < end);
    return inside === undefined ? base.after + (offset - base.before) : moved(inside.end);
  };
  return {
    text: out,
    codes: codes.map((code) => ({
      ...code,
      start: moved(code.start),
      end: code.kind === 'ph' ? moved(code.start) + 1 : moved(code.end),
    })),
  };
}
