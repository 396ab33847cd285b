import type { Node } from './draft.js';
import { parseTree } from './grammar.js';

/**
 * micromark's time grows faster than its input (1 MB: 2–11 s), so a long body is parsed in windows. A top-level block is
 * final once another follows it; the last block of a window is dropped and the next window starts with it. What blocks
 * share is only which labels are defined: each window is told by stub definitions before its text.
 */
const windowSize = 8_000;

/** A window's text must end where no paragraph goes on: after a blank line, best before a heading. */
const blankLine = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)(?=\S)/g;
const headingAfterBlank = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)#{1,6}[ \t][^\r\n]*(?:\r\n|\n|\r)/g;

function windowEnd(text: string, start: number, size: number): number {
  const from = start + size;
  if (from + windowSize >= text.length) return text.length;
  // Looked for in a slice: without a heading the expression would read to the end of the text for each window.
  const heading = firstEnd(headingAfterBlank, text.slice(from, from + windowSize));
  if (heading > 0) return from + heading;
  const blank = firstEnd(blankLine, text.slice(from, from + windowSize * 4));
  return blank > 0 ? from + blank : Math.min(text.length, from + windowSize * 4);
}

function firstEnd(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  return match === null ? -1 : match.index + match[0].length;
}

interface Window {
  readonly start: number;
  readonly end: number;
  nodes: readonly Node[];
  stubs: readonly string[];
}

const normalized = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();

/** Lines that may define a label, in any container. Code that looks so is found out after parsing. */
const definitionLine = /(?:^|[\r\n])[ \t>*+\-\d.)]*\[((?:[^[\]\\\r\n]|\\[^\r\n]){1,999})\]:/g;
const bracketed = /\[((?:[^[\]\\]|\\[\s\S]){1,999})\]/g;

/** Labels by normalized form, as written first. */
function candidates(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(definitionLine)) {
    const key = normalized(match[1]!);
    if (!found.has(key)) found.set(key, match[1]!);
  }
  return found;
}

/** The normalized labels that a text may refer to. */
function mentions(text: string): ReadonlySet<string> {
  const out = new Set<string>();
  for (const match of text.matchAll(bracketed)) out.add(normalized(match[1]!));
  return out;
}

function stubsFor(text: string, labels: ReadonlyMap<string, string>): readonly string[] {
  if (labels.size === 0) return [];
  const out: string[] = [];
  for (const mention of mentions(text)) if (labels.has(mention)) out.push(mention);
  return out.sort();
}

/** Parses `text` from `start` to `end`; node offsets are those of the whole text. */
function parseWindow(
  text: string,
  start: number,
  end: number,
  mdx: boolean,
  stubs: readonly string[],
): readonly Node[] {
  // The comment ends a footnote's stub, which would take in an indented line.
  const prefix = stubs.length === 0 ? '' : `${stubs.map((label) => `[${label}]: x`).join('\n\n')}\n\n<!-- -->\n\n`;
  const nodes = (parseTree(prefix + text.slice(start, end), mdx) as Node).children ?? [];
  const own = prefix === '' ? nodes : nodes.filter((node) => offsetOf(node) >= prefix.length);
  const by = start - prefix.length;
  if (by !== 0) for (const node of own) shift(node, by);
  return own;
}

export const offsetOf = (node: Node): number => node.position?.start.offset ?? 0;

/** Moves a subtree's offsets in place: nobody else has it yet, and copying would cost as much as parsing saves. */
export function shift(node: Node, by: number): void {
  const position = node.position as { start: { offset: number }; end: { offset: number } } | undefined;
  if (position !== undefined) {
    position.start.offset += by;
    position.end.offset += by;
  }
  if (node.children !== undefined) for (const child of node.children) shift(child, by);
}

/** Labels that nodes really define, normalized. */
function definedLabels(nodes: readonly Node[], out: Map<string, string>): void {
  for (const node of nodes) {
    if (node.type === 'definition') out.set(normalized(node.label ?? ''), node.label ?? '');
    else if (node.type === 'footnoteDefinition') out.set(normalized(`^${node.label ?? ''}`), `^${node.label ?? ''}`);
    if (node.children !== undefined && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table') {
      definedLabels(node.children, out);
    }
  }
}

/** The top-level blocks of a text of any length, in time that grows with it. Offsets are those of `text`. */
export function parseWindows(text: string, mdx: boolean): readonly Node[] {
  if (text.length <= windowSize * 2) return parseWindow(text, 0, text.length, mdx, []);
  const labels = candidates(text);
  const windows: Window[] = [];
  for (let start = 0; start < text.length; ) {
    let size = windowSize;
    for (;;) {
      const end = windowEnd(text, start, size);
      const stubs = stubsFor(text.slice(start, end), labels);
      const nodes = parseWindow(text, start, end, mdx, stubs);
      const last = nodes.at(-1);
      // From its line on, which may begin with spaces: from the block itself on they would be no part of the next window.
      const next = end === text.length || last === undefined ? end : lineStart(text, offsetOf(last));
      if (next <= start) {
        size *= 2;
        continue;
      }
      windows.push({ start, end, nodes: next === end ? nodes : nodes.slice(0, -1), stubs });
      start = next;
      break;
    }
  }
  const defined = new Map<string, string>();
  for (const { nodes } of windows) definedLabels(nodes, defined);
  for (const window of windows) reparse(text, window, defined, mdx);
  return windows.flatMap((window) => window.nodes);
}

/** A block's indent belongs to it: without it an indented code block would be a paragraph. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && (text.charAt(start - 1) === ' ' || text.charAt(start - 1) === '\t')) start--;
  return start;
}

/** Parses a window again where the labels it was told of were not the ones that are defined. */
function reparse(text: string, window: Window, defined: ReadonlyMap<string, string>, mdx: boolean): void {
  const stubs = stubsFor(text.slice(window.start, window.end), defined);
  if (stubs.length === window.stubs.length && stubs.every((label, i) => label === window.stubs[i])) return;
  const limit = window.nodes.at(-1)?.position?.end.offset ?? window.start;
  const nodes = parseWindow(text, window.start, window.end, mdx, stubs);
  window.nodes = nodes.filter((node) => offsetOf(node) < limit);
  window.stubs = stubs;
}
