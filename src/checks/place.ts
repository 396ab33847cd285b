import type { Article, Point, Unit } from '../model/article.js';
import type { Span } from '../model/issue.js';

/**
 * Where in the file a span of a unit's text stands, so that an annotation points at the figure and not at its paragraph.
 * Markup, entities and line breaks lie between a unit's text and its bytes: the span is found again by counting how
 * often its text comes before it. Falls back to the unit's own place.
 */
export function placeOf({ text, start }: Span, unit: Unit, article: Article): Point {
  const bytes = article.text.slice(unit.range.start, unit.range.end);
  let at = -1;
  for (let found = unit.text.indexOf(text); found >= 0 && found <= start; found = unit.text.indexOf(text, found + 1)) {
    at = bytes.indexOf(text, at + 1);
    if (at < 0) return unit;
  }
  if (at < 0 || text === '') return unit;
  const before = bytes.slice(0, at);
  const lines = before.split(/\r\n?|\n/);
  const last = lines.at(-1) ?? '';
  return lines.length === 1
    ? { line: unit.line, column: unit.column + last.length }
    : { line: unit.line + lines.length - 1, column: last.length + 1 };
}
