import type { UnitPair } from '../model/article.js';
import { isShort } from '../model/concept.js';
import { applyEdits } from '../model/edit.js';
import { type Introduction, introduces, introductionEdits, introductions } from '../termbase/introduce.js';
import { preferred } from '../termbase/match.js';
import type { ArticlePair, CheckContext, Finding } from './check.js';
import { matchersOf } from './matchers.js';

const keys: Readonly<Record<Introduction['kind'], string>> = {
  first: 'first-mention',
  early: 'abbreviation-first',
  again: 'introduced-again',
};

/** Concepts that an article does not introduce as the termbase asks, introduces twice, or abbreviates before it names them. */
export function unintroduced({ pairs }: ArticlePair, context: CheckContext): Finding[] {
  const { to } = context;
  const { target: matcher } = matchersOf(context);
  const texts = pairs.map(({ source, target }) =>
    source !== null && target !== null && introduces(target) ? target.text : undefined,
  );
  const asked = introductions(texts, matcher, to).map((one): Finding => {
    const { passage, kind, concept, start, end, right } = one;
    const pair = pairs[passage]!;
    const { text } = pair.target!;
    const edits = introductionEdits(text, one, to);
    const last = edits.at(-1)!;
    const mended = applyEdits({ text, codes: [] }, edits).text;
    const found = text.slice(start, end);
    return {
      key: keys[kind],
      type: 'style',
      values: { term: found, form: right.term, concept: concept.id },
      severity: 'minor',
      pair,
      target: { text: found, start, end },
      fix: { start, end: last.end, text: mended.slice(start, mended.length - (text.length - last.end)) },
    };
  });
  return [...asked, ...unexplained(pairs, texts, context)];
}

/** Abbreviations that stand before the place that explains them, where the source explains them in time. */
function unexplained(
  pairs: readonly UnitPair[],
  texts: readonly (string | undefined)[],
  context: CheckContext,
): Finding[] {
  const { source, target } = matchersOf(context);
  const late = explainedLate(texts, target, context.to.locale);
  if (late.size === 0) return [];
  const sources = pairs.map((pair) => (pair.source !== null && introduces(pair.source) ? pair.source.text : undefined));
  const alike = explainedLate(sources, source, context.from.locale);
  return [...late].flatMap(([id, { passage, start, end, text, form }]) =>
    alike.has(id)
      ? []
      : [
          {
            key: 'abbreviation-first',
            type: 'style',
            values: { term: text, form, concept: id },
            severity: 'minor',
            pair: pairs[passage]!,
            target: { text, start, end },
          } as const,
        ],
  );
}

interface Early {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The explanation that comes later. */
  readonly form: string;
}

/** Concepts without a first-mention form of their own that a later place explains: EU …, 유럽연합(EU). */
function explainedLate(
  texts: readonly (string | undefined)[],
  matcher: ReturnType<typeof matchersOf>['target'],
  locale: string,
): Map<string, Early> {
  const early = new Map<string, Omit<Early, 'form'>>();
  const named = new Set<string>();
  const out = new Map<string, Early>();
  texts.forEach((text, passage) => {
    for (const { concept, designation, start, end, text: found } of text ? matcher.designations(text) : []) {
      if (named.has(concept.id) || preferred(concept, locale)?.firstMention !== undefined) continue;
      if (isShort(designation)) {
        if (!early.has(concept.id)) early.set(concept.id, { passage, start, end, text: found });
        continue;
      }
      named.add(concept.id);
      const before = early.get(concept.id);
      const form = /^ ?[(（]([^()（）]{1,60})[)）]/.exec(text!.slice(end, end + 70));
      if (before !== undefined && form?.[1] === before.text) out.set(concept.id, { ...before, form: found + form[0] });
    }
  });
  return out;
}
