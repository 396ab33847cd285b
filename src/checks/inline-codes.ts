import type { Unit } from '../model/article.js';
import type { ArticlePair, Check, Finding } from './check.js';
import { isSlip } from './near-misses.js';

/** What stands in code spans survives as it is: names of files, commands, options. */
export const inlineCodes: Check = {
  id: 'inline-codes',
  type: 'markup',
  category: 'design-and-markup',
  article: ({ source, target, pairs }) => compare(source.units, target.units, pairs, source.text),
};

interface Span {
  readonly value: string;
  readonly unit: Unit;
}

function spansOf(units: readonly Unit[]): Span[] {
  return units.flatMap((unit) =>
    unit.codes.flatMap((code) =>
      code.type === 'code' && code.value !== undefined ? [{ value: code.value.trim(), unit }] : [],
    ),
  );
}

/** Counts over the whole article: sentences move between units, code does not vanish. */
function compare(
  source: readonly Unit[],
  target: readonly Unit[],
  pairs: ArticlePair['pairs'],
  everything: string,
): Finding[] {
  const [left, right] = [spansOf(source), spansOf(target)];
  const count = (spans: readonly Span[]) => {
    const counts = new Map<string, number>();
    for (const { value } of spans) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const [wanted, found] = [count(left), count(right)];
  const text = target.map((unit) => unit.text).join('\n');
  // Prose may spell a code span out without its marks; that is style, not loss.
  const missing = unique(left.filter(({ value }) => !found.has(value) && !text.includes(value)));
  const extra = unique(right.filter(({ value }) => !wanted.has(value) && !translated(value)));
  const out: Finding[] = [];
  const told = new Set<Span>();
  for (const span of extra) {
    const near = left.find(
      ({ value }) => isSlip(value, span.value) && (found.get(value) ?? 0) < (wanted.get(value) ?? 0),
    );
    if (near === undefined) continue;
    told.add(span).add(near);
    const values = { source: near.value, target: span.value };
    // A spelling that the source has elsewhere: the slip was the source's, and the translator's eye caught it.
    const severity = hasWord(everything, span.value) ? 'minor' : 'major';
    out.push({ key: 'changed', values, severity, pair: { source: near.unit, target: span.unit } });
  }
  const opposite = new Map(
    pairs.flatMap(({ source: a, target: b }): [Unit, Unit][] => (a !== null && b !== null ? [[a, b]] : [])),
  );
  // A name that became another, came or went: a newer version of the page says so as often as a slip does.
  for (const span of missing) {
    if ([...told].some(({ value }) => value === span.value)) continue;
    const counterpart = opposite.get(span.unit) ?? null;
    const instead = extra.find((one) => one.unit === counterpart && !told.has(one));
    const pair = { source: span.unit, target: counterpart };
    if (instead === undefined) {
      out.push({ key: 'missing', type: 'omission', values: { code: span.value }, severity: 'minor', pair });
      continue;
    }
    told.add(instead);
    out.push({ key: 'changed', values: { source: span.value, target: instead.value }, severity: 'minor', pair });
  }
  for (const span of extra) {
    // A code that the source writes without marks is no invention.
    if (told.has(span) || source.some((one) => one.text.includes(span.value))) continue;
    const pair = { source: null, target: span.unit };
    out.push({ key: 'extra', type: 'addition', values: { code: span.value }, severity: 'minor', pair });
  }
  return out;
}

function unique(spans: readonly Span[]): Span[] {
  const seen = new Set<string>();
  return spans.filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value));
}

/** Whether a text holds a value, and not as the part of a longer name. */
function hasWord(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (!/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + value.length))) return true;
  }
  return false;
}

/** A placeholder in words (`<이름>`) is translated with the text. */
const translated = (value: string) => /[^\u0000-\u024f]/.test(value);
