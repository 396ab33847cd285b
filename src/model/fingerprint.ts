import { sha256 } from './hash.js';
import type { Issue } from './issue.js';

/** Name of the way in which fingerprints are made. Another way is another name: no two of them are ever compared. */
export const fingerprintName = 'diptychIssue/v1';

/** Values that say where something stands, or how often: a line, a table or an article put in above would make another issue of it. */
const places: ReadonlySet<string> = new Set(['file', 'line', 'table', 'chart', 'mentions', 'strays']);

/**
 * What an issue is known again by: its check and message, what the message says, the texts that it quotes and the passage
 * that it is about (`anchor`). Lines, severity and file are left out: moved, judged more strictly or renamed it is the same
 * issue. Equal ones in one article share it, and are counted. 20 hexadecimal digits.
 */
export function fingerprintOf({ check, key, values, source, target, anchor }: Issue): string {
  const parts = [check, key, saidBy(values), source?.text ?? null, target?.text ?? null, anchor ?? null];
  return sha256(JSON.stringify(parts)).slice(0, 20);
}

/** The values that do not tell a place, in the order of their names. A row that has no label is known by its number. */
function saidBy(values: Issue['values']): [string, unknown][] {
  return Object.entries(values)
    .filter(([name, value]) => !places.has(name) && !(name === 'row' && typeof value === 'number'))
    .map(([name, value]): [string, unknown] => [name, typeof value === 'object' ? saidBy(value) : value])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** How much of an issue is shown where its message can no longer be made. */
const longest = 80;

/** A few words by which a person knows an issue again: what it quotes, or else what its message says. */
export function glimpseOf({ values, source, target }: Issue): string {
  const quoted = [source?.text, target?.text].filter((text) => text !== undefined && text !== '');
  const said = saidBy(values).flatMap(([, value]) => (typeof value === 'object' ? [] : [String(value)]));
  const text = (quoted.length > 0 ? quoted.join(' → ') : said.join(' · ')).replace(/\s+/g, ' ').trim();
  const points = [...text];
  return points.length > longest ? `${points.slice(0, longest - 1).join('')}…` : text;
}
