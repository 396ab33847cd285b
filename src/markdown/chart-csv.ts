import type { ChartLabel } from './chart-label.js';

/** A cell that is a figure is data, with a short unit or without: 45, $45B, ~1.8T, 450 MW, 25억, 2026-04-01. */
const figure =
  /^[\s~≈<>≤≥+\-−±$€£¥₩(]*\d[\d.,:/\s-]*(?:%|(?:[A-Za-z]{1,3}|[만억조]|\s[A-Za-z]{1,2})(?:\/[A-Za-z]{1,5})?)?\)?$/;

/** The cells of comma-separated values (RFC 4180) that are words: headers and names. */
export function csvLabels(source: string): ChartLabel[] {
  const out: ChartLabel[] = [];
  for (const { 0: cell, index } of source.matchAll(/"(?:[^"]|"")*"|[^,\r\n"]+/g)) {
    const quoted = cell.startsWith('"');
    const text = quoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    if (figure.test(text) || /[\r\n]/.test(text)) continue;
    const lead = quoted ? 0 : /^\s*/.exec(text)![0].length;
    const trimmed = text.trim();
    // Space inside quotes is part of the cell; what a unit cannot hold stays as it is.
    if (quoted && trimmed !== text) continue;
    const start = index + lead;
    out.push({ text: trimmed, start, end: quoted ? index + cell.length : start + trimmed.length, syntax: 'csv' });
  }
  return out;
}

/** A label as a cell: in quotes where it was, and where it must be. */
export function csvCell(text: string, old: string): string {
  return old.startsWith('"') || /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
