import { merge, parseArticle } from '../../markdown/index.js';
import type { Article } from '../../model/article.js';
import { DiptychError } from '../../model/errors.js';
import { sha256 } from '../../model/hash.js';
import { type Content, fromTagged, toTagged } from '../../model/inline.js';
import type { MemoryEntry } from '../../model/memory.js';
import { isParallel } from '../../pipeline/parallel.js';
import type { TranslationState } from '../../pipeline/report.js';
import { unitHash } from '../../pipeline/standing.js';
import { foundVersion, taggedAs } from '../../pipeline/versions.js';
import type { Version } from '../../store/history.js';
import { type DeliveredUnit, type Delivery, type Store, threadOf, type Waiver } from '../../store/store.js';
import type { TargetView, TranslationView, UnitView } from './view.js';

/** What is to become of a translation: new text for one unit, units that are approved or locked, a state, waivers. */
export interface Change {
  readonly unit?: { readonly view: UnitView; readonly content: Content };
  readonly approved?: readonly UnitView[];
  /** A unit that is locked, or let go of again. */
  readonly locking?: { readonly view: UnitView; readonly locked: boolean };
  readonly state: TranslationState;
  readonly waivers?: readonly Waiver[];
}

/** A changed translation before it is written. */
export interface Draft {
  readonly article: Article;
  readonly record: Delivery;
  /** What people have decided, for memory. */
  readonly learned: readonly MemoryEntry[];
  /** What its units are from now on, where they are something else. */
  readonly versions: readonly Version[];
}

/**
 * An editor's text as content. Throws `invalid-unit` when its codes are not those of the unit.
 */
export function readTagged(tagged: string, { codes, unit }: TargetView): Content {
  const read = fromTagged(tagged, codes);
  if (!read.ok) {
    const names = read.faults.map(({ id, reason }) => `${id} (${reason})`).join(', ');
    throw new DiptychError('invalid-unit', { codes: names });
  }
  if (read.content.text.trim() === '') throw new DiptychError('invalid-unit', { context: 'empty', codes: '' });
  // Back to the file's own numbers: what lies inside a code is found by them.
  const own = new Map(codes.map((code, index) => [code.id, unit.codes[index]!.id]));
  return { text: read.content.text, codes: read.content.codes.map((code) => ({ ...code, id: own.get(code.id)! })) };
}

/** Puts a change, made by somebody, into a translation. Throws `invalid-unit` when the text would run over into its neighbours. */
export function draftOf(view: TranslationView, change: Change, by: string): Draft {
  const { translation, standing, to } = view;
  const targets = new Map<string, Content>();
  if (change.unit !== undefined) targets.set(change.unit.view.target!.unit.id, change.unit.content);
  const text = merge(translation, targets, { frontmatter: { state: change.state } });
  const fields = view.route.context.pipeline.frontmatter;
  const article = parseArticle(text, { file: translation.file, slug: translation.slug, locale: to, fields });
  if (!isParallel(translation, article)) throw new DiptychError('invalid-unit', { context: 'structure', codes: '' });
  const index = new Map(translation.units.map((unit, at) => [unit, at]));
  const approved = new Map((change.approved ?? []).map((unit) => [unit.at, unit]));
  const { unit: edit, locking } = change;
  const edited = edit?.view.at;
  const rows = new Map(view.units.map((row) => [row.at, row]));
  const when = new Date().toISOString();
  const learned: MemoryEntry[] = [];
  const versions: Version[] = [];
  const units = standing.units.map((stands, place): DeliveredUnit => {
    const { delivered, unit } = stands;
    if (unit === undefined) return delivered;
    const now = article.units[index.get(unit)!]!;
    const targetHash = unitHash(article, now);
    const row = rows.get(place);
    const codes = row?.source.codes ?? unit.codes;
    const thread = threadOf(delivered);
    const tell = (act: Version['act'], fresh: DeliveredUnit) => {
      const { source, state, origin } = fresh;
      versions.push({ thread, at: when, act, by, source, target: taggedAs(now, codes), state, origin });
      return fresh;
    };
    versions.push(...foundVersion(stands, codes, thread, when));
    if (row !== undefined && place === edited) {
      learned.push(...memoryOf(row, edit!.content, { kind: 'human' }));
      const source = toTagged(row.source);
      return tell('edited', { ...delivered, source, targetHash, state: 'reviewed', origin: { kind: 'human' } });
    }
    if (place === locking?.view.at && !locking.locked) {
      return tell('unlocked', { ...delivered, targetHash, state: 'reviewed' });
    }
    if (row !== undefined && (approved.has(place) || place === locking?.view.at)) {
      // What an engine wrote stays known as its work; a person answers for all else that they approve.
      const byEngine = !stands.edited && delivered.origin.kind !== 'source' && row.status !== 'outdated';
      const origin = byEngine ? delivered.origin : ({ kind: 'human' } as const);
      learned.push(...memoryOf(row, unit, origin));
      const source = toTagged(row.source);
      if (!approved.has(place)) return tell('locked', { ...delivered, source, targetHash, state: 'final', origin });
      return tell('approved', { ...delivered, source, targetHash, state: 'reviewed', origin });
    }
    // Somebody edited it in the file: it is taken note of now, or the new revision would hide it.
    if (stands.edited) {
      if (row !== undefined && toTagged(row.source) === delivered.source) {
        learned.push(...memoryOf(row, unit, { kind: 'human' }));
      }
      const state = delivered.state === 'final' ? 'final' : 'reviewed';
      return { ...delivered, targetHash, state, origin: { kind: 'human' } };
    }
    return { ...delivered, targetHash };
  });
  const waivers = change.waivers ?? standing.delivery.waivers;
  const { waivers: _, ...rest } = standing.delivery;
  const record = { ...rest, revision: sha256(text), units, ...(waivers?.length ? { waivers } : {}) };
  return { article, record, learned, versions };
}

/** Writes a draft, durable when it resolves. */
export async function write({ article, record, learned, versions }: Draft, store: Store): Promise<void> {
  await store.open();
  try {
    for (const entry of learned) await store.remember({ from: record.from, to: record.to }, entry);
    await store.deliver(record, article.file, article.text, versions);
  } finally {
    await store.close();
  }
}

/** What a decision is worth to memory: a text with other codes than the source's is of no use there, a rendered one is not kept. */
function memoryOf({ source, target }: UnitView, content: Content, origin: DeliveredUnit['origin']): MemoryEntry[] {
  if (target === undefined || origin.kind === 'rendered') return [];
  const ids = new Map(target.unit.codes.map((code, index) => [code.id, target.codes[index]!.id]));
  const tagged = toTagged({
    text: content.text,
    codes: content.codes.map((c) => ({ ...c, id: ids.get(c.id) ?? c.id })),
  });
  if (!fromTagged(tagged, source.codes).ok) return [];
  const made = { source: toTagged(source), target: tagged, kind: source.kind, state: 'reviewed' } as const;
  if (origin.kind !== 'engine' && origin.kind !== 'memory') return [{ ...made, origin: 'human' }];
  return [{ ...made, origin: 'engine', ...(origin.engine === undefined ? {} : { engine: origin.engine }) }];
}
