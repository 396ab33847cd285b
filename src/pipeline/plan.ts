import type { GlossedArticle, GlossedUnit } from '../model/article.js';
import { type Content, fromTagged, toTagged } from '../model/inline.js';
import type { MemoryEntry } from '../model/memory.js';
import type { DeliveredUnit } from '../store/store.js';
import { pairUnits } from './pairing.js';
import { recode } from './recode.js';
import type { Standing, StandingUnit } from './standing.js';

/** What is to be done with one unit, and why. */
export type Decision =
  /** Its source is as it was and its translation stands as delivered. */
  | { readonly by: 'kept'; readonly target: Content; readonly was: DeliveredUnit }
  /** A person wrote what stands in the file, or locked it. `fresh`: since the last delivery, so it is new to memory. No target: rebuilt. */
  | { readonly by: 'human'; readonly target?: Content; readonly was: DeliveredUnit; readonly fresh: boolean }
  /** A person wrote it and the source has changed in words since: kept, never overwritten, told. */
  | { readonly by: 'stale'; readonly target?: Content; readonly was: DeliveredUnit; readonly fresh: boolean }
  /** Only figures changed: they are changed in the translation too, whoever made it. */
  | { readonly by: 'patched'; readonly target: Content; readonly was?: DeliveredUnit; readonly edited: boolean }
  | { readonly by: 'memory'; readonly target: Content; readonly entry: MemoryEntry }
  /** Figures, terms and signs only: written by ourselves. */
  | { readonly by: 'rendered'; readonly target: Content }
  /** An engine is needed. `near`: memory entries to offer it. */
  | { readonly by: 'ask'; readonly near: readonly MemoryEntry[] };

/** What can be had without an engine. All of it is computed, none of it fetched: planning has no effects. */
export interface Leverage {
  /** The memory entry of this very unit. */
  exact(unit: GlossedUnit): MemoryEntry | undefined;
  /** Whether an entry was made as it would be made today; an engine's older one is only told to engines. */
  isCurrent(entry: MemoryEntry, unit: GlossedUnit): boolean;
  /** Entries of nearly the same source, best first. */
  near(unit: GlossedUnit): readonly MemoryEntry[];
  /** The unit's translation when it is of figures and terms only. */
  rendered(unit: GlossedUnit): Content | undefined;
  /** `target`, a translation of `before`, made to say the figures of `unit`; `undefined` when more than figures changed. */
  patched(before: Content, unit: GlossedUnit, target: Content): Content | undefined;
  /** Whether a figure is wrong or a code is lost: such a translation is never used. */
  acceptable(unit: GlossedUnit, target: Content): boolean;
  /** How alike two tagged sources are, 0 to 1. */
  likeness(a: string, b: string): number;
}

/** How a translation gets into its file. */
export type Placement =
  /** Written anew from the source: all between the units is the source's. */
  | 'skeleton'
  /** A person changed more than units: only units are replaced in the file as it stands. */
  | 'in-place'
  /** A person rebuilt the file and the source was rebuilt too: the file is left alone and told. */
  | 'blocked';

/** What is to be done with one article in one language. */
export interface ArticlePlan {
  readonly article: GlossedArticle;
  /** One for each unit of the article. */
  readonly decisions: readonly Decision[];
  readonly placement: Placement;
  readonly standing?: Standing;
  /** For each unit, the index into `standing.units` that it was; empty without a standing translation. */
  readonly was: readonly (number | undefined)[];
  /** Addresses of images by the addresses of the source, where the language has a file of its own (chart.ko.svg). */
  readonly images?: ReadonlyMap<string, string>;
}

/** Plans one article: which units are new, stale, answered by memory, patched, edited by a person. */
export function planArticle(
  article: GlossedArticle,
  standing: Standing | undefined,
  sourceSkeleton: string,
  leverage: Leverage,
): ArticlePlan {
  if (standing === undefined) {
    const decisions = article.units.map((unit) => planFresh(unit, leverage));
    return { article, decisions, placement: 'skeleton', was: [] };
  }
  const was = pairUnits(
    article.units.map((unit) => toTagged(unit)),
    standing.units.map(({ delivered }) => delivered.source),
    leverage.likeness,
  );
  const decisions = article.units.map((unit, index) => {
    const before = standing.units[was[index] ?? -1];
    return before === undefined ? planFresh(unit, leverage) : planAgain(unit, before, standing, article, leverage);
  });
  return { article, decisions, placement: placementOf(article, standing, sourceSkeleton, was), standing, was };
}

function placementOf(
  article: GlossedArticle,
  standing: Standing,
  sourceSkeleton: string,
  was: readonly (number | undefined)[],
): Placement {
  // Units in passages that a person rebuilt have no place in a file written anew.
  if (standing.ours && standing.units.every(({ unit }) => unit !== undefined)) return 'skeleton';
  const inOrder = was.length === standing.units.length && was.every((before, index) => before === index);
  return inOrder && standing.delivery.sourceSkeleton === sourceSkeleton && article.units.length > 0
    ? 'in-place'
    : 'blocked';
}

