import type { Article, GlossedUnit, Origin, UnitState } from '../../model/article.js';
import { withOwnCodes } from '../../model/inline.js';
import type { MemoryEntry } from '../../model/memory.js';
import { topicsOf } from '../../model/topics.js';
import type { DecidedArticle, DecidedUnit } from '../decided.js';
import { finish } from '../finish.js';
import { asked, askKey, type Decision } from '../plan.js';
import type { Answer, Setting } from '../question.js';
import type { PlannedStage } from './stage.js';

/** Gives each unit its target: what the plan decided, and for the rest what engines answer. */
export const translate: PlannedStage = {
  phase: 'planned',
  async run(article, { pipeline, terms, to, style, plan, asker, bill }): Promise<DecidedArticle> {
    const questions = asked(plan);
    const answers =
      questions.length > 0 ? await asker.ask(questions, settingOf(article), bill) : new Map<string, Answer>();
    const units = article.units.map((unit, index) => {
      const decision = plan.decisions[index]!;
      return decision.by === 'ask'
        ? fromAnswer(unit, answers.get(askKey(unit)) ?? { ok: false })
        : fromDecision(unit, decision);
    });
    const { target } = terms([...topicsOf(article.frontmatter), ...pipeline.topics]);
    return { ...article, units: finish(units, plan, { terms: target, to, style }) };
  },
};

/** What an engine is told of the whole article: its title and summary, wherever the article has them. */
export function settingOf(article: Article): Setting {
  const field = (name: string) => {
    const value = article.frontmatter[name];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const heading = article.units.find(({ kind }) => kind === 'heading')?.text;
  const summary = field('summary') ?? field('description');
  return { title: field('title') ?? heading ?? article.slug, ...(summary === undefined ? {} : { summary }) };
}

function fromAnswer(unit: GlossedUnit, answer: Answer): DecidedUnit {
  if (answer.ok) {
    // It may have been asked for by another article, or another unit of this one.
    const target = withOwnCodes(answer.content, unit.codes);
    if ('entry' in answer) return { ...unit, target, ...fromMemory(answer.entry), by: 'memory' };
    // What is not kept in memory is no translation (`pseudo`): the unit stays open, and the next run asks again.
    const state: UnitState = answer.engine.keep ? 'translated' : 'initial';
    const origin: Origin = { kind: 'engine', engine: answer.engine.name };
    return { ...unit, target, state, origin, by: 'engine' };
  }
  if (answer.spent) return leave(unit, { reason: 'budget' });
  const { error, refused } = answer;
  if (error?.code === 'aborted') return leave(unit, { reason: 'time' });
  if (error !== undefined) return leave(unit, { reason: 'failed', error });
  return leave(unit, refused === undefined ? { reason: 'no-engine' } : { reason: 'refused', reasons: refused.reasons });
}

/** The unit as it stays in the source language. */
export function leave(unit: GlossedUnit, refusal: NonNullable<DecidedUnit['refusal']>): DecidedUnit {
  const { target: _, ...rest } = unit as DecidedUnit;
  return { ...rest, state: 'initial', origin: { kind: 'source' }, by: 'left', refusal };
}

function fromDecision(unit: GlossedUnit, decision: Exclude<Decision, { by: 'ask' }>): DecidedUnit {
  const target = decision.target === undefined ? {} : { target: decision.target };
  switch (decision.by) {
    case 'kept':
      return { ...unit, ...target, state: decision.was.state, origin: decision.was.origin, by: 'kept' };
    case 'human':
    case 'stale': {
      const { was, fresh } = decision;
      const state = fresh && was.state !== 'final' ? 'reviewed' : was.state;
      const origin: Origin = fresh ? { kind: 'human' } : was.origin;
      return { ...unit, ...target, state, origin, by: decision.by };
    }
    case 'patched': {
      const { was, edited } = decision;
      // Who made the text stays true: only its figures are new.
      const origin: Origin = edited ? { kind: 'human' } : (was?.origin ?? { kind: 'patched' });
      return { ...unit, ...target, state: edited ? 'reviewed' : (was?.state ?? 'translated'), origin, by: 'patched' };
    }
    case 'memory':
      return { ...unit, ...target, ...fromMemory(decision.entry), by: 'memory' };
    case 'rendered':
      return { ...unit, ...target, state: 'translated', origin: { kind: 'rendered' }, by: 'rendered' };
  }
}

function fromMemory({ state, engine }: MemoryEntry): { state: UnitState; origin: Origin } {
  return {
    // An entry that was never more than started would be asked for again in every run.
    state: state === 'initial' ? 'translated' : state,
    origin: { kind: 'memory', ...(engine === undefined ? {} : { engine }) },
  };
}
