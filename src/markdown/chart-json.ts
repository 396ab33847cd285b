import type { ChartLabel } from './chart-label.js';

/** Properties whose text a reader sees: titles of a chart, an axis, a legend or a column, and texts of marks. */
const shown: ReadonlySet<string> = new Set(['title', 'subtitle', 'text', 'description']);
/** What holds data and how it is computed: a name in it is no label. */
const data: ReadonlySet<string> = new Set(['data', 'datasets', 'transform', 'params', 'selection']);
/** Deeper than this, and it is no chart. */
const deepest = 60;

interface Level {
  /** Keys of an object stand before its values; an array's values belong to the key of the array. */
  readonly object: boolean;
  readonly key: string;
  /** Whether the level lies in data. */
  readonly hidden: boolean;
}

/**
 * The labels of a Vega-Lite specification, by position, without parsing it into objects: a scanner that knows the key
 * before each string. Names in the data stay; `usermeta.labels` (data name → label) says how a reader sees them.
 */
export function jsonLabels(source: string): ChartLabel[] {
  const out: ChartLabel[] = [];
  const levels: Level[] = [];
  let key = '';
  let isKey = false;
  for (const { 0: token, index } of source.matchAll(/"(?:[^"\\\n\r]|\\.)*"|[{}[\],:]/g)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      if (levels.length >= deepest) return [];
      const own = level?.object === false ? level.key : key;
      levels.push({ object: token === '{', key: own, hidden: level?.hidden === true || data.has(own) });
      isKey = token === '{';
    } else if (token === '}' || token === ']') {
      levels.pop();
      isKey = false;
    } else if (token === ',') isKey = level?.object === true;
    else if (token === ':') isKey = false;
    else if (isKey) key = decoded(token) ?? '';
    else {
      const text = decoded(token);
      if (text === undefined || !isLabel(levels, key)) continue;
      out.push({ text, start: index + 1, end: index + token.length - 1, syntax: 'json' });
    }
  }
  return out;
}

function isLabel(levels: readonly Level[], last: string): boolean {
  const level = levels.at(-1);
  if (level === undefined || level.hidden) return false;
  const key = level.object ? last : level.key;
  if (shown.has(key)) return true;
  // {"text": {"value": "a note"}}, and {"usermeta": {"labels": {"chips": "Chips"}}}.
  if (key === 'value') return level.key === 'text';
  return level.object && level.key === 'labels' && levels.at(-2)?.key === 'usermeta';
}

function decoded(token: string): string | undefined {
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