/** A unit without anything to build on in the file. */
function planFresh(unit: GlossedUnit, leverage: Leverage): Decision {
  const entry = leverage.exact(unit);
  if (entry !== undefined) {
    const answer = fromTagged(entry.target, unit.codes);
    if (answer.ok && leverage.acceptable(unit, answer.content)) return { by: 'memory', target: answer.content, entry };
  }
  const rendered = leverage.rendered(unit);
  if (rendered !== undefined) return { by: 'rendered', target: rendered };
  const near = leverage.near(unit);
  return patchFromMemory(unit, near, leverage) ?? { by: 'ask', near };
}

/** A remembered sentence that differs from the unit in figures only. */
function patchFromMemory(unit: GlossedUnit, near: readonly MemoryEntry[], leverage: Leverage): Decision | undefined {
  for (const entry of near) {
    if (!leverage.isCurrent(entry, unit)) continue;
    const before = fromTagged(entry.source, unit.codes);
    const target = fromTagged(entry.target, unit.codes);
    if (!before.ok || !target.ok) continue;
    const patched = leverage.patched(before.content, unit, target.content);
    if (patched !== undefined && leverage.acceptable(unit, patched)) {
      return { by: 'patched', target: patched, edited: false };
    }
  }
  return undefined;
}

/** Nothing was delivered for it but the source's own words, or words that only tried the layout. */
function isLeft(delivered: DeliveredUnit): boolean {
  return delivered.origin.kind === 'source' || delivered.state === 'initial';
}

/** A unit that was delivered before. */
function planAgain(
  unit: GlossedUnit,
  before: StandingUnit,
  standing: Standing,
  article: GlossedArticle,
  leverage: Leverage,
): Decision {
  const { delivered: was, edited } = before;
  // What a person has locked is theirs, whoever wrote it: not even its figures are changed.
  const locked = was.state === 'final';
  const byPerson = edited || locked || was.origin.kind === 'human';
  if (isSettled(unit, before, standing, article)) {
    if (byPerson) return { by: 'human', was, fresh: edited, ...targetOf(before) };
    if (isLeft(was)) return planFresh(unit, leverage);
    const target = before.unit && (recode(before.unit, unit.codes) ?? before.unit);
    return target === undefined ? planFresh(unit, leverage) : { by: 'kept', target, was };
  }
  const old = fromTagged(was.source, unit.codes);
  if (!locked && before.unit !== undefined && old.ok && (edited || !isLeft(was))) {
    const target = recode(before.unit, unit.codes);
    const patched = target && leverage.patched(old.content, unit, target);
    if (patched !== undefined && leverage.acceptable(unit, patched)) {
      return { by: 'patched', target: patched, was, edited };
    }
  }
  if (byPerson) return { by: 'stale', was, fresh: edited, ...targetOf(before) };
  return ownFirst(planFresh(unit, leverage), was.source);
}

/** What the unit itself was before stands first among its likes, which may be as near in an article of such sentences. */
function ownFirst(decision: Decision, source: string): Decision {
  if (decision.by !== 'ask') return decision;
  const isOwn = (entry: MemoryEntry) => entry.source === source;
  return { ...decision, near: [...decision.near.filter(isOwn), ...decision.near.filter((entry) => !isOwn(entry))] };
}

function targetOf({ unit }: StandingUnit): { target?: Content } {
  return unit === undefined ? {} : { target: { text: unit.text, codes: unit.codes } };
}

/**
 * Whether the translation that stands is of the source as it is. A person who edits a unit after it was told to be
 * stale, or who sets the translation's state back, has seen the new source: the record then holds the source's present
 * revision but the unit's old text.
 */
function isSettled(unit: GlossedUnit, before: StandingUnit, standing: Standing, article: GlossedArticle): boolean {
  if (before.delivered.source === toTagged(unit)) return true;
  if (standing.delivery.sourceRevision !== article.revision) return false;
  return before.edited || (standing.state !== undefined && standing.state !== 'stale' && standing.state !== 'partial');
}

/** A unit that needs an engine, with what may help it. */
interface Asked {
  readonly unit: GlossedUnit;
  readonly near: readonly MemoryEntry[];
  readonly neighbours: { readonly before?: string; readonly after?: string };
}

/** Decisions that need an engine. */
export function asked({ article: { units }, decisions }: ArticlePlan): readonly Asked[] {
  return decisions.flatMap((decision, index) => {
    if (decision.by !== 'ask') return [];
    const [before, after] = [units[index - 1]?.text, units[index + 1]?.text];
    const neighbours = { ...(before ? { before } : {}), ...(after ? { after } : {}) };
    return [{ unit: units[index]!, near: decision.near, neighbours }];
  });
}

/** What memory knows a unit by: its text and kind. */
export function memoryKey(unit: GlossedUnit): string {
  return `${unit.kind}\0${toTagged(unit)}`;
}

/** What an engine is asked once for, however many articles hold it: as in memory, in articles that mean the same by its terms. */
export function askKey(unit: GlossedUnit): string {
  return unit.topics === undefined ? memoryKey(unit) : `${memoryKey(unit)}\0${unit.topics.join('\0')}`;
}
