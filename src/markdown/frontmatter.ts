import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import type { Range, UnitKind } from '../model/article.js';
import { DiptychError } from '../model/errors.js';
import { LineIndex } from './lines.js';

/** Where a document's parts are: the YAML without its fences, and the body. */
export interface Parts {
  readonly yaml?: Range;
  readonly bodyStart: number;
}

const opening = /^---[ \t]*(?:\r\n?|\n)/;

/**
 * Cuts the frontmatter off. It starts on the first line (after a byte order mark) with `---`, and ends at the next line
 * that is `---`; without that line there is none, and `---` is a thematic break.
 */
export function splitFrontmatter(text: string): Parts {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const open = opening.exec(text.slice(bom, bom + 200));
  if (open === null) return { bodyStart: bom };
  const start = bom + open[0].length;
  // By hand: `$` of a regular expression does not stand before a CR.
  for (let at = start; at < text.length; ) {
    let end = at;
    while (end < text.length && text.charAt(end) !== '\n' && text.charAt(end) !== '\r') end++;
    const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    if (/^---[ \t]*$/.test(text.slice(at, Math.min(end, at + 200)))) {
      return { yaml: { start, end: at }, bodyStart: Math.min(next, text.length) };
    }
    at = next;
  }
  return { bodyStart: bom };
}

/** Where the body of a text begins, behind its frontmatter. */
export function bodyStart(text: string): number {
  return splitFrontmatter(text).bodyStart;
}

/** A string of the frontmatter that is translated. */
export interface Field {
  readonly path: string;
  readonly kind: UnitKind;
  readonly text: string;
  readonly range: Range;
  readonly syntax: string;
}

export interface Frontmatter {
  readonly values: Readonly<Record<string, unknown>>;
  readonly fields: readonly Field[];
}

/** Aliases that one document may expand to: `yaml` throws beyond it (a "billion laughs" document). */
const maxAliasCount = 100;

/**
 * Reads the YAML between the fences. `wanted` are paths such as `title` or `faq.*.question`; fields come in document order.
 * Throws DiptychError `invalid-yaml` with the line and column in the file, also for YAML that is no mapping.
 */
export function readFrontmatter(text: string, yaml: Range, wanted: readonly string[], file: string): Frontmatter {
  const source = text.slice(yaml.start, yaml.end);
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, keepSourceTokens: true });
  const fail = (offset: number, reason: string): never => {
    throw new DiptychError('invalid-yaml', { reason }, { file, ...new LineIndex(text).point(yaml.start + offset) });
  };
  const fault = document.errors[0];
  if (fault !== undefined) fail(fault.pos[0], fault.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''));
  if (document.contents === null) return { values: {}, fields: [] };
  if (!isMap(document.contents)) fail(document.contents.range?.[0] ?? 0, 'expected a mapping of keys to values');
  let values: Record<string, unknown> = {};
  try {
    values = document.toJS({ maxAliasCount }) as Record<string, unknown>;
  } catch (error) {
    fail(0, error instanceof Error ? error.message : String(error));
  }
  const patterns = wanted.map((path) => path.split('.'));
  const fields: Field[] = [];
  if (patterns.length > 0) collect(document.contents as Node, [], patterns, source, yaml.start, fields);
  return { values, fields: fields.sort((a, b) => a.range.start - b.range.start) };
}

function collect(
  node: unknown,
  path: readonly string[],
  patterns: readonly string[][],
  source: string,
  base: number,
  out: Field[],
): void {
  if (isMap(node)) {
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      descend(pair.value, key, path, patterns, source, base, out);
    }
  } else if (isSeq(node)) {
    for (const [i, item] of node.items.entries()) descend(item, String(i), path, patterns, source, base, out);
  } else if (isScalar(node)) {
    const full = patterns.some((pattern) => pattern.length === path.length);
    if (full && typeof node.value === 'string' && node.value.trim() !== '') out.push(field(node, path, source, base));
  }
}

function descend(
  value: unknown,
  key: string,
  path: readonly string[],
  patterns: readonly string[][],
  source: string,
  base: number,
  out: Field[],
): void {
  const rest = patterns.filter((pattern) => {
    const step = pattern[path.length];
    return step === key || (step === '*' && /^\d+$/.test(key));
  });
  if (rest.length > 0) collect(value, [...path, key], rest, source, base, out);
}

const styles: Readonly<Record<string, string>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function field(node: Scalar, path: readonly string[], source: string, base: number): Field {
  const [start, end] = node.range ?? [0, 0];
  const style = styles[node.type ?? ''] ?? 'plain';
  const block = style === 'literal' || style === 'folded';
  // A block scalar's range takes in the line end after it.
  let stop = end;
  while (block && stop > start && /\s/.test(source.charAt(stop - 1))) stop--;
  return {
    path: path.join('.'),
    kind: kindOf(path),
    text: String(node.value).trim(),
    range: { start: base + start, end: base + stop },
    syntax: `yaml:${style}`,
  };
}

function kindOf(path: readonly string[]): UnitKind {
  if (path.length === 1 && path[0] === 'title') return 'title';
  const last = path.at(-1);
  if (path[0] === 'faq' && (last === 'question' || last === 'answer')) return `faq-${last}`;
  return 'frontmatter';
}
