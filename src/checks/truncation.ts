import type { LanguagePack } from '../languages/pack.js';
import { relativeWidth } from '../languages/width.js';
import type { Unit } from '../model/article.js';
import { placeholder } from '../model/inline.js';
import type { Check, CheckContext, Finding } from './check.js';

/** Brackets and quotes that come in pairs. Straight quotes and apostrophes are left out: they say not which side they are. */
const pairs: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
  ['{', '}'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
];

/** Kinds whose sentences end. */
const prose: ReadonlySet<string> = new Set(['paragraph', 'list-item', 'faq-answer', 'footnote', 'frontmatter', 'line']);

/** What may stand after a sentence's end: quotes, brackets, a footnote mark, an emoji. */
const behind = /[\s"'”’」』》〉)）\]*_~\uFFFC]|\uFE0F|\p{Extended_Pictographic}/u;
/** Below this share of the usual length a text without its full stop was cut. */
const shortened = 0.72;
const stop = /[.!?。！？…:;：]$/u;
const ellipsis = /(?:…|\.{3,}|···|。。。)$/u;

/** A translation that stops in the middle: a bracket never closed, a sentence without its end, an ellipsis that the source lacks. */
export const truncation: Check = {
  id: 'truncation',
  type: 'omission',
  category: 'accuracy',
  unit(pair, context) {
    const { source, target } = pair;
    if (source === null || target === null) return [];
    return [...unbalanced(source, target), ...endless(source, target, context)].map((finding) => ({
      ...finding,
      pair,
    }));
  },
};

function unbalanced(source: Unit, target: Unit): Finding[] {
  return pairs.flatMap(([open, close]): Finding[] => {
    if (!target.text.includes(open)) return [];
    const surplus = count(target.text, open) - count(target.text, close);
    // One that closes without opening is an enumeration, a), or a smiley; a source that does the same means it.
    if (surplus <= 0 || count(source.text, open) > count(source.text, close)) return [];
    // A quotation of several paragraphs closes in its last one only; straight quotes may stand for either side.
    if (open === '“' && (count(source.text, '"') % 2 === 1 || target.text.includes('"'))) return [];
    const start = target.text.lastIndexOf(open);
    return [
      {
        key: 'bracket',
        type: 'typographical',
        category: 'linguistic-conventions',
        values: { open, close },
        severity: 'minor',
        target: { text: open, start, end: start + 1 },
      },
    ];
  });
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function endless(source: Unit, target: Unit, { from, to }: CheckContext): Finding[] {
  if (!prose.has(source.kind)) return [];
  const [before, after] = [withoutClosing(source.text), withoutClosing(target.text)];
  // Behind code nobody knows how the sentence ends.
  if (before === '' || after === '' || target.text.slice(after.length).includes(placeholder)) return [];
  const span = { text: after.slice(-20), start: Math.max(0, after.length - 20), end: after.length };
  if (ellipsis.test(after)) {
    // "etc.", "and so on" and questions left open end in dots of their own.
    if (ellipsis.test(before) || !/[.!?]$/.test(before)) return [];
    return [{ key: 'ellipsis', severity: 'minor', target: span }];
  }
  if (!/[.!?]$/.test(before) || stop.test(after) || source.text.length < 40) return [];
  const ratio = relativeWidth({ text: before, scripts: from.scripts }, { text: after, scripts: to.scripts });
  // An item of a list may be a noun; a paragraph that is short besides has lost its end.
  const isShort = source.kind !== 'list-item' && ratio < shortened && to.sentences?.finished?.test(after) !== true;
  if (isCut(after, to)) return [{ key: 'cut', severity: 'major', target: span, type: 'omission' }];
  // A line of a bilingual file may be a headline, which has no stop and is short.
  const severity = source.kind === 'line' ? 'minor' : 'major';
  return isShort ? [{ key: 'cut', severity, target: span, type: 'omission' }] : [];
}

/** A text up to the last character of its last sentence. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && behind.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** Whether a text without a full stop ends in the middle of a sentence: on a particle, a connective, a comma, an article. */
function isCut(text: string, { sentences }: LanguagePack): boolean {
  if (/[,、，·(\-–—/]$/.test(text)) return true;
  return sentences?.unfinished.test(text.slice(-40)) === true;
}
