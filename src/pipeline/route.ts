import type { Engine, EngineUnit } from '../engines/engine.js';
import { type Company, protect } from '../engines/protect.js';
import { verify } from '../engines/verify.js';
import { languagePack } from '../languages/index.js';
import { createMemory, isCurrent, type Memory } from '../memory/lookup.js';
import { likeness, maskFigures } from '../memory/similarity.js';
import { type Messages, messages } from '../messages/index.js';
import type { GlossedArticle, GlossedUnit } from '../model/article.js';
import { type Content, fromTagged, toTagged } from '../model/inline.js';
import type { Issue } from '../model/issue.js';
import type { LanguagePair, MemoryEntry } from '../model/memory.js';
import { patchFigures } from '../quantities/patch.js';
import { renderUnit } from '../quantities/render.js';
import type { Asked } from '../store/store.js';
import { enforceTerms } from '../termbase/enforce.js';
import { parseTermbase } from '../termbase/load.js';
import { createChecking } from './checking.js';
import { type Leverage, memoryKey } from './plan.js';
import { loadStyle, readTermbase } from './project.js';
import { createProvenance } from './provenance.js';
import type { Claimed, Question, Remembered, Verdict } from './question.js';
import type { Bench } from './request.js';
import { renderContext } from './stages/glossary.js';
import type { TargetContext } from './stages/stage.js';
import { topicalTerms } from './topical-terms.js';

/** All that one direction of translation needs, made once for a run. */
export interface Route {
  /** `en>ko`. */
  readonly key: string;
  readonly pair: LanguagePair;
  readonly engines: readonly Engine[];
  readonly context: TargetContext;
  /** What memory and our own rendering know of an article. */
  leverageFor(article: GlossedArticle): Promise<Leverage>;
  /** Takes questions from all who might ask them, in whatever process; absent where no answer is kept. */
  readonly claim?: (questions: readonly Question[], signal: AbortSignal) => Promise<Claimed>;
  /** What memory holds of questions that were answered in this run; absent where no answer is kept. */
  readonly recall?: (questions: readonly Question[], signal: AbortSignal) => Promise<ReadonlyMap<Question, Remembered>>;
  protect(question: Question, feedback?: string): EngineUnit;
  verify(unit: GlossedUnit, tagged: string, engine: Engine): Verdict;
  /** Keeps an accepted answer, durable when it resolves; the answers of an engine that is no translator are not kept. */
  remember(unit: GlossedUnit, content: Content, engine: Engine): Promise<void>;
  /** Marks a remembered answer as one that the checks of its article took back: it answers nothing from then on. */
  forget(unit: GlossedUnit, content: Content, engine: string): Promise<void>;
}

/** A memory entry whose source is so much like a unit's is that unit before an edit. */
const edited = 0.75;

const bare = (tagged: string): string => maskFigures(tagged.replace(/<[^<>]*>/g, ''));

