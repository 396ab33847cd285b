import type { ChartLabel } from './chart-label.js';

/** Where texts stand in a line of a Mermaid diagram; the text is the last group. */
const places: readonly RegExp[] = [
  // pie title Spending · title Spending · section Build · accTitle: Spending
  /^(\s*(?:pie(?:\s+showData)?\s+)?title:?\s+)(\S.*?)\s*$/dg,
  /^(\s*(?:section|accTitle:|accDescr:)\s+)(\S.*?)\s*$/dg,
  // participant A as Alice · state "Idle" as s1
  /^(\s*(?:participant|actor)\s+\S+\s+as\s+)(\S.*?)\s*$/dg,
  // Alice->>Bob: Hello · Note over Alice: waits
  /^(\s*(?:Note\s+(?:right of|left of|over)\s+[^:]+|[^\s:|[\](){}"]+\s*-[-.]?[>x)]{1,2}[+-]?\s*[^\s:|[\](){}"]+)\s*:\s*)(\S.*?)\s*$/dg,
  // "Chips" : 40
  /^(\s*)("[^"]+")\s*:\s*[\d.]+\s*$/dg,
  // A[Text] · B("Text") · C{Text} · D((Text)) · subgraph one [Text]
  /([\p{L}\p{N}_-]\s?(?:\[\[|\[\(|\(\(|\(\[|\{\{|\[|\(|\{|>))("[^"]*"|[^"[\](){}|<>]+)(?=\]|\)|\})/dgu,
  // -->|text| · ---|text|
  /([-=.]+[>ox]?\s?\|)("[^"]*"|[^"|]+)(?=\|)/dg,
  // A -- text --> B · A -. text .-> B · A == text ==> B
  /(\s(?:--|-\.|==)\s+)("[^"]*"|[^"|>\s-][^"|>]*?)(?=\s+(?:-->|---|\.->|-\.->|==>))/dg,
];

/** Lines that are no text: styles, classes, clicks, comments, directives, settings. */
const plumbing = /^\s*(?:%%|style\b|linkStyle\b|classDef\b|class\b|click\b|direction\b|dateFormat\b|axisFormat\b)/;

/** The texts of a Mermaid diagram: nodes, edges, titles, sections, messages, slices. A range holds its quotes. */
export function mermaidLabels(source: string): ChartLabel[] {
  const out: ChartLabel[] = [];
  let at = 0;
  for (const line of source.split(/(?<=\n)/)) {
    const text = line.replace(/[\r\n]+$/, '');
    if (!plumbing.test(text) && text.length < 2000) out.push(...inLine(text, at));
    at += line.length;
  }
  return out;
}

function inLine(line: string, at: number): ChartLabel[] {
  const out: ChartLabel[] = [];
  // Brackets and arrows inside quotes are text.
  const masked = line.replace(/"[^"]*"/g, (quoted) => `"${'\u0001'.repeat(quoted.length - 2)}"`);
  for (const [index, place] of places.entries()) {
    for (const match of masked.matchAll(place)) {
      const [from, to] = match.indices![2]!;
      const found = line.slice(from, to);
      const lead = /^\s*/.exec(found)![0].length;
      const start = at + from + lead;
      const end = start + found.trim().length;
      if (out.some((other) => start < other.end && end > other.start)) continue;
      const quoted = /^".*"$/.test(found.trim());
      const inner = quoted ? found.trim().slice(1, -1) : found.trim();
      // Rest of a line needs no quotes; text in brackets does where a bracket stands in it.
      const syntax = index < wholeLines ? 'mermaid:line' : 'mermaid';
      if (inner.trim() === inner) out.push({ text: inner.replaceAll('#quot;', '"'), start, end, syntax });
    }
  }
  return out.sort((a, b) => a.start - b.start);
}

/** How many of the places take the rest of their line. */
const wholeLines = 4;

/** A label as Mermaid writes it: in quotes where it was, and where brackets, bars or arrows would end it. */
export function mermaidText(text: string, old: string, line: boolean): string {
  const escaped = text.replaceAll('"', '#quot;');
  if (line) return escaped;
  return old.startsWith('"') || /["[\](){}|<>;]|--|==/.test(text) ? `"${escaped}"` : escaped;
}
