import { createHash } from 'node:crypto';
import type { UnitPair } from '../model/article.js';
import { withoutIntroductions } from '../termbase/introduce.js';
import type { Across, Check, CheckContext, Finding } from './check.js';
import { matchersOf } from './matchers.js';

/** Shorter units (OK, 2024, a name) are translated as their place asks. */
const shortest = 24;

/** How much of a translation is shown. */
const glimpse = 60;

/** One text of the source that an article, or a project, translates in two ways, and two texts that an article translates alike. */
export const consistency: Check = {
  id: 'consistency',
  type: 'inconsistency',
  category: 'accuracy',
  article({ pairs }, context) {
    const bySource = new Map<string, UnitPair>();
    const byTarget = new Map<string, UnitPair>();
    const out: Finding[] = [];
    for (const pair of pairs) {
      const { source, target } = pair;
      if (source === null || target === null || source.text.length < shortest) continue;
      const span = { text: target.text, start: 0, end: target.text.length };
      const key = keyOf(source);
      const before = bySource.get(key)?.target?.text;
      if (before === undefined) bySource.set(key, pair);
      else if (spoken(before, context) !== spoken(target.text, context)) {
        const values = { before: before.slice(0, glimpse), text: target.text.slice(0, glimpse) };
        out.push({ key: 'differs', category: 'style', values, severity: 'minor', pair, target: span });
      }
      const other = byTarget.get(squeeze(target.text));
      if (other === undefined) byTarget.set(squeeze(target.text), pair);
      else if (target.text.length >= shortest && !alike(other.source?.text ?? '', source.text)) {
        out.push({
          key: 'same',
          type: 'mistranslation',
          values: { text: target.text.slice(0, glimpse) },
          severity: 'minor',
          pair,
          target: span,
        });
      }
    }
    return out;
  },
  across,
};

/** The translation that a source text had where it was first met. */
interface First {
  /** Digest of the translation. */
  readonly said: string;
  readonly shown: string;
  readonly file: string;
  readonly line: number;
}

/** Source texts that an article translates otherwise than one before it; each is told once in a project, with both places. */
function across(): Across {
  // Digests: a project of 10,000 articles has more text than memory should hold.
  const first = new Map<string, First>();
  const told = new Set<string>();
  return ({ pairs, target: { file } }, context) => {
    const here = new Map<string, First>();
    const out: Finding[] = [];
    for (const pair of pairs) {
      const { source, target } = pair;
      if (source === null || target === null || source.text.length < shortest) continue;
      const key = digest(keyOf(source));
      // Twice in one article is told there.
      if (here.has(key)) continue;
      const said = digest(spoken(target.text, context));
      here.set(key, { said, shown: target.text.slice(0, glimpse), file, line: target.line });
      const before = first.get(key);
      if (before === undefined || before.said === said || told.has(key)) continue;
      told.add(key);
      out.push({
        key: 'elsewhere',
        category: 'style',
        values: { before: before.shown, file: before.file, line: before.line },
        severity: 'minor',
        pair,
        target: { text: target.text, start: 0, end: target.text.length },
      });
    }
    for (const [key, one] of here) if (!first.has(key)) first.set(key, one);
    return out;
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64').slice(0, 22);
}

/** A heading and a sentence of equal words may differ. */
function keyOf({ kind, text }: NonNullable<UnitPair['source']>): string {
  return `${kind}\n${squeeze(text)}`;
}

/** A translation as it is compared: where it introduces a term (유럽연합(EU)), it says what it says elsewhere. */
function spoken(text: string, context: CheckContext): string {
  const plain =
    context.concepts.length === 0 ? text : withoutIntroductions(text, matchersOf(context).target, context.to);
  return squeeze(plain);
}

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