/** Prepares one direction. Throws `unknown-locale`, `invalid-style`, `invalid-termbase`, `invalid-memory`. */
export async function createRoute(pair: LanguagePair, bench: Bench): Promise<Route> {
  const { project, pipeline, services } = bench;
  const from = languagePack(pair.from);
  const to = languagePack(pair.to);
  const termbase = await readTermbase(project);
  const concepts = termbase === undefined ? [] : parseTermbase(termbase.yaml, termbase.file);
  const style = await loadStyle(project, pair.to, pipeline);
  const engines = bench.engines.into(pair.to, style);
  const terms = topicalTerms(concepts, pair);
  const checking = createChecking(pipeline, from, to, concepts, style);
  const context: TargetContext = { pipeline, from, to, style, terms, checking };
  const known = engines.filter(({ keep }) => keep).map(({ fingerprint }) => fingerprint);
  const provenance = createProvenance(style);
  /** Under which answers to this unit are as good as new; all are where no engine could give another. */
  const fingerprints = (unit: GlossedUnit) =>
    known.length === 0 ? undefined : new Set(known.map((fingerprint) => provenance(fingerprint, unit)));
  const { store } = services;
  let words: Messages | undefined;
  /** An issue as engines are told it, in English. The messages are read with the first. */
  const reasonOf = (issue: Issue): string => {
    words ??= messages('en');
    return words.issue(issue);
  };
  const search = bench.engines.leverage ? store.near : undefined;
  const whole = search === undefined ? createMemory(bench.engines.leverage ? await store.memory(pair) : []) : undefined;
  const leverageOf = (memory: Memory): Leverage => ({
    exact: (unit) => memory.exact(toTagged(unit), unit.kind, fingerprints(unit)),
    isCurrent: (entry, unit) => isCurrent(entry, fingerprints(unit)),
    near: (unit) => memory.near(toTagged(unit)).map(({ entry }) => entry),
    rendered: (unit) => renderUnit(unit, from, to, renderContext(unit, context)),
    patched: (before, unit, target) => patchFigures(before, unit, target, from, to, renderContext(unit, context)),
    acceptable: (unit, target) => checking.isSafe(unit, target),
    likeness: (a, b) => likeness(maskFigures(a), maskFigures(b)),
  });
  const wholeLeverage = whole && leverageOf(whole);
  /** Questions by what memory knows their units by: those of one request are of one article, in which a text means one thing. */
  const byUnit = (questions: readonly Question[]) => {
    const byKey = new Map(questions.map((question) => [memoryKey(question.unit), question]));
    return {
      questionOf: ({ source, kind }: Asked) => byKey.get(`${kind}\0${source}`)!,
      wanted: questions.map(({ unit }): Asked => ({ source: toTagged(unit), kind: unit.kind })),
    };
  };
  /** What an entry says of a unit, where that is an answer. */
  const remembered = (unit: GlossedUnit, entry: MemoryEntry | undefined): Remembered | undefined => {
    const exact = entry && createMemory([entry]).exact(toTagged(unit), unit.kind, fingerprints(unit));
    const read = exact && fromTagged(exact.target, unit.codes);
    return read?.ok && checking.isSafe(unit, read.content) ? { content: read.content, entry: exact! } : undefined;
  };
  /** What memory has near a unit: its translation before an edit, or texts that are like it. */
  const editOf = (unit: GlossedUnit, near: readonly MemoryEntry[]): Pick<Company, 'was' | 'fuzzy'> => {
    const [best] = near;
    const isEdit =
      best !== undefined &&
      likeness(bare(best.source), bare(toTagged(unit))) >= edited &&
      isCurrent(best, fingerprints(unit));
    return isEdit ? { was: best.target } : { fuzzy: near };
  };
  return {
    key: `${pair.from}>${pair.to}`,
    pair,
    engines,
    context,
    async leverageFor(article) {
      if (wholeLeverage !== undefined) return wholeLeverage;
      return leverageOf(
        createMemory(
          (await search?.(
            pair,
            article.units.map((unit) => toTagged(unit)),
          )) ?? [],
        ),
      );
    },
    ...(known.length === 0
      ? {}
      : {
          async claim(questions, signal) {
            const { questionOf, wanted } = byUnit(questions);
            const isAnswer = (entry: MemoryEntry) => remembered(questionOf(entry).unit, entry) !== undefined;
            const { held, answered, release } = await store.claim(pair, wanted, isAnswer, signal);
            const answers = answered.map((entry) => {
              const question = questionOf(entry);
              return [question, remembered(question.unit, entry)!] as const;
            });
            return { held: held.map(questionOf), answered: new Map(answers), release };
          },
          // Whatever came of it in the article that asked: it was judged right for the unit.
          async recall(questions, signal) {
            const { questionOf, wanted } = byUnit(questions);
            const read = (entry: MemoryEntry) => fromTagged(entry.target, questionOf(entry).unit.codes);
            const { answered, release } = await store.claim(pair, wanted, (entry) => read(entry).ok, signal);
            await release();
            return new Map(
              answered.flatMap((entry): [Question, Remembered][] => {
                const answer = read(entry);
                return answer.ok ? [[questionOf(entry), { content: answer.content, entry }]] : [];
              }),
            );
          },
        }),
    protect: ({ unit, near, neighbours }, feedback) =>
      protect(unit, {
        ...editOf(unit, near),
        ...(neighbours === undefined ? {} : { neighbours }),
        ...(feedback === undefined ? {} : { feedback }),
      }),
    verify(unit, tagged, { keep }) {
      const verdict = verify(
        unit,
        enforceTerms(tagged, unit.terms, terms(unit.topics ?? []).target, to),
        from,
        to,
        keep,
      );
      if (!verdict.ok) return verdict;
      const content = keep ? checking.mend(unit, verdict.content) : verdict.content;
      // What the checks would take back is asked for again, with a reason, and never kept.
      const fault = checking.fault(unit, content);
      if (fault === undefined) return { ok: true, content };
      const { check, key, values } = fault;
      return { ok: false, feedback: reasonOf(fault), reasons: [{ check, key, values }] };
    },
    async remember(unit, content, { keep, name, fingerprint }) {
      if (!keep) return;
      const { kind } = unit;
      await services.store.remember(pair, {
        source: toTagged(unit),
        target: toTagged(content),
        kind,
        origin: 'engine',
        state: 'translated',
        engine: name,
        fingerprint: provenance(fingerprint, unit),
      });
    },
    forget: (unit, content, engine) =>
      services.store.remember(pair, {
        source: toTagged(unit),
        target: toTagged(content),
        kind: unit.kind,
        origin: 'engine',
        state: 'initial',
        engine,
      }),
  };
}
