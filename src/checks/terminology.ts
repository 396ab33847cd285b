import type { LanguagePack } from '../languages/pack.js';
import type { TermMatch, Unit, UnitPair } from '../model/article.js';
import { type Designation, isShort } from '../model/concept.js';
import { difference } from '../model/edit.js';
import { replaceTerm } from '../termbase/enforce.js';
import { type DesignationMatch, designationsIn, preferred } from '../termbase/match.js';
import { isTopical } from '../termbase/topics.js';
import type { ArticlePair, Check, CheckContext, Finding } from './check.js';
import { unintroduced } from './introductions.js';
import { matchersOf } from './matchers.js';

/** Terms of the termbase: their designation is used in the translation, no deprecated or forbidden one is, and one choice holds throughout. */
export const terminology: Check = {
  id: 'terminology',
  type: 'terminology',
  category: 'terminology',
  unit(pair, context) {
    const { source, target } = pair;
    if (source === null || target === null || context.concepts.length === 0) return [];
    const matchers = matchersOf(context);
    const used = matchers.target.designations(target.text);
    const asked = matchers.source.find(source.text);
    const named = new Set(asked.map(({ concept }) => concept));
    const out: Finding[] = used
      // What only the topic speaks against is right for another meaning.
      .filter(
        ({ concept, designation: { status }, others = [] }) =>
          !others.some(({ id }) => named.has(id)) &&
          (status !== 'deprecated' || named.has(concept.id) || !isTopical(designationsIn(concept, context.to.locale))),
      )
      .flatMap((match) => discouraged(match, pair, context));
    const told = new Set<string>();
    for (const term of asked) {
      if (told.has(term.concept) || out.some(({ values }) => values?.['concept'] === term.concept)) continue;
      told.add(term.concept);
      const finding = absent(term, used, pair, context);
      if (finding !== undefined) out.push(finding);
    }
    return out;
  },
  article: (pair, context) =>
    context.concepts.length === 0 ? [] : [...inconsistent(pair, context), ...unintroduced(pair, context)],
};

/** Ids of the concepts that a designation may stand for. */
function meant({ concept, others = [] }: DesignationMatch): readonly string[] {
  return [concept, ...others].map(({ id }) => id);
}

/** Puts a designation in place of a stretch, with the particle after it. */
function swap(
  { text }: Unit,
  start: number,
  end: number,
  right: Pick<Designation, 'term' | 'reading'>,
  to: LanguagePack,
) {
  const edit = difference(text, replaceTerm(text, start, end, right, to));
  return edit ?? { start, end, text: text.slice(start, end) };
}

function discouraged(
  { concept, designation, text, start, end }: DesignationMatch,
  pair: UnitPair,
  { to }: CheckContext,
): Finding[] {
  const { status } = designation;
  const right = preferred(concept, to.locale);
  if ((status !== 'deprecated' && status !== 'forbidden') || right === undefined || pair.target === null) return [];
  const fix = swap(pair.target, start, end, right, to);
  const severity = status === 'forbidden' ? 'major' : 'minor';
  return [
    {
      key: status,
      values: { term: text, right: right.term, concept: concept.id },
      severity,
      pair,
      target: { text, start, end },
      fix,
    },
  ];
}

function absent(
  term: TermMatch,
  used: readonly DesignationMatch[],
  pair: UnitPair,
  context: CheckContext,
): Finding | undefined {
  const { required, text, start, end } = term;
  const target = pair.target?.text ?? '';
  if (required === undefined || used.some((match) => meant(match).includes(term.concept))) return undefined;
  // A longer term may have taken the place ("GPU cluster" for "GPU"), and a text in Latin letters may stand as it is.
  if (target.includes(required) || target.toLowerCase().includes(text.toLowerCase())) return undefined;
  const concept = matchersOf(context).byId.get(term.concept);
  if (
    concept !== undefined &&
    designationsIn(concept, context.to.locale).some((one) =>
      target.replaceAll(' ', '').includes(one.term.replaceAll(' ', '')),
    )
  )
    return undefined;
  return {
    key: 'missing',
    values: { term: text, right: required, concept: term.concept },
    severity: 'minor',
    pair,
    source: { text, start, end },
  };
}

/** A concept that an article calls by more than one of its full designations, though the source calls it by one. */
function inconsistent({ pairs }: ArticlePair, context: CheckContext): Finding[] {
  const { source: original, target: matcher } = matchersOf(context);
  const first = new Map<string, string>();
  const told = new Set<string>();
  const out: Finding[] = [];
  for (const pair of pairs) {
    if (pair.source === null || pair.target === null) continue;
    const said = original.designations(pair.source.text);
    for (const { concept, designation, text, start, end } of matcher.designations(pair.target.text)) {
      const { status, term } = designation;
      if (status === 'deprecated' || status === 'forbidden') continue;
      // 유럽연합(EU), then EU: a long and a short form live together.
      if (isShort(designation)) continue;
      const terms = said.filter((one) => one.concept === concept).map((one) => one.designation.term);
      const key = JSON.stringify([concept.id, ...new Set(terms)]);
      const before = first.get(key);
      if (before === undefined) first.set(key, term);
      else if (before !== term && !told.has(concept.id)) {
        told.add(concept.id);
        out.push({
          key: 'inconsistent',
          type: 'inconsistency',
          values: { term: text, before, concept: concept.id },
          severity: 'minor',
          pair,
          target: { text, start, end },
        });
      }
    }
  }
  return out;
}
