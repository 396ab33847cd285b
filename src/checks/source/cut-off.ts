import type { Unit, UnitKind } from '../../model/article.js';
import type { Finding } from '../check.js';
import type { SourceCheck } from './check.js';

/** Kinds that hold whole sentences. */
const prose: ReadonlySet<UnitKind> = new Set(['frontmatter', 'faq-answer', 'paragraph']);
const finished = /[.!?。？！…:;"'”’)\]）」』>`*_~|=\u{FFFC}\p{Emoji_Presentation}-]$/u;
const ellipsis = /(?:\.\.\.|…)$/;
/** A text shorter than this may be a label. */
const sentenceLength = 60;

/**
 * Text that stops in the middle: a teaser cut at a number of characters, a paragraph that ends in a comma. A field is
 * judged only where its neighbours of the same kind end as sentences do.
 */
export const cutOff: SourceCheck = {
  id: 'cut-off',
  type: 'omission',
  category: 'style',
  source({ article }) {
    const units = article.units.filter((unit) => prose.has(unit.kind) && unit.text.trim().length >= sentenceLength);
    return units.flatMap((unit) => judge(unit, units));
  },
};

function judge(unit: Unit, all: readonly Unit[]): Finding[] {
  const text = unit.text.trim();
  const end = text.slice(-24);
  const values = { end };
  const finding = (key: string): Finding => ({ key, severity: 'minor', values, pair: { source: unit, target: null } });
  if (unit.kind !== 'paragraph' && ellipsis.test(text)) return [finding('ellipsis')];
  if (/[,，、·(（[]$/.test(text)) return [finding('open')];
  if (finished.test(text)) return [];
  const peers = all.filter((other) => other !== unit && other.kind === unit.kind);
  const whole = peers.filter((other) => finished.test(other.text.trim())).length;
  return peers.length >= 2 && whole / peers.length >= 0.8 && /\s/.test(text) ? [finding('unfinished')] : [];
}
