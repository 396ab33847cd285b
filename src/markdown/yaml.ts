import { isMap, isScalar, type Pair, parse, parseDocument, stringify, YAMLMap } from 'yaml';
import type { Range } from '../model/article.js';

/** A scalar's new source, in the style it had where that style can hold the text, else in double quotes. */
export function writeScalar(text: string, style: string, old: string, newline: string): string {
  if (style === 'plain' && isSafePlain(text)) return text;
  if (style === 'single' && !/[\r\n]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  if ((style === 'literal' || style === 'folded') && canBlock(text)) return writeBlock(text, style, old, newline);
  return JSON.stringify(text);
}

/** Whether plain text reads back as itself, as a value and inside `[a, b]`. */
function isSafePlain(text: string): boolean {
  if (/[\r\n,[\]{}]|: |:$| #|^[\s\-?:,[\]{}#&*!|>'"%@`]|\s$/.test(text)) return false;
  try {
    return parse(`k: ${text}`)?.k === text;
  } catch {
    return false;
  }
}

/** A block scalar's lines may not start or end with white space, nor hold what YAML does not print. */
const canBlock = (text: string): boolean =>
  text !== '' && !/^\s|\s$|(?:^|\n)[ \t]|[ \t](?:\n|$)|[\r\u0000-\u0008\u007F\u0085\u2028\u2029\uFEFF]/.test(text);

function writeBlock(text: string, style: string, old: string, newline: string): string {
  const header = /^[^\r\n]*/.exec(old)![0];
  const indent = /(?:\r\n?|\n)([ ]+)\S/.exec(old)?.[1] ?? '  ';
  // A folded line end is a space; a real one is written twice.
  const lines = (style === 'folded' ? text.replace(/\n+/g, (ends) => `${ends}\n`) : text).split('\n');
  return header + lines.map((line) => newline + (line === '' ? '' : indent + line)).join('');
}

function pairSource(key: string, value: unknown, flow: boolean, newline: string): string {
  if (flow) return `${key}: ${JSON.stringify(value)}`;
  const source = stringify(value, { lineWidth: 0 }).trimEnd();
  const nested = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!nested) return `${key}: ${source.includes('\n') ? JSON.stringify(value) : source}`;
  return [`${key}:`, ...source.split('\n').map((line) => `  ${line}`)].join(newline);
}

const keySource = (key: string): string => stringify(key, { lineWidth: 0 }).trimEnd();

/**
 * `text` with keys of its frontmatter set. Keys that are there get the new value where they stand; new ones follow at
 * the end. Order, comments and the formatting of everything else stay. Without frontmatter (`yaml` absent) it gets one,
 * at `bodyStart`.
 */
export function setFrontmatter(
  text: string,
  yaml: Range | undefined,
  bodyStart: number,
  keys: Readonly<Record<string, unknown>>,
  newline: string,
): string {
  const entries = Object.entries(keys).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return text;
  if (yaml === undefined) {
    const lines = entries.map(([key, value]) => pairSource(keySource(key), value, false, newline));
    const blank = text.length > bodyStart ? newline : '';
    return `${text.slice(0, bodyStart)}${['---', ...lines, '---'].join(newline)}${newline}${blank}${text.slice(bodyStart)}`;
  }
  const source = text.slice(yaml.start, yaml.end);
  const document = parseDocument(source);
  const map = isMap(document.contents) ? document.contents : new YAMLMap();
  const flow = map.flow === true;
  const edits: { start: number; end: number; text: string }[] = [];
  const added: string[] = [];
  for (const [key, value] of entries) {
    const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    const range = pair === undefined ? undefined : pairRange(pair, source);
    if (range === undefined) added.push(pairSource(keySource(key), value, flow, newline));
    else edits.push({ ...range, text: pairSource(source.slice(range.start, range.keyEnd), value, flow, newline) });
  }
  if (added.length > 0) edits.push(addition(map, source, added, newline));
  let out = source;
  for (const edit of edits.sort((a, b) => b.start - a.start))
    out = out.slice(0, edit.start) + edit.text + out.slice(edit.end);
  return text.slice(0, yaml.start) + out + text.slice(yaml.end);
}

function pairRange(pair: Pair, source: string): (Range & { readonly keyEnd: number }) | undefined {
  const key = isScalar(pair.key) ? pair.key.range : undefined;
  if (key == null) return undefined;
  const value = (pair.value as { range?: [number, number, number] | null } | null)?.range;
  const colon = source.indexOf(':', key[1]);
  let end = value == null ? colon + 1 : value[1];
  while (end > colon + 1 && /\s/.test(source.charAt(end - 1))) end--;
  return { start: key[0], end, keyEnd: key[1] };
}

function addition(
  map: YAMLMap,
  source: string,
  added: readonly string[],
  newline: string,
): { start: number; end: number; text: string } {
  if (map.flow === true && map.range != null) {
    const end = source.lastIndexOf('}', map.range[1]);
    return { start: end, end, text: (map.items.length > 0 ? ', ' : '') + added.join(', ') };
  }
  const start = source.length;
  return {
    start,
    end: start,
    text: (source === '' || /[\r\n]$/.test(source) ? '' : newline) + added.join(newline) + newline,
  };
}
