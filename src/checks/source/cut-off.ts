import type { Unit, UnitKind } from '../../model/article.js';
import type { Finding } from '../check.js';
import type { SourceCheck } from './check.js';

/** Kinds that hold whole sentences. */
const prose: ReadonlySet<UnitKind> = new Set(['frontmatter', 'faq-answer', 'paragraph']);
/** Fields of a few words, which need not be sentences. */
const label = /(?:^|\.)(?:title|name|label|heading)$/;
const finished = /[.!?。？！…:;"'”’)\]）」』>`*_~|=\u{FFFC}\p{Emoji_Presentation}-]$/u;
const ellipsis = /(?:\.\.\.|…)$/;
/** Letters that say in a third of the room what others say. */
const dense = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Brackets and quotation marks that open and close. */
const pairs = ['()', '（）', '[]', '“”', '「」', '『』'] as const;
/** A text shorter than this may be a label. */
const sentenceLength = 60;

/** Whether the last words of a text are ones that no sentence ends with. */
type Unfinished = (end: string) => boolean;

/**
 * Text that stops in the middle: a teaser cut at a number of characters, a paragraph that ends in a comma. A field is
 * judged only where its neighbours of the same kind end as sentences do.
 */
export const cutOff: SourceCheck = {
  id: 'cut-off',
  type: 'omission',
  category: 'style',
  source({ article, pack, cues }) {
    const unfinished = (end: string) => pack.sentences?.unfinished?.test(end) === true || cues.dangling.test(end);
    const units = article.units.filter(
      (unit) =>
        prose.has(unit.kind) && !label.test(unit.path ?? '') && unit.text.trim().length >= shortest(unit, unfinished),
    );
    const kinds = new Map<UnitKind, { all: number; whole: number }>();
    for (const { kind, text } of units) {
      const { all, whole } = kinds.get(kind) ?? { all: 0, whole: 0 };
      kinds.set(kind, { all: all + 1, whole: whole + (finished.test(text.trim()) ? 1 : 0) });
    }
    return units.flatMap((unit) => judge(unit, kinds.get(unit.kind)!, unfinished));
  },
};

/** What a language never ends a sentence with shows even in a short text, such as a teaser of thirty syllables. */
function shortest({ text }: Unit, unfinished: Unfinished): number {
  const end = text.trim().slice(-40);
  const isCut = unfinished(end) || isOpen(text) || (dense.test(text) && ellipsis.test(end));
  return isCut ? sentenceLength / 3 : sentenceLength;
}

/** Whether a bracket or quotation that the text opens is never closed, and nothing else ends it. */
function isOpen(text: string): boolean {
  if (finished.test(text.trim())) return false;
  return pairs.some(([open, close]) => {
    const at = text.lastIndexOf(open!);
    return at >= 0 && !text.includes(close!, at);
  });
}

function judge(unit: Unit, { all, whole }: { all: number; whole: number }, unfinished: Unfinished): Finding[] {
  const text = unit.text.trim();
  const end = text.slice(-24);
  const values = { end };
  const finding = (key: string): Finding => ({ key, severity: 'minor', values, pair: { source: unit, target: null } });
  if (unit.kind !== 'paragraph' && ellipsis.test(text)) return [finding('ellipsis')];
  if (/[,，、·(（[]$/.test(text)) return [finding('open')];
  if (finished.test(text)) return [];
  // "… where three transformers wait for a": no title and no label ends so.
  if (unfinished(text.slice(-40)) || isOpen(text)) return [finding('open')];
  const peers = all - 1;
  return peers >= 2 && whole / peers >= 0.8 && /\s/.test(text) ? [finding('unfinished')] : [];
}
