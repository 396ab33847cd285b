import { DiptychError } from '../../model/errors.js';
import { atLeast } from '../../model/issue.js';
import type { Locale } from '../../model/locale.js';
import type { TranslationState } from '../../pipeline/report.js';
import { editionOf } from '../../publish/entry.js';
import type { Library } from '../../publish/library.js';
import { assertAllowed, type EditionAction } from '../../publish/states.js';
import type { Act, Audit } from '../../store/audit.js';
import type { History, Version } from '../../store/history.js';
import { type Store, threadOf } from '../../store/store.js';
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

/** Who does something with which translation. `by` is the name of their key. */
export interface Errand {
  readonly slug: string;
  readonly to: Locale;
  readonly by: string;
}

/**
 * What an editor does. Every change is durable when its promise resolves, with who made it in the history and in the
 * audit log; the view is the translation after it.
 */
export interface Editor {
  view(slug: string, to: Locale): Promise<TranslationView>;
  /** Replaces a unit's text. Throws `edit-conflict`, `invalid-unit`, `not-found`, `conflict`. */
  edit(errand: Errand, unit: string, ifMatch: string, tagged: string): Promise<TranslationView>;
  /** Approves one unit as it stands, or all of them but those that are locked. */
  approve(errand: Errand, unit?: string): Promise<TranslationView>;
  /** Locks a unit as it stands, which approves it: nobody changes it, and nothing does. Throws `conflict` for one that is not a translation of the source as it is. */
  lock(errand: Errand, unit: string): Promise<TranslationView>;
  unlock(errand: Errand, unit: string): Promise<TranslationView>;
  reject(errand: Errand): Promise<TranslationView>;
  /** Throws `publish-blocked` while anything stands in the way. */
  publish(errand: Errand): Promise<TranslationView>;
  withdraw(errand: Errand): Promise<TranslationView>;
  /** Lets an issue stand, with the reason; without a reason the issue counts again. */
  waive(errand: Errand, issue: string, reason?: string): Promise<TranslationView>;
  /** What a unit was, in order. Throws `not-found`. */
  history(slug: string, to: Locale, unit: string): Promise<readonly Version[]>;
}

/** What an editor works with. */
export interface EditorSetting {
  readonly library: Library;
  readonly store: Store;
  readonly history: History;
  readonly audit: Audit;
  /** Opens a translation as it stands on disk. */
  readonly open: (slug: string, to: Locale) => Promise<TranslationView>;
  /** Whether a job is working on a translation: editing waits for it. */
  readonly isBusy: (slug: string, to: Locale) => boolean;
  /** A translation was written. */
  readonly changed: (slug: string, to: Locale) => Promise<void>;
}

/** What a change is called in the audit log, and what it is about. */
type Noted = Pick<Act, 'act' | 'unit' | 'about'>;

/** An editor's desk. Changes of one translation happen one after the other. */
export function createEditor({ library, store, history, audit, open, isBusy, changed }: EditorSetting): Editor {
  /** Reads, changes and writes one translation, with nobody else in between. */
  function change(
    { slug, to, by }: Errand,
    action: EditionAction,
    noted: Noted,
    decide: (view: TranslationView) => Change,
  ): Promise<TranslationView> {
    return store.alone(slug, to, async () => {
      if (isBusy(slug, to)) throw new DiptychError('conflict', { context: 'busy', state: 'queued' });
      const edition = editionOf(await library.entry(slug), to);
      assertAllowed(edition?.state ?? 'missing', action);
      const before = await open(slug, to);
      assertAllowed(before.state, action);
      await write(draftOf(before, decide(before), by), store);
      await audit.note({ at: new Date().toISOString(), by, ...noted, slug, locale: to });
      await changed(slug, to);
      const after = await open(slug, to);
      const state = stateAfter(after, before.state);
      if (state === after.state || (action !== 'edit' && action !== 'approve')) return after;
      await write(draftOf(after, { state }, by), store);
      await changed(slug, to);
      return open(slug, to);
    });
  }

  return {
    view: open,
    edit: (errand, id, ifMatch, tagged) =>
      change(errand, 'edit', { act: 'edit', unit: id }, (before) => {
        const unit = unitOf(before, id);
        const { target } = unit;
        if (target === undefined) throw new DiptychError('conflict', { context: 'untranslated', state: before.state });
        assertUnlocked(unit, before);
        if (target.etag !== ifMatch) throw new EditConflict(unit, tagged);
        return { unit: { view: unit, content: readTagged(tagged, target) }, state: before.state as TranslationState };
      }),
    approve: (errand, id) =>
      change(errand, 'approve', { act: 'approve', ...(id === undefined ? {} : { unit: id }) }, (before) => {
        const approved = id === undefined ? before.units.filter(isApprovable) : [unitOf(before, id)];
        if (approved.some(({ target }) => target === undefined)) {
          throw new DiptychError('conflict', { context: 'untranslated', state: before.state });
        }
        for (const unit of approved) assertUnlocked(unit, before);
        return { approved, state: before.state as TranslationState };
      }),
    lock: (errand, id) =>
      change(errand, 'approve', { act: 'lock', unit: id }, (before) => {
        const view = unitOf(before, id);
        if (view.target === undefined || view.status === 'untranslated' || view.status === 'outdated') {
          throw new DiptychError('conflict', { context: 'unlockable', state: before.state });
        }
        assertUnlocked(view, before);
        return { locking: { view, locked: true }, state: before.state as TranslationState };
      }),
    unlock: (errand, id) =>
      change(errand, 'approve', { act: 'unlock', unit: id }, (before) => {
        const view = unitOf(before, id);
        if (!view.locked) throw new DiptychError('conflict', { context: 'unlocked', state: before.state });
        return { locking: { view, locked: false }, state: before.state as TranslationState };
      }),
    reject: (errand) => change(errand, 'reject', { act: 'reject' }, () => ({ state: 'translated' })),
    publish: (errand) =>
      change(errand, 'publish', { act: 'publish' }, (before) => {
        const blockers = blockersOf(before);
        if (blockers.length > 0) throw new PublishBlocked(before, blockers.length);
        return { state: 'published' };
      }),
    withdraw: (errand) => change(errand, 'withdraw', { act: 'withdraw' }, () => ({ state: 'reviewed' })),
    waive: (errand, id, reason) =>
      change(
        errand,
        'edit',
        { act: reason === undefined ? 'unwaive' : 'waive', about: reason === undefined ? id : `${id}: ${reason}` },
        (before) => {
          if (issueOf(before, id) === undefined) throw new DiptychError('not-found', { context: 'issue', issue: id });
          const others = (before.standing.delivery.waivers ?? []).filter(({ issue }) => issue !== id);
          const { by } = errand;
          const waiver = reason === undefined ? [] : [{ issue: id, reason, by, at: new Date().toISOString() }];
          return { waivers: [...others, ...waiver], state: before.state as TranslationState };
        },
      ),
    async history(slug, to, id) {
      const { delivered } = unitOf(await open(slug, to), id);
      return delivered === undefined ? [] : history.of(slug, to, threadOf(delivered));
    },
  };
}

function assertUnlocked({ locked }: UnitView, { state }: TranslationView): void {
  if (locked) throw new DiptychError('conflict', { context: 'locked', state });
}

/** All at once approves what is translated; a passage in the source language must be looked at by itself. */
function isApprovable({ status, target, locked }: UnitView): boolean {
  return target !== undefined && !locked && (status === 'translated' || status === 'reviewed');
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
