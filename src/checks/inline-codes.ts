import type { Unit } from '../model/article.js';
import type { ArticlePair, Check, Finding } from './check.js';
import { isSlip } from './near-misses.js';
import { counterpartsOf } from './references.js';

/** What stands in code spans survives as it is: names of files, commands, options. */
export const inlineCodes: Check = {
  id: 'inline-codes',
  type: 'markup',
  category: 'design-and-markup',
  article: compare,
};

interface Span {
  readonly value: string;
  readonly unit: Unit;
}

function spansOf(units: readonly Unit[]): Span[] {
  const out: Span[] = [];
  for (const unit of units) {
    for (const { type, value } of unit.codes) {
      if (type === 'code' && value !== undefined) out.push({ value: value.trim(), unit });
    }
  }
  return out;
}

/** Counts over the whole article: sentences move between units, code does not vanish. */
function compare(article: ArticlePair): Finding[] {
  const { pairs } = article;
  const [source, target] = [article.source.units, article.target.units];
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
      ({ value }) =>
        (isSlip(value, span.value) || isBroken(value, span.value)) &&
        !isRenamed(value, span.value) &&
        (found.get(value) ?? 0) < (wanted.get(value) ?? 0),
    );
    if (near === undefined) continue;
    told.add(span).add(near);
    const values = { source: near.value, target: span.value };
    // A spelling that the source has elsewhere: the slip was the source's, and the translator's eye caught it. One that
    // the translation keeps to, in code blocks too, is a name: that of another release.
    const meant =
      hasWord(article.source.text, span.value) ||
      hasWord(article.target.text, span.value, 2) ||
      unaccented(near.value) === span.value;
    const severity = meant ? 'minor' : 'major';
    out.push({ key: 'changed', values, severity, pair: { source: near.unit, target: span.unit } });
  }
  const opposite = counterpartsOf(pairs);
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

/** Whether a text holds a value so often, and not as the part of a longer name. */
function hasWord(text: string, value: string, times = 1): boolean {
  let left = times;
  for (let at = text.indexOf(value); at >= 0 && left > 0; at = text.indexOf(value, at + 1)) {
    if (!/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + value.length))) left--;
  }
  return left === 0;
}

/** A stray accent is the source's slip: `ìndex.html`. */
const unaccented = (value: string) => value.normalize('NFD').replace(/\p{M}/gu, '');

/** Whether spaces came into a path, a flag or a name: `tensorflow/ lite/c_api.h` leads nowhere; `80 %` is taste. */
const isBroken = (value: string, other: string) =>
  /[/\\_]|--|\p{L}\.\p{L}/u.test(value) && !/\s/.test(value) && other !== value && other.replace(/\s/g, '') === value;

/** Whether only the names of placeholders differ, which are translated: `sig:<name>`, `sig:<nome>`. */
const isRenamed = (value: string, other: string) => /[<{]\w+[>}]/.test(value) && unnamed(value) === unnamed(other);
const unnamed = (value: string) => value.replace(/<[\p{L}\p{N}_ -]+>|\{[\p{L}\p{N}_ -]+\}/gu, '<>');

/** A placeholder in words (`<이름>`) is translated with the text. */
const translated = (value: string) => /[^\u0000-\u024f]/.test(value);
