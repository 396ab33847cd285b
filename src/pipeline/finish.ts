import type { LanguagePack } from '../languages/pack.js';
import { applyEdits, type Edit } from '../model/edit.js';
import type { Quantity } from '../model/quantity.js';
import type { Style } from '../model/style.js';
import { openings } from '../quantities/openings.js';
import { crosses } from '../quantities/render.js';
import { introduces, introductionEdits, introductions } from '../termbase/introduce.js';
import type { Matcher } from '../termbase/match.js';
import type { DecidedUnit } from './decided.js';
import type { ArticlePlan } from './plan.js';

/** What the finished text is judged by. */
export interface Finishing {
  /** The termbase in the target language, as the article means it. */
  readonly terms: Matcher;
  readonly to: LanguagePack;
  readonly style: Style;
}

/**
 * The units with what only shows once all are translated: a term is introduced where the article first names it (유럽연합(EU))
 * and nowhere else, and a sentence that came to begin with digits begins with words. What a person wrote, or has approved,
 * is read and never changed.
 */
export function finish(
  units: readonly DecidedUnit[],
  plan: ArticlePlan,
  { terms, to, style }: Finishing,
): readonly DecidedUnit[] {
  const texts = units.map(({ kind, target }) => (introduces({ kind }) ? target?.text : undefined));
  const edits = texts.map((text): Edit[] =>
    text === undefined || style.figures.opening !== 'words' ? [] : openingEdits(text, to),
  );
  for (const one of introductions(texts, terms, to))
    edits[one.passage]!.push(...introductionEdits(texts[one.passage]!, one, to));
  return units.map((unit, index) => {
    const { target } = unit;
    if (target === undefined || edits[index]!.length === 0 || !isOpen(unit, plan)) return unit;
    const fitting = edits[index]!.filter(({ start, end }) => !crosses(target, start, end));
    return { ...unit, target: applyEdits(target, fitting) };
  });
}

/** Kinds of figures that read well in words: "Twenty-five billion dollars" is left to a person. */
const plain: ReadonlySet<Quantity['kind']> = new Set(['number', 'percent', 'duration']);

function openingEdits(text: string, to: LanguagePack): Edit[] {
  return openings(text, to, false).flatMap(({ kind, start, end, text: words }) =>
    words === undefined || !plain.has(kind) ? [] : [{ start, end, text: words }],
  );
}

/** Whether a unit's words are ours to change. */
function isOpen({ by, origin, state }: DecidedUnit, { placement, standing }: ArticlePlan): boolean {
  if (by === 'human' || by === 'stale' || by === 'left' || origin.kind === 'human') return false;
  if (by === 'patched' || by === 'kept') {
    const approved = standing?.state === 'reviewed' || standing?.state === 'published';
    return !approved && state === 'translated' && (by === 'patched' || placement === 'skeleton');
  }
  return true;
}
