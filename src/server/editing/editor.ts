import { DiptychError } from '../../model/errors.js';
import { atLeast } from '../../model/issue.js';
import type { Locale } from '../../model/locale.js';
import type { TranslationState } from '../../pipeline/report.js';
import { editionOf } from '../../publish/entry.js';
import type { Library } from '../../publish/library.js';
import { assertAllowed, type EditionAction } from '../../publish/states.js';
import type { Store } from '../../store/store.js';
import { blockersOf, type IssueView, type TranslationView, type UnitView } from './view.js';
import { type Change, draftOf, readTagged, write } from './write.js';

/** An edit that somebody else's edit came before. */
export class EditConflict extends DiptychError {
  readonly current: UnitView;
  readonly yours: string;
  constructor(current: UnitView, yours: string) {
    super('edit-conflict');
    this.current = current;
    this.yours = yours;
  }
}

/** A translation that the gate does not let through. */
export class PublishBlocked extends DiptychError {
  readonly view: TranslationView;
  constructor(view: TranslationView, count: number) {
    super('publish-blocked', { count });
    this.view = view;
  }
}

/** What an editor does. Every change is durable when its promise resolves; the view is the translation after it. */
export interface Editor {
  view(slug: string, to: Locale): Promise<TranslationView>;
  /** Replaces a unit's text. Throws `edit-conflict`, `invalid-unit`, `not-found`, `conflict`. */
  edit(slug: string, to: Locale, unit: string, ifMatch: string, tagged: string): Promise<TranslationView>;
  /** Approves one unit as it stands, or all of them. */
  approve(slug: string, to: Locale, unit?: string): Promise<TranslationView>;
  reject(slug: string, to: Locale): Promise<TranslationView>;
  /** Throws `publish-blocked` while anything stands in the way. */
  publish(slug: string, to: Locale): Promise<TranslationView>;
  withdraw(slug: string, to: Locale): Promise<TranslationView>;
  /** Lets an issue stand, with the reason; without a reason the issue counts again. */
  waive(slug: string, to: Locale, issue: string, by: string, reason?: string): Promise<TranslationView>;
}

/** What an editor works with. */
export interface EditorSetting {
  readonly library: Library;
  readonly store: Store;
  /** Opens a translation as it stands on disk. */
  readonly open: (slug: string, to: Locale) => Promise<TranslationView>;
  /** Whether a job is working on a translation: editing waits for it. */
  readonly isBusy: (slug: string, to: Locale) => boolean;
  /** A translation was written. */
  readonly changed: (slug: string, to: Locale) => Promise<void>;
}

/** An editor's desk. Changes of one translation happen one after the other. */
export function createEditor({ library, store, open, isBusy, changed }: EditorSetting): Editor {
  /** Reads, changes and writes one translation, with nobody else in between. */
  function change(
    slug: string,
    to: Locale,
    action: EditionAction,
    decide: (view: TranslationView) => Change,
  ): Promise<TranslationView> {
    return store.alone(slug, to, async () => {
      if (isBusy(slug, to)) throw new DiptychError('conflict', { context: 'busy', state: 'queued' });
      const edition = editionOf(await library.entry(slug), to);
      assertAllowed(edition?.state ?? 'missing', action);
      const before = await open(slug, to);
      assertAllowed(before.state, action);
      await write(draftOf(before, decide(before)), store);
      await changed(slug, to);
      const after = await open(slug, to);
      const state = stateAfter(after, before.state);
      if (state === after.state || (action !== 'edit' && action !== 'approve')) return after;
      await write(draftOf(after, { state }), store);
      await changed(slug, to);
      return open(slug, to);
    });
  }

  return {
    view: open,
    edit: (slug, to, id, ifMatch, tagged) =>
      change(slug, to, 'edit', (before) => {
        const unit = unitOf(before, id);
        const { target } = unit;
        if (target === undefined) throw new DiptychError('conflict', { context: 'untranslated', state: before.state });
        if (target.etag !== ifMatch) throw new EditConflict(unit, tagged);
        return { unit: { view: unit, content: readTagged(tagged, target) }, state: before.state as TranslationState };
      }),
    approve: (slug, to, id) =>
      change(slug, to, 'approve', (before) => {
        const approved = id === undefined ? before.units.filter(isApprovable) : [unitOf(before, id)];
        if (approved.some(({ target }) => target === undefined)) {
          throw new DiptychError('conflict', { context: 'untranslated', state: before.state });
        }
        return { approved, state: before.state as TranslationState };
      }),
    reject: (slug, to) => change(slug, to, 'reject', () => ({ state: 'translated' })),
    publish: (slug, to) =>
      change(slug, to, 'publish', (before) => {
        const blockers = blockersOf(before);
        if (blockers.length > 0) throw new PublishBlocked(before, blockers.length);
        return { state: 'published' };
      }),
    withdraw: (slug, to) => change(slug, to, 'withdraw', () => ({ state: 'reviewed' })),
    waive: (slug, to, id, by, reason) =>
      change(slug, to, 'edit', (before) => {
        if (issueOf(before, id) === undefined) throw new DiptychError('not-found', { context: 'issue', issue: id });
        const others = (before.standing.delivery.waivers ?? []).filter(({ issue }) => issue !== id);
        const waiver = reason === undefined ? [] : [{ issue: id, reason, by, at: new Date().toISOString() }];
        return { waivers: [...others, ...waiver], state: before.state as TranslationState };
      }),
  };
}

/** All at once approves what is translated; a passage in the source language must be looked at by itself. */
function isApprovable({ status, target }: UnitView): boolean {
  return target !== undefined && (status === 'translated' || status === 'reviewed');
}

function unitOf({ units }: TranslationView, id: string): UnitView {
  const unit = units.find(({ source }) => source.id === id);
  if (unit === undefined) throw new DiptychError('not-found', { context: 'unit', unit: id });
  return unit;
}

function issueOf({ units, issues }: TranslationView, id: string): IssueView | undefined {
  return [...issues, ...units.flatMap((unit) => unit.issues)].find((one) => one.id === id);
}

/** The state that a translation has earned by its units. */
export function stateAfter({ units, source, standing, issues }: TranslationView, before: string): TranslationState {
  if (standing.delivery.sourceRevision !== source.revision) return 'stale';
  if (units.some(({ status }) => status === 'outdated')) return 'stale';
  if (units.some(({ status }) => status === 'untranslated')) return 'partial';
  if (before === 'published') {
    const all = [...issues, ...units.flatMap((unit) => unit.issues)];
    const sound = all.every(({ issue, waiver }) => waiver !== undefined || !atLeast(issue.severity, 'major'));
    return sound ? 'published' : 'reviewed';
  }
  const reviewed = before === 'reviewed' || units.every(({ status }) => status === 'reviewed');
  return reviewed ? 'reviewed' : 'translated';
}
