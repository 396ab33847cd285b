import type { UnitPair } from '../model/article.js';
import type { Check, Finding } from './check.js';

/** Shorter units (OK, 2024, a name) are translated as their place asks. */
const shortest = 24;

/** One text of the source that an article translates in two ways, and two texts that it translates alike. */
export const consistency: Check = {
  id: 'consistency',
  type: 'inconsistency',
  category: 'accuracy',
  article({ pairs }) {
    const bySource = new Map<string, UnitPair>();
    const byTarget = new Map<string, UnitPair>();
    const out: Finding[] = [];
    for (const pair of pairs) {
      const { source, target } = pair;
      if (source === null || target === null || source.text.length < shortest) continue;
      const span = { text: target.text, start: 0, end: target.text.length };
      // A heading and a sentence of equal words may differ.
      const key = `${source.kind}\n${squeeze(source.text)}`;
      const before = bySource.get(key)?.target?.text;
      if (before === undefined) bySource.set(key, pair);
      else if (squeeze(before) !== squeeze(target.text)) {
        const values = { before: before.slice(0, 60), text: target.text.slice(0, 60) };
        out.push({ key: 'differs', category: 'style', values, severity: 'minor', pair, target: span });
      }
      const other = byTarget.get(squeeze(target.text));
      if (other === undefined) byTarget.set(squeeze(target.text), pair);
      else if (target.text.length >= shortest && !alike(other.source?.text ?? '', source.text)) {
        out.push({
          key: 'same',
          type: 'mistranslation',
          values: { text: target.text.slice(0, 60) },
          severity: 'minor',
          pair,
          target: span,
        });
      }
    }
    return out;
  },
};

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Whether two texts share at least half of their words. */
function alike(a: string, b: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [left, right] = [words(a), words(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared * 2 >= Math.min(left.size, right.size);
}
