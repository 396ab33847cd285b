import type { LanguagePack } from '../languages/pack.js';
import type { GlossedUnit } from '../model/article.js';
import { type Content, toTagged } from '../model/inline.js';
import type { Refused } from '../model/refusal.js';
import { judgeFigures } from './answer/figures.js';
import { because, type Judge, refuse } from './answer/judge.js';
import { judgeLeftovers } from './answer/leftovers.js';
import { judgeLength } from './answer/length.js';
import { judgeMarkup } from './answer/markup.js';
import { restoreFigures } from './answer/restore.js';
import { judgeScript } from './answer/script.js';
import { readTags } from './answer/tags.js';
import { judgeTalk } from './answer/talk.js';
import { judgeTerms } from './answer/terms.js';

/** What an answer is worth: the target's content, or why it is refused. */
export type Verification = { readonly ok: true; readonly content: Content } | Refused;

/** Judges of the text, after its tags and figures have been seen to. */
const judges: readonly Judge[] = [judgeLength, judgeScript, judgeLeftovers, judgeTerms, judgeMarkup, judgeTalk];

/** Judges of an answer that is no translation and says so (`pseudo`): its shape alone. */
const shape: readonly Judge[] = [judgeLength];

/** An answer longer than this many times its source, tags included, is not even read. */
const absurd = 20;

/**
 * Reads back what an engine made of a unit that `protect` gave it. Nothing in the answer is trusted: tags, figures (by
 * value and by place), names, terms, script, length, leftovers, and whether it is a translation at all. What can be
 * mended without doubt is mended: a figure's form, the particle behind it, spaces and lines around the whole.
 * `translated` is false for an engine whose answers are no translations: figures, tags and length still count.
 */
export function verify(
  unit: GlossedUnit,
  tagged: string,
  from: LanguagePack,
  to: LanguagePack,
  translated = true,
): Verification {
  if (tagged.length > absurd * (unit.text.length + 50 * (unit.codes.length + unit.quantities.length)) + 2000) {
    return refuse('The answer is far too long.', because('long'));
  }
  const read = readTags(unit, tidySpace(tagged, toTagged(unit)));
  if (!read.ok) return read;
  const restored = restoreFigures(unit, read.content, to);
  if (!restored.ok) return restored;
  const { content, places } = restored;
  const answer = { unit, target: content.text, from, to };
  const faults = [judgeFigures(answer, places), ...(translated ? judges : shape).map((judge) => judge(answer))];
  const said = faults.filter((fault) => fault !== undefined);
  if (said.length === 0) return { ok: true, content };
  return refuse(said.map(({ feedback }) => feedback).join(' '), ...said.flatMap(({ reasons }) => reasons));
}

/** Composed characters (some models answer in decomposed Hangul), the source's own margins, no line break of the engine's. */
function tidySpace(tagged: string, source: string): string {
  const margin = (side: RegExp) => side.exec(source)?.[0] ?? '';
  const body = tagged.normalize('NFC').trim();
  const lines = source.includes('\n') ? body.replace(/\r\n?/g, '\n') : body.replace(/[ \t]*[\r\n][ \t]*/g, ' ');
  return margin(/^\s*/) + lines + margin(/\s*$/);
}
